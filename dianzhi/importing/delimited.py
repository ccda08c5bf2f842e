"""CSV and JSON lines into cells, in the encodings that Excel and warehouses save."""

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

from dianzhi.importing.headers import SCANNED_ROWS, known_columns
from dianzhi.importing.table import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Grid, Row, refused, too_large

DELIMITERS: Final = (",", "\t", ";")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_RESAVE = "用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”再导入"


def decoded(path: str, content: bytes) -> str:
    """Return the text of `content`: UTF-16 with a mark, UTF-8 with or without one, or GB18030.

    Raises:
        SourceErrors: it is none of them.
    """
    encodings = ("utf-16",) if content.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
    message = "文件的编码认不出来（不是 UTF-8、GB18030，也不是带标记的 UTF-16）"
    raise refused(path, "import-unreadable", message, _RESAVE, line)


def read_csv(path: str, content: bytes, known: Callable[[Row], int] = known_columns) -> Grid:
    """Return the cells of a CSV, with the delimiter under which the header makes most sense.

    `known` counts the columns of a row that the reader knows.

    Raises:
        SourceErrors: unknown encoding, unpaired quotes, or beyond the limits.
    """
    text = decoded(path, content)
    counted = {mark: _known_columns(text, mark, known) for mark in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda mark: counted[mark])
    return Grid(path, tuple(_rows(path, text, delimiter)))


def _known_columns(text: str, delimiter: str, known: Callable[[Row], int]) -> int:
    head = text[: 4 * MAX_CELL]
    rows = _records(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter))
    return max(map(known, islice(rows, SCANNED_ROWS)), default=0)


def _records(reader: Iterator[list[str]]) -> Iterator[Row]:
    for number, record in enumerate(reader, 1):
        cells = {column: cell for column, cell in enumerate(record, 1) if cell.strip()}
        if cells:
            yield Row(number, cells)


def _rows(path: str, text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    last = 0
    try:
        for count, row in enumerate(_records(reader), 1):
            check_size(path, count, row)
            last = row.number
            yield row
    except csv.Error as error:
        if "limit" in str(error):
            raise too_large(path, "有一格的文字太长，可能是引号没有配对") from None
        message = "从这里开始的引号没有配对，后面的内容分不出格子"
        raise refused(path, "import-syntax", message, _RESAVE, last + 1) from None


def check_size(path: str, count: int, row: Row) -> None:
    """Refuse a sheet that is beyond the limits; `count` rows have come so far.

    Raises:
        SourceErrors: too many rows or columns, or too long a cell.
    """
    if count > MAX_ROWS:
        raise too_large(path, f"有内容的行超过了 {MAX_ROWS} 行")
    if max(row.cells) > MAX_COLUMNS:
        raise too_large(path, f"第 {row.number} 行超过了 {MAX_COLUMNS} 列")
    if max(map(len, row.cells.values())) > MAX_CELL:
        raise too_large(path, f"第 {row.number} 行有一格超过了 {MAX_CELL} 个字")


def read_jsonl(path: str, content: bytes) -> Grid:
    """Return the objects of JSON lines as rows under a header of all their keys.

    Raises:
        SourceErrors: unknown encoding, a line that is no object of texts, or beyond the limits.
    """
    keys: dict[str, int] = {}
    rows: list[Row] = []
    for number, line in enumerate(decoded(path, content).split("\n"), 1):
        if line.strip():
            cells = _object(path, number, line, keys)
            if cells:
                rows.append(Row(number, cells))
                check_size(path, len(rows), rows[-1])
    header = Row(1, {number: key for key, number in keys.items()})
    return Grid(path, (header, *rows) if keys else ())


def _object(path: str, number: int, line: str, keys: dict[str, int]) -> dict[int, str]:
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        value = None
    if not isinstance(value, dict):
        message = "这一行不是一个完整的 JSON 对象"
        hint = '每行写一个对象，例如 {"question": "…", "answer": "…"}'
        raise refused(path, "import-syntax", message, hint, number)
    texts = {key: _text(path, number, key, one) for key, one in value.items() if one is not None}
    return {keys.setdefault(key, len(keys) + 1): text for key, text in texts.items() if text}


def _text(path: str, number: int, key: str, value: Any) -> str:  # noqa: ANN401  # any JSON value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    if isinstance(value, str | int | float):
        return value.strip() if isinstance(value, str) else str(value)
    message = f"{key} 的值不是文字"
    hint = "写成文字；相似问法可以写成文字的列表"
    raise refused(path, "import-syntax", message, hint, number)
