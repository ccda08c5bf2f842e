"""Whether an entry is about what was asked, by spec/search-index.md section 8. Twin of certainty.js."""

from dianzhi.search.constants import (
    ANSWERED,
    ANSWERED_ALONE,
    CERTAIN_BEST,
    CERTAIN_LEAD,
    CERTAIN_MISSING,
    CERTAIN_TOLD,
    DIRECT,
    LIKELY,
    NEAR_LEAST,
    STORY,
    TOLD_MOST,
    WORDINGS_MOST,
)
from dianzhi.search.features import Features
from dianzhi.search.question import Question


def confidence(question: Question, entry: Features, lead: int) -> str:
    """Return `direct`, `likely` or `maybe`; empty where the entry alone were no answer.

    It is one if it holds all that was asked, or is near and lacks nothing but letters, or is sure
    enough: surer the more wordings it has, and where it holds nothing of it. `lead` is its score less
    that of the best other entry.
    """
    sure = certainty(question, entry, lead)
    if sure >= LIKELY:
        return "direct" if sure >= DIRECT else "likely"
    told, missing = told_and_missing(question, entry)
    line = ANSWERED_ALONE + of_wordings(ANSWERED - ANSWERED_ALONE, entry) if told else ANSWERED
    if missing <= 0 and entry.near >= NEAR_LEAST:
        line = 0  # asked in letters: an entry in Chinese holds none of them
    return "maybe" if told == len(question.content) or sure >= line else ""


def certainty(question: Question, entry: Features, lead: int) -> int:
    """Return how surely the entry is about the question, in logits / 12640.

    What the entry says nowhere counts against it the more wordings it has: an entry with many says
    its matter in most ways, one with a single wording leaves much unsaid.
    """
    told, missing = told_and_missing(question, entry)
    said = CERTAIN_TOLD * min(told, TOLD_MOST) + CERTAIN_BEST * entry.best + CERTAIN_LEAD * lead
    return said - CERTAIN_MISSING * of_wordings(missing, entry)


def told_and_missing(question: Question, entry: Features) -> tuple[int, int]:
    """Return how many words of content the entry holds, and the rarity of the rarest it lacks.

    The longer the question, the less: stories lack nothing for the rare words of their circumstances.
    """
    told = [bool(entry.held >> at & 1) for at in range(len(question.content))]
    lacks = (rare for rare, held in zip(question.content.values(), told, strict=True) if not held)
    return sum(told), max(lacks, default=0) * STORY // max(STORY, len(told))


def of_wordings(value: int, entry: Features) -> int:
    """Return the part of a value that counts for an entry with so many wordings."""
    return value * min(entry.wordings, WORDINGS_MOST) // WORDINGS_MOST
