"""Finds the words of Chinese text, at build time only: by jieba's word list and jieba's rule.

The best path is the one whose words are the likeliest together, by their counts; of equal ones the
one whose last words are longer. tests/text/ holds the cuts against jieba's own.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from math import log
from typing import Final

from dianzhi.text.tables import lines
from dianzhi.text.tables.dictionary import word_counts

CUT: Final = re.compile("[\u4e00-\u9fd5]+|.", re.DOTALL)
"""What jieba cuts; every other character stands alone."""


@cache
def common_characters() -> tuple[str, ...]:
    """Return the characters of everyday Chinese, the most frequent first."""
    return tuple("".join(lines("everyday.txt")))


@cache
def segmenter(words: tuple[str, ...] = ()) -> "Segmenter":
    """Return the segmenter of a shop's words, one for all who ask: it remembers its cuts."""
    return Segmenter(words)


@cache
def _longest() -> dict[str, int]:
    """Return by first character the size of the longest word."""
    longest: dict[str, int] = {}
    for word in word_counts()[0]:
        if len(word) > longest.get(word[0], 0):
            longest[word[0]] = len(word)
    return longest


class Segmenter:
    """A word list with a shop's own words; the same words give the same cuts on every machine."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._counts, self._total = word_counts()
        self._own: dict[str, int] = {}
        self._own_longest: dict[str, int] = {}
        self._cuts: dict[str, list[str]] = {}
        for word in words:
            self._add(word)
        self._cuts.clear()

    def cut(self, run: str) -> list[str]:
        """Return the words of a run of Han characters; joined they are the run."""
        known = self._cuts.get(run)
        if known is None:
            known = [word for part in CUT.findall(run) for word in self._best_path(part)]
            self._cuts[run] = known
        return known

    def _add(self, word: str) -> None:
        """Add a word with the least count that makes it stay whole when it stands alone."""
        share = 1.0
        for part in self.cut(word):
            share *= (self._count(part) or 1) / self._total
        count = max(int(share * self._total) + 1, self._count(word) or 1)
        self._own[word] = count
        self._total += count
        self._own_longest[word[0]] = max(len(word), self._own_longest.get(word[0], 0))
        self._cuts.clear()

    def _count(self, word: str) -> int:
        return self._own.get(word) or self._counts.get(word, 0)

    def _best_path(self, run: str) -> Iterator[str]:
        whole = log(self._total)
        best = [0.0] * (len(run) + 1)
        ends = [0] * len(run)
        for at in range(len(run) - 1, -1, -1):
            best[at], ends[at] = max(
                (log(count or 1) - whole + best[end], end) for end, count in self._words_at(run, at)
            )
        at = 0
        while at < len(run):
            yield run[at : ends[at]]
            at = ends[at]

    def _words_at(self, run: str, at: int) -> list[tuple[int, int]]:
        """Return the ends and counts of the words that begin at a place, or of its character."""
        longest = max(_longest().get(run[at], 1), self._own_longest.get(run[at], 1))
        found = []
        for end in range(at + 1, min(len(run), at + longest) + 1):
            word = run[at:end]
            count = self._own.get(word) or self._counts.get(word)
            if count:
                found.append((end, count))
        return found or [(at + 1, 0)]


def cost_of(word: str) -> int | None:
    """Return -log2 of the word's share of running text, whole bits; None for an unknown word."""
    counts, total = word_counts()
    count = counts.get(word, 0)
    return (total // count).bit_length() - 1 if count else None
