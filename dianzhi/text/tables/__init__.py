"""The tables that text rules are made of; what each file holds is said in spec/search-index.md."""

from functools import cache
from importlib.resources import files


def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a table without comments (a line that starts with `#`) and blanks."""
    text = files(__name__).joinpath(name).read_text("utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def fold_pairs() -> dict[str, str]:
    """Return every fold of one character to one: traditional and Cantonese Han, signs of letters."""
    pairs = lines("traditional.txt") + lines("cantonese.txt") + lines("latin.txt")
    return {pair[0]: pair[1] for pair in pairs}


@cache
def chatter() -> tuple[str, ...]:
    """Return what shoppers say around a question: greetings, thanks, openings."""
    return lines("chatter.txt")


@cache
def meaning() -> bytes:
    """Return the table of meaning, `spec/meaning.md`; `training/` makes it."""
    return files(__name__).joinpath("meaning.bin").read_bytes()


@cache
def frame() -> frozenset[str]:
    """Return the characters and words of letters that frame a question."""
    characters, words = lines("frame.txt")
    return frozenset((*characters, *words.split(" ")))


@cache
def amounts() -> tuple[tuple[str, ...], ...]:
    """Return groups of expressions for one amount, such as 6个月, 六个月 and 半年."""
    return tuple(tuple(line.split(" ")) for line in lines("amounts.txt"))
