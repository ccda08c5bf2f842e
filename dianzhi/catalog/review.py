"""Approval and dates: who may publish what, and from when to when."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from dianzhi.model.content import Content
from dianzhi.model.flow import Flow
from dianzhi.model.meeting import ChangeKind, Meeting
from dianzhi.model.review import Reviewed, State
from dianzhi.model.shop import Person
from dianzhi.problems import Level, Problem


def check_review(content: Content, day: date) -> Iterator[Problem]:
    """Yield every broken rule of approval, and as warnings what is due on `day`."""
    people = {person.id: person for person in content.people}
    for record in chain(content.entries, content.scripts):
        yield from _approval(record, people)
        yield from _dates(record)
        yield from _overdue(record, day)
    for flow in content.flows:
        yield from _approval(flow, people)
    for meeting in content.meetings:
        yield from _applied(meeting, content, day)


def _approval(record: Reviewed | Flow, people: Mapping[str, Person]) -> Iterator[Problem]:
    if record.approved_by is None:
        if record.state is State.APPROVED:
            hint = "请有审核权的同事审核后写上 approved_by，或者把 state 改回 draft"
            yield Problem(record.at.span("state"), "not-approved", "已审核的内容没有写审核人", hint)
        return
    place, approver = record.at.span("approved_by"), people.get(record.approved_by)
    if record.approved_by == record.edited_by:
        hint = "请另一位有审核权的同事审核"
        yield Problem(place, "self-approved", f"{record.approved_by} 审核了自己编辑的内容", hint)
    elif approver is not None and not approver.role.approves:
        able = "、".join(one.id for one in people.values() if one.role.approves)
        message = f"{record.approved_by} 没有审核权（{approver.role.label}）"
        yield Problem(place, "cannot-approve", message, f"可以审核的人：{able or '还没有'}")


def _dates(record: Reviewed) -> Iterator[Problem]:
    place = record.at.span
    if record.state is State.APPROVED and record.approved_by and record.approved_on is None:
        hint = "写上审核通过的日期"
        yield Problem(
            place("approved_by"), "not-approved", "写了审核人，没有写审核日期 approved_on", hint
        )
    if record.approved_on is not None and record.approved_on < record.edited_on:
        message = f"审核日期 {record.approved_on} 早于编辑日期 {record.edited_on}"
        hint = "改过的内容要重新审核：更新 approved_on，或者把 state 改回 draft"
        yield Problem(place("approved_on"), "approved-before-edit", message, hint)
    if record.until is not None and record.until < record.effective:
        message = f"失效日期 {record.until} 早于生效日期 {record.effective}"
        yield Problem(
            place("until"), "dates-order", message, "检查这两个日期，失效日期是最后有效的一天"
        )
    if record.review_by < record.effective:
        message = f"复核日期 {record.review_by} 早于生效日期 {record.effective}"
        yield Problem(place("review_by"), "dates-order", message, "复核日期要在生效之后")


def _overdue(record: Reviewed, day: date) -> Iterator[Problem]:
    if record.in_force(day) and record.effective <= record.review_by < day:
        message = f"{record.id} 应在 {record.review_by} 之前复核"
        hint = f"请负责人 {record.owner} 重新看一遍，没有问题就更新 review_by"
        yield Problem(record.at.span("review_by"), "review-overdue", message, hint, Level.WARNING)


def _applied(meeting: Meeting, content: Content, day: date) -> Iterator[Problem]:
    """Warn of a decision that never reached the text it is about."""
    records = {record.id: record for record in chain(content.entries, content.scripts)}
    for change in meeting.changes:
        if change.kind is ChangeKind.RISK or change.effective > day:
            continue
        for name in (*change.entries, *change.scripts):
            record = records.get(name)
            if record is not None and record.edited_on < meeting.day:
                message = f"会议 {meeting.day} 决定改 {name}，但它的编辑日期还是 {record.edited_on}"
                hint = "把决定写进这条内容并更新 edited_on，或者从这条更新里去掉它"
                yield Problem(change.at.span(), "meeting-not-applied", message, hint, Level.WARNING)
