"""How good an index answers questions whose right answers are known. Pure arithmetic on hits."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dianzhi.search.index import Hit, Index
from dianzhi.search.parts import PartedIndex

DEPTH = 10
"""Hits looked at: what stands lower counts as not found."""
SHOWN = 3
"""Hits a shopper sees without scrolling; an answer below them is a failure."""
CONFIDENCES = ("direct", "likely", "maybe")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question and what was found for it."""

    query: str
    wanted: tuple[str, ...]
    """Any of them is right; empty: the shop has no answer, and none should be found."""
    hits: tuple[Hit, ...]
    """Best first, at most `DEPTH`."""

    @property
    def place(self) -> int | None:
        """Return where the first right entry stands, from 1; None if it was not found."""
        places = (place for place, hit in enumerate(self.hits, 1) if hit.id in self.wanted)
        return next(places, None)


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of `count` questions, 0 to 1; all 0 when there are none."""

    count: int
    hit1: float
    hit3: float
    hit10: float
    mrr: float
    """Mean of 1 / place, 0 for what does not stand among the first `DEPTH`."""
    refused: float
    """Share for which nothing was found at all."""


@dataclass(frozen=True, slots=True)
class Trust:
    """What a confidence was worth, over the questions whose first hit carried it."""

    confidence: str
    count: int
    right: int
    unanswerable: int
    """Questions among them to which the shop has no answer."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """An entry that stood first where another one was wanted."""

    wanted: str
    """The first of the entries that would have been right."""
    found: str
    count: int


def ask(
    index: Index | PartedIndex, questions: Iterable[tuple[str, Sequence[str]]]
) -> list[Outcome]:
    """Put questions, each with the ids that answer it, to an index."""
    return [
        Outcome(query, tuple(wanted), tuple(index.search(query, limit=DEPTH)))
        for query, wanted in questions
    ]


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """Return the figures of questions; of unanswerable ones only `refused` says something."""
    asked = list(outcomes)
    places = [outcome.place for outcome in asked]
    found = [place for place in places if place is not None]
    count = max(1, len(asked))
    return Figures(
        count=len(asked),
        hit1=sum(place <= 1 for place in found) / count,
        hit3=sum(place <= SHOWN for place in found) / count,
        hit10=len(found) / count,
        mrr=sum(1 / place for place in found) / count,
        refused=sum(not outcome.hits for outcome in asked) / count,
    )


def by_group(outcomes: Iterable[Outcome], group_of: Mapping[str, str]) -> dict[str, Figures]:
    """Return figures by the group of the first wanted entry, in the order of `group_of`.

    Unanswerable questions are in no group.

    Raises:
        KeyError: a wanted entry has no group.
    """
    groups: dict[str, list[Outcome]] = {group: [] for group in group_of.values()}
    for outcome in outcomes:
        if outcome.wanted:
            groups[group_of[outcome.wanted[0]]].append(outcome)
    return {group: figures(asked) for group, asked in groups.items() if asked}


def failures(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the answerable questions without a right entry among the first `SHOWN`, as asked."""
    return [
        outcome
        for outcome in outcomes
        if outcome.wanted and (outcome.place is None or outcome.place > SHOWN)
    ]


def answered_anyway(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the unanswerable questions for which something was found."""
    return [outcome for outcome in outcomes if not outcome.wanted and outcome.hits]


def confusions(outcomes: Iterable[Outcome]) -> list[Confusion]:
    """Return which entry stood first instead of which, most frequent first, then as asked."""
    counted = Counter(
        (outcome.wanted[0], outcome.hits[0].id)
        for outcome in outcomes
        if outcome.wanted and outcome.hits and outcome.place != 1
    )
    return [Confusion(*pair, count) for pair, count in counted.most_common()]


def trust(outcomes: Iterable[Outcome]) -> list[Trust]:
    """Return how right each confidence was, surest first."""
    asked = [outcome for outcome in outcomes if outcome.hits]
    return [_trust(name, asked) for name in CONFIDENCES]


def _trust(confidence: str, asked: Iterable[Outcome]) -> Trust:
    carried = [outcome for outcome in asked if outcome.hits[0].confidence == confidence]
    return Trust(
        confidence=confidence,
        count=len(carried),
        right=sum(outcome.place == 1 for outcome in carried),
        unanswerable=sum(not outcome.wanted for outcome in carried),
    )
