"""Which entry a question belongs to, and how it is found now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dianzhi.learning.gathering import Question
from dianzhi.learning.trial import SURE, Found, Shop, placed
from dianzhi.learning.words import Words

Basis = Literal["opened", "guessed"]
"""Shoppers opened the entry, or it is what search finds nearest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question with the entry it most likely belongs to."""

    question: Question
    entry: str
    basis: Basis
    now: Found


@dataclass(frozen=True, slots=True)
class Sorted:
    """All questions, each in one of three."""

    found: tuple[Candidate, ...]
    """Find their entry directly: nothing to do."""
    candidates: tuple[Candidate, ...]
    homeless: tuple[Question, ...]
    """Belong to no entry: perhaps a new one."""


def sort_out(shop: Shop, words: Words, questions: Iterable[Question]) -> Sorted:
    """Sort questions by what is to be done about them; the order stays."""
    found, candidates, homeless = [], [], []
    for question in questions:
        candidate = _candidate(shop, words, question)
        if candidate is None:
            homeless.append(question)
        elif candidate.now.direct:
            found.append(candidate)
        else:
            candidates.append(candidate)
    return Sorted(tuple(found), tuple(candidates), tuple(homeless))


def _candidate(shop: Shop, words: Words, question: Question) -> Candidate | None:
    hits = shop.index.search(question.text)
    opened = [(count, name) for name, count in question.opened.items() if name in shop.entries]
    if opened:
        name = min(opened, key=lambda pair: (-pair[0], pair[1]))[1]
        return Candidate(question, name, "opened", placed(hits, name))
    nearest = next((hit for hit in hits[:1]), None)
    if nearest and (nearest.confidence in SURE or words.is_told(question.text, nearest.id)):
        return Candidate(question, nearest.id, "guessed", placed(hits, nearest.id))
    return None
