"""What an index file says (spec/search-index.md section 7); bytes are for `encode` and `decode`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dianzhi.text.normalize import kind_of

TAGS = ("FOLD", "WORD", "IGNO", "SYNO", "DOCS", "TEXT")
"""What ranks: the core."""
WORDS, TEXTS, BAGS, FOLDS, READINGS, PARTS = LATE = ("word", "text", "bags", "fold", "pyin", "part")
"""What may come later: further words, wordings, answers, folds, readings, parts."""
EARLY = 3
"""Similar wordings of an entry that the core holds; the others come with its keywords."""
END, BREAK, FIRST_SHORT, FIRST_WORD = 0, 1, 2, 128
"""In a stream of words: end of a wording, a separator within it, the first of the short numbers,
and word 0."""
SHORT_MOST = FIRST_WORD - FIRST_SHORT
"""Words that have a number of one byte in streams beside their own."""


Wording = tuple[tuple[int, ...], ...]
"""Phrases of word numbers."""


@dataclass(frozen=True, slots=True)
class Document:
    """An entry as stored."""

    id: str
    question: str
    question_en: str
    url: str
    category: str
    shard: int
    priority: int
    products: tuple[str, ...]
    platforms: tuple[str, ...]
    excluded: tuple[str, ...]
    """Folded `not` words."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole index. The texts of questions are derived from their display form on opening."""

    folds: dict[str, str]
    words: tuple[str, ...]
    """Other sections name a word by its place. The core's come first."""
    core: int
    """How many words the core has; the others are words of what comes later only."""
    costs: dict[str, int]
    """Of the Han words with two characters and more, in bits, at most 255."""
    ignored: tuple[int, ...]
    synonyms: tuple[tuple[str, ...], ...]
    documents: tuple[Document, ...]
    similar: tuple[tuple[Wording, ...], ...]
    """Per document its wordings beside the questions; the first `EARLY` before the rest has come."""
    keywords: tuple[Wording, ...]
    """Per document one wording of all keywords, a phrase or more each; empty before they have come."""
    bags: tuple[tuple[int, ...], ...]
    """Per document the words of its answer that its wordings lack, ascending; none at all before
    the answers have come."""
    readings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Syllables of characters, the usual one first; empty where the index carries none."""
    parts: tuple[int, ...] = ()
    """Per document the part it speaks for; empty unless this is the head of an index in parts."""
    chatter: tuple[int, ...] = ()
    """Of a head those of `ignored` that are chatter; the others are names of products."""


def is_costed(word: str) -> bool:
    """Say whether a word carries a cost: Han, and not a lone character."""
    return len(word) > 1 and kind_of(word[0]) == "h"


def han_of(texts: Iterable[str]) -> list[str]:
    """Return the Han characters of texts, each once, by code point."""
    return sorted({char for text in texts for char in text if kind_of(char) == "h"})
