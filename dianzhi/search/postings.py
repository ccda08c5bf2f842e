"""Which texts hold which terms; made on opening an index (spec/search-index.md section 5).

Twin of widget/src/search/postings.js.
"""

from collections.abc import Iterable, Sequence

from dianzhi.search.constants import RARITY_BASE, WEIGHTS
from dianzhi.text.terms import weight_of


def log2_256(value: int) -> int:
    """Return about 256 times the binary logarithm of a positive number, exact at powers of two."""
    whole = value.bit_length() - 1
    return 256 * whole + ((value * 256 >> whole) - 256)


class Postings:
    """Terms of a row of texts, with their worth."""

    def __init__(self, texts: Iterable[Sequence[str]], owners: Sequence[int]) -> None:
        """Take the terms of each text, and of each the document it belongs to, ascending."""
        self.texts = list(texts)
        """The terms of each text, in order of first appearance."""
        self.owners = owners
        self._documents = len(set(owners))
        self._rows: dict[str, list[int]] = {}
        for row, terms in enumerate(self.texts):
            for term in terms:
                self._rows.setdefault(term, []).append(row)
        self._worths = {term: self._worth(term) for term in self._rows}
        self.totals = [self.total(terms) for terms in self.texts]
        """Of each text what it is worth as a whole."""

    @property
    def terms(self) -> Iterable[str]:
        """The terms of all texts, in order of first appearance."""
        return self._rows

    @property
    def size(self) -> int:
        """How many texts there are."""
        return len(self.owners)

    def rows(self, term: str) -> Sequence[int]:
        """Return the texts that hold a term, ascending."""
        return self._rows.get(term, ())

    def worth(self, term: str) -> int:
        """Return the term's weight times its rarity; an unknown term is the rarest."""
        known = self._worths.get(term)
        return self._worth(term) if known is None else known

    def total(self, terms: Iterable[str]) -> int:
        """Return the worth of a text; synonyms say nothing that is not in its characters."""
        return sum(self.worth(term) for term in terms if term[0] != "#")

    def _worth(self, term: str) -> int:
        held = len({self.owners[row] for row in self.rows(term)})
        rarity = log2_256(2 * self._documents + 2) - log2_256(2 * held + 1)
        return weight_of(term, WEIGHTS) * (RARITY_BASE + rarity)
