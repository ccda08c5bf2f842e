"""Script lines with their blanks: `{买家昵称}` is a field that the agent fills in once."""

from collections.abc import Iterator
from dataclasses import dataclass

from dianzhi.catalog.slots import Slot, split_slots
from dianzhi.model.script import Line, Script
from dianzhi.model.shop import Shop


@dataclass(frozen=True, slots=True)
class Blank:
    """A placeholder in a line, and a field above it."""

    name: str
    about: str = ""
    """What to write there; empty in a line."""


def pieces(line: Line) -> tuple[str | Blank, ...]:
    """Return the stretches of text and the blanks of a line, in order."""
    return tuple(_pieces(line.text.zh))


def _pieces(text: str) -> Iterator[str | Blank]:
    for part in split_slots(text):
        if isinstance(part, Slot):
            yield Blank(part.name)
        elif isinstance(part, str):
            yield part


def fields(script: Script, shop: Shop) -> tuple[Blank, ...]:
    """Return the blanks of a script in order of appearance, each once, with what to write there."""
    about = {one.name: one.about.zh for one in shop.placeholders}
    found = (part for line in script.lines for part in pieces(line) if isinstance(part, Blank))
    return tuple(
        Blank(name, about.get(name, "")) for name in dict.fromkeys(one.name for one in found)
    )
