"""The reference reader of `index.bin`: the same hits, in the same order, as in the browser."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from dianzhi.search.contents import Document
from dianzhi.search.decode import decode
from dianzhi.search.matches import Match, matches
from dianzhi.search.meaning import Table
from dianzhi.search.opened import Opened
from dianzhi.search.question import Question
from dianzhi.search.ranking import Context, rank, scored
from dianzhi.search.typed import meant_by
from dianzhi.text.normalize import Chunk, splice, to_units
from dianzhi.text.vocabulary import Phrase


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found."""

    id: str
    question: str
    """As shown: in the language asked for where there is one, else Chinese."""
    score: int
    """Compares hits of one query, nothing else."""
    confidence: str
    """`direct`, `likely` or `maybe`."""
    matches: tuple[Match, ...]
    url: str = ""
    reading: str = ""
    """The query as it was understood; empty where that is as typed."""


class Index:
    """An opened index; opening costs, asking is cheap."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    @classmethod
    def from_bytes(
        cls, data: bytes, more: bytes | None = None, *, meaning: bytes | None = None
    ) -> Self:
        """Open the bytes of an index file, and of its second file where it was split.

        With the bytes of a table of meaning (spec/meaning.md) that has its part in the order.

        Raises:
            IndexFormatError: they are not a whole index of format 2, or no whole table.
        """
        opened = Opened(decode(data, more))
        if meaning is not None:
            opened.join(Table.from_bytes(meaning))
        return cls(opened)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All entries in author order."""
        return self._opened.contents.documents

    @property
    def parts(self) -> tuple[int, ...]:
        """Of each entry the part it speaks for; empty unless this is the head of an index in parts."""
        return self._opened.contents.parts

    def parts_for(self, query: str) -> list[int]:
        """Return all parts, the likeliest to hold an answer first; none for mere chatter.

        They stand as the best of their documents does; those of which none is found follow in the
        order of the documents.
        """
        meant = meant_by(self._opened, query)
        if self._opened.is_chatter(meant):
            return []
        question = Question(self._opened, meant)
        found = [self.parts[number] for _, number, _ in scored(self._opened, question, Context())]
        return list(dict.fromkeys((*found, *self.parts)))

    def said(self, text: str) -> list[str]:
        """Return the stretches of a text that are searched: chatter and signs taken out."""
        units = to_units(text)
        return [_stretch(units, chunk, phrase) for chunk, phrase in self._opened.phrases(text)]

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        sku: str | None = None,
        platform: str | None = None,
        categories: Collection[str] = (),
        lang: str = "zh",
    ) -> list[Hit]:
        """Return at most `limit` entries for a query, best first; none for mere chatter.

        `sku` and `platform` leave out entries that hold for other ones only; entries of the
        `categories` that the search starts from are lifted a little; `lang` (`zh`, `en`) chooses the
        question shown, both languages are searched.
        """
        meant = meant_by(self._opened, query)
        question = Question(self._opened, meant)
        reading = "" if to_units(meant) == to_units(query) else meant
        hits = []
        for place in rank(self._opened, question, limit, Context(sku, platform, categories)):
            doc = self.documents[place.document]
            shown = doc.question_en if lang == "en" and doc.question_en else doc.question
            spans = tuple(matches(self._opened, question, shown))
            hits.append(Hit(doc.id, shown, place.score, place.confidence, spans, doc.url, reading))
        return hits


def _stretch(units: str, chunk: Chunk, phrase: Phrase) -> str:
    last = phrase[-1].start + len(phrase[-1].text) - 1
    return splice(units[chunk.spans[phrase[0].start][0] : chunk.spans[last][1]], ())
