"""A log of any of the shapes into what was asked, masked."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from dianzhi.importing.delimited import decoded, read_csv
from dianzhi.importing.table import MAX_BYTES, Grid, too_large
from dianzhi.importing.workbook import read_workbook
from dianzhi.learning.asked import Asked, Log
from dianzhi.learning.lines import from_text
from dianzhi.learning.masking import is_masked, masked
from dianzhi.learning.sessions import Typed, typed
from dianzhi.learning.tables import Record, columns_of, from_grid, from_json

TABLES: Final = (".xlsx", ".csv", ".tsv")
MAX_TEXT: Final = 200_000_000
"""Bytes of a text file or JSON: access logs are longer than tables that people keep."""


def read_log(name: str, content: bytes) -> Log:
    """Read a file; the ending of its name tells the format, any other is text.

    Raises:
        SourceErrors: it cannot be used: unreadable, too large, no column with questions.
    """
    suffix = PurePath(name).suffix.lower()
    most = MAX_BYTES if suffix in TABLES else MAX_TEXT
    if len(content) > most:
        size, limit = len(content) // 1_000_000, most // 1_000_000
        raise too_large(name, f"文件有 {size} MB，上限是 {limit} MB")
    grid = _grid(suffix, name, content)
    records = from_grid(grid) if grid else _other(suffix, name, content)
    asked = tuple(map(_asked, typed(records)))
    hidden = sum(is_masked(one.text) for one in asked)
    return Log(asked, hidden, grid.problems if grid else ())


def _grid(suffix: str, name: str, content: bytes) -> Grid | None:
    if suffix == ".xlsx":
        return read_workbook(name, content)
    if suffix in TABLES:
        return read_csv(name, content, lambda row: len(columns_of(row)))
    return None


def _other(suffix: str, name: str, content: bytes) -> Iterator[Record]:
    if suffix in (".json", ".jsonl") or content.lstrip().startswith(b"{"):
        return from_json(name, content)
    return from_text(decoded(name, content))


def _asked(one: Typed) -> Asked:
    return Asked(masked(one.text), one.entry, one.count, one.day)
