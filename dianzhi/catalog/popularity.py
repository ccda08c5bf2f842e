"""The prior of an entry in search: how urgent its editor calls it, and how often people ask for it."""

from collections.abc import Iterator, Sequence
from typing import Final

from dianzhi.model.content import Content
from dianzhi.model.entry import Entry
from dianzhi.model.popularity import Popularity
from dianzhi.model.review import Priority
from dianzhi.problems import Level, Problem

URGENCY: Final = {Priority.URGENT: 3, Priority.HIGH: 2, Priority.NORMAL: 1, Priority.LOW: 0}
"""Steps of the index's small lift, so that between near equals the urgent matter comes first."""
BELIEVED: Final = 5
"""Times that every entry is believed to have been asked for before anything is counted: a few are chance."""
MOST_STEPS: Final = 6
"""With the editor's three, the nine steps that an index has: popularity lifts by 9 % at most."""


def priorities(entries: Sequence[Entry], popularity: Popularity) -> dict[str, int]:
    """Return the steps of priority of all public entries by id, 0 to 9."""
    counts = {one.entry: one.count for one in popularity.asked}
    asked = {entry.id: counts.get(entry.id, 0) for entry in entries}
    total = sum(asked.values())
    return {
        entry.id: URGENCY[entry.priority] + asked_steps(asked[entry.id], total, len(entries))
        for entry in entries
    }


def asked_steps(count: int, total: int, entries: int) -> int:
    """Return the steps, 0 to 6, of an entry asked `count` of `total` times, in a shop of so many.

    round(2 × log2((count + 5) / (mean + 5))), where an entry that nobody asked for counts in the mean;
    never below 0. The learned ranking is a softmax over entries whose unit of log-odds is some 1,990
    points of score, so one asked twice as often as the mean deserves ln 2 of them, 1,380 points:
    2.6 to 3.5 steps of a usual top score (docs/explanation/search.md). 2 is the careful side. The 5
    on either side are Laplace's rule: five asks in a small log lift by two steps, not by six.

    In whole numbers, so that no platform rounds another way: the steps are k or more where the
    fourth power of the fraction is 2^(2k − 1) or more. No fraction is equal to its root.
    """
    share = ((count + BELIEVED) * entries) ** 4
    mean = (total + BELIEVED * entries) ** 4
    return sum(share >= mean << (2 * k - 1) for k in range(1, MOST_STEPS + 1))


def check_popularity(content: Content, broken: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong with `asked.yaml`; what it says of entries that are gone is a warning.

    Ids in `broken` belong to records that were left out for their own mistakes: not reported.
    """
    counted = content.popularity
    if counted.since and counted.until and counted.until < counted.since:
        message = f"最后一天 {counted.until} 早于第一天 {counted.since}"
        yield Problem(counted.at.span("until"), "dates-order", message, "检查 from 和 to")
    known = {entry.id for entry in content.entries} | broken
    for one in counted.asked:
        if one.entry not in known:
            message, hint = f"没有编号为 {one.entry} 的问答", "这一行不起作用，可以删掉"
            yield Problem(one.at.span("entry"), "count-of-nothing", message, hint, Level.WARNING)
