"""The simple HTML that chat desks export, as Markdown. Other tags are left as they are."""

import re
from typing import Final

_AROUND: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS: Final = frozenset(("p", "div", "ul", "br", "tr"))
_DROPPED: Final = frozenset(("span", "font", "u", "section"))
_KNOWN: Final = frozenset(_AROUND) | _BLOCKS | _DROPPED | {"li"}
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*>")
_SPACES = re.compile(r"&nbsp;?|&#160;|&ensp;|&emsp;", re.IGNORECASE)
_NAMES = r"(?:b|strong|i|em)"
_EMPTY = re.compile(rf"<{_NAMES}(?:\s[^<>]*)?>\s*</{_NAMES}\s*>", re.IGNORECASE)
_OPENED = re.compile(rf"(<{_NAMES}(?:\s[^<>]*)?>)([^\w<>]+)", re.IGNORECASE)
_CLOSED = re.compile(rf"([^\w<>]+)(</{_NAMES}\s*>)", re.IGNORECASE)


def known_tags(text: str) -> tuple[str, ...]:
    """Return the names of the tags that `to_markdown` replaces, each once."""
    names = ((found[1] or "").lower() for found in _TAG.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name in _KNOWN))


def to_markdown(text: str) -> str:
    """Return the text with known tags as Markdown: breaks, bold, italics, paragraphs, bullet lists.

    Colours and sizes are dropped; other tags stay. `<3` and `<订单号>` are no tags.
    """
    return _TAG.sub(_replaced, _tight(_SPACES.sub(" ", text)))


def _tight(text: str) -> str:
    """Move spaces and punctuation to the outside of bold and italics.

    `<b>注意：</b>先看` would become `**注意：**先看`, which CommonMark does not read as bold.
    """
    return _CLOSED.sub(r"\2\1", _OPENED.sub(r"\2\1", _EMPTY.sub("", text)))


def _replaced(found: re.Match[str]) -> str:
    name = (found[1] or "").lower()
    if name not in _KNOWN:
        return found[0]
    closing = found[0].startswith("</")
    if name == "li":
        return "" if closing else "\n- "
    if name in _AROUND:
        return _AROUND[name]
    return "\n" if name in _BLOCKS else ""
