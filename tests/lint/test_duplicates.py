"""Entries that ask the same, told apart from entries that only look alike."""

from dataclasses import replace

import pytest

from dianzhi.lint.duplicates import check_duplicates, wordings_of
from dianzhi.search.nearness import nearness
from dianzhi.source.understand import understand

FILE = "faq/shelf-life.yaml"
QUESTION = "    question: 七天无理由怎么退\n    similar: [不喜欢可以退吗]\n"
CASES = (
    ("another question", "七天无理由怎么退", "[不喜欢可以退吗]", []),
    ("the same words in another order", "能放多久，没开封", "[囤着会不会过期呀]", ["near-duplicate"]),
    ("the same question", "没开封能放多久", "[囤着会不会过期呀]", ["duplicate-wording", "near-duplicate"]),
    ("full-width and punctuation make no new wording", "七天无理由怎么退", "[保质期几年？！]", ["duplicate-wording"]),
    ("an own wording twice", "七天无理由怎么退", "[退货吧, 退货吧]", ["duplicate-wording"]),
    ("the question again as a wording", "七天无理由怎么退", "[七天无理由怎么退]", ["duplicate-wording"]),
)  # fmt: skip


def codes(files):
    entries = understand(files).content.entries
    return sorted(one.code for one in check_duplicates(entries, nearness(wordings_of(entries))))


@pytest.mark.parametrize(
    ("question", "similar", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_what_is_said(question, similar, expected, broken_shop):
    new = f"    question: {question}\n    similar: {similar}\n"
    assert codes(broken_shop(FILE, QUESTION, new)) == expected


def test_what_is_retired_asks_nothing(broken_shop):
    files = broken_shop(FILE, QUESTION, "    question: 没开封能放多久\n")
    text = files[FILE].decode().replace("state: approved", "state: retired", 1)
    assert codes(files | {FILE: text.encode()}) == []


@pytest.mark.parametrize(
    ("products", "expected"),
    [
        ((("serum",), ("cream",)), []),
        ((("serum",), ("cream", "serum")), ["near-duplicate"]),
        (((), ("cream",)), ["near-duplicate"]),
        (((), ()), ["near-duplicate"]),
    ],
    ids=["of different products", "of a common product", "of all and of one", "of all"],
)
def test_the_same_may_be_asked_of_every_product(products, expected, broken_shop):
    new = "    question: 能放多久，没开封\n    similar: [囤着会不会过期呀]\n"
    entries = understand(broken_shop(FILE, QUESTION, new)).content.entries
    told = [replace(one, products=of) for one, of in zip(entries, products, strict=True)]
    found = check_duplicates(told, nearness(wordings_of(told)))
    assert [one.code for one in found] == expected
