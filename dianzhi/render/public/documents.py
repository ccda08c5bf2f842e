"""Public entries as search sees them."""

from collections.abc import Mapping
from typing import Final

from dianzhi.catalog.public import Public, PublicEntry
from dianzhi.catalog.rich import to_plain
from dianzhi.search import SearchDoc, build_index
from dianzhi.search.parts import Each, Parted, ShopWords, parted

WHOLE_MOST: Final = 2000
"""Public entries that one index file holds; the index of a larger shop is in parts."""


def search_index(public: Public, shard_of: Mapping[str, int] | None = None) -> bytes:
    """Return the popup's index; without `shard_of` every answer is said to be in shard 0."""
    lexicon = public.lexicon
    return build_index(
        documents(public, shard_of),
        synonyms=lexicon.synonyms,
        words=lexicon.words,
        ignore=lexicon.ignore,
        pinyin=lexicon.spelled,
    )


def is_large(public: Public) -> bool:
    """Say whether an index in one file would be too much for a shopper."""
    return len(public.entries) > WHOLE_MOST


def parted_index(
    public: Public, shard_of: Mapping[str, int] | None = None, *, each: Each = map
) -> Parted:
    """Return the index of a large shop: its head, and parts to be built."""
    lexicon = public.lexicon
    own = ShopWords(
        synonyms=lexicon.synonyms,
        words=lexicon.words,
        ignore=lexicon.ignore,
        pinyin=lexicon.spelled,
        products=tuple(product.name.zh for product in public.products),
    )
    docs = documents(public, shard_of)
    return parted(docs, own, recommended=public.shop.recommended, each=each)


def documents(public: Public, shard_of: Mapping[str, int] | None = None) -> tuple[SearchDoc, ...]:
    """Return the entries in display order, each with the number of its answer's shard, else 0."""
    return tuple(_document(entry, (shard_of or {}).get(entry.id, 0)) for entry in public.entries)


def _document(entry: PublicEntry, shard: int) -> SearchDoc:
    return SearchDoc(
        id=entry.id,
        question=entry.question.zh,
        question_en=entry.question.en or "",
        similar=tuple(one.zh for one in entry.similar),
        similar_en=tuple(one.en for one in entry.similar if one.en),
        keywords=entry.keywords,
        excluded=entry.excluded,
        answer=to_plain(entry.answer.zh),
        category=entry.category,
        products=entry.products,
        platforms=entry.platforms,
        priority=entry.priority,
        shard=shard,
    )
