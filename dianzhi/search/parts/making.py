"""Entries to a head and parts, each a whole index (spec/search-index.md section 12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from dianzhi.search.build import build_index
from dianzhi.search.cutting import synonyms_in
from dianzhi.search.document import SearchDoc
from dianzhi.search.parts.dividing import divide
from dianzhi.search.parts.heading import head_of
from dianzhi.search.parts.vectors import Each, vectors
from dianzhi.search.parts.words import ShopWords

PART_MOST: Final = 450
"""Entries of a part, about: some 40 kB."""


@dataclass(frozen=True, slots=True)
class Parted:
    """An index in parts; the parts are still to be built, each by itself."""

    head: bytes
    parts: tuple[tuple[SearchDoc, ...], ...]
    own: ShopWords

    def part(self, number: int) -> bytes:
        """Return one part."""
        return build_part(self.own, self.parts[number])

    def built(self, each: Each = map) -> Iterator[bytes]:
        """Yield the parts as bytes, in their order."""
        yield from each(partial(build_part, self.own), self.parts)


def parted(
    docs: Sequence[SearchDoc],
    own: ShopWords,
    *,
    recommended: Sequence[str] = (),
    most: int = PART_MOST,
    each: Each = map,
) -> Parted:
    """Divide entries in author order into parts of about `most`.

    `recommended` are ids that speak for their topics. Same entries, same bytes, whatever `each` is.

    Raises:
        ValueError: an id appears twice.
    """
    division = divide(vectors(docs, own, each), most, each)
    spoken = head_of(docs, division, recommended, own, each)
    parts = tuple(tuple(docs[entry] for entry in part) for part in division.parts)
    return Parted(_head(spoken, own), parts, own)


def _head(spoken: Sequence[tuple[SearchDoc, int]], own: ShopWords) -> bytes:
    """Return the index of the entries that speak for topics; names of products are chatter to it."""
    return build_index(
        [doc for doc, _ in spoken],
        synonyms=own.synonyms,
        ignore=own.ignore,
        names=own.of_products(),
        pinyin=own.pinyin,
        parts=[part for _, part in spoken],
    )


def build_part(own: ShopWords, docs: Sequence[SearchDoc]) -> bytes:
    """Return the index of a part, with those of the shop's synonyms that it has a use for."""
    return build_index(
        docs,
        synonyms=synonyms_in(docs, own.synonyms),
        words=own.words,
        ignore=own.ignore,
        pinyin=own.pinyin,
    )
