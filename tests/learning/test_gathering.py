"""Repeats come together; what is not the same stays apart."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.learning.asked import Asked
from dianzhi.learning.gathering import (
    ALIKE,
    SHORT,
    gather,
    grouped,
    key_of,
    likeness,
    pairs_of,
)
from dianzhi.search import Index, SearchDoc, build_index

INDEX = Index.from_bytes(build_index([SearchDoc("a", "怎么退货"), SearchDoc("b", "保质期几年")]))
CASES = [
    (["怎么退货", "怎么退货？", "亲，在吗，怎么退货呢"], [("怎么退货", 3)], "chatter and signs"),
    (["怎麼退貨", "怎么退货", "怎么退货"], [("怎么退货", 3)], "traditional"),
    (["ＳＰＦ５０防晒", "SPF50防晒", "SPF50防晒"], [("SPF50防晒", 3)], "width and case"),
    (["退货的运费谁出", "退货运费谁出", "退货运费谁出"], [("退货运费谁出", 3)], "a particle more"),
    (["能退货吗", "不能退货吗"], [("不能退货吗", 1), ("能退货吗", 1)], "short ones by the letter"),
    (
        ["退货运费谁出", "换货运费谁出"],
        [("换货运费谁出", 1), ("退货运费谁出", 1)],
        "another matter",
    ),
    (["在吗", "谢谢", "？？", "1", "好"], [], "nothing asked"),
    (["我电话〔电话〕几天到", "几天到"], [("几天到", 2)], "masks left out"),
]


@pytest.mark.parametrize(
    ("texts", "expected"), [one[:2] for one in CASES], ids=[one[2] for one in CASES]
)
def test_repeats(texts, expected):
    found = gather(map(Asked, texts), INDEX.said)
    assert sorted((one.text, one.count) for one in found) == sorted(expected)


def test_what_was_opened_is_counted_with_the_question():
    asked = [
        Asked("怎么退货", "a", 2),
        Asked("怎么退货", "b"),
        Asked("亲怎么退货"),
        Asked("怎么退货呀", "a"),
    ]
    (one,) = gather(asked, INDEX.said)
    assert (one.count, dict(one.opened)) == (5, {"a": 3, "b": 1})


def test_groups_hold_what_is_like_their_first():
    found = gather(map(Asked, ["你们招人吗", "你们招客服吗", "有门店吗"]), INDEX.said)
    assert [[one.text for one in group] for group in grouped(found, 0.3)] == [
        ["你们招人吗", "你们招客服吗"], ["有门店吗"],
    ]  # fmt: skip


@given(st.lists(st.text("退货换运费谁出吗亲在，ab1 ", max_size=8), max_size=12), st.randoms())
def test_order_of_the_log_changes_no_count_and_nothing_is_lost(texts, random):
    found = gather(map(Asked, texts), INDEX.said)
    shuffled = list(texts)
    random.shuffle(shuffled)
    again = gather(map(Asked, shuffled), INDEX.said)
    assert sum(one.count for one in found) == sum(one.count for one in again)
    assert len({key_of(one.text) for one in found}) == len(found)


def plainly(texts):
    """How many come under each leader, every leader looked at."""
    counts = Counter(texts)
    leaders = {}
    for text in sorted(counts, key=lambda one: (-counts[one], one)):
        pairs = pairs_of(text)
        near = [one for one in leaders if len(one) >= SHORT <= len(text)]
        best = max(near, key=lambda one: likeness(pairs, pairs_of(one)), default=None)
        if best is None or likeness(pairs, pairs_of(best)) < ALIKE[0] / ALIKE[1]:
            best = text
        leaders[best] = leaders.get(best, 0) + counts[text]
    return leaders


@given(st.lists(st.text("退货换运费", min_size=2, max_size=14), max_size=40))
def test_looking_at_the_rarest_pairs_misses_no_leader(texts):
    found = gather(map(Asked, texts), lambda text: [text])
    assert {one.text: one.count for one in found} == plainly(texts)
