"""The changelog: what the weekly meetings decided, newest first, in groups."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dianzhi.model.content import Content
from dianzhi.model.meeting import Change, ChangeKind, Meeting

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind, in author order; never empty."""

    kind: ChangeKind
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What one meeting changed."""

    meeting: Meeting
    groups: tuple[Group, ...]
    """In the order of `ChangeKind`: 新增, 变更, 停用, 更正, 风险提示."""


def changelog(content: Content, day: date) -> tuple[Decisions, ...]:
    """Return the decisions of all meetings up to `day` (inclusive), newest first.

    Meetings of the same day keep the author's order.
    """
    held = [meeting for meeting in content.meetings if meeting.day <= day]
    newest_first = sorted(held, key=lambda meeting: meeting.day, reverse=True)
    return tuple(Decisions(meeting, grouped(meeting.changes)) for meeting in newest_first)


def grouped(changes: tuple[Change, ...]) -> tuple[Group, ...]:
    """Return the changes by kind, without empty groups."""
    by_kind = ((kind, tuple(one for one in changes if one.kind is kind)) for kind in ChangeKind)
    return tuple(Group(kind, found) for kind, found in by_kind if found)


def recent(content: Content, day: date) -> tuple[Decisions, ...]:
    """Return what changed this week: meetings of the seven days up to `day`, else the latest one."""
    log = changelog(content, day)
    this_week = tuple(one for one in log if one.meeting.day > day - WEEK)
    return this_week or log[:1]
