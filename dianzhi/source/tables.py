"""Batches from CSV files, as warehouses and Excel save them."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from dianzhi.model.place import Place
from dianzhi.model.product import Batch
from dianzhi.model.shape import keys_of
from dianzhi.source.decode import Decoder
from dianzhi.source.nodes import MapNode, Node, Scalar

HEADERS: Final = {
    "商品编号": "product",
    "sku": "product",
    "商品": "product",
    "批次": "number",
    "生产批号": "number",
    "生产日期": "produced",
    "限期使用日期": "expires",
    "保质期至": "expires",
    "有效期至": "expires",
}
"""Other names of the columns, beside the key and its Chinese label."""


def read_batches(decoder: Decoder, path: str, text: str) -> list[Batch]:
    """Return the batches of one CSV text; a line with a mistake is reported and left out.

    Columns are those of `Batch`, by key or by Chinese name, in any order. A column of a place is
    the number of the cell, from 1.
    """
    rows = list(_rows(decoder, path, text))
    if not rows:
        return []
    (line, header), *body = rows
    columns = _columns(decoder, path, line, header)
    if columns is None:
        return []
    records = [_record(decoder, path, line, columns, row) for line, row in body]
    return [record for record in records if isinstance(record, Batch)]


def _rows(decoder: Decoder, path: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that say something with the line where each starts."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            while cells and not cells[-1]:
                cells.pop()  # Excel fills all rows up to the widest
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        message, hint = "这一行的引号没有配对", "用 Excel 打开检查这一行，另存为 CSV UTF-8"
        decoder.fail(Place(path, line, 1), "csv-syntax", message, hint)


def _columns(decoder: Decoder, path: str, line: int, header: list[str]) -> list[str] | None:
    """Return the keys of the columns, or None when the header is no use."""
    labels = {key.label: key.name for key in keys_of(Batch)}
    columns = [HEADERS.get(name.lower(), labels.get(name, name)) for name in header]
    before = len(decoder.problems)
    for number, (name, column) in enumerate(zip(header, columns, strict=True), 1):
        place, hint = Place(path, line, number), f"可以用的列有：{'、'.join(labels)}"
        if column not in labels.values():
            decoder.fail(place, "csv-column", f"不认识的列 {name or '（空）'}", hint)
        elif column in columns[: number - 1]:
            message = f"列 {name} 和前面的 {header[columns.index(column)]} 是同一项"
            decoder.fail(place, "csv-column", message, "只留一列")
    for key in keys_of(Batch):
        if key.required and key.name not in columns:
            message, hint = f"少了列 {key.label}", f"在表头加上 {key.label}：{key.about}"
            decoder.fail(Place(path, line, 1), "csv-column", message, hint)
    return columns if len(decoder.problems) == before else None


def _record(decoder: Decoder, path: str, line: int, columns: list[str], row: list[str]) -> object:
    if len(row) > len(columns):
        message = f"这一行有 {len(row)} 格，表头只有 {len(columns)} 格"
        place = Place(path, line, len(columns) + 1)
        return decoder.fail(place, "csv-cells", message, "删掉多出来的格子，或者补上表头")
    node = MapNode(Place(path, line, 1), tuple(_pairs(path, line, columns, row)))
    return decoder.record(node, Batch)


def _pairs(
    path: str, line: int, columns: list[str], row: list[str]
) -> Iterator[tuple[Scalar, Node]]:
    for number, (column, cell) in enumerate(zip(columns, row, strict=False), 1):
        place = Place(path, line, number)
        value = _iso_date(cell) if column in {"produced", "expires"} else cell
        if value:
            yield Scalar(place, column, plain=True), Scalar(place, value, plain=False)


def _iso_date(cell: str) -> str:
    """Return a date as Excel writes it (2026/3/5) in the form of the model."""
    written = re.fullmatch(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", cell)
    return "-".join(part.zfill(2) for part in written.groups()) if written else cell
