"""pypinyin's tables, read as data: loading it and asking it word by word takes three times as long."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TONES = str.maketrans(
    "āáǎàēéěèōóǒòīíǐìūúǔùüǖǘǚǜńňǹḿ", "aaaaeeeeooooiiiiuuuuvvvvvnnnm", "\u0304\u0300\u030c"
)
"""Letters with tones to letters, ü to v; marks of their own vanish."""


@cache
def spelled(char: str) -> str:
    """Return a character's usual syllable without its tone; empty where there is none."""
    return plain(_characters().get(str(ord(char)), "").partition(",")[0])


@cache
def plain(syllable: str) -> str:
    """Return a syllable without its tone."""
    return syllable.translate(TONES)


@cache
def phrases() -> dict[str, list[list[str]]]:
    """Return the phrases with the syllables of each of their characters, the usual one first.

    Raises:
        ModuleNotFoundError: pypinyin is not installed.
    """
    found: dict[str, list[list[str]]] = _table("phrases_dict.json")
    return found


@cache
def longest_phrases() -> dict[str, int]:
    """Return by first character the size of the longest phrase."""
    longest: dict[str, int] = {}
    for phrase in phrases():
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return longest


@cache
def _characters() -> dict[str, str]:
    """Return syllables by code point, a comma between."""
    found: dict[str, str] = _table("pinyin_dict.json")
    return found


def _table(name: str) -> Any:  # noqa: ANN401  # as the file says
    found = find_spec("pypinyin")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pypinyin is not installed")
    return json.loads(Path(found.origin).with_name(name).read_text("utf-8"))
