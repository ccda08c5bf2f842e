"""The order of entries for a query, by spec/search-index.md section 8.

Twin of widget/src/search/ranking.js: integers only, so that scores and ties agree.
"""

from collections.abc import Collection
from dataclasses import dataclass

from dianzhi.search.certainty import confidence
from dianzhi.search.constants import CATEGORY_STEPS, MIX, NEAR_LEAST, PRIORITY_UNIT, TAIL
from dianzhi.search.contents import Document
from dianzhi.search.features import Features, features_of
from dianzhi.search.opened import Opened
from dianzhi.search.question import Question


@dataclass(frozen=True, slots=True)
class Context:
    """Where a question is asked."""

    sku: str | None = None
    """Leaves out entries that hold for other products only."""
    platform: str | None = None
    """Leaves out entries that hold for other platforms only."""
    categories: Collection[str] = ()
    """Those that the shopper is looking at: their entries are somewhat likelier."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One entry in its place."""

    document: int
    score: int
    confidence: str
    """`direct`, `likely` or `maybe`."""


Scored = tuple[int, int, Features]
"""Score, number and features of an entry."""


def rank(opened: Opened, question: Question, limit: int, context: Context) -> list[Ranked]:
    """Return the best entries that hold here, highest score first, ties in author order.

    None at all if the first does not seem to be about what was asked.
    """
    found = scored(opened, question, context)
    sure = [
        confidence(question, features, score - _rival(found, at))
        for at, (score, _, features) in enumerate(found[:limit])
    ]
    if not sure or not sure[0]:
        return []
    return [
        Ranked(number, score, one or "maybe")
        for one, (score, number, _) in zip(sure, found, strict=False)
    ]


def scored(opened: Opened, question: Question, context: Context) -> list[Scored]:
    """Return all entries that hold here and have something in common with a question, best first."""
    documents = opened.contents.documents
    found = [
        (_score(features, documents[number], context), number, features)
        for number, features in enumerate(features_of(opened, question))
        if _is_found(features) and _holds(documents[number], question, context)
    ]
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _is_found(features: Features) -> bool:
    return features.said >= TAIL or features.near >= NEAR_LEAST


def _score(features: Features, doc: Document, context: Context) -> int:
    score = sum(map(int.__mul__, MIX, features.mixed()))
    steps = doc.priority + (CATEGORY_STEPS if doc.category in context.categories else 0)
    return score + score * steps // PRIORITY_UNIT


def _rival(found: list[Scored], at: int) -> int:
    """Return the score of the best entry but the one at this place."""
    others = found[1:2] if at == 0 else found[:1]
    return others[0][0] if others else 0


def _holds(doc: Document, question: Question, context: Context) -> bool:
    """Say whether an entry holds for a product, a platform and a question; None asks for any."""
    for names, wanted in ((doc.products, context.sku), (doc.platforms, context.platform)):
        if wanted is not None and names and wanted not in names:
            return False
    return not question.rules_out(doc.excluded)
