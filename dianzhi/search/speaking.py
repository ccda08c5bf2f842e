"""The readings that travel with an index: of its own characters, as its own texts use them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dianzhi.search.contents import Contents, han_of
from dianzhi.search.document import SearchDoc
from dianzhi.text.plain import chunk_texts
from dianzhi.text.readings import alone, readings
from dianzhi.text.segment import common_characters

FIRST_CHOICES = 3
"""Characters of a syllable that a slip picks nearly always: the first ones offered."""


def readings_of(
    contents: Contents, docs: Iterable[SearchDoc], own: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the syllables of each character of the index's words and synonyms."""
    told = dict(_told(own))
    expressions = (*contents.words, *(word for group in contents.synonyms for word in group))
    found = readings(expressions, told) | readings(_folded(docs), told)
    known = {char: found[char] for char in han_of(expressions) if char in found}
    return known | _strangers({syllables[0] for syllables in known.values()}, set(known))


def _strangers(syllables: set[str], known: set[str]) -> dict[str, tuple[str, ...]]:
    """Return what an input method puts first for these syllables and the index has nowhere."""
    first: Counter[str] = Counter()
    found: dict[str, tuple[str, ...]] = {}
    for char, heard in alone(common_characters()):
        first[heard] += 1
        if heard in syllables and first[heard] <= FIRST_CHOICES and char not in known:
            found[char] = (heard,)
    return found


def _told(own: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for word, spelled in own.items():
        folded = chunk_texts(word)
        if len(folded) == 1 and len(folded[0]) == len(spelled.split()):
            yield folded[0], tuple(spelled.split())


def _folded(docs: Iterable[SearchDoc]) -> Iterator[str]:
    for doc in docs:
        for text in (doc.question, *doc.similar, *doc.keywords, doc.answer):
            yield from chunk_texts(text)
