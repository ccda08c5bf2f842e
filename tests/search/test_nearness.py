"""Near-duplicates and related entries."""

import pytest
from whoosh.fields import ID, TEXT, Schema
from whoosh.query import Or, Term

from dianzhi.search.analysis import ChineseTokenizer
from dianzhi.search.memory import memory_index
from dianzhi.search.nearness import (
    DUPLICATE_FROM,
    TELLING,
    Wordings,
    likeness,
    near_duplicates,
    nearness,
    related,
)

ENTRIES = [
    Wordings("ship", "付款后多久发货", ("几天能发货", "什么时候发")),
    Wordings("ship-again", "付款以后多久发货", ("几天可以发货", "啥时候发货")),
    Wordings("ship-late", "过了发货时间还没发怎么办", ("催发货", "怎么还不发货")),
    Wordings("refund", "退款多久到账", ("钱什么时候退回来",)),
    Wordings("pregnant", "孕妇能用吗", ("怀孕可以用吗",)),
]


@pytest.fixture(scope="module")
def near():
    return nearness(ENTRIES)


def test_the_same_question_in_other_words_is_a_near_duplicate(near):
    assert list(near_duplicates(ENTRIES, near)) == [("ship", "ship-again")]


def test_related_entries_share_the_subject_and_never_the_entry_itself(near):
    found = related(near)
    assert "ship-late" in found["ship"]
    assert all(one not in others for one, others in found.items())
    assert found["pregnant"] == ()


def test_the_order_of_entries_does_not_change_who_is_near(near):
    backwards = nearness(list(reversed(ENTRIES)))
    assert {one: set(others) for one, others in related(backwards).items()} == {
        one: set(others) for one, others in related(near).items()
    }


def test_it_is_what_whoosh_itself_says():
    """The scores of each term are kept and added up here; an `Or` of Whoosh does the same."""
    for entry in ENTRIES:
        told = dict(asked_of_whoosh(entry))
        own = told.pop(entry.id)
        expected = {one: pytest.approx(score / own) for one, score in told.items()}
        assert dict(nearness(ENTRIES)[entry.id]) == expected


def asked_of_whoosh(entry):
    tokenizer = ChineseTokenizer()
    index = memory_index(Schema(id=ID(stored=True), text=TEXT(analyzer=tokenizer)))
    writer = index.writer()
    for one in ENTRIES:
        writer.add_document(id=one.id, text="\n".join((one.question, *one.others)))
    writer.commit()
    with index.searcher() as searcher:
        terms = sorted(
            set(tokenizer.words(entry.question)),
            key=lambda term: (searcher.reader().doc_frequency("text", term), term),
        )
        query = Or([Term("text", term) for term in terms[:TELLING]])
        return [(hit["id"], hit.score) for hit in searcher.search(query, limit=None)]


ALIKE = [
    ("one added character", "付款后多久发货", "付款以后多久发货", True),
    ("traditional characters", "怎麼開發票", "怎么开发票", True),
    ("another verb", "怎么加入会员", "怎么退出会员", False),
    ("another time", "没开封的能放多久", "开封后能放多久", False),
    ("nothing in common", "孕妇能用吗", "发什么快递", False),
]


@pytest.mark.parametrize(
    ("one", "other", "same"), [c[1:] for c in ALIKE], ids=[c[0] for c in ALIKE]
)
def test_likeness_of_questions(one, other, same):
    assert (likeness(one, other) >= DUPLICATE_FROM) is same


def test_nothing_is_written_to_the_temp_folder(near, tmp_path, monkeypatch):
    """Whoosh's own in-memory storage works in one shared folder: two runs at once would clash."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert nearness(ENTRIES) == near
    assert list(tmp_path.iterdir()) == []
