"""The changelog: newest first, in fixed groups, never from the future."""

from datetime import date

import pytest

from dianzhi.changes import changelog, recent
from dianzhi.model.content import Content
from dianzhi.model.kinds import InternalText, Text
from dianzhi.model.meeting import Change, ChangeKind, Meeting
from dianzhi.model.shop import Hours, Shop

SHOP = Shop(
    dianzhi_format=1,
    name=Text("小店"),
    platform="douyin",
    hours=(Hours(days=(1,), opens="09:00", closes="18:00"),),
)


def change(ident, kind):
    return Change(
        id=ident,
        kind=ChangeKind(kind),
        title=InternalText(ident),
        why=InternalText("因为"),
        effective=date(2026, 11, 1),
        owner="wang",
    )


def meeting(day, *changes):
    return Meeting(
        id=f"m{day}",
        day=date(2026, 11, day),
        title=InternalText("例会"),
        host="wang",
        recorder="wang",
        changes=changes,
    )


def content(*meetings):
    return Content(shop=SHOP, meetings=meetings)


def test_newest_meeting_first_and_same_day_in_author_order():
    first, second, last = (meeting(2, change(one, "risk")) for one in "abc")
    log = changelog(
        content(first, second, last, meeting(9, change("d", "risk"))), date(2026, 11, 9)
    )
    assert [one.meeting.changes[0].id for one in log] == ["d", "a", "b", "c"]


def test_groups_follow_the_kinds_and_keep_author_order():
    kinds = ["risk", "corrected", "added", "retired", "changed", "added"]
    held = meeting(2, *(change(f"{kind}{i}", kind) for i, kind in enumerate(kinds)))
    (only,) = changelog(content(held), date(2026, 11, 2))
    shown = [(group.kind.label, [one.id for one in group.changes]) for group in only.groups]
    assert shown == [
        ("新增", ["added2", "added5"]),
        ("变更", ["changed4"]),
        ("停用", ["retired3"]),
        ("更正", ["corrected1"]),
        ("风险提示", ["risk0"]),
    ]


def test_meetings_after_the_day_are_not_told():
    held = content(meeting(2, change("a", "risk")), meeting(9, change("b", "risk")))
    assert [one.meeting.day.day for one in changelog(held, date(2026, 11, 8))] == [2]


@pytest.mark.parametrize(
    ("days", "today", "told"),
    [
        pytest.param([2, 9, 16], 16, [16], id="today counts, a week ago does not"),
        pytest.param([9, 10, 16], 16, [16, 10], id="two meetings in seven days"),
        pytest.param([2, 9], 20, [9], id="nothing this week: the latest meeting"),
        pytest.param([], 20, [], id="no meetings at all"),
    ],
)
def test_recent(days, today, told):
    held = content(*(meeting(day, change(f"c{day}", "risk")) for day in days))
    assert [one.meeting.day.day for one in recent(held, date(2026, 11, today))] == told
