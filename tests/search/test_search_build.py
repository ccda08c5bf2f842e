"""What build_index makes of entries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dianzhi.search import Index, SearchDoc, build_index
from dianzhi.search.decode import decode
from dianzhi.search.encode import encode

VECTORS = Path(__file__).parents[2] / "spec" / "vectors"
BUILD = """
import hashlib, sys
from dianzhi.search import SearchDoc, build_index
docs = [SearchDoc(id=f"e{i}", question=f"第{i}个问题怎么退货", similar=("退貨運費", "vip 几折"),
                  answer="签收之日起七天内可以退", products=("a", "b")) for i in range(20)]
data = build_index(docs, synonyms=[("运费", "邮费")], words=["签收之日"], ignore=["小屿在吗"])
print(hashlib.sha256(data).hexdigest())
"""


def doc(name="a", question="怎么退货？", **fields):
    return SearchDoc(id=name, question=question, **fields)


def ids(data, query, **options):
    return [hit.id for hit in Index.from_bytes(data).search(query, **options)]


def test_the_same_entries_give_the_same_bytes_whatever_the_hash_seed():
    seen = set()
    for seed in ("0", "1", "99"):
        run = subprocess.run(
            [sys.executable, "-c", BUILD],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=VECTORS.parents[1],
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(run.stdout)
    assert len(seen) == 1


def test_contents_come_back_from_their_bytes():
    data = (VECTORS / "index-v2.bin").read_bytes()
    contents = decode(data)
    written = encode(contents)
    assert decode(written) == contents
    assert encode(decode(written)) == written


def test_no_entries_make_an_index_that_finds_nothing():
    assert ids(build_index([]), "退货") == []


def test_an_id_twice_is_an_error():
    with pytest.raises(ValueError, match="more than once: a"):
        build_index([doc(), doc()])


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": " "}, "must not be empty"),
        ({"question": ""}, "must not be empty"),
        ({"priority": 10}, "0 to 9"),
        ({"shard": -1}, "negative"),
    ],
    ids=["blank id", "no question", "priority too high", "negative shard"],
)
def test_an_entry_out_of_range_is_an_error(fields, message):
    with pytest.raises(ValueError, match=message):
        doc(**fields)


def test_documents_keep_what_a_reader_needs():
    whole = doc(
        question="怎么\n退货？ ",
        question_en="How to return?",
        category="returns",
        products=("p1", "p2"),
        platforms=("douyin",),
        excluded=("換貨",),
        priority=3,
        shard=7,
        url="faq/a/",
    )
    (stored,) = Index.from_bytes(build_index([whole])).documents
    assert (stored.question, stored.question_en) == ("怎么 退货？", "How to return?")
    assert (stored.category, stored.shard, stored.priority) == ("returns", 7, 3)
    assert (stored.products, stored.platforms) == (("p1", "p2"), ("douyin",))
    assert (stored.excluded, stored.url) == (("换货",), "faq/a/")


def test_only_folds_that_can_matter_travel():
    folds = decode(build_index([doc(question="退货")])).folds
    assert folds["貨"] == "货"
    assert "費" not in folds
    assert set(folds.values()) <= set("".join(decode(build_index([doc(question="退货")])).words))


def test_a_wording_said_twice_travels_once():
    once = build_index([doc(similar=("想退掉",))])
    assert build_index([doc(similar=("想退掉！", "想退掉。", "怎么退货"))]) == once


def test_equal_entries_stand_in_author_order():
    docs = [doc(name) for name in ("b", "c", "a")]
    assert ids(build_index(docs), "怎么退货") == ["b", "c", "a"]


def test_priority_decides_between_equals():
    docs = [doc("low"), doc("high", priority=1)]
    assert ids(build_index(docs), "怎么退货") == ["high", "low"]


def test_priority_does_not_lift_what_fits_worse():
    docs = [doc("fits", "怎么退货"), doc("urgent", "怎么换货和退款", priority=9)]
    assert ids(build_index(docs), "怎么退货")[0] == "fits"


def test_a_category_decides_between_equals_and_joins_priority():
    docs = [doc("first"), doc("returns", category="returns"), doc("high", priority=3)]
    assert ids(build_index(docs), "怎么退货") == ["high", "first", "returns"]
    here = {"categories": ["returns"]}
    assert ids(build_index(docs), "怎么退货", **here) == ["returns", "high", "first"]
    both = [*docs, doc("both", category="returns", priority=1)]
    assert ids(build_index(both), "怎么退货", **here)[:2] == ["both", "returns"]


def test_a_category_does_not_lift_what_fits_worse():
    docs = [doc("fits", "怎么退货"), doc("near", "怎么换货和退款", category="returns")]
    assert ids(build_index(docs), "怎么退货", categories=["returns"])[0] == "fits"


def test_an_answers_words_are_found_below_a_wordings():
    docs = [doc("said", "下单后发什么", answer="纸箱里有贺卡"), doc("asked", "贺卡怎么写")]
    data = build_index(docs)
    assert ids(data, "贺卡") == ["asked", "said"]


def test_of_a_long_answer_the_rarest_words_travel():
    letters = [a + b for a in "abcdefgh" for b in "klmnopqr"]
    docs = [doc(f"e{i}", answer=" ".join(letters[:60])) for i in range(2)]
    docs.append(doc("rare", answer=" ".join([*letters[:60], "zz"])))
    bags = decode(build_index(docs)).bags
    assert [len(bag) for bag in bags] == [24, 24, 24]
    assert ids(build_index(docs), "zz") == ["rare"]


def test_characters_are_read_as_the_entries_use_them():
    readings = decode(build_index([doc(question="银行卡行不行")])).readings
    assert readings["行"] == ("xing", "hang")
    assert readings["卡"] == ("ka",)


def test_a_shops_reading_wins_over_the_dictionary():
    entry = doc(question="屿重怎么用")
    assert decode(build_index([entry])).readings["重"] == ("zhong",)
    assert decode(build_index([entry], pinyin={"屿重": "yu chong"})).readings["重"] == ("chong",)


def test_a_reading_of_another_length_than_its_word_is_not_used():
    entry = doc(question="屿重怎么用")
    assert build_index([entry], pinyin={"屿重": "yu"}) == build_index([entry])


def test_what_an_input_method_offers_first_is_known_by_its_sound():
    readings = decode(build_index([doc(question="发票")])).readings
    assert readings["法"] == ("fa",)
    assert "票" in readings
    assert "退" not in readings


def test_characters_without_a_reading_travel_without_one():
    readings = decode(build_index([doc(question="退货の々方法")])).readings
    assert "の" not in readings
    assert readings["货"] == ("huo",)
