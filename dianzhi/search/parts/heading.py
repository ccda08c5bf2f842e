"""The head of an index in parts: of each topic one entry that speaks for it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dianzhi.search.document import SearchDoc
from dianzhi.search.parts.dividing import Division
from dianzhi.search.parts.words import Topic

WORDINGS: Final = 8000
"""Wordings of the whole head, about, and of a topic at most: what a shopper reads with the first list."""
TOPIC_WORDINGS: Final = 40
ASKED_OF: Final = 400
"""Entries of a topic whose wordings are looked at."""


def head_of(
    docs: Sequence[SearchDoc], division: Division, first: Sequence[str], topic: Topic
) -> Iterator[tuple[SearchDoc, int]]:
    """Yield in author order the entries that speak for topics, each with its part.

    Each carries a sample of its topic's wordings without the names of products. `first` are ids that
    speak for their topics before others do: the recommended ones.
    """
    many = min(TOPIC_WORDINGS, WORDINGS // max(1, len(division.topics)))
    speakers = sorted(
        (_speaker(docs, members, first), number)
        for number, members in enumerate(division.topics)
        if members
    )
    for speaker, number in speakers:
        texts = _sample((docs[entry] for entry in division.topics[number][:ASKED_OF]), topic, many)
        yield _spoken(docs[speaker], texts), division.part_of[number]


def _speaker(docs: Sequence[SearchDoc], members: Sequence[int], first: Collection[str]) -> int:
    """Return a recommended entry, else the one of most weight, for all products, most typical."""

    def worse(place: int) -> tuple[bool, int, bool, int]:
        doc = docs[members[place]]
        return doc.id not in first, -doc.priority, bool(doc.products), place

    return members[min(range(len(members)), key=worse)]


def _sample(docs: Iterable[SearchDoc], topic: Topic, many: int) -> tuple[str, ...]:
    """Return the wordings that most entries share, of equal ones the first."""
    said = Counter(text for doc in docs for text in _texts(doc, topic.text))
    return tuple(text for text, _ in said.most_common(many))


def _texts(doc: SearchDoc, cut: Callable[[str], str]) -> Iterable[str]:
    """Return the wordings of an entry, each once."""
    return dict.fromkeys(text for one in (doc.question, *doc.similar) if (text := cut(one)))


def _spoken(doc: SearchDoc, texts: tuple[str, ...]) -> SearchDoc:
    return replace(
        doc, similar=texts, similar_en=(), keywords=(), excluded=(), answer="", priority=0
    )
