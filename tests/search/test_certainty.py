"""When search finds nothing, how sure it is, and which entry stands first, on a little shop."""

import pytest

from dianzhi.search import Index, SearchDoc, build_index

WAYS = (
    "发票怎么开",
    "开票在哪里申请",
    "能开发票吗",
    "发票什么时候开好",
    "要发票",
    "发票抬头填什么",
    "电子发票",
)
SHOP = (
    SearchDoc(id="invoice", question="怎么申请发票", similar=WAYS),
    SearchDoc(
        id="shelf", question="保质期多久", similar=("能放半年吗", "多久过期"), answer="一般十二个月"
    ),
    SearchDoc(id="rain", question="下雨天送货吗"),
)
OTHERS = tuple(
    SearchDoc(id=f"{at}", question="".join(map(chr, range(at, at + 6))) + "怎么是")
    for at in range(0x5000, 0x5600, 12)
)
"""Entries that share only the frame with anything asked: rarity needs a shop around it."""
INDEX = Index.from_bytes(build_index((*SHOP, *OTHERS)))


def hits(query):
    return [(hit.id, hit.confidence) for hit in INDEX.search(query)]


@pytest.mark.parametrize(
    "query",
    ["你们老板是哪里人", "股票基金亏了钱", "隔壁老王家的猫", "zzqx"],
    ids=["shares only the frame", "one character of the topic", "shares nothing", "no word at all"],
)
def test_what_the_shop_does_not_say_is_not_answered(query):
    assert hits(query) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("发票怎么申请", "invoice"),
        ("发", "invoice"),
        ("发票", "invoice"),
        ("6个月", "shelf"),
        ("六个月还能放吗", "shelf"),
        ("十二个月", "shelf"),
        ("怎么", "invoice"),
    ],
    ids=[
        "other order",
        "one character",
        "one word",
        "another way to write an amount",
        "the same in characters",
        "only the answer holds it",
        "only frame is typed so far",
    ],
)
def test_what_is_held_in_full_is_answered_however_short(query, first):
    assert hits(query)[0][0] == first


def test_what_many_wordings_do_not_say_counts_more_than_what_one_does_not():
    few = build_index([SHOP[0], SearchDoc(id="bag", question="发票随包裹寄吗")])
    found = Index.from_bytes(few).search("发票能寄给邻居吗")
    assert found[0].id == "bag"


def test_the_second_best_wording_decides_between_entries_as_near():
    twice = SearchDoc(id="twice", question="退货运费谁出", similar=("退货的邮费谁出",))
    once = SearchDoc(id="once", question="退货运费谁出", similar=("换货要几天",))
    found = Index.from_bytes(build_index([once, twice])).search("退货运费谁出")
    assert [hit.id for hit in found] == ["twice", "once"]
