"""Which cells a merged cell covers. Read from the sheet's XML: openpyxl's streaming reader skips it."""

import re
from collections.abc import Iterator

from openpyxl.utils.cell import range_boundaries

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
MAX_COVERED = 100_000
"""Cells; a sheet with more merged than this is no list of questions."""


def covered_cells(sheet: bytes) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield row and column of each covered cell with those of the first cell of its merge."""
    budget = MAX_COVERED
    for found in _MERGE.finditer(sheet):
        left, top, right, bottom = map(int, range_boundaries(found[1].decode()))  # type: ignore[arg-type]
        budget -= (right - left + 1) * (bottom - top + 1)
        if budget < 0:
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    yield (row, column), (top, left)
