"""How the characters of texts are read, at build time only: pypinyin takes a second to load."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from dianzhi.text.plain import HAN_RUN
from dianzhi.text.syllables import is_syllable

READINGS_MOST = 4
"""Readings of one character that travel."""


def readings(
    texts: Iterable[str], own: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the syllables of each Han character in folded texts, the most frequent first.

    `own` are words with the syllables of their characters: they win over the dictionary. A
    character has the readings it has in these texts, and the usual one where nothing says another.
    """
    counts: dict[str, Counter[str]] = {}
    for run, times in Counter(run for text in texts for run in HAN_RUN.findall(text)).items():
        for char, syllable in zip(run, _read(run, own), strict=True):
            if is_syllable(syllable):
                counts.setdefault(char, Counter())[syllable] += times
    return {char: _ranked(heard) for char, heard in sorted(counts.items())}


def alone(chars: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each character with its usual syllable; one without a syllable is left out."""
    for char in chars:
        (syllable,) = _dictionary_reading(char)
        if is_syllable(syllable):
            yield char, syllable


def _ranked(heard: Counter[str]) -> tuple[str, ...]:
    ranked = sorted(heard, key=lambda syllable: (-heard[syllable], syllable))
    return tuple(ranked[:READINGS_MOST])


def _read(run: str, own: Mapping[str, tuple[str, ...]]) -> list[str]:
    syllables = list(_dictionary_reading(run))
    for word, told in own.items():
        at = run.find(word)
        while at >= 0:
            syllables[at : at + len(word)] = told
            at = run.find(word, at + len(word))
    return syllables


@cache
def _dictionary_reading(run: str) -> tuple[str, ...]:
    """Return a syllable for each character; one that the dictionary lacks has none."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # takes a second; only builds need it

    found = lazy_pinyin(run, style=Style.NORMAL, errors="ignore", v_to_u=False)
    if len(found) == len(run):
        return tuple(found)
    return tuple("".join(lazy_pinyin(char, errors="ignore")) for char in run)
