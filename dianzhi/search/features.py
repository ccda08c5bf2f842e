"""What speaks for each entry, by spec/search-index.md section 8. Twin of features.js.

A further feature joins here and in `MIX`; an entry that only it speaks for is a candidate like any.
"""

from dataclasses import dataclass

from dianzhi.search.constants import QUERY_PART, TEXT_PART, WHOLE
from dianzhi.search.opened import Opened
from dianzhi.search.question import Question


@dataclass(slots=True)
class Features:
    """Of one entry; each but the counts from 0 to 1024."""

    best: int = 0
    """What its best wording has in common with the query."""
    second: int = 0
    """The same of its second best; of an entry with one wording that one's."""
    said: int = 0
    """How much of the query stands in it anywhere, the answer included."""
    near: int = 0
    """How near in meaning its wordings together are; 0 before meaning has joined."""
    wordings: int = 0
    """How many it has."""
    held: int = 0
    """Bit n: it holds content n of the question."""

    def mixed(self) -> tuple[int, ...]:
        """Return what the score mixes, in the order of `MIX`."""
        return self.best, self.second, self.said, self.near


def features_of(opened: Opened, question: Question) -> list[Features]:
    """Return the features of all entries."""
    found = [Features() for _ in opened.contents.documents]
    _add_wordings(found, opened, question)
    _add_said(found, opened, question)
    _add_near(found, opened, question)
    return found


def _add_wordings(found: list[Features], opened: Opened, question: Question) -> None:
    for row, common in enumerate(_common(opened, question)):
        entry = found[opened.owner[row]]
        entry.wordings += 1
        if entry.wordings == 1:
            entry.best = entry.second = common
        elif common > entry.best:
            entry.best, entry.second = common, entry.best
        elif entry.wordings == 2 or common > entry.second:  # noqa: PLR2004  # the second is new
            entry.second = common


def _common(opened: Opened, question: Question) -> list[int]:
    """Return of each wording how much it has in common with the query, 0 to 1024."""
    wordings = opened.wordings
    sums = [0] * wordings.size
    for term, worth in question.evidence.items():
        for row in wordings.rows(term):
            sums[row] += worth
    return [
        _share(worth * (QUERY_PART + TEXT_PART), QUERY_PART * question.total + TEXT_PART * total)
        for worth, total in zip(sums, wordings.totals, strict=True)
    ]


def _add_said(found: list[Features], opened: Opened, question: Question) -> None:
    sums = [0] * len(found)
    for term, worth in question.evidence.items():
        bit = question.bits.get(term, 0)
        for document in _holders(opened, term):
            sums[document] += worth
            found[document].held |= bit
    for entry, worth in zip(found, sums, strict=True):
        entry.said = _share(worth, question.total)


def _add_near(found: list[Features], opened: Opened, question: Question) -> None:
    if opened.meaning is None:
        return
    for entry, near in zip(found, opened.meaning.nearness(question.terms), strict=True):
        entry.near = near


def _holders(opened: Opened, term: str) -> set[int]:
    """Return the entries that hold a term in a wording or their answer."""
    owners = (opened.owner[row] for row in opened.wordings.rows(term))
    return {*owners, *opened.answers.rows(term)}


def _share(part: int, whole: int) -> int:
    return min(WHOLE, part * WHOLE // max(1, whole))
