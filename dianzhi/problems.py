"""Problems in the sources. One run reports all of them, in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Level(StrEnum):
    """How bad: an error stops the build, a warning only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        """Return what editors read: 错误 or 警告."""
        return {"error": "错误", "warning": "警告"}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file. `line` and `column` start at 1; a column is one code point."""

    path: str
    """Relative to the folder the command runs in, with forward slashes."""
    line: int
    column: int

    def under(self, folder: str) -> "Span":
        """Return the same place seen from outside `folder`."""
        return self if folder in ("", ".") else replace(self, path=f"{folder}/{self.path}")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where, what (with the value found), and what to do about it."""

    span: Span
    code: str
    """Stable ASCII name, one section in docs/reference/problems.md. Tests match on this."""
    message: str
    """What was found, in Chinese."""
    hint: str
    """What to do, in Chinese."""
    level: Level = field(default=Level.ERROR, compare=False)
    related: Span | None = field(default=None, compare=False)
    """Another place, which the message names."""

    def under(self, folder: str) -> "Problem":
        """Return the same problem with its paths seen from outside `folder`."""
        if self.related is None:
            return replace(self, span=self.span.under(folder))
        related = self.related.under(folder)
        message = self.message.replace(str(self.related), str(related))
        return replace(self, span=self.span.under(folder), message=message, related=related)

    def __str__(self) -> str:
        return f"{self.span}: {self.level.label}[{self.code}] {self.message}\n  建议：{self.hint}"


class SourceErrors(Exception):  # noqa: N818  # a group of problems, not one error
    """Raised once, at the end of a pass, with every problem found in it, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
