"""Near-duplicates and related entries."""

import pytest

from dianzhi.search.nearness import (
    DUPLICATE_FROM,
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
