"""How the index's characters sound and follow one another. Twin of widget/src/search/sounds.js."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dianzhi.search.postings import Postings, log2_256
from dianzhi.text.normalize import kind_of
from dianzhi.text.terms import is_han

Priced = tuple[str, int]
"""A character, or a word of letters, with what it costs in bits / 256."""
PAIR = 2


class Sounds:
    """Derived from readings and wordings when a query first needs it.

    `expressions` may stand in a query though no wording holds them: chatter and synonyms.
    """

    def __init__(
        self,
        readings: Mapping[str, Sequence[str]],
        wordings: Postings,
        expressions: Iterable[str],
    ) -> None:
        self.readings = readings
        self.followers: dict[str, list[Priced]] = {}
        """Of each character those that follow it, with their cost after it."""
        self.chars: dict[str, list[Priced]] = {}
        """Characters by syllable and words of letters by themselves, with their cost alone."""
        self._pairs: dict[str, list[str]] = {}
        for term in dict.fromkeys((*wordings.terms, *_terms(expressions))):
            if kind_of(term[0]) == "a" or is_han(term):
                self._add(term, wordings)

    def same(self, char: str) -> list[str]:
        """Return the characters of the wordings that may be read as this one usually is."""
        syllables = self.readings.get(char, ())[:1]
        return [alike for syllable in syllables for alike, _ in self.chars.get(syllable, ())]

    def alike(self, pair: str) -> Sequence[str]:
        """Return the pairs of the wordings that sound like this one."""
        return self._pairs.get(self._sound(pair), ())

    def _add(self, term: str, wordings: Postings) -> None:
        held = log2_256(2 * len(wordings.rows(term)) + 1)
        if len(term) == PAIR and is_han(term):
            cost = log2_256(2 * len(wordings.rows(term[0])) + 1) - held
            self.followers.setdefault(term[0], []).append((term[1], cost))
            if sound := self._sound(term):
                self._pairs.setdefault(sound, []).append(term)
            return
        cost = log2_256(2 * wordings.size + 2) - held
        for syllable in self.readings.get(term, ()) if is_han(term) else (term,):
            self.chars.setdefault(syllable, []).append((term, cost))

    def _sound(self, pair: str) -> str:
        """Return the usual syllables of a pair; empty where a character has no reading."""
        syllables = [self.readings.get(char, ("",))[0] for char in pair]
        return " ".join(syllables) if all(syllables) else ""


def _terms(expressions: Iterable[str]) -> Iterator[str]:
    """Yield the Han characters and pairs of expressions."""
    for text in expressions:
        for size in (1, PAIR):
            parts = (text[at : at + size] for at in range(len(text) - size + 1))
            yield from (part for part in parts if all(map(is_han, part)))
