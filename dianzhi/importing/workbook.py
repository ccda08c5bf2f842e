"""Excel workbooks into cells: values as a person sees them, within limits."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

import openpyxl

from dianzhi.importing.delimited import check_size
from dianzhi.importing.merges import covered_cells
from dianzhi.importing.table import Grid, Row, refused, too_large, warning
from dianzhi.problems import Problem, Span

MAX_UNPACKED: Final = 80_000_000
"""Bytes of XML in the workbook once unpacked; 20,000 rows of long answers take about 40 MB."""
MAX_MEMBERS: Final = 10_000
ERRORS: Final = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
)
_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_RESAVE = "用 Excel 或 WPS 打开，另存为 .xlsx 再导入"


def read_workbook(path: str, content: bytes, name: str | None = None) -> Grid:
    """Return the cells of the sheet called `name`, or else of the first one that is not hidden.

    Raises:
        SourceErrors: not a workbook, no such sheet, or beyond the limits.
    """
    _check_archive(path, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's remarks on styles it will not keep
            return _read(path, content, name)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, EOFError) as error:
        # What a damaged archive or damaged XML (a SyntaxError) raises inside openpyxl.
        message = f"工作簿打不开（{type(error).__name__}）"
        raise refused(path, "import-unreadable", message, _RESAVE) from None


def _check_archive(path: str, content: bytes) -> None:
    if content.startswith(_OLD_EXCEL):
        message = "这是旧版 .xls 或加了密码的工作簿"
        raise refused(path, "import-unreadable", message, _RESAVE)
    if not content.startswith(_SIGNS):
        raise refused(path, "import-unreadable", "这不是 .xlsx 工作簿", _RESAVE)
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError):
        raise refused(path, "import-unreadable", "工作簿不完整", _RESAVE) from None
    unpacked = sum(one.file_size for one in members if not one.filename.startswith("xl/media/"))
    if unpacked > MAX_UNPACKED or len(members) > MAX_MEMBERS:
        raise too_large(path, f"工作簿解开以后有 {unpacked // 1_000_000} MB，超过了上限")


def _read(path: str, content: bytes, name: str | None) -> Grid:
    values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    sheet = _chosen(path, values, name)
    place = f"{path}#{sheet.title}"
    rows: list[Row] = []
    problems = list(_unread_sheets(place, values, sheet))
    for found in _rows(place, sheet, formulas[sheet.title], problems):
        rows.append(found)
        check_size(place, len(rows), found)
    return Grid(place, tuple(rows), tuple(problems), _covered(content, sheet, rows))


def _chosen(path: str, workbook: Any, name: str | None) -> Any:  # noqa: ANN401  # openpyxl's sheets
    sheets = workbook.worksheets
    if name is None:
        visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
        chosen = visible or sheets
    else:
        chosen = [sheet for sheet in sheets if sheet.title.strip() == name.strip()]
    if chosen:
        return chosen[0]
    titles = "、".join(sheet.title for sheet in sheets) or "（没有）"
    message = f"没有叫 {name} 的工作表" if name else "工作簿里没有工作表"
    raise refused(path, "import-no-sheet", message, f"这个工作簿里的工作表有：{titles}")


def _unread_sheets(place: str, workbook: Any, sheet: Any) -> Iterator[Problem]:  # noqa: ANN401
    others = [one.title for one in workbook.worksheets if one.title != sheet.title]
    if others:
        message = f"只读了工作表 {sheet.title}，没有读：{'、'.join(others)}"
        hint = f"要读别的工作表，用 --sheet 指定，例如 --sheet {others[0]}"
        yield warning(Span(place, 1, 1), "import-sheets", message, hint)


def _rows(place: str, sheet: Any, formulas: Any, problems: list[Problem]) -> Iterator[Row]:  # noqa: ANN401
    for one in (sheet, formulas):
        one.reset_dimensions()  # a stated size of a million rows must not be believed
    for cells, written in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True):
        texts: dict[int, str] = {}
        for cell, source in zip(cells, written, strict=True):
            if source.value is not None:
                problems += _bad_formula(place, cell, source)
                texts[cell.column] = shown(cell.value, cell.number_format)
        if any(text.strip() for text in texts.values()):
            number = next(cell.row for cell in cells if cell.value is not None)
            yield Row(number, {column: text for column, text in texts.items() if text.strip()})


def _bad_formula(place: str, cell: Any, source: Any) -> Iterator[Problem]:  # noqa: ANN401
    span = Span(place, source.row, source.column)
    if cell.value in ERRORS:
        hint = "在 Excel 里改好公式，或者直接填上文字"
        yield Problem(span, "import-formula", f"这一格是公式错误 {cell.value}", hint)
    elif cell.value is None and source.data_type == "f":
        hint = "用 Excel 打开，保存一次再导入；或者复制这一列，选择性粘贴为“数值”"
        yield Problem(span, "import-formula", "这一格是公式，文件里没有保存它的结果", hint)


def shown(value: Any, number_format: str = "General") -> str:  # noqa: ANN401  # any value of a cell
    """Return a cell's value as text: `48` for 48.0, `5%` for 0.05 shown as percent, ISO dates."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float | int) and not isinstance(value, bool):
        percent = "%" in number_format
        return f"{value * 100 if percent else value:.15g}{'%' if percent else ''}"
    return str(value)


def _covered(content: bytes, sheet: Any, rows: list[Row]) -> dict[tuple[int, int], str]:  # noqa: ANN401
    by_number = {row.number: row.cells for row in rows}
    member = sheet._worksheet_path.lstrip("/")  # noqa: SLF001  # nothing public names the member
    raw = zipfile.ZipFile(io.BytesIO(content)).read(member)
    texts = (
        (cell, by_number.get(first[0], {}).get(first[1], "")) for cell, first in covered_cells(raw)
    )
    return {cell: text for cell, text in texts if text}
