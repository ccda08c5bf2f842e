"""The table of meaning: what is written is read, damage is refused, nearness is a cosine."""

import math
import zlib
from itertools import chain
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.search import Index, IndexFormatError, SearchDoc, build_index
from dianzhi.search.decode import decode
from dianzhi.search.meaning import FORMAT, HEADER, MAGIC, Meaning, Table, per_byte
from dianzhi.search.opened import Opened
from dianzhi.search.postings import Postings
from dianzhi.search.question import Question
from dianzhi.search.typed import meant_by
from dianzhi.text.tables import meaning

SMALL = Table({"退": (1, 0), "钱": (1, 1), "退货": (-1, 1), "vip": (0, -1)}, 2).to_bytes(3)
TERMS = st.sampled_from(["退", "钱", "货", "𠮷", "退货", "钱货", "vip", "50"])


@st.composite
def tables(draw):
    levels = draw(st.integers(1, 7)) * 2 + 1
    size = draw(st.integers(1, 9))
    number = st.integers(-(levels // 2), levels // 2)
    vector = st.lists(number, min_size=size, max_size=size)
    return levels, Table(draw(st.dictionaries(TERMS, vector)), size)


@given(tables())
def test_a_table_is_read_as_it_was_written(given_table):
    levels, table = given_table
    read = Table.from_bytes(table.to_bytes(levels))
    assert (read.vectors, read.size) == (table.vectors, table.size)


@pytest.mark.parametrize(("levels", "count"), [(3, 5), (5, 3), (7, 2), (15, 2)])
def test_a_byte_is_used_as_far_as_it_goes(levels, count):
    assert per_byte(levels) == count


def test_every_shorter_or_changed_table_is_refused():
    for at in range(len(SMALL)):
        changed = bytearray(SMALL)
        changed[at] ^= 1 << at % 8
        for damaged in (SMALL[:at], bytes(changed)):
            with pytest.raises(IndexFormatError):
                Table.from_bytes(damaged)


def sealed(payload):
    return HEADER.pack(MAGIC, FORMAT, 0, len(payload), zlib.crc32(payload)) + payload


WRONG = {
    "even levels": lambda: Table({"退": (1,)}, 1).to_bytes(4),
    "one level": lambda: sealed(bytes([1, 1, 0, 0, 0])),
    "too many levels": lambda: Table({"退": (1,)}, 1).to_bytes(17),
    "no numbers": lambda: Table({}, 0).to_bytes(3),
    "too many numbers": lambda: Table({}, 257).to_bytes(3),
    "an index": lambda: build_index([SearchDoc(id="a", question="退货")]),
}


@pytest.mark.parametrize("made", WRONG.values(), ids=WRONG)
def test_what_the_format_does_not_allow_is_refused(made):
    with pytest.raises(IndexFormatError):
        Table.from_bytes(made())


WORDINGS = st.lists(st.lists(TERMS, unique=True), max_size=3)


@given(st.lists(WORDINGS, min_size=1), st.lists(TERMS, unique=True))
def test_nearness_is_the_cosine_of_the_sums(entries, asked):
    table = Table.from_bytes(SMALL)
    texts = [text for wordings in entries for text in wordings]
    owner = [entry for entry, wordings in enumerate(entries) for _ in wordings]
    near = Meaning(table, Postings(texts, owner), len(entries)).nearness(asked)
    for wordings, value in zip(entries, near, strict=True):
        one, other = table.sum(chain.from_iterable(wordings)), table.sum(asked)
        lengths = math.hypot(*one) * math.hypot(*other)
        cosine = sum(map(mul, one, other)) / lengths if lengths else 0
        assert 1024 * max(0, cosine) - 1 <= value <= 1024 * max(0, cosine) * 1.04


DOCS = (
    SearchDoc(id="refund", question="退款什么时候到账"),
    SearchDoc(id="invoice", question="怎么开发票"),
    SearchDoc(id="pickup", question="可以自提吗"),
    SearchDoc(id="friend", question="可以让别人付款吗"),
    SearchDoc(id="lost", question="快递丢件怎么赔"),
)
OTHER_WORDS = {
    "我的钱几天能回来": "refund",
    "我自己开车来拿": "pickup",
    "能让我老公掏钱吗": "friend",
    "包裹找不到了": "lost",
    "公司报销要的那张票": "invoice",
    "when will i get my money back": "refund",
    "how do i get a receipt for my company": "invoice",
    "can i collect it myself in store": "pickup",
    "can my friend pay for me": "friend",
    "my parcel never arrived": "lost",
}


@pytest.mark.parametrize(("query", "wanted"), OTHER_WORDS.items(), ids=OTHER_WORDS)
def test_other_words_for_the_same_are_nearest(query, wanted):
    opened = Opened(decode(build_index(DOCS)))
    near = Meaning(Table.from_bytes(meaning()), opened.wordings, len(DOCS))
    found = near.nearness(Question(opened, query).terms)
    assert DOCS[found.index(max(found))].id == wanted


IN_ENGLISH = {
    "how long does a refund take": "refund",
    "how do i get a receipt for my company": "invoice",
    "can someone else pay": "friend",
    "my package is lost, compensation?": "lost",
}


@pytest.mark.parametrize(("query", "wanted"), IN_ENGLISH.items(), ids=IN_ENGLISH)
def test_a_question_in_english_is_answered_where_all_is_in_chinese(query, wanted):
    data = build_index(DOCS)
    assert not Index.from_bytes(data).search(query)
    assert Index.from_bytes(data, meaning=meaning()).search(query)[0].id == wanted


def test_words_of_the_table_are_no_pinyin():
    opened = Opened(decode(build_index([SearchDoc(id="tableware", question="餐具有吗")])))
    assert meant_by(opened, "can i return it") == "餐 i return it"
    opened.join(Table.from_bytes(meaning()))
    assert meant_by(opened, "can i return it") == "can i return it"


def test_a_damaged_table_is_refused_when_the_index_is_opened():
    with pytest.raises(IndexFormatError):
        Index.from_bytes(build_index([SearchDoc(id="a", question="退货")]), meaning=b"DZMT")
