"""What people paste into cells: invisible characters, several wordings in one cell."""

import re
from textwrap import dedent
from typing import Final

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
GARBLED: Final = "\ufffd"
"""What a program writes for a character that it could not read."""
_SEPARATORS = re.compile("[；;|｜]")


def cleaned(text: str) -> str:
    """Return the text with one kind of line break and without what cannot be seen.

    Joiners inside emoji stay; YAML, Markdown and search agree on everything that is left.
    """
    spaced = _NEWLINES.sub("\n", text).replace("\t", "    ")
    return dedent(_INVISIBLE.sub("", spaced)).strip()


def one_line(text: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(cleaned(text).split())


def split_wordings(text: str) -> tuple[str, ...]:
    """Return the wordings in one cell, each once.

    One per line where the cell has line breaks; else split at `；`, `;`, `|` and `｜`.
    """
    clean = cleaned(text)
    parts = clean.split("\n") if "\n" in clean else _SEPARATORS.split(clean)
    return tuple(dict.fromkeys(line for part in parts if (line := one_line(part))))
