"""Texts as YAML that every reader, and every editor, reads back as the same text."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

_RISKY: Final = re.compile(r"""[:#\[\]{}&*!|>'"%@`\\\n]""")
_RISKY_START: Final = re.compile(r"[-?=<,~]")
_WORDS: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_NUMBERLIKE: Final = re.compile(
    r"[-+]?\.?\d[\d_.:tzxoa-f +-]*|[-+]?\.(inf|nan)|\d{4}-\d\d?-\d\d?.*", re.IGNORECASE
)
"""Numbers and dates of YAML 1.1 and 1.2, and some harmless texts that look like them."""
_PLAIN: Final = re.compile(r"[ -~\u00a1-\ud7ff\uf900-\ufefe\uff00-\ufffc\U00010000-\U0010fffd]*")
"""Characters that need no quotes for their own sake."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text that is written as a block, `|`."""

    text: str


Value = str | date | Block | tuple[str, ...]
Pairs = Mapping[str, Value]
"""The keys of a record in the order they are written."""


def inline(text: str, *, flow: bool = False, style: str | None = None) -> str:
    """Return `text` on one line: without quotes where nobody can misread it.

    `flow` is for inside brackets; `style` (`'` or `"`) is the kind of quotes that stood there.
    """
    if style is None and _safe(text) and not (flow and re.search("[,?]", text)):
        return text
    if style == "'" and _PLAIN.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    if style is None and _PLAIN.fullmatch(text) and re.search(r'["\\]', text):
        return "'" + text.replace("'", "''") + "'"
    return _double_quoted(text)


def _safe(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and bool(_PLAIN.fullmatch(text))
        and not _RISKY.search(text)
        and not _RISKY_START.match(text)
        and text.lower() not in _WORDS
        and not _NUMBERLIKE.fullmatch(text)
    )


def _double_quoted(text: str) -> str:
    """Return a JSON string, which is YAML too; what YAML may not hold as it is, is escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(
        r"[^ -~\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", _escape, quoted
    )


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def block(text: str, indent: int) -> str:
    """Return `text` as a block whose lines stand at `indent`, without a last line break.

    `text` neither starts nor ends with white space.
    """
    pad = " " * indent
    lines = (pad + line if line else "" for line in text.split("\n"))
    return "|\n" + "\n".join(lines)


def record(pairs: Pairs, indent: int) -> str:
    """Return a list item, its dash at `indent`, ending in a line break."""
    pad = " " * (indent + 2)
    body = "".join(f"{pad}{_pair(key, value, indent + 2)}\n" for key, value in pairs.items())
    return " " * indent + "- " + body[indent + 2 :]


def _pair(key: str, value: Value, indent: int) -> str:
    if isinstance(value, tuple):
        items = "".join(f"\n{' ' * (indent + 2)}- {inline(one)}" for one in value)
        return f"{key}:{items}"
    if isinstance(value, Block):
        return f"{key}: {block(value.text, indent + 2)}"
    return f"{key}: {scalar(value)}"


def scalar(value: str | date) -> str:
    """Return a text or a date on one line."""
    return inline(value) if isinstance(value, str) else value.isoformat()


def flow_record(pairs: Pairs) -> str:
    """Return a record in braces on one line."""
    return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in pairs.items()) + "}"


def _flow(value: Value) -> str:
    if isinstance(value, tuple):
        return flow_list(value)
    if isinstance(value, date):
        return value.isoformat()
    return _double_quoted(value.text if isinstance(value, Block) else value)


def flow_list(items: Iterable[str]) -> str:
    """Return a list of texts in brackets on one line."""
    return "[" + ", ".join(inline(one, flow=True) for one in items) + "]"
