"""What is proposed helps and harms nothing; the rest says why it is not proposed."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianzhi.catalog.compile import compile_catalog
from dianzhi.learning.asked import Asked, Log
from dianzhi.learning.choosing import Choice
from dianzhi.learning.gathering import Question, key_of
from dianzhi.learning.learn import learn
from dianzhi.learning.matching import Candidate
from dianzhi.learning.trial import Shop, found, wordings_of
from dianzhi.source.folder import Files, media_of
from dianzhi.source.understand import understand
from tests.conftest import DAY, TEXTS

OTHER = """\
  - id: ship-time
    category: orders
    question: 付款后多久发货
    similar: [几天寄出, 在订单页点退货在哪里呀]
    answer: 48 小时内。
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    review_by: 2027-01-31
"""


def made():
    """The small shop with a third entry, and one that is urgent: a lift between near equals."""
    text = TEXTS["faq/shelf-life.yaml"] + OTHER
    text = text.replace("吗]\n    answer", "吗]\n    priority: urgent\n    answer")
    texts = TEXTS | {"faq/shelf-life.yaml": text}
    files = Files({path: one.encode() for path, one in texts.items()})
    understood = understand(files)
    catalog, _ = compile_catalog(
        understood.content, broken=frozenset(), media=media_of(files), day=DAY
    )
    return catalog, files


CATALOG, FILES = made()


@pytest.fixture
def files():
    return FILES


@pytest.fixture
def shop(catalog_of, files) -> Shop:
    return Shop(catalog_of(files).public)


def candidate(shop, text, entry, count=2):
    return Candidate(Question(text, count), entry, "opened", found(shop.index, text, entry))


def outcome(shop, *pairs):
    choice = Choice(shop, [candidate(shop, *pair) for pair in pairs])
    chosen = [(one.candidate.question.text, one.after.place) for one in choice.chosen]
    return chosen, [(one.candidate.question.text, one.reason) for one in choice.refused]


def test_a_wording_that_helps(shop):
    assert outcome(shop, ("不喜欢想寄还给你们", "no-reason")) == ([("不喜欢想寄还给你们", 1)], [])


REFUSED = [
    ("不喜欢可以退吗", "no-reason", "known", "the entry has it"),
    ("不喜歡可以退嗎？", "no-reason", "known", "the entry has it in other signs"),
    ("几天寄出", "no-reason", "elsewhere", "another entry has it"),
    ("好" * 40 + "怎么" * 21, "no-reason", "long", "more than the model allows"),
]


@pytest.mark.parametrize(
    ("text", "entry", "reason"), [one[:3] for one in REFUSED], ids=[one[3] for one in REFUSED]
)
def test_refused_at_once(shop, text, entry, reason):
    assert outcome(shop, (text, entry)) == ([], [(text, reason)])


def test_a_word_that_rules_the_entry_out_makes_any_wording_useless(catalog_of, files):
    text = (
        files["faq/shelf-life.yaml"]
        .decode()
        .replace("    keywords: [有效期]\n", "    not: [冰箱]\n")
    )
    shop = Shop(catalog_of(files | {"faq/shelf-life.yaml": text.encode()}).public)
    assert outcome(shop, ("放冰箱里行吗", "how-long")) == ([], [("放冰箱里行吗", "useless")])


def test_a_wording_that_takes_anothers_first_place_is_refused(shop):
    asked = "订单页点退货在哪里呀"
    chosen, refused = outcome(shop, (asked, "no-reason"), ("不喜欢想寄还给你们", "no-reason"))
    assert refused == [(asked, "harmful")]
    assert chosen == [("不喜欢想寄还给你们", 1)]


def test_a_question_that_is_found_with_an_earlier_wording_is_not_proposed(shop):
    first, second = "不喜欢想寄还给你们", "不喜欢想寄还给你们行吗"
    choice = Choice(shop, [candidate(shop, text, "no-reason") for text in (first, second)])
    assert [one.candidate.question.text for one in choice.chosen] == [first]
    assert [one.question.text for one in choice.chosen[0].covers] == [second]
    assert choice.chosen[0].asked == 4


def lines(texts):
    return Log(tuple(Asked(text, entry) for text, entry in texts))


WORDINGS = [*(text for text in ("没开封能放多久", "保质期几年", "不喜欢可以退吗", "几天寄出", "七天无理由怎么退")),
            "不喜欢想寄还给你们", "囤货能囤多久", "啥时候给我寄", "想换个口味", "ship time"]  # fmt: skip
typed = st.lists(
    st.tuples(
        st.sampled_from(WORDINGS) | st.text("没开封能放多久退货发几天寄不喜欢 ，", max_size=10),
        st.sampled_from([None, "how-long", "no-reason", "ship-time", "nobody"]),
    ),
    max_size=8,
)


@settings(max_examples=15)
@given(typed)
def test_no_proposal_exists_already_and_each_leads_first_to_its_entry(texts):
    learnt = learn(CATALOG, FILES, [lines(texts)], least=1, limit=20)
    known = {key_of(text) for one in CATALOG.public.entries for text in wordings_of(one)}
    proposals = [one for entry in learnt.entries for one in entry.proposals]
    keys = [key_of(one.candidate.question.text) for one in proposals]
    assert not known & set(keys)
    assert max(Counter(keys).values(), default=1) == 1
    assert all(one.after.place == 1 for one in proposals)


@settings(max_examples=15)
@given(typed, st.randoms())
def test_the_order_of_lines_that_are_not_sessions_changes_nothing(texts, random):
    shuffled = list(texts)
    random.shuffle(shuffled)
    one, other = (
        learn(CATALOG, FILES, [lines(each)], least=1, limit=20) for each in (texts, shuffled)
    )
    assert one == other
