"""Words of letters that the index lacks become the ones that are meant, or stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.search import Index, SearchDoc, build_index
from dianzhi.search.spelling import cost_of, slips_between

DOCS = (
    SearchDoc(id="serum", question="niacinamide精华怎么用", similar=("serum with sunscreen",)),
    SearchDoc(id="refund", question="退款多久到", question_en="When will my refund arrive"),
    SearchDoc(id="again", question="退款失败", question_en="My refund failed"),
    SearchDoc(id="fund", question="基金", question_en="refunder for a trip to the store"),
)
MEANT = {
    "nicinamide怎么用": ("niacinamide怎么用", "a letter left out"),
    "niacinamdie怎么用": ("niacinamide怎么用", "two turned round"),
    "niasinamyde怎么用": ("niacinamide怎么用", "two slips in a long word"),
    "SUNSCREEEN 用吗": ("sunscreen 用吗", "a letter twice, in capitals"),
    "refunds?": ("refund?", "an ending; the ending costs what a slip does, more wordings decide"),
    "refunding?": ("refund?", "a longer ending"),
    "arive today": ("arrive today", "one slip in a short word"),
    "serums": ("serum", "an ending at the very end of the query"),
}
STAYS = {
    "refund": "known",
    "refu": "unfinished: completed, not put right",
    "arives today": "two slips in a short word",
    "trap": "of four letters none may be wrong",
    "smu": "too short",
    "niacin": "begins a word of the index",
    "sanskrit": "too many slips",
    "退款": "no letters",
}


@pytest.fixture(scope="module")
def index():
    return Index.from_bytes(build_index(DOCS))


def reading(index, query):
    return {hit.reading for hit in index.search(query + " 退款")}.pop().removesuffix(" 退款")


@pytest.mark.parametrize(("query", "meant"), [(q, m) for q, (m, _) in MEANT.items()], ids=MEANT)
def test_what_is_meant_is_searched(index, query, meant):
    assert reading(index, query) == meant


@pytest.mark.parametrize("query", STAYS)
def test_what_is_known_unfinished_or_unlike_stays(index, query):
    assert reading(index, query) == ""


WORDS = st.text("abc", max_size=6)


@given(WORDS, WORDS)
def test_slips_are_as_many_both_ways_and_no_more_than_letters(one, other):
    slips = slips_between(one, other)
    assert slips == slips_between(other, one)
    assert abs(len(one) - len(other)) <= slips <= max(len(one), len(other))
    assert (slips == 0) == (one == other)


@given(WORDS.filter(len), st.data())
def test_each_slip_counts_once(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    slips = {
        word[:at] + word[at + 1 :],
        word[:at] + "x" + word[at + 1 :],
        word[:at] + "x" + word[at:],
    }
    assert {slips_between(word, other) for other in slips} == {1}
    assert slips_between("x" + word + "yz", "x" + word + "zy") == 1


def test_a_word_costs_more_than_any_where_it_may_not_be_meant():
    assert cost_of("store", "stone") == 1
    assert {cost_of("shop", "ship"), cost_of("post", "postponed"), cost_of("abc", "abcd")} == {9}
