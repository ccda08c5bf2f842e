"""Text to chunks of folded characters, by spec/search-index.md section 2.

Twin of widget/src/search/normalize.js. Explicit tables only: NFKC and lower-casing calls differ
between runtimes, and a query must fold like the index it is asked of.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

WIDE_FIRST, WIDE_LAST, WIDE_SHIFT = 0xFF01, 0xFF5E, 0xFEE0
HAN = (
    (0x3005, 0x3007),
    (0x3041, 0x3096),
    (0x30A1, 0x30FC),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
"""Written without spaces, so cut by words and pairs: ideographs, 々, 〇 and kana."""
INVISIBLE = ((0xAD, 0xAD), (0x200B, 0x200F), (0x2060, 0x2060), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF))
"""Drawn as nothing: they neither stay nor separate."""

Change = tuple[int, int, str]
"""Start and end of a stretch in UTF-16 units, and what replaces it."""


@dataclass(slots=True)
class Chunk:
    """Folded characters that stood together; a separator ends a chunk."""

    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Of each character: where it stood in the given text, in UTF-16 units, end exclusive."""


@cache
def kind_of(char: str) -> str:
    """Return `h` (Han and kana), `a` (letter), `0` (digit), or `` (anything else)."""
    if "a" <= char <= "z":
        return "a"
    if "0" <= char <= "9":
        return "0"
    return "h" if _within(ord(char), HAN) else ""


def fold(char: str, pairs: Mapping[str, str]) -> str:
    """Return one character as half-width, lower-case ASCII or through the pairs."""
    code = ord(char)
    if WIDE_FIRST <= code <= WIDE_LAST:
        char = chr(code - WIDE_SHIFT)
    if "A" <= char <= "Z":
        return chr(ord(char) + 32)
    return pairs.get(char, char)


def chunks(text: str, pairs: Mapping[str, str], limit: int | None = None) -> list[Chunk]:
    """Return the chunks of `text`; at most `limit` characters in all, if given."""
    found: list[Chunk] = []
    current = Chunk()
    left = len(text) if limit is None else limit
    for char, start, end in _units(text):
        folded = fold(char, pairs)
        if kind_of(folded):
            if left == 0:
                break
            left -= 1
            current.text += folded
            current.spans.append((start, end))
        elif current.text and not _within(ord(char), INVISIBLE):
            found.append(current)
            current = Chunk()
    return [*found, current] if current.text else found


def plain(text: str, pairs: Mapping[str, str]) -> str:
    """Return the folded characters of `text` with nothing between them."""
    return "".join(chunk.text for chunk in chunks(text, pairs))


def to_units(text: str) -> str:
    """Return a text with each UTF-16 unit as a character, so that spans count its characters."""
    data = text.encode("utf-16-le", "surrogatepass")
    return (
        "".join(map(chr, memoryview(data).cast("H"))) if max(text, default="") > "\uffff" else text
    )


def splice(units: str, changes: Iterable[Change]) -> str:
    """Return a text, given by its UTF-16 units, with stretches replaced, leftmost first."""
    parts, done = [], 0
    for start, end, new in changes:
        parts += [units[done:start], new]
        done = end
    spliced = "".join([*parts, units[done:]])
    return spliced.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _units(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for char in text:
        end = at + (2 if ord(char) > 0xFFFF else 1)  # noqa: PLR2004  # a surrogate pair
        yield char, at, end
        at = end


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
