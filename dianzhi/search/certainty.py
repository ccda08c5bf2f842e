"""Whether an entry is about what was asked, by spec/search-index.md section 8. Twin of certainty.js."""

from dianzhi.search.constants import (
    ANSWERED,
    CERTAIN_BEST,
    CERTAIN_MISSING,
    CERTAIN_TOLD,
    DIRECT,
    LIKELY,
    MARGIN,
    TOLD_MOST,
    WORDINGS_MOST,
)
from dianzhi.search.features import Features
from dianzhi.search.question import Question


def is_answer(question: Question, first: Features) -> bool:
    """Say whether the first entry is worth showing: it holds all that was asked, or is sure enough."""
    told, _ = told_and_missing(question, first)
    return told == len(question.content) or certainty(question, first) >= ANSWERED


def certainty(question: Question, entry: Features) -> int:
    """Return how surely the entry is about the question, in logits / 5120.

    What the entry says nowhere counts against it the more wordings it has: an entry with many says
    its matter in most ways, one with a single wording leaves much unsaid.
    """
    told, missing = told_and_missing(question, entry)
    unsaid = missing * min(entry.wordings, WORDINGS_MOST) // WORDINGS_MOST
    return (
        CERTAIN_TOLD * min(told, TOLD_MOST) + CERTAIN_BEST * entry.best - CERTAIN_MISSING * unsaid
    )


def told_and_missing(question: Question, entry: Features) -> tuple[int, int]:
    """Return how many words of content the entry holds, and the rarity of the rarest it lacks."""
    told = [bool(entry.held >> at & 1) for at in range(len(question.content))]
    lacks = (rare for rare, held in zip(question.content.values(), told, strict=True) if not held)
    return sum(told), max(lacks, default=0)


def confidence(sure: int, margin: int) -> str:
    """Return `direct`, `likely` or `maybe` for a certainty and a lead over the best other entry."""
    trust = sure + MARGIN * margin
    if trust >= DIRECT:
        return "direct"
    return "likely" if trust >= LIKELY else "maybe"
