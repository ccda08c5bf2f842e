"""How the characters of texts are read, at build time only: by pypinyin's tables and its rule.

A run is read phrase by phrase, the longest that begins where the one before ended; a character
between phrases has its usual syllable. tests/text/ holds the readings against pypinyin's own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from dianzhi.text.plain import HAN_RUN
from dianzhi.text.syllables import is_syllable
from dianzhi.text.tables.pinyin import longest_phrases, phrases, plain, spelled

READINGS_MOST = 4
"""Readings of one character that travel."""
REMEMBERED = 1 << 16
"""Runs whose reading is remembered: the two indexes of a shop hold nearly the same ones."""


def readings(
    texts: Iterable[str], own: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the syllables of each Han character in folded texts, the most frequent first.

    `own` are words with the syllables of their characters: they win over the dictionary. A
    character has the readings it has in these texts, and the usual one where nothing says another.
    """
    counts: Counter[tuple[str, str]] = Counter()
    told = re.compile("|".join(map(re.escape, own)) or "(?!)")
    for run, times in Counter(run for text in texts for run in HAN_RUN.findall(text)).items():
        read = _told(run, own) if told.search(run) else dictionary_reading(run)
        for pair in zip(run, read, strict=True):
            counts[pair] += times
    return {char: _ranked(heard) for char, heard in _by_character(counts)}


def alone(chars: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each character with its usual syllable; one without a syllable is left out."""
    for char in chars:
        (syllable,) = dictionary_reading(char)
        if is_syllable(syllable):
            yield char, syllable


def _by_character(
    counts: Mapping[tuple[str, str], int],
) -> Iterator[tuple[str, dict[str, int]]]:
    found: dict[str, dict[str, int]] = {}
    for (char, syllable), times in counts.items():
        if is_syllable(syllable):
            found.setdefault(char, {})[syllable] = times
    yield from sorted(found.items())


def _ranked(heard: Mapping[str, int]) -> tuple[str, ...]:
    ranked = sorted(heard, key=lambda syllable: (-heard[syllable], syllable))
    return tuple(ranked[:READINGS_MOST])


def _told(run: str, own: Mapping[str, tuple[str, ...]]) -> list[str]:
    syllables = list(dictionary_reading(run))
    for word, told in own.items():
        at = run.find(word)
        while at >= 0:
            syllables[at : at + len(word)] = told
            at = run.find(word, at + len(word))
    return syllables


@lru_cache(REMEMBERED)
def dictionary_reading(run: str) -> tuple[str, ...]:
    """Return a syllable for each character; one that the dictionary lacks has none.

    Beside such a character pypinyin sees no phrases, and none at the end of a run that might go on
    as a longer one.
    """
    usual = tuple(map(spelled, run))
    if not all(usual):
        return usual
    found: list[str] = []
    while len(found) < len(run):
        rest = run[len(found) :]
        phrase = _phrase_at(rest)
        if phrase:
            found += (plain(heard[0]) for heard in phrases()[phrase])
        else:
            end = None if rest in _beginnings() else len(found) + 1
            found += usual[len(found) : end]
    return tuple(found)


def _phrase_at(rest: str) -> str:
    """Return the longest phrase that a text begins with, if any."""
    longest = min(len(rest), longest_phrases().get(rest[0], 0))
    parts = (rest[:size] for size in range(longest, 0, -1))
    return next((part for part in parts if part in phrases()), "")


@cache
def _beginnings() -> frozenset[str]:
    """Return what phrases begin with, short of a whole phrase."""
    return frozenset(phrase[:size] for phrase in phrases() for size in range(1, len(phrase)))
