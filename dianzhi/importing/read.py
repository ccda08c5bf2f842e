"""A file of any of the formats into a table whose columns are known."""

from collections.abc import Iterator
from pathlib import PurePath

from dianzhi.importing.delimited import read_csv, read_jsonl
from dianzhi.importing.headers import LABELS, NAMES, NEEDED, columns_of, find_header, ignored
from dianzhi.importing.table import MAX_BYTES, Grid, Row, Table, refused, too_large, warning
from dianzhi.importing.workbook import read_workbook
from dianzhi.problems import Problem, Span

SUFFIXES = (".xlsx", ".csv", ".jsonl")


def read_table(name: str, content: bytes, sheet: str | None = None) -> Table:
    """Read a table; `name` is the file's name, whose ending tells the format.

    `sheet` names a sheet of a workbook; without it the first visible one is read.

    Raises:
        SourceErrors: the file cannot be used at all: unreadable, too large, empty, no known columns.
    """
    if len(content) > MAX_BYTES:
        raise too_large(name, f"文件有 {len(content) // 1_000_000} MB，上限是 20 MB")
    return _with_columns(_grid(name, content, sheet))


def _grid(name: str, content: bytes, sheet: str | None) -> Grid:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".xlsx":
        return read_workbook(name, content, sheet)
    if suffix in (".csv", ".txt", ".tsv"):
        return read_csv(name, content)
    if suffix == ".jsonl":
        return read_jsonl(name, content)
    message = f"不支持 {suffix or '没有扩展名的'} 文件"
    raise refused(name, "import-unreadable", message, f"可以导入的有：{'、'.join(SUFFIXES)}")


def _with_columns(grid: Grid) -> Table:
    header = find_header(grid.rows)
    if header is None:
        raise _no_columns(grid)
    columns = columns_of(header)
    problems = (*grid.problems, *_column_problems(grid, header))
    below = grid.rows[grid.rows.index(header) + 1 :]
    if not below:
        raise refused(grid.path, "import-empty", "表头下面没有内容", "检查是不是选错了文件或工作表")
    return Table(grid.path, columns, below, problems, grid.covered)


def _no_columns(grid: Grid) -> Exception:
    if not grid.rows:
        return refused(grid.path, "import-empty", "表格是空的", "检查是不是选错了文件或工作表")
    first = grid.rows[0]
    found = "、".join(text.strip()[:20] for text in first.cells.values())
    message = f"没有找到认识的列名，第 {first.number} 行是：{found}"
    return refused(grid.path, "import-columns", message, _known_names(), first.number)


def _known_names() -> str:
    needed = (f"{LABELS[role]}（也可以叫 {'、'.join(NAMES[role][2:6])}）" for role in NEEDED)
    return f"表头至少要有 {'和 '.join(needed)}"


def _column_problems(grid: Grid, header: Row) -> Iterator[Problem]:
    columns = columns_of(header)
    for role in NEEDED:
        if role not in columns:
            span = Span(grid.path, header.number, 1)
            yield Problem(span, "import-columns", f"没有“{LABELS[role]}”这一列", _known_names())
    for number, text, reason in ignored(header, columns):
        span = Span(grid.path, header.number, number)
        message = f"没有读第 {number} 列“{text[:30]}”：{reason}"
        yield warning(span, "import-column", message, "需要的内容请放进认识的列；不需要就不用管")
