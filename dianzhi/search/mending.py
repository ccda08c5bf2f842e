"""Characters put right that only sound like what was meant. Twin of widget/src/search/mending.js."""

from collections.abc import Iterator

from dianzhi.search.constants import QUERY_LIMIT
from dianzhi.search.opened import Opened
from dianzhi.text.normalize import Change, chunks, kind_of, splice, to_units


def mended(opened: Opened, text: str) -> str:
    """Return a text with its slips put right.

    Replaced is a character that makes no pair of the index with its neighbours, by one that sounds
    alike and makes a word of the index with them; of several by the one whose pairs are the most
    frequent.
    """
    if not opened.contents.readings:
        return text
    return splice(to_units(text), _changes(opened, text))


def _changes(opened: Opened, text: str) -> Iterator[Change]:
    for chunk in chunks(text, opened.contents.folds, QUERY_LIMIT):
        chars = list(chunk.text)
        for at, span in enumerate(chunk.spans):
            if better := _better_at(opened, chars, at):
                chars[at] = better
                yield *span, better


def _better_at(opened: Opened, chars: list[str], at: int) -> str:
    """Return what should stand at a place; empty where nothing is to be mended."""
    before, char, after = (_han_at(chars, at + step) for step in (-1, 0, 1))
    if not char or not before + after or _held(opened, before, char, after):
        return ""
    best, better = 0, ""
    for alike in opened.sounds.same(char):
        words = (before + alike, alike + after, before + alike + after)
        if any(opened.vocabulary.knows(word) for word in words):
            held = _held(opened, before, alike, after)
            if held > best:
                best, better = held, alike
    return better


def _held(opened: Opened, before: str, char: str, after: str) -> int:
    """Return how many wordings hold the pairs of a character with its neighbours, in sum."""
    pairs = [pair for pair in (before + char, char + after) if pair != char]
    return sum(len(opened.wordings.rows(pair)) for pair in pairs)


def _han_at(chars: list[str], at: int) -> str:
    inside = 0 <= at < len(chars) and kind_of(chars[at]) == "h"
    return chars[at] if inside else ""
