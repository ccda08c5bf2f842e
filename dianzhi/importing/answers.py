"""An answer's cell into CommonMark that shows what the cell showed.

A cell is read as CommonMark, with what spreadsheets do differently put right: a line break there
is a visible break, spaces in front are decoration, `20*30*40` is a size and not italics.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dianzhi.catalog.markup import Fault, compile_markdown
from dianzhi.importing import html
from dianzhi.importing.cells import cleaned

_SLOT = r"\{(?:product|batch|shop)\.[a-z][a-z0-9_]*\}"
_BRACES = re.compile(r"\{\{|\}\}|" + _SLOT + r"|([{}])")
_BRACED = re.compile(r"\{[^{}\n]{1,30}\}")
_STARS = re.compile(r"(?<=[0-9A-Za-z)）])\*(?=[0-9A-Za-z(（])")
_QUOTED = re.compile(r"^ {0,3}>(?=[^\s>])", re.MULTILINE)
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]) ")
_BREAK = re.compile(r"(?:\\|  )$")


@dataclass(frozen=True, slots=True)
class Answer:
    """A cell made into an answer, with what was done to it."""

    cell: str
    """The cell's own text, cleaned."""
    text: str
    """CommonMark with data slots; other braces doubled."""
    braces: tuple[str, ...]
    """Braced words that are no data slots, and single braces."""
    escaped: tuple[str, ...]
    """Markdown characters that were escaped."""
    tags: tuple[str, ...]
    """HTML tags that were turned into Markdown or dropped."""
    faults: tuple[Fault, ...]
    """Why the answer cannot be used, such as HTML that has no Markdown."""


def read_answer(cell: str) -> Answer:
    """Return the cell as CommonMark."""
    clean = cleaned(cell)
    marked = cleaned(html.to_markdown(clean))
    text = _doubled(_paragraphs(_escaped(marked)))
    _, faults = compile_markdown(text, lambda _: None)
    signs = tuple(dict.fromkeys(_signs(marked)))
    return Answer(
        clean, text, tuple(_odd_braces(marked)), signs, html.known_tags(clean), tuple(faults)
    )


def _doubled(text: str) -> str:
    return _BRACES.sub(lambda found: found[0] * 2 if found[1] else found[0], text)


def _odd_braces(text: str) -> Iterator[str]:
    end = 0
    for found in _BRACES.finditer(text):
        if found[1] and found.start() >= end:
            word = _BRACED.match(text, found.start())
            end = word.end() if word else end
            yield word[0] if word else found[0]


def _escaped(text: str) -> str:
    return _STARS.sub(r"\\*", _QUOTED.sub(r"\\>", text))


def _signs(text: str) -> Iterator[str]:
    yield from (found[0].strip() for found in _QUOTED.finditer(text))
    yield from (found[0] for found in _STARS.finditer(text))


def _paragraphs(text: str) -> str:
    """Return every line as a paragraph of its own, but lists, tables and quotes whole."""
    kept: list[str] = []
    before = ""
    for line, kind in _levelled(text):
        if kept and kept[-1] and line and not _joined(kept[-1], before, kind):
            kept.append("")
        kept.append(line)
        before = kind
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _levelled(text: str) -> Iterator[tuple[str, str]]:
    """Yield lines with their kinds; spaces in front stay only below a list item."""
    in_list = False
    for line in text.split("\n"):
        bare = line.lstrip()
        below = in_list and (line.startswith("  ") or not bare)
        in_list = bool(_LIST.match(bare)) or below
        if in_list and bare:
            yield (line if below else bare), "list"
        else:
            yield bare, {"|": "table", ">": "quote"}.get(bare[:1], "plain")


def _joined(last: str, before: str, kind: str) -> bool:
    if kind == "plain":
        return before == "plain" and bool(_BREAK.search(last))
    return kind == before
