"""Entries as weighted terms of their topics. Whole numbers, so that every machine divides alike."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from math import isqrt
from operator import itemgetter
from typing import Any, Final

from dianzhi.search.document import SearchDoc
from dianzhi.search.parts.words import ShopWords, Topic
from dianzhi.search.postings import log2_256
from dianzhi.text.terms import is_frame

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map`, or what does the same on several processors: results in the order of the jobs."""
UNIT: Final = 1024
"""Length of every vector."""
TERMS_MOST: Final = 64
"""Terms that an entry is known by, its heaviest: with all of them nothing is divided better."""
CHUNK: Final = 1000
"""Entries of a job."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms by number, and what each weighs; the heaviest first."""

    terms: "array[int]"
    weights: "array[int]"

    def items(self) -> Iterator[tuple[int, int]]:
        """Yield terms with their weights."""
        return zip(self.terms, self.weights, strict=True)


def vectors(docs: Sequence[SearchDoc], own: ShopWords, each: Each) -> list[Vector]:
    """Return the vectors of entries: a term weighs by its rarity and by how often it is said."""
    jobs = (docs[at : at + CHUNK] for at in range(0, len(docs), CHUNK))
    numbers: dict[str, int] = {}
    said = [
        (_numbered(counts, numbers), array("H", counts.values()), texts)
        for found in each(partial(_said_by, own), jobs)
        for counts, texts in found
    ]
    spread = Counter(term for terms, _, _ in said for term in terms)
    rarity = [_rarity(term, spread[number], len(docs)) for term, number in numbers.items()]
    return [
        _vector(zip(terms, counts, strict=True), texts, rarity) for terms, counts, texts in said
    ]


def _said_by(own: ShopWords, docs: Iterable[SearchDoc]) -> list[tuple[dict[str, int], int]]:
    """Return of each entry its terms with how many of its texts hold them, and how many it has."""
    topic = Topic(own)
    return [_said(topic, doc) for doc in docs]


def _said(topic: Topic, doc: SearchDoc) -> tuple[dict[str, int], int]:
    texts = (doc.question, *doc.similar, " ".join(doc.keywords))
    return dict(Counter(term for text in texts for term in topic.terms(text))), len(texts)


def _numbered(terms: Iterable[str], numbers: dict[str, int]) -> "array[int]":
    """Return terms as numbers, which take a tenth of the memory; new ones are numbered on."""
    return array("I", (numbers.setdefault(term, len(numbers)) for term in terms))


def _rarity(term: str, held: int, count: int) -> int:
    """Return 256 times the bits of a term's rarity; of what a single entry says nothing can be told."""
    if held == 1:
        return 0
    rare = log2_256(2 * count + 2) - log2_256(2 * held + 1)
    return rare // 2 if is_frame(term) else rare


def _vector(counts: Iterable[tuple[int, int]], texts: int, rarity: Sequence[int]) -> Vector:
    weights = {term: isqrt((count << 16) // texts) * rarity[term] >> 8 for term, count in counts}
    return unit(weights, TERMS_MOST)


def unit(weights: Mapping[int, int], most: int) -> Vector:
    """Return the heaviest terms, scaled to a length of about `UNIT`."""
    kept = nlargest(most, sorted(weights.items()), key=itemgetter(1))
    length = isqrt(sum(weight * weight for _, weight in kept)) or 1
    scaled = [(term, weight * UNIT // length) for term, weight in kept]
    held = [(term, weight) for term, weight in scaled if weight]
    return Vector(array("I", (t for t, _ in held)), array("H", (w for _, w in held)))
