"""The order of entries for a query, by spec/search-index.md section 8.

Twin of widget/src/search/ranking.js: integers only, so that scores and ties agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dianzhi.search.constants import (
    ANSWER_SHARE,
    DIRECT,
    FLOOR,
    FLOOR_DEPTH,
    KEYWORD_SHARE,
    LIKELY,
    NEAR_LEAST,
    NEAR_PERCENT,
    NEAR_WEIGHT,
    PRIORITY_UNIT,
    SCORE_UNIT,
    TAIL,
)
from dianzhi.search.contents import Document
from dianzhi.search.opened import Opened
from dianzhi.search.postings import Postings
from dianzhi.search.question import Question


@dataclass(slots=True)
class Found:
    """What speaks for one entry."""

    document: int
    score: int = 0
    cover: int = 0
    """Worth of the query's characters found in the best wording or the answer."""
    row: int = -1
    """The best wording; -1 if only the answer holds something."""
    near: int = 0
    """How near in meaning the nearest wording is, 0 to 1024."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One entry in its place."""

    document: int
    score: int
    percent: int
    """How much query and best wording have in common, 0 to 100."""

    @property
    def confidence(self) -> str:
        """Say how sure the answer is: `direct`, `likely` or `maybe`."""
        if self.percent >= DIRECT:
            return "direct"
        return "likely" if self.percent >= LIKELY else "maybe"


def rank(
    opened: Opened, question: Question, limit: int, sku: str | None, platform: str | None
) -> list[Ranked]:
    """Return the best entries that hold here, highest score first, ties in author order."""
    wordings, answers = opened.wordings, opened.answers
    best = _best_wordings(opened, question)
    _add_answers(best, question, answers)
    _add_meaning(best, opened, question)
    documents = opened.contents.documents
    kept = []
    for found in best.values():
        doc = documents[found.document]
        percent = _percent(found, question.total, wordings)
        if percent >= TAIL and holds(doc, sku, platform) and not question.rules_out(doc.excluded):
            score = found.score + found.score * doc.priority // PRIORITY_UNIT
            kept.append(Ranked(found.document, score, percent))
    kept.sort(key=lambda ranked: (-ranked.score, ranked.document))
    if all(ranked.percent < FLOOR for ranked in kept[:FLOOR_DEPTH]):
        return []
    return kept[:limit]


def holds(doc: Document, sku: str | None, platform: str | None) -> bool:
    """Say whether an entry holds for a product and a platform; None asks for any."""
    for names, wanted in ((doc.products, sku), (doc.platforms, platform)):
        if wanted is not None and names and wanted not in names:
            return False
    return True


def _sums(question: Question, postings: Postings) -> Iterator[tuple[int, int, int]]:
    """Yield (row, score, cover) of every text that holds some evidence, ascending."""
    scores: dict[int, int] = {}
    covers: dict[int, int] = {}
    for evidence in question.evidence(postings):
        for row in postings.rows(evidence.term):
            scores[row] = scores.get(row, 0) + evidence.score
            covers[row] = covers.get(row, 0) + evidence.cover
    for row in sorted(scores):
        yield row, postings.levelled(scores[row], row), covers[row]


def _best_wordings(opened: Opened, question: Question) -> dict[int, Found]:
    """Return what the best wording of each entry says; of equal ones the first."""
    best: dict[int, Found] = {}
    share, whole = KEYWORD_SHARE
    for row, total, cover in _sums(question, opened.wordings):
        score = total * share // whole if row in opened.keyword_rows else total
        found = best.setdefault(opened.owner[row], Found(opened.owner[row], score=-1))
        if score > found.score:
            found.score, found.cover, found.row = score, cover, row
    return best


def _add_answers(best: dict[int, Found], question: Question, answers: Postings) -> None:
    share, whole = ANSWER_SHARE
    for row, score, cover in _sums(question, answers):
        found = best.setdefault(row, Found(row))
        found.score += score * share // whole
        found.cover = max(found.cover, cover * share // whole)


def _add_meaning(best: dict[int, Found], opened: Opened, question: Question) -> None:
    """Make scores parts of the best one, with nearness in meaning on top; what is near enters."""
    if opened.meaning is None:
        return
    top = max((found.score for found in best.values()), default=0)
    near: dict[int, int] = {}
    for row, value in enumerate(opened.meaning.nearness(question.terms)):
        near[opened.owner[row]] = max(near.get(opened.owner[row], 0), value)
    for document, value in near.items():
        if value >= NEAR_LEAST:
            best.setdefault(document, Found(document))
    for found in best.values():
        found.near = near.get(found.document, 0)
        found.score = found.score * SCORE_UNIT // max(1, top) + found.near * NEAR_WEIGHT


def _percent(found: Found, total: int, wordings: Postings) -> int:
    """Return how much query and best wording have in common, 0 to 100, the query counting twice."""
    of_query = min(100, found.cover * 100 // max(1, total))
    whole = wordings.covers[found.row] if found.row >= 0 else 0
    of_wording = min(100, found.cover * 100 // max(1, whole)) if whole else 0
    near = max(0, found.near - NEAR_LEAST) * NEAR_PERCENT // SCORE_UNIT
    return max((2 * of_query + of_wording) // 3, near)
