"""Which texts hold which terms; made on opening an index (spec/search-index.md section 5).

Twin of widget/src/search/postings.js.
"""

from collections.abc import Iterable, Sequence

from dianzhi.search.constants import LENGTH_BASE, LENGTH_SLOPE, LENGTH_TOP, MEAN_UNIT, WEIGHTS
from dianzhi.text.terms import is_han, weight_of


def log2_256(value: int) -> int:
    """Return about 256 times the binary logarithm of a positive number, exact at powers of two."""
    whole = value.bit_length() - 1
    return 256 * whole + ((value * 256 >> whole) - 256)


def is_cover(term: str) -> bool:
    """Say whether a term counts for how much was found: each character does so once."""
    return term[0] not in "=#" and (len(term) == 1 or not is_han(term))


class Postings:
    """Terms of a row of texts, with their worth."""

    def __init__(self, texts: Iterable[Sequence[str]], lengths: Sequence[int]) -> None:
        kept = list(texts)
        self._lengths = lengths
        self._mean = max(1, sum(lengths) * MEAN_UNIT // max(1, len(lengths)))
        self._rows: dict[str, list[int]] = {}
        for row, terms in enumerate(kept):
            for term in terms:
                self._rows.setdefault(term, []).append(row)
        self._worths = {term: self._worth(term) for term in self._rows}
        self.covers = [self.cover(terms) for terms in kept]
        """Of each text the cover that a query reaches which holds all of it."""

    @property
    def terms(self) -> Iterable[str]:
        """The terms of all texts, in order of first appearance."""
        return self._rows

    @property
    def size(self) -> int:
        """How many texts there are."""
        return len(self._lengths)

    def rows(self, term: str) -> Sequence[int]:
        """Return the texts that hold a term, ascending."""
        return self._rows.get(term, ())

    def worth(self, term: str) -> int:
        """Return the term's weight times its rarity; an unknown term is the rarest."""
        known = self._worths.get(term)
        return self._worth(term) if known is None else known

    def cover(self, terms: Iterable[str]) -> int:
        """Return the worth of the terms that count for how much of a text was found."""
        return sum(self.worth(term) for term in terms if is_cover(term))

    def levelled(self, total: int, row: int) -> int:
        """Return the sum of a text's matched worths with its length taken into account."""
        below = LENGTH_BASE * self._mean + LENGTH_SLOPE * self._lengths[row]
        return total * LENGTH_TOP * self._mean // below

    def _worth(self, term: str) -> int:
        rarity = log2_256(2 * len(self._lengths) + 2) - log2_256(2 * len(self.rows(term)) + 1)
        return weight_of(term, WEIGHTS) * rarity
