"""What a shopper typed, as evidence to look for. Twin of widget/src/search/question.js."""

from collections.abc import Iterable
from dataclasses import dataclass

from dianzhi.search.constants import (
    HEARD_SHARE,
    PREFIX_LIMIT,
    PREFIX_SHARE,
    QUERY_LIMIT,
    TURNED_SHARE,
)
from dianzhi.search.opened import Opened
from dianzhi.search.postings import Postings, is_cover
from dianzhi.search.slips import heard, turned
from dianzhi.text.normalize import Chunk, kind_of
from dianzhi.text.terms import joined, terms
from dianzhi.text.vocabulary import Phrase


@dataclass(frozen=True, slots=True)
class Evidence:
    """One term to look for: what it adds to a text's score and to how much was found."""

    term: str
    score: int
    cover: int


class Question:
    """A query cut by an index."""

    def __init__(self, opened: Opened, text: str) -> None:
        self._opened = opened
        cut = opened.phrases(text, QUERY_LIMIT)
        self.phrases: list[Phrase] = [phrase for _, phrase in cut]
        self.terms = terms(self.phrases, opened.synonyms)
        self.completions = self._completions(cut, text)
        self.total = opened.wordings.cover(self.terms)
        """What the cover of a text that holds everything would be."""
        self._covers = self._cover_of_terms(opened.wordings)
        self._heard = heard(opened, self.phrases)
        self._turned = turned(opened, self.phrases)
        self.chunks = list(dict.fromkeys(chunk.text for chunk, _ in cut))

    def evidence(self, postings: Postings) -> list[Evidence]:
        """Return what to look for in these texts; cover is measured by the wordings everywhere."""
        shares = (
            (self.terms, (1, 1)),
            (self.completions, PREFIX_SHARE),
            (self._heard, HEARD_SHARE),
            (self._turned, TURNED_SHARE),
        )
        return [
            Evidence(term, postings.worth(term) * share // whole, self._covers.get(term, 0))
            for terms, (share, whole) in shares
            for term in terms
        ]

    def rules_out(self, words: Iterable[str]) -> bool:
        """Say whether the query holds one of an entry's `not` words."""
        return any(word in chunk for word in words for chunk in self.chunks)

    def _cover_of_terms(self, wordings: Postings) -> dict[str, int]:
        """Return what finding a term covers; a synonym covers the characters it stands for here."""
        single = [term for term in (*self.terms, *self.completions) if is_cover(term)]
        covers = {term: wordings.worth(term) for term in single}
        for phrase in self.phrases:
            text = joined(phrase)
            for group, start, end in self._opened.synonyms.find(phrase):
                worth = sum(wordings.worth(char) for char in dict.fromkeys(text[start:end]))
                covers[f"#{group}"] = covers.get(f"#{group}", 0) + worth
        return covers

    def _completions(self, cut: list[tuple[Chunk, Phrase]], text: str) -> list[str]:
        """Return the words that letters at the very end of the query may become."""
        if not cut:
            return []
        chunk, phrase = cut[-1]
        word = phrase[-1]
        end = chunk.spans[word.start + len(word.text) - 1][1]
        if (
            kind_of(word.text[0]) != "a"
            or end != len(text.encode("utf-16-le", "surrogatepass")) // 2
        ):
            return []
        longer = (w for w in self._opened.latin if w.startswith(word.text) and w != word.text)
        return [w for _, w in zip(range(PREFIX_LIMIT), longer, strict=False)]
