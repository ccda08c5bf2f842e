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


CASES = [
    (("empty.txt",), 2, "文件里没有买家的提问", "nothing was asked"),
    (("wrong.csv",), 1, "没有找到买家提问这一列", "a table of something else"),
    (("nowhere.txt",), 2, "没有这个文件", "no such file"),
    (("asked.jsonl", "--source", "none"), 2, "没有文件夹", "no such folder"),
    (("asked.jsonl", "--out", "faq_src/x.md"), 2, "在内容文件夹里", "a report among the content"),
]


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
