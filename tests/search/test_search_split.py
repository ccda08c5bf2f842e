"""An index in two files: the core ranks alone, and both together are the whole."""

import json
from pathlib import Path

import pytest

from dianzhi.search import Index, IndexFormatError, SearchDoc, build_index, split

VECTORS = Path(__file__).parents[2] / "spec" / "vectors"
WHOLE = (VECTORS / "index-v2.bin").read_bytes()
CORE, MORE = split(WHOLE)
CASES = [
    case
    for name in ("search-hits.json", "search-typing.json")
    for case in json.loads((VECTORS / name).read_text("utf-8"))
]


def test_both_files_answer_as_the_whole():
    whole, joined = Index.from_bytes(WHOLE), Index.from_bytes(CORE, MORE)
    for case in CASES:
        options = case.get("options", {})
        assert joined.search(case["query"], **options) == whole.search(case["query"], **options)


@pytest.mark.parametrize(
    ("query", "alone", "together"),
    [
        ("退款什么时候到账", "refund-when", "refund-when"),
        ("仓库", None, "refund-when"),
        ("退貨運費", None, "return-freight"),
        ("fapiao", None, "invoice-how"),
    ],
    ids=[
        "a wording is found by the core",
        "a word of two answers comes later, the first by author order",
        "a traditional character is read as such later",
        "pinyin comes later",
    ],
)
def test_the_core_alone_finds_what_wordings_say(query, alone, together):
    core, both = Index.from_bytes(CORE), Index.from_bytes(CORE, MORE)
    assert [hit.id for hit in core.search(query)][:1] == ([alone] if alone else [])
    assert [hit.id for hit in both.search(query)][:1] == [together]


def test_a_traditional_question_is_read_as_such_from_the_start():
    core, _ = split(build_index([SearchDoc(id="a", question="怎麼退貨？")]))
    (hit,) = Index.from_bytes(core).search("怎么退货")
    assert (hit.question, hit.confidence) == ("怎麼退貨？", "direct")


def test_of_other_wordings_the_first_three_are_in_the_core():
    similar = ("包裹寄丢", "东西没影", "快件失踪", "订单石沉", "货去哪了")
    core, more = split(build_index([SearchDoc(id="a", question="物流异常", similar=similar)]))
    alone, both = Index.from_bytes(core), Index.from_bytes(core, more)
    assert [len(alone.search(query)) for query in similar] == [1, 1, 1, 0, 0]
    assert [len(both.search(query)) for query in similar] == [1, 1, 1, 1, 1]


def test_files_of_two_indexes_do_not_join():
    other, _ = split(build_index([SearchDoc(id="a", question="怎么退货")]))
    with pytest.raises(IndexFormatError, match="belongs to another"):
        Index.from_bytes(other, MORE)


def test_a_second_file_is_no_index():
    with pytest.raises(IndexFormatError, match="belongs to another"):
        Index.from_bytes(MORE)


def test_a_second_file_that_says_anew_what_the_first_said_is_refused():
    with pytest.raises(IndexFormatError):
        Index.from_bytes(WHOLE, MORE)


def test_every_damage_to_the_second_file_is_refused():
    for at in range(len(MORE)):
        damaged = bytearray(MORE)
        damaged[at] ^= 1 << at % 8
        with pytest.raises(IndexFormatError):
            Index.from_bytes(CORE, bytes(damaged))
