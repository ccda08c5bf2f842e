"""One thing broken in a small shop, and the whole of what is said about it.

The cases are data, a file per theme, in `broken/`: `file`, what to `change` `to` what (or `bytes` in
hexadecimal, or `remove` the file), and what the run `says`, complete and in order.
"""

import re
from pathlib import Path

import pytest
import yaml

from dianzhi.source.understand import understand

FOLDER = Path(__file__).parent / "broken"
CASES = [
    case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text())
]


@pytest.fixture
def broken_by(shop_files, broken_shop):
    def change(case):
        if case.get("remove"):
            return {path: text for path, text in shop_files.items() if path != case["file"]}
        new = bytes.fromhex(case["bytes"]) if "bytes" in case else case["to"]
        return broken_shop(case["file"], case["change"], new)

    return change


def test_the_shop_itself_is_without_problem(shop_files, problems_in):
    assert problems_in(shop_files) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_is_said_and_where(case, broken_by, problems_in):
    files = broken_by(case)
    found = problems_in(files)
    assert "".join(f"{problem}\n" for problem in found) == case["says"]
    for problem in found:
        assert_in_file(problem.span, files.get(problem.span.path, b""))


def assert_in_file(span, content):
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    lines = text.replace("\r", "\n").split("\n")
    assert 1 <= span.line <= len(lines)
    assert span.column >= 1
    if not span.path.endswith(".csv"):
        assert span.column <= len(lines[span.line - 1]) + 1


def test_several_mistakes_come_out_at_once_and_in_reading_order(broken_shop, problems_in):
    files = broken_shop("people.yaml", "role: editor", "role: 老板")
    files |= {
        path: text
        for path, old, new in (
            ("faq/shelf-life.yaml", "    category: returns", "    类别: returns"),
            ("flows/urge.yaml", "to: number}", "to: numbers}"),
            ("products/batches.csv", "2026-10-01", "2026-13-01"),
        )
        for text in [broken_shop(path, old, new)[path]]
    }
    assert [f"{problem.span} {problem.code}" for problem in problems_in(files)] == [
        "faq/shelf-life.yaml:29:5 missing-key",
        "faq/shelf-life.yaml:30:5 unknown-key",
        "flows/urge.yaml:10:25 flow-node",
        "flows/urge.yaml:12:9 flow-unreachable",
        "flows/urge.yaml:18:9 flow-unreachable",
        "people.yaml:2:33 unknown-choice",
        "products/batches.csv:3:3 bad-date",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends_move_no_place(end, broken_shop, problems_in):
    files = broken_shop("faq/shelf-life.yaml", "{shop.ship_within}", "{shop.ship_witin}")
    other = {path: text.replace(b"\n", end.encode()) for path, text in files.items()}
    assert problems_in(other) == problems_in(files) != []


def test_one_broken_record_hides_no_mistake_in_the_others(broken_shop):
    files = broken_shop("faq/shelf-life.yaml", "    category: returns", "    category: []")
    understood = understand(files)
    assert [entry.id for entry in understood.content.entries] == ["how-long"]
    assert understood.broken_ids == {"no-reason"}


def test_there_are_enough_cases():
    broken = [case for case in CASES if case["says"]]
    assert len(broken) >= 60
    codes = re.findall(r": (?:错误|警告)\[([a-z0-9-]+)\]", "".join(case["says"] for case in broken))
    assert len(set(codes)) >= 60
