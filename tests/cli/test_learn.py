"""`dianzhi learn`: where it reads and writes, and its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dianzhi.cli import main
from dianzhi.learning.tables import ROLES, header_key

ASKED = '{"query": "不喜欢想寄还给你们", "entry": "no-reason", "times": 3}\n'


@pytest.fixture
def run(shop_files, tmp_path, monkeypatch):
    for path, content in shop_files.items():
        (tmp_path / "faq_src" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "faq_src" / path).write_bytes(content)
    (tmp_path / "asked.jsonl").write_text(ASKED, "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "wrong.csv").write_text("商品,价格\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    def ask(*words):
        return CliRunner().invoke(main, ["learn", *words, "--date", "2026-11-22"])

    return ask


def test_the_report_goes_to_the_terminal_and_changes_no_file(run, shop_files):
    done = run("asked.jsonl")
    assert done.exit_code == 0
    assert "faq_src/faq/shelf-life.yaml:32 换成：" in done.stdout
    assert "    similar: [不喜欢可以退吗, 不喜欢想寄还给你们]\n" in done.stdout
    assert all((Path("faq_src") / path).read_bytes() == one for path, one in shop_files.items())


def test_a_file_for_the_report(run):
    shown = run("asked.jsonl").stdout
    done = run("asked.jsonl", "--out", "学到的.md")
    assert (done.exit_code, done.stdout) == (0, "已写入 学到的.md\n")
    assert Path("学到的.md").read_text("utf-8") == shown


def test_json(run):
    (entry,) = json.loads(run("asked.jsonl", "--json").stdout)["entries"]
    assert entry["id"] == "no-reason"
    assert entry["wordings"][0] | {"variants": None} == {
        "text": "不喜欢想寄还给你们",
        "count": 3,
        "entry": "no-reason",
        "basis": "opened",
        "now": {"place": 1, "first": "no-reason", "sure": False},
        "variants": None,
        "covers": [],
        "after": {"place": 1, "first": "no-reason", "sure": True},
    }


def test_what_was_asked_too_seldom_is_only_counted(run):
    assert "- 问得太少、没有看的：1 个" in run("asked.jsonl", "--min", "4").stdout


def test_counts_for_the_content_and_again_the_same_bytes(run):
    for _ in range(2):  # what is there is replaced, not added to
        done = run("asked.jsonl", "--asked", "faq_src/asked.yaml")
        assert (done.exit_code, "已写入" in done.stdout) == (0, False)
        assert "已写入 faq_src/asked.yaml：1 条问答，3 次\n" in done.stderr
        written = Path("faq_src/asked.yaml").read_text("utf-8")
        assert written.endswith("\nasked:\n  - {entry: no-reason, count: 3}\n")
    check = CliRunner().invoke(main, ["check", "--date", "2026-11-22"])
    assert (check.exit_code, check.stderr) == (0, "检查完成：0 个错误，0 个警告\n")


def test_a_file_of_counts_to_look_at_first(run):
    done = run("asked.jsonl", "--asked", "问过的.yaml", "--json")
    assert json.loads(done.stdout)["texts"] == 3
    assert Path("问过的.yaml").read_text("utf-8").count("no-reason") == 1
    assert not Path("faq_src/asked.yaml").exists()


USE = """\
  - id: {}
    category: orders
    question: {}怎么使用
    answer: 看说明。
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    review_by: 2027-01-31
"""


@pytest.mark.parametrize("where", [(), ("--internal",)], ids=["popup", "knowledge base"])
def test_of_two_that_fit_alike_the_one_asked_for_comes_first_once_its_count_is_there(run, where):
    def firsts():
        words = ["search", "怎么使用", "--json", "--date", "2026-11-22", *where]
        hits = json.loads(CliRunner().invoke(main, words).stdout)[:2]
        return [hit["id"].removeprefix("entry/") for hit in hits]

    path = Path("faq_src/faq/shelf-life.yaml")
    more = USE.format("use-serum", "精华") + USE.format("use-mask", "面膜")
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    opened = '{"query": "面膜怎么弄", "entry": "use-mask", "times": 100}\n'
    Path("asked.jsonl").write_text(opened, "utf-8")
    assert firsts() == ["use-serum", "use-mask"], "author order"
    assert run("asked.jsonl", "--asked", "faq_src/asked.yaml").exit_code == 0
    assert firsts() == ["use-mask", "use-serum"]


CASES = [
    (("empty.txt",), 2, "文件里没有买家的提问", "nothing was asked"),
    (("wrong.csv",), 1, "没有找到买家提问这一列", "a table of something else"),
    (("nowhere.txt",), 2, "没有这个文件", "no such file"),
    (("asked.jsonl", "--source", "none"), 2, "没有文件夹", "no such folder"),
    (("asked.jsonl", "--out", "faq_src/x.md"), 2, "在内容文件夹里", "a report among the content"),
    (
        ("asked.jsonl", "--asked", "faq_src/faq/asked.yaml"),
        2,
        "在内容文件夹里，那里只能写成 faq_src/asked.yaml",
        "counts that would be read as something else",
    ),
    (("asked.jsonl", "--asked", "asked.jsonl"), 2, "要以 .yaml 结尾", "counts over a log"),
]


@pytest.mark.parametrize(
    "words",
    [
        ("log.yaml", "--asked", "log.yaml"),
        ("log.yaml", "--asked", "link.yaml"),
        ("log.yaml", "--out", "faq_src/../log.yaml"),
        ("asked.jsonl", "log.yaml", "--out", "asked.jsonl", "--asked", "x.yaml"),
        ("asked.jsonl", "--out", "x.yaml", "--asked", "./x.yaml"),
    ],
    ids=["counts", "by a link", "report", "of several", "the report over the counts"],
)
def test_nothing_is_written_over_a_log_or_over_the_other_output(run, words):
    Path("log.yaml").write_text(ASKED, "utf-8")
    Path("link.yaml").symlink_to("log.yaml")
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "是要读的记录，或者另一个要写的文件；换一个名字" in done.stderr
    assert Path("log.yaml").read_text("utf-8") == Path("asked.jsonl").read_text("utf-8") == ASKED
    assert not Path("x.yaml").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"), [one[:3] for one in CASES], ids=[one[3] for one in CASES]
)
def test_exit_codes(run, words, code, said):
    done = run(*words)
    assert done.exit_code == code
    assert said in done.stderr


def test_content_with_errors_is_not_learnt_for(run):
    Path("faq_src/shop.yaml").write_text("name: 小店\n", "utf-8")
    assert run("asked.jsonl").exit_code == 1


GUIDE = Path(__file__).parents[2] / "docs/how-to/learn.md"


def test_every_column_name_of_the_guide_is_known():
    section = GUIDE.read_text("utf-8").split("## 列名")[1].split("## ")[0]
    rows = [row.split("|")[2] for row in section.splitlines() if row.startswith("| ")][2:]
    names = [name.strip(" `") for row in rows for name in row.split("、")]
    known = {name for names in ROLES.values() for name in names}
    assert len(names) > 20
    assert [name for name in names if header_key(name) not in known] == []
