"""What a shopper typed, as evidence to look for. Twin of widget/src/search/question.js."""

from collections.abc import Iterable
from functools import cached_property

from dianzhi.search.ahead import ahead
from dianzhi.search.constants import (
    CONTENT_LIMIT,
    HEARD_SHARE,
    PREFIX_LIMIT,
    PREFIX_SHARE,
    QUERY_LIMIT,
    RARITY_BASE,
    TURNED_SHARE,
    WEIGHTS,
)
from dianzhi.search.opened import Opened
from dianzhi.search.slips import heard, turned
from dianzhi.text.normalize import Chunk, kind_of
from dianzhi.text.terms import is_content, is_han, joined, terms
from dianzhi.text.vocabulary import Phrase


class Question:
    """A query cut by an index."""

    def __init__(self, opened: Opened, text: str) -> None:
        self._opened = opened
        cut = opened.phrases(text, QUERY_LIMIT)
        self.phrases: list[Phrase] = [phrase for _, phrase in cut]
        self.terms = terms(self.phrases, opened.synonyms)
        self.completions = self._completions(cut, text)
        if self.completions and not opened.wordings.rows(last := self.phrases[-1][-1].text):
            self.terms.remove(last)  # unfinished: nobody asked for it
        self.total = opened.wordings.total(self.terms)
        """What a text that holds everything would be worth."""
        self._heard = heard(opened, self.phrases)
        self._turned = turned(opened, self.phrases)
        self.chunks = list(dict.fromkeys(chunk.text for chunk, _ in cut))

    @cached_property
    def evidence(self) -> dict[str, int]:
        """What to look for, with what finding it is worth."""
        shares = (
            (self._turned, TURNED_SHARE),
            (self._heard, HEARD_SHARE),
            (self.completions, PREFIX_SHARE),
            (self.terms, (1, 1)),
        )
        worth = self._opened.wordings.worth
        found = ahead(self._opened, self.phrases, self.terms)
        found.update(
            (term, worth(term) * share // whole)
            for terms, (share, whole) in shares
            for term in terms
        )
        return found

    @cached_property
    def content(self) -> dict[str, int]:
        """The characters and words that say what it is about, with their rarity.

        In bits / 256; 0 for letters and digits, since their want says little.
        """
        asked = [term for term in (*self.terms, *self.completions) if is_content(term)]
        found = asked[:CONTENT_LIMIT]
        worth, unit = self._opened.wordings.worth, WEIGHTS["char"]
        return {term: worth(term) // unit - RARITY_BASE if is_han(term) else 0 for term in found}

    @cached_property
    def bits(self) -> dict[str, int]:
        """Of each content its bit in `Features.held`; a synonym holds what it stands for here."""
        bits = {term: 1 << at for at, term in enumerate(self.content)}
        for phrase in self.phrases:
            text = joined(phrase)
            for group, start, end in self._opened.synonyms.find(phrase):
                for term in self.content:
                    if term in text[start:end]:
                        bits[f"#{group}"] = bits.get(f"#{group}", 0) | bits[term]
        return bits

    def rules_out(self, words: Iterable[str]) -> bool:
        """Say whether the query holds one of an entry's `not` words."""
        return any(word in chunk for word in words for chunk in self.chunks)

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
