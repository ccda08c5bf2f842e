"""`dianzhi eval`: what it says, and its exit codes."""

import json

import pytest
from click.testing import CliRunner

from dianzhi.cli import main
from dianzhi.cli.eval_report import Report
from dianzhi.search import Hit
from dianzhi.search.evaluation import Outcome

WHOLE = """\
hit@1  hit@3 hit@10 MRR@10  没找到  题数
0.333  0.667  0.667  0.500   33.3%     3  能答的题
答不了的 2 题，答“没有找到”的占 50.0%

按分类：
0.500  1.000  1.000  0.750    0.0%     2  保质期
0.000  0.000  0.000  0.000  100.0%     1  退货

把握：第一条标成这样时，答对几题：
直接回答 direct：1 / 1 题（100%）
可能是 maybe：0 / 2 题（0%），其中 1 题本来答不了

常混的：该找到 ← 先找到的：
1 次  how-long 没开封能放多久 ← no-reason 七天无理由怎么退

前 3 条里没有答案的题：
- 咋退
    该找到：no-reason 七天无理由怎么退，没找到
    却找到：什么也没有

答不了却给了答案的题：
- 招人吗 → how-long 没开封能放多久，可能是"""
ASKED = """\
answerable:
  - {q: 没开封能放多久, entries: [how-long]}
  - {q: 七天无理由怎么退, entries: [how-long]}
unanswerable: ["{}"]
"""


def hit(name, question, confidence):
    return Hit(name, question, 1, confidence, ())


@pytest.fixture
def report(catalog_of, shop_files):
    """A report on made-up hits: what it says depends on no ranking."""
    long, reason = ("how-long", "没开封能放多久"), ("no-reason", "七天无理由怎么退")
    outcomes = [
        Outcome("能放几年", ("how-long",), (hit(*long, "direct"),)),
        Outcome("囤着呢", ("how-long",), (hit(*reason, "maybe"), hit(*long, "maybe"))),
        Outcome("咋退", ("no-reason",), ()),
        Outcome("招人吗", (), (hit(*long, "maybe"),)),
        Outcome("开店吗", (), ()),
    ]
    return Report(catalog_of(shop_files).public, outcomes)


def test_all_that_people_read(report):
    assert report.text() == WHOLE


def test_all_that_programs_read(report):
    none = {"hit@1": 0, "hit@3": 0, "hit@10": 0, "mrr@10": 0}
    first = {"id": "how-long", "question": "没开封能放多久", "confidence": "maybe"}
    assert report.json() == {
        "answerable": {
            "count": 3,
            "hit@1": 0.3333,
            "hit@3": 0.6667,
            "hit@10": 0.6667,
            "mrr@10": 0.5,
            "refused": 0.3333,
        },
        "unanswerable": {"count": 2, "refused": 0.5},
        "categories": {
            "保质期": {
                "count": 2, "hit@1": 0.5, "hit@3": 1, "hit@10": 1, "mrr@10": 0.75, "refused": 0,
            },
            "退货": {"count": 1, **none, "refused": 1},
        },
        "confidence": [
            {"confidence": "direct", "count": 1, "right": 1, "unanswerable": 0},
            {"confidence": "likely", "count": 0, "right": 0, "unanswerable": 0},
            {"confidence": "maybe", "count": 2, "right": 0, "unanswerable": 1},
        ],
        "confusions": [{"wanted": "how-long", "found": "no-reason", "count": 1}],
        "failures": [{"query": "咋退", "wanted": ["no-reason"], "place": None, "found": []}],
        "answered_anyway": [{"query": "招人吗", "wanted": [], "place": None, "found": [first]}],
    }  # fmt: skip


@pytest.fixture
def evaluate(tmp_path, monkeypatch, shop_files, broken_shop):
    """Return a function that lays out the shop and runs the command beside it."""

    def run(*options, files=(), broken=None):
        shop = shop_files | (broken_shop(*broken) if broken else {})
        inside = {f"faq_src/{path}": content for path, content in shop.items()}
        for path, content in {**inside, **dict(files)}.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, ["eval", "--date", "2026-11-22", *options])

    return run


def test_the_shops_own_questions_are_asked(evaluate):
    said = json.loads(evaluate("--json").stdout)
    assert (said["answerable"]["count"], said["unanswerable"]["count"]) == (1, 1)


# Of two questions in a shop's very words one is said to want the other entry; nothing at all is
# found for letters that no entry holds: no change of the ranking can make it otherwise.
@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--min-hit1", "0.5", ""),
        ("--min-hit1", "0.51", "没有通过：hit@1 是 0.500，要求 0.510\n"),
        ("--min-hit3", "0.5", ""),
        ("--min-refused", "1", ""),
    ],
)
def test_a_threshold_decides_the_exit_code(evaluate, option, value, complaint):
    files = {"asked.yaml": ASKED.replace("{}", "qqqq").encode()}
    result = evaluate("asked.yaml", option, value, files=files)
    assert (result.exit_code, result.stderr) == (int(bool(complaint)), complaint)


def test_an_answer_to_the_unanswerable_fails_the_threshold(evaluate):
    files = {"asked.yaml": ASKED.replace("{}", "没开封能放多久").encode()}
    result = evaluate("asked.yaml", "--min-refused", "0.1", files=files)
    assert result.exit_code == 1
    assert result.stderr == "没有通过：答不了的题答“没有找到” 是 0.000，要求 0.100\n"


def test_several_files_are_asked_together(evaluate):
    line = '{"query": "不喜欢可以退吗", "relevant": ["no-reason"]}'
    files = {"a.jsonl": line.encode(), "b.jsonl": line.encode()}
    result = evaluate("a.jsonl", "b.jsonl", "--min-hit1", "1", "--json", files=files)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["answerable"]["count"] == 2


def test_an_id_that_does_not_exist_is_an_error_with_its_place(evaluate):
    line = '{"query": "能放几年", "relevant": ["how-lon"]}'
    result = evaluate("q.jsonl", files={"q.jsonl": line.encode()})
    assert result.exit_code == 1
    assert "q.jsonl:1:1: 错误[unknown-reference] 没有编号为 how-lon 的问答" in result.stderr
    assert "是不是想写 how-long？" in result.stderr


def test_a_question_whose_entry_is_not_public_is_left_out_and_said(evaluate):
    line = '{"query": "不喜欢可以退吗", "relevant": ["no-reason"]}\n'
    files = {"q.jsonl": (line + '{"query": "能放几年", "relevant": ["how-long"]}').encode()}
    end = "参考 [保质期](#faq=how-long)。\n    state: "
    draft = ("faq/shelf-life.yaml", end + "approved", end + "draft")
    result = evaluate("--json", "q.jsonl", files=files, broken=draft)
    assert json.loads(result.stdout)["answerable"]["count"] == 1
    assert result.stderr == "q.jsonl:1:1: 没有算这一题：no-reason 这一天没有公开\n"


def test_no_questions_is_not_a_pass(evaluate):
    result = evaluate("q.jsonl", files={"q.jsonl": b"\n"})
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_shop_with_errors_is_not_asked(evaluate):
    result = evaluate(broken=("faq/shelf-life.yaml", "    category: returns", "    categroy: x"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "faq_src/faq/shelf-life.yaml:30:5: 错误[unknown-key]" in result.stderr
