"""A sheet as cells with places, before and after its columns are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dianzhi.problems import Level, Problem, SourceErrors, Span

MAX_BYTES: Final = 20_000_000
"""Of the file as it comes."""
MAX_ROWS: Final = 20_000
"""Rows that hold something."""
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 32_767
"""Characters in one cell: what Excel itself allows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something."""

    number: int
    """From 1, as Excel counts: the n-th record of a CSV, the n-th line of JSON lines."""
    cells: Mapping[int, str]
    """Texts that are not empty, by column from 1."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet."""

    path: str
    """For messages: the file's name, with `#sheet` for a workbook."""
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    covered: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Texts of merged cells, by row and column of the cells they cover beside the first."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are known."""

    path: str
    columns: Mapping[str, tuple[int, ...]]
    """Column numbers by role: `id`, `question`, `similar`, `answer`, `category-1` to `-3`."""
    rows: tuple[Row, ...]
    """Without the header and what stands above it."""
    problems: tuple[Problem, ...] = ()
    """What was found while reading; ignored columns and sheets are warnings."""
    covered: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def span(self, row: int, column: int = 1) -> Span:
        """Return the place of a cell."""
        return Span(self.path, row, column)


def refused(path: str, code: str, message: str, hint: str, row: int = 1) -> SourceErrors:
    """Return the error for a file that cannot be used at all."""
    return SourceErrors([Problem(Span(path, row, 1), code, message, hint)])


def too_large(path: str, message: str) -> SourceErrors:
    """Return the error for a file beyond the limits."""
    return refused(path, "import-too-large", message, "拆成几个小一点的文件，分几次导入")


def warning(span: Span, code: str, message: str, hint: str) -> Problem:
    """Return a problem that stops nothing."""
    return Problem(span, code, message, hint, Level.WARNING)
