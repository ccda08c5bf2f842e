"""What follows the last characters of a query in the wordings speaks for the entries that hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.search import Index, SearchDoc, build_index, split
from dianzhi.search.ahead import ahead
from dianzhi.search.constants import AHEAD_LIMIT
from dianzhi.search.decode import decode
from dianzhi.search.opened import Opened
from dianzhi.search.question import Question

DOCS = (
    SearchDoc(id="sent", question="订单什么时候发货", similar=("几时发货", "什么时候能寄出")),
    SearchDoc(id="whole", question="什么是全额付款"),
    SearchDoc(id="cancel", question="怎么取消订单"),
    SearchDoc(id="member", question="vip有什么用"),
)
INDEX = build_index(DOCS)
NONE = {
    "": "nothing typed",
    "vip": "letters, which are completed otherwise",
    "订单12": "digits",
    "鱼": "a character that no wording holds",
    "发货": "the wordings end with it",
    "退货": "so they do with its last character",
}


@pytest.fixture(scope="module")
def opened():
    return Opened(decode(INDEX))


def follows(opened, query):
    question = Question(opened, query)
    return ahead(opened, question.phrases, question.terms)


def test_what_follows_the_last_pair_counts_as_often_as_it_does(opened):
    found = follows(opened, "我的包裹什么")
    worth = opened.wordings.worth
    assert len(opened.wordings.rows("什么")) == 4
    assert found["时候"] == worth("时候") * 2 // 5
    assert found["发"] == worth("发") * 1 // 5
    assert "候发" not in found, "a dozen terms that say more are enough"
    assert "款" not in found, "beyond the reach: 么, 么是, 是, 是全, 全, 全额, 额, 额付, 付"


def test_what_follows_the_last_character_counts_where_its_pair_is_rare(opened):
    found = follows(opened, "帮我取")
    assert set(found) == {"取消", "消", "消订", "订", "订单", "单"}


def test_a_half_typed_question_finds_how_it_goes_on():
    index = Index.from_bytes(INDEX)
    assert [hit.id for hit in index.search("我的包裹什么时")][:1] == ["sent"]


@pytest.mark.parametrize("query", NONE)
def test_nothing_follows(opened, query):
    assert follows(opened, query) == {}


def test_before_the_readings_have_come_nothing_follows():
    core, _ = split(INDEX)
    assert follows(Opened(decode(core)), "我的包裹什么") == {}


@given(st.text("订单什么时候发货取消付款", max_size=12))
def test_few_terms_follow_none_asked_for_and_none_worth_more_than_itself(query):
    opened = Opened(decode(INDEX))
    found = follows(opened, query)
    assert len(found) <= AHEAD_LIMIT
    assert not found.keys() & set(Question(opened, query).terms)
    assert all(0 <= part < opened.wordings.worth(term) for term, part in found.items())
