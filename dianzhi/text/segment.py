"""Finds the words of Chinese text with jieba, at build time only: it takes seconds to load."""

import logging
import warnings
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

EVERYDAY = 3500
"""Characters of the national list of general use, roughly."""


@cache
def _dictionary() -> tuple[dict[str, int], int]:
    """Return jieba's own word counts, read afresh: its cache file in the temp folder may be old."""
    tokenizer = _jieba().Tokenizer()
    counts, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    return counts, total


@cache
def _jieba() -> Any:  # noqa: ANN401  # jieba ships no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it was written for older Pythons
        module = import_module("jieba")
    module.setLogLevel(logging.WARNING)
    return module


@cache
def common_characters() -> tuple[str, ...]:
    """Return the characters of everyday Chinese, the most frequent first, ties by code point."""
    counts: Counter[str] = Counter()
    for word, count in _dictionary()[0].items():
        for char in word:
            counts[char] += count
    return tuple(sorted(counts, key=lambda char: (-counts[char], char))[:EVERYDAY])


class Segmenter:
    """jieba with a shop's own words; the same words give the same cuts on every machine."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        counts, total = _dictionary()
        self._tokenizer = _jieba().Tokenizer()
        self._tokenizer.FREQ, self._tokenizer.total = dict(counts), total
        self._tokenizer.initialized = True
        for word in words:
            self._tokenizer.add_word(word)

    def cut(self, run: str) -> list[str]:
        """Return the words of a run of Han characters; joined they are the run."""
        return list(self._tokenizer.cut(run, HMM=False))


def cost_of(word: str) -> int | None:
    """Return -log2 of the word's share of running text, whole bits; None for an unknown word."""
    counts, total = _dictionary()
    count = counts.get(word, 0)
    return (total // count).bit_length() - 1 if count else None
