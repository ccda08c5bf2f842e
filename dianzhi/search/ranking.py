"""The order of entries for a query, by spec/search-index.md section 8.

Twin of widget/src/search/ranking.js: integers only, so that scores and ties agree.
"""

from dataclasses import dataclass

from dianzhi.search.constants import (
    MIX,
    PRIORITY_UNIT,
    QUERY_PART,
    TAIL,
    TEXT_PART,
    WHOLE,
)
from dianzhi.search.contents import Document
from dianzhi.search.opened import Opened
from dianzhi.search.question import Question

Features = tuple[int, ...]
"""What speaks for an entry, each 0 to 1024, in the order of `MIX`."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One entry in its place."""

    document: int
    score: int
    features: Features


def rank(
    opened: Opened, question: Question, limit: int, sku: str | None, platform: str | None
) -> list[Ranked]:
    """Return the best entries that hold here, highest score first, ties in author order."""
    documents = opened.contents.documents
    kept = []
    for number, features in enumerate(features_of(opened, question)):
        doc = documents[number]
        if features[-1] < TAIL or not holds(doc, sku, platform):
            continue
        if not question.rules_out(doc.excluded):
            score = sum(map(int.__mul__, MIX, features))
            kept.append(Ranked(number, score + score * doc.priority // PRIORITY_UNIT, features))
    kept.sort(key=lambda ranked: (-ranked.score, ranked.document))
    return kept[:limit]


def holds(doc: Document, sku: str | None, platform: str | None) -> bool:
    """Say whether an entry holds for a product and a platform; None asks for any."""
    for names, wanted in ((doc.products, sku), (doc.platforms, platform)):
        if wanted is not None and names and wanted not in names:
            return False
    return True


def features_of(opened: Opened, question: Question) -> list[Features]:
    """Return the features of every entry."""
    best, second = _wordings(opened, question)
    said = _said(opened, question)
    return list(zip(best, second, said, strict=True))


def _wordings(opened: Opened, question: Question) -> tuple[list[int], list[int]]:
    """Return what best and second best wording of each entry have in common with the query.

    An entry with one wording has it twice: it shall not stand behind for want of others.
    """
    count = len(opened.contents.documents)
    best, second = [-1] * count, [-1] * count
    for row, found in enumerate(_common(opened, question)):
        owner = opened.owner[row]
        best[owner], second[owner] = (
            (found, best[owner])
            if found > best[owner]
            else (best[owner], max(second[owner], found))
        )
    best = [max(0, value) for value in best]
    return best, [value if other < 0 else other for value, other in zip(best, second, strict=True)]


def _common(opened: Opened, question: Question) -> list[int]:
    """Return of each wording how much it has in common with the query, 0 to 1024."""
    wordings = opened.wordings
    sums = [0] * wordings.size
    for term, worth in question.evidence.items():
        for row in wordings.rows(term):
            sums[row] += worth
    return [
        min(WHOLE, found * WHOLE * (QUERY_PART + TEXT_PART) // _together(question.total, total))
        for found, total in zip(sums, wordings.totals, strict=True)
    ]


def _together(query: int, text: int) -> int:
    return max(1, QUERY_PART * query + TEXT_PART * text)


def _said(opened: Opened, question: Question) -> list[int]:
    """Return how much of the query each entry says somewhere, answer included, 0 to 1024."""
    sums = [0] * len(opened.contents.documents)
    for term, worth in question.evidence.items():
        for document in holders(opened, term):
            sums[document] += worth
    return [min(WHOLE, found * WHOLE // max(1, question.total)) for found in sums]


def holders(opened: Opened, term: str) -> set[int]:
    """Return the entries that hold a term in a wording or their answer."""
    return {*map(opened.owner.__getitem__, opened.wordings.rows(term)), *opened.answers.rows(term)}
