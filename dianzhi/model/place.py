"""Where a value was written: kept beside every record, out of equality."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from dianzhi.problems import Span

Layout = Literal["line", "block", "folded"]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one value in its file, able to point inside a text."""

    path: str
    line: int
    """From 1: the line where the value starts; for a block text the first line of its content."""
    column: int
    """From 1, in code points: the first character of the content."""
    layout: Layout = "line"
    """`line`: on one line as read; `block`: lines that all start at `column`; `folded`: neither."""

    @property
    def span(self) -> Span:
        """Return the start of the value."""
        return Span(self.path, self.line, self.column)

    def inside(self, text: str, offset: int) -> Span:
        """Return the place of code point `offset` of `text`, the value read from here.

        Exact but for folded values, where it is the start of the value.
        """
        before = text[:offset]
        if self.layout == "folded":
            return self.span
        last_line = len(before) - before.rfind("\n") - 1
        return Span(self.path, self.line + before.count("\n"), self.column + last_line)


NOWHERE: Final = Place("", 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The places of a record and its fields, by dotted path such as `answer.zh` or `entries.2`.

    All places are equal: moving an entry is no change to readers.
    """

    whole: Place = NOWHERE
    fields: Mapping[str, Place] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0

    def of(self, *path: str | int) -> Place:
        """Return the place of a field, or of the nearest part around it that has one."""
        names = [str(name) for name in path]
        while names:
            found = self.fields.get(".".join(names))
            if found is not None:
                return found
            names.pop()
        return self.whole

    def span(self, *path: str | int) -> Span:
        """Return the start of a field, like `of`."""
        return self.of(*path).span
