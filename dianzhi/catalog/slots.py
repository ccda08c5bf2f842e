"""Data slots: `{product.x}`, `{batch.x}`, `{shop.x}` in answers, `{买家昵称}` in scripts.

`{{` and `}}` stand for literal braces. Anything else with a brace is a mistake and is reported,
so that no half-filled text ever reaches a shopper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

TOKEN: Final = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}\n]{1,60})\}|[{}]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A braced name and where it stands in its text, in code points from 0."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class StrayBrace:
    """A brace that is neither doubled nor part of a slot."""

    offset: int


Part = str | Slot | StrayBrace


def split_slots(text: str) -> Iterator[Part]:
    """Yield the literal stretches, slots and stray braces of `text`, in order."""
    end = 0
    for token in TOKEN.finditer(text):
        if token.start() > end:
            yield text[end : token.start()]
        yield _part(token)
        end = token.end()
    if end < len(text):
        yield text[end:]


def _part(token: "re.Match[str]") -> Part:
    if token["name"] is not None:
        return Slot(token["name"].strip(), token.start())
    return token[0][0] if len(token[0]) == 2 else StrayBrace(token.start())  # noqa: PLR2004  # doubled
