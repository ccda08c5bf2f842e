"""Cuts a chunk by the words an index carries, by spec/search-index.md section 3.

Twin of widget/src/search/vocabulary.js: writer and reader cut with the same words, so they agree.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dianzhi.text.normalize import Chunk, kind_of

RUNS: Final = re.compile("[a-z]+|[0-9]+|[^a-z0-9]+")
"""What is cut by itself; a chunk holds nothing but Han, letters and digits."""
SINGLE_COST = 14
"""Bits for a lone character: about the mean over Chinese text; a word must cost less to win."""
SHOP_COST = 9
"""Bits for a word the shop named itself: cheaper than nearly every other way through it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a whole run of letters or digits; `start` counts characters of its chunk."""

    text: str
    start: int


Phrase = list[Token]
"""Tokens that stood together, chatter taken out."""


class Vocabulary:
    """Han words of two characters and more with their costs in bits, and the tokens to ignore."""

    def __init__(self, costs: Mapping[str, int], ignored: Collection[str] = ()) -> None:
        self._costs = costs
        self._ignored = ignored
        self._longest: dict[str, int] = {}
        """By first character the size of the longest word."""
        for word in costs:
            self._longest[word[0]] = max(len(word), self._longest.get(word[0], 1))

    def knows(self, word: str) -> bool:
        """Say whether it is a Han word of two characters or more."""
        return word in self._costs

    def cut(self, chunk: str) -> list[Token]:
        """Return the tokens of a chunk in order; joined they are the chunk."""
        found, at = [], 0
        for run in RUNS.findall(chunk):
            for word in self._best_path(run) if kind_of(run[0]) == "h" else [run]:
                found.append(Token(word, at))
                at += len(word)
        return found

    def phrases(self, chunks: list[Chunk]) -> Iterator[tuple[Chunk, Phrase]]:
        """Yield each stretch of tokens between separators and ignored words."""
        for chunk in chunks:
            phrase: Phrase = []
            for token in self.cut(chunk.text):
                if token.text not in self._ignored:
                    phrase.append(token)
                elif phrase:
                    yield chunk, phrase
                    phrase = []
            if phrase:
                yield chunk, phrase

    def _best_path(self, run: str) -> Iterator[str]:
        """Yield the cheapest way through a run; of equal ways the longer first word."""
        cost = [0] * (len(run) + 1)
        length = [1] * len(run)
        for i in range(len(run) - 1, -1, -1):
            cost[i] = SINGLE_COST + cost[i + 1]
            last = min(len(run), i + self._longest.get(run[i], 1))
            for end in range(i + 2, last + 1):
                price = self._costs.get(run[i:end])
                if price is not None and price + cost[end] <= cost[i]:
                    cost[i], length[i] = price + cost[end], end - i
        i = 0
        while i < len(run):
            yield run[i : i + length[i]]
            i += length[i]
