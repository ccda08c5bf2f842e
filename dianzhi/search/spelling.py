"""Words of letters put right: a slip, or another form. Twin of widget/src/search/spelling.js."""

from collections.abc import Iterator

from dianzhi.search.constants import SPELLED_LEAST, SPELLED_REST
from dianzhi.search.opened import Opened
from dianzhi.search.reading import Run, runs
from dianzhi.text.normalize import Change, splice, to_units

FAR = 9
"""More than any word may cost."""


def respelled(opened: Opened, text: str) -> str:
    """Return a text whose unknown words of letters are those of the index that are meant.

    Of several the word that costs least (a slip, or two letters of an ending), then the one in most
    wordings, then the first in the index's order.
    """
    if not opened.contents.readings:
        return text
    return splice(to_units(text), _changes(opened, text))


def _changes(opened: Opened, text: str) -> Iterator[Change]:
    for run in runs(opened, text):
        if better := _better(opened, run):
            yield run.start, run.end, better


def _better(opened: Opened, run: Run) -> str:
    """Return what should stand for a run; empty where it is known, short, or unlike any word."""
    word = run.letters
    if len(word) < SPELLED_LEAST or word in opened.letters:
        return ""
    if any(known.startswith(word) for known in opened.latin):
        return ""  # unfinished
    found = [
        (cost, -len(opened.wordings.rows(known)), at)
        for at, known in enumerate(opened.latin)
        if (cost := cost_of(word, known)) < FAR
    ]
    return opened.latin[min(found)[2]] if found else ""


def cost_of(word: str, known: str) -> int:
    """Return how far a word is from a known one: slips, or half the letters of an ending."""
    short, long = sorted((word, known), key=len)
    rest = len(long) - len(short)
    if len(short) < SPELLED_LEAST or rest > SPELLED_REST:
        return FAR
    if long.startswith(short):
        return (rest + 1) // 2
    slips = 0 if rest > 2 else slips_between(word, known)  # noqa: PLR2004  # more than may be
    return slips if 0 < slips * SPELLED_LEAST < len(short) else FAR


def slips_between(one: str, other: str) -> int:
    """Return the least letters added, left out, changed or turned round with the next (OSA)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, char in enumerate(one):
        row = [i + 1]
        for j, its in enumerate(other):
            cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (char != its))
            if i and j and char == other[j - 1] and its == one[i - 1]:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
