"""The head of an index in parts: of each topic one entry that speaks for it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Final

from dianzhi.search.document import SearchDoc
from dianzhi.search.parts.dividing import Division
from dianzhi.search.parts.vectors import Each
from dianzhi.search.parts.words import ShopWords, Topic

WORDINGS: Final = 8000
"""Wordings of the whole head, about, and of a topic at most: what a shopper reads with the first list."""
TOPIC_WORDINGS: Final = 40
SHARED: Final = (1, 2)
"""Of a topic's wordings those that most entries share; then entries that share none have their turn."""

Spoken = tuple[SearchDoc, int]
"""An entry of the head, and the number of its part."""


def head_of(
    docs: Sequence[SearchDoc],
    division: Division,
    first: Collection[str],
    own: ShopWords,
    each: Each,
) -> list[Spoken]:
    """Return in author order the entries that speak for topics, each with its part.

    Each carries a sample of its topic's wordings without the names of products. `first` are ids that
    speak for their topics before others do: the recommended ones. Home lists them all, so those of
    one topic are here beside its speaker.
    """
    many = min(TOPIC_WORDINGS, WORDINGS // max(1, len(division.topics)))
    members = ([docs[entry] for entry in topic] for topic in division.topics)
    samples = each(partial(_sample, own, many), members)
    speakers = [_speaker(docs, topic, first) for topic in division.topics]
    spoken = zip(speakers, division.part_of, samples, strict=True)
    rows = sorted((*spoken, *_further(docs, division, first, frozenset(speakers))))
    return [(_spoken(docs[speaker], texts), part) for speaker, part, texts in rows]


def _speaker(docs: Sequence[SearchDoc], members: Sequence[int], first: Collection[str]) -> int:
    """Return a recommended entry, else the one of most weight, for all products, most typical."""

    def worse(place: int) -> tuple[bool, int, bool, int]:
        doc = docs[members[place]]
        return doc.id not in first, -doc.priority, bool(doc.products), place

    return members[min(range(len(members)), key=worse)]


def _further(
    docs: Sequence[SearchDoc], division: Division, first: Collection[str], speakers: Collection[int]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield entries of `first` that another speaks for; they bring their question and no more."""
    for topic, part in zip(division.topics, division.part_of, strict=True):
        for entry in topic:
            if docs[entry].id in first and entry not in speakers:
                yield entry, part, ()


def _sample(own: ShopWords, many: int, docs: Sequence[SearchDoc]) -> tuple[str, ...]:
    """Return wordings of a topic: what most entries say, and something of as many others as fit."""
    topic = Topic(own)
    said = [_texts(doc, topic.text) for doc in docs]
    shared = [text for text, _ in Counter(chain.from_iterable(said)).most_common()]
    share, whole = SHARED
    chosen = dict.fromkeys(shared[: many * share // whole])
    for texts in said:
        if texts and chosen.keys().isdisjoint(texts):
            chosen[texts[0]] = None
    return tuple(dict.fromkeys((*chosen, *shared)))[:many]


def _texts(doc: SearchDoc, cut: Callable[[str], str]) -> list[str]:
    """Return the wordings of an entry, each once."""
    texts = (cut(one) for one in (doc.question, *doc.similar))
    return list(dict.fromkeys(filter(None, texts)))


def _spoken(doc: SearchDoc, texts: tuple[str, ...]) -> SearchDoc:
    return replace(
        doc, similar=texts, similar_en=(), keywords=(), excluded=(), answer="", priority=0
    )
