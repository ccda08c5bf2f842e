"""Questions with known answers from a file: both forms, and what is wrong with one."""

import pytest

from dianzhi.problems import SourceErrors
from dianzhi.source.checks import read_checks

YAML = """\
answerable:
  - {q: 能放几年, entries: [how-long, after-opening]}
unanswerable: [你们招人吗]
"""
LINES = """\
{"query": "你们招人吗", "relevant": []}

{"query": "能放几年", "relevant": ["how-long", "after-opening"]}
"""


@pytest.mark.parametrize(
    ("path", "text", "places"),
    [("q.yaml", YAML, ["q.yaml:2:5", "q.yaml:3:16"]), ("q.jsonl", LINES, ["q.jsonl:3:1", "q.jsonl:1:1"])],
    ids=["yaml", "jsonl"],
)  # fmt: skip
def test_both_forms_say_the_same(path, text, places):
    checks = read_checks(path, text.encode("utf-8-sig").replace(b"\n", b"\r\n"))
    assert [(check.query, check.entries) for check in checks] == [
        ("能放几年", ("how-long", "after-opening")),
        ("你们招人吗", ()),
    ]
    assert [str(check.at.whole.span) for check in checks] == places


def test_one_id_needs_no_list_in_json_lines():
    (check,) = read_checks("q.jsonl", '{"query": "能放几年", "relevant": "how-long"}'.encode())
    assert check.entries == ("how-long",)


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("q.jsonl", b"{", "q.jsonl:1:1 not-a-record"),
        ("q.jsonl", b"\n" + b"[" * 100_000, "q.jsonl:2:1 not-a-record"),
        ("q.jsonl", b'{"query": " ", "relevant": []}', "q.jsonl:1:1 not-a-record"),
        ("q.jsonl", b'{"query": "a", "relevant": [1]}', "q.jsonl:1:1 not-a-record"),
        ("q.jsonl", b'{"query": "a"}', "q.jsonl:1:1 not-a-record"),
        ("q.yaml", b"answerable: [{q: a, entry: b}]", "q.yaml:1:21 unknown-key"),
        ("q.yaml", b"answerable: {\n", "q.yaml:2:1 yaml-syntax"),
        ("q.yaml", b"ok\n\xff", "q.yaml:2:1 not-utf8"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(path, content, said):
    with pytest.raises(SourceErrors) as raised:
        read_checks(path, content)
    assert [f"{problem.span} {problem.code}" for problem in raised.value.problems] == [said]


def test_an_empty_file_holds_no_questions():
    assert read_checks("q.yaml", b"") == read_checks("q.jsonl", b"") == ()
