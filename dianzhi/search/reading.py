"""A query as it was meant: pinyin as characters. Twin of widget/src/search/reading.js."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dianzhi.search.constants import QUERY_LIMIT
from dianzhi.search.lattice import spell_out
from dianzhi.search.opened import Opened
from dianzhi.text.normalize import Change, chunks, kind_of, splice, to_units

JOINTS = " '’\u3000"
"""What may stand between syllables."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters and where they stand, in UTF-16 units."""

    letters: str
    start: int
    end: int


def reading_of(opened: Opened, text: str) -> str:
    """Return a text with its pinyin as characters of the index."""
    if not opened.contents.readings:
        return text
    units = to_units(text)
    stretches = _stretches(runs(opened, text), units)
    changes = (change for one in stretches for change in _converted(opened, one, len(units)))
    return splice(units, changes)


def runs(opened: Opened, text: str) -> Iterator[Run]:
    """Yield the runs of letters of a text."""
    for chunk in chunks(text, opened.contents.folds, QUERY_LIMIT):
        at = 0
        for kind, group in groupby(chunk.text, kind_of):
            letters = "".join(group)
            if kind == "a":
                yield Run(letters, chunk.spans[at][0], chunk.spans[at + len(letters) - 1][1])
            at += len(letters)


def _stretches(runs: Iterator[Run], units: str) -> list[list[Run]]:
    """Return the runs with nothing between them but spaces together."""
    found: list[list[Run]] = []
    for run in runs:
        if found and all(char in JOINTS for char in units[found[-1][-1].end : run.start]):
            found[-1].append(run)
        else:
            found.append([run])
    return found


def _converted(opened: Opened, stretch: Sequence[Run], size: int) -> Iterator[Change]:
    """Yield what replaces a stretch: as a whole if all of it is pinyin, else run by run."""
    unknown = [run for run in stretch if run.letters not in opened.letters]
    whole = list(_spelled(opened, stretch, size)) if unknown or len(stretch) == 1 else []
    if not unknown:  # a word: women, fapiao
        whole = [one for one in whole if _is_rather(opened, one[2], stretch[0].letters)]
    yield from whole
    if not whole and len(stretch) > 1:
        for run in unknown:
            yield from _spelled(opened, [run], size)


def _is_rather(opened: Opened, chars: str, word: str) -> bool:
    """Say whether more wordings hold each pair of some characters than hold a word of letters."""
    pairs = [chars[at : at + 2] for at in range(len(chars) - 1)]
    held = len(opened.wordings.rows(word))
    return bool(pairs) and all(len(opened.wordings.rows(pair)) > held for pair in pairs)


def _spelled(opened: Opened, runs: Sequence[Run], size: int) -> Iterator[Change]:
    end = runs[-1].end
    chars = spell_out(opened.sounds, [run.letters for run in runs], last=end == size)
    if chars:
        yield runs[0].start, end, chars
