"""Batches from CSV files, as warehouses and Excel save them."""

import csv
import io
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
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(rows, [])
        columns = _columns(decoder, path, header)
        records = [_record(decoder, path, rows.line_num, columns, row) for row in rows if any(row)]
    except csv.Error:
        message, hint = "这一行的引号没有配对", "用 Excel 打开检查这一行，另存为 CSV UTF-8"
        decoder.fail(Place(path, rows.line_num, 1), "csv-syntax", message, hint)
        return []
    return [record for record in records if isinstance(record, Batch)]


def _columns(decoder: Decoder, path: str, header: list[str]) -> list[str]:
    labels = {key.label: key.name for key in keys_of(Batch)}
    names = [name.strip() for name in header]
    columns = [HEADERS.get(name.lower(), labels.get(name, name)) for name in names]
    known = {key.name for key in keys_of(Batch)}
    for number, (name, column) in enumerate(zip(names, columns, strict=True), 1):
        if column not in known:
            hint = f"可以用的列有：{'、'.join(labels)}"
            message = f"不认识的列 {name or '（空）'}"
            decoder.fail(Place(path, 1, number), "csv-column", message, hint)
    return columns


def _record(decoder: Decoder, path: str, line: int, columns: list[str], row: list[str]) -> object:
    if len(row) > len(columns):
        message = f"这一行有 {len(row)} 格，表头只有 {len(columns)} 格"
        place = Place(path, line, len(columns) + 1)
        return decoder.fail(place, "csv-cells", message, "删掉多出来的格子，或者补上表头")
    pairs = tuple(_pairs(path, line, columns, row))
    known = {key.name for key in keys_of(Batch)}
    node = MapNode(Place(path, line, 1), tuple(pair for pair in pairs if pair[0].value in known))
    return decoder.record(node, Batch)


def _pairs(
    path: str, line: int, columns: list[str], row: list[str]
) -> Iterator[tuple[Scalar, Node]]:
    for number, (column, cell) in enumerate(zip(columns, row, strict=False), 1):
        place = Place(path, line, number)
        value = _iso_date(cell.strip()) if column in {"produced", "expires"} else cell.strip()
        if value:
            yield Scalar(place, column, plain=True), Scalar(place, value, plain=False)


def _iso_date(cell: str) -> str:
    """Return a date as Excel writes it (2026/3/5) in the form of the model."""
    parts = cell.replace("/", "-").split("-")
    return "-".join(part.zfill(2) for part in parts) if len(parts) == 3 else cell  # noqa: PLR2004  # y-m-d
