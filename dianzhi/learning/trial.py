"""The shop with proposals added, asked again: the index is built as the build would build it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dianzhi.catalog.public import Public, PublicEntry
from dianzhi.learning.gathering import key_of
from dianzhi.model.kinds import Text
from dianzhi.render.public import search_index
from dianzhi.search import Hit, Index

DEPTH = 10
"""Hits looked at."""
SURE = ("direct", "likely")
"""Confidences under which the popup shows a hit as an answer rather than as a guess."""

Wordings = Mapping[str, Sequence[str]]
"""New wordings by entry."""
Groups = Sequence[Sequence[str]]
"""Groups of synonyms."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an entry stands for a query."""

    place: int | None
    """From 1; None when it is not among the first `DEPTH`."""
    first: str | None
    """The entry in the first place."""
    sure: bool
    """Whether the first hit is shown as an answer."""

    @property
    def direct(self) -> bool:
        """Say whether the entry is what a shopper sees first, as an answer."""
        return self.place == 1 and self.sure


@dataclass(frozen=True, slots=True)
class Loss:
    """A wording of the shop that would no longer find its entry first."""

    text: str
    entry: str
    winner: str | None


class Shop:
    """The public part of a shop, and what it would be with proposals."""

    def __init__(self, public: Public) -> None:
        self.public = public
        self.entries: Mapping[str, PublicEntry] = {one.id: one for one in public.entries}
        self.index = self.built()

    def built(self, wordings: Wordings | None = None, synonyms: Groups | None = None) -> Index:
        """Return the index of the shop with wordings added, and other synonyms."""
        entries = tuple(_with(one, (wordings or {}).get(one.id, ())) for one in self.public.entries)
        lexicon = self.public.lexicon
        if synonyms is not None:
            lexicon = replace(lexicon, synonyms=tuple(map(tuple, synonyms)))
        return Index.from_bytes(
            search_index(replace(self.public, entries=entries, lexicon=lexicon))
        )

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The entries by the keys of the wordings that they have; of two the first."""
        found: dict[str, str] = {}
        for entry in self.public.entries:
            for text in wordings_of(entry):
                found.setdefault(key_of(text), entry.id)
        return found

    @cached_property
    def standing(self) -> tuple[tuple[str, str], ...]:
        """The wordings that find their own entry first today, with it: none may lose that."""
        pairs = ((text, one.id) for one in self.public.entries for text in wordings_of(one))
        return tuple((text, name) for text, name in pairs if first(self.index, text) == name)

    def losses(self, index: Index, more: Iterable[tuple[str, str]] = ()) -> list[Loss]:
        """Return what another index would lose, of the standing wordings and of `more`."""
        asked = ((text, name, first(index, text)) for text, name in (*self.standing, *more))
        return [Loss(text, name, winner) for text, name, winner in asked if winner != name]


def wordings_of(entry: PublicEntry) -> Iterator[str]:
    """Yield the question and the similar wordings of an entry, in both languages."""
    for text in (entry.question, *entry.similar):
        yield from filter(None, (text.zh, text.en))


def first(index: Index, query: str) -> str | None:
    """Return the entry that is found first."""
    return next((hit.id for hit in index.search(query, limit=1)), None)


def found(index: Index, query: str, entry: str | None) -> Found:
    """Return where an entry stands for a query."""
    hits = index.search(query, limit=DEPTH)
    return placed(hits, entry)


def placed(hits: Sequence[Hit], entry: str | None) -> Found:
    """Return where an entry stands among hits."""
    place = next((number for number, hit in enumerate(hits, 1) if hit.id == entry), None)
    return Found(place, hits[0].id if hits else None, bool(hits) and hits[0].confidence in SURE)


def _with(entry: PublicEntry, more: Sequence[str]) -> PublicEntry:
    return replace(entry, similar=(*entry.similar, *map(Text, more))) if more else entry
