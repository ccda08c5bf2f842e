"""A table into wanted entries: texts with places, and everything wrong with a row by itself."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from dianzhi.importing.answers import Answer, read_answer
from dianzhi.importing.cells import GARBLED, one_line, split_wordings
from dianzhi.importing.headers import LABELS, NEEDED
from dianzhi.importing.table import Row, Table, warning
from dianzhi.importing.workbook import ERRORS
from dianzhi.model.entry import Entry
from dianzhi.model.kinds import Markdown, Text
from dianzhi.model.shape import Shape, keys_of
from dianzhi.problems import Problem, Span
from dianzhi.source import limits

_BRACE: Final = re.compile("[{}]")
LEVELS: Final = ("category-1", "category-2", "category-3")
_SHAPES: Final = {key.field: key.shape for key in keys_of(Entry)}
_FAULT_CODES: Final = {"raw-html": "import-html", "bad-character": "import-garbled"}
"""Codes of the Markdown compiler as ours; all others are `import-markdown`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row (with its continuation rows) as an entry that the sheet asks for."""

    id: str
    """As written, or empty."""
    question: str
    similar: tuple[str, ...]
    answer: Answer
    category: tuple[str, ...]
    """Names or ids from the top level down; empty when the sheet says none."""
    row: int
    places: Mapping[str, Span] = field(compare=False)
    """Places of the cells, by role; `category` is the deepest one that is filled."""

    def span(self, role: str) -> Span:
        """Return the place of a cell, or the start of the row where the sheet has no such cell."""
        return self.places.get(role) or self.places["row"]


def read_rows(table: Table) -> tuple[list[Wanted], list[Problem]]:
    """Return what each row asks for, and what is wrong with the rows by themselves.

    A row that has nothing but wordings continues the row above it.
    """
    problems: list[Problem] = []
    wanted: list[Wanted] = []
    for row in table.rows:
        cells = _Cells(table, row)
        if wanted and cells.continues:
            wanted[-1] = _continued(wanted[-1], cells)
        else:
            wanted.append(cells.wanted())
    for one in wanted:
        problems += _problems(one)
    return wanted, problems


@dataclass(frozen=True, slots=True)
class _Cells:
    """One row, seen by role."""

    table: Table
    row: Row

    def texts(self, role: str) -> Iterator[tuple[int, str]]:
        for column in self.table.columns.get(role, ()):
            text = self.row.cells.get(column, "")
            if not text and role in LEVELS:
                text = self.table.covered.get((self.row.number, column), "")
            if text:
                yield column, text

    def text(self, role: str) -> str:
        return next((text for _, text in self.texts(role)), "")

    @property
    def continues(self) -> bool:
        said = [role for role in ("id", *NEEDED) if self.text(role).strip()]
        return not said and any(self.texts("similar"))

    def wordings(self) -> tuple[str, ...]:
        found = (line for _, text in self.texts("similar") for line in split_wordings(text))
        return tuple(dict.fromkeys(found))

    def wanted(self) -> Wanted:
        category = (one_line(self.text(role)) for role in LEVELS)
        question = one_line(self.text("question"))
        return Wanted(
            id=one_line(self.text("id")),
            question=question,
            similar=tuple(line for line in self.wordings() if line != question),
            answer=read_answer(self.text("answer")),
            category=tuple(name for name in category if name),
            row=self.row.number,
            places=self.places(),
        )

    def places(self) -> dict[str, Span]:
        places = {"row": self.table.span(self.row.number)}
        for role, columns in self.table.columns.items():
            column = next((number for number, _ in self.texts(role)), columns[0])
            filled = any(self.texts(role))
            if role not in LEVELS:
                places[role] = self.table.span(self.row.number, column)
            elif filled or "category" not in places:
                places["category"] = self.table.span(self.row.number, column)
        return places


def _continued(wanted: Wanted, cells: _Cells) -> Wanted:
    wordings = dict.fromkeys((*wanted.similar, *cells.wordings()))
    return replace(wanted, similar=tuple(one for one in wordings if one != wanted.question))


def _problems(wanted: Wanted) -> Iterator[Problem]:
    missing = [role for role in NEEDED if not _said(wanted, role)]
    for role in missing:
        hint = "补上内容；这一行不要的话就整行删掉；合并的单元格要拆开填"
        message = f"这一行没有{LABELS[role]}"
        yield Problem(wanted.span(role), "import-missing", message, hint)
    if missing:
        return
    yield from _text_problems(wanted)
    yield from _limits(wanted)
    yield from _answer_problems(wanted)


def _said(wanted: Wanted, role: str) -> str:
    return wanted.question if role == "question" else wanted.answer.cell


def _text_problems(wanted: Wanted) -> Iterator[Problem]:
    texts = {
        "question": (wanted.question,),
        "similar": wanted.similar,
        "answer": (wanted.answer.cell,),
        "category": wanted.category,
        "id": (wanted.id,),
    }
    for role, found in texts.items():
        span = wanted.span(role)
        if any(GARBLED in text for text in found):
            hint = "找到原文重新输入这几个字，或者换一种编码重新保存文件"
            yield Problem(span, "import-garbled", f"{LABELS[role]}里有乱码 “{GARBLED}”", hint)
        if role in ("question", "similar", "category") and any(map(_BRACE.search, found)):
            hint = "占位符和数据引用不能写在这里，改成文字"
            yield Problem(span, "import-braces", f"{LABELS[role]}里有大括号", hint)
        error = next((text for text in found if text in ERRORS), None)
        if error:
            hint = "在 Excel 里改好公式，或者直接填上文字"
            yield Problem(span, "import-formula", f"这一格是公式错误 {error}", hint)


def _limits(wanted: Wanted) -> Iterator[Problem]:
    item = _SHAPES["similar"].item or Shape(str)
    checks = [("question", Text(wanted.question), _SHAPES["question"])]
    checks += [("similar", Text(one), item) for one in wanted.similar]
    found = [(role, value.zh, limits.broken(value, shape.marks)) for role, value, shape in checks]
    answer = Markdown(wanted.answer.text)
    found.append(("answer", "", limits.broken(answer, _SHAPES["answer"].marks)))
    for role, text, broken in found:
        if broken:
            *_, message, hint = broken
            said = f"{LABELS[role]}{f'“{text[:20]}”' if text else ''}{message}"
            yield Problem(wanted.span(role), "import-length", said, hint)


def _answer_problems(wanted: Wanted) -> Iterator[Problem]:
    span, answer = wanted.span("answer"), wanted.answer
    for fault in answer.faults:
        code = _FAULT_CODES.get(fault.code, "import-markdown")
        yield Problem(span, code, f"答案：{fault.message}", fault.hint)
    if answer.braces:
        message = f"答案里的大括号不是数据引用：{_listed(answer.braces)}，会原样显示给买家"
        hint = "客服占位符不要写在答案里；要引用数据写成 {product.shelf_life} 这样"
        yield warning(span, "import-braces", message, hint)
    if answer.escaped:
        message = f"答案里的 {_listed(answer.escaped)} 前面加了反斜杠，显示出来和表格里一样"
        yield warning(
            span, "import-escaped", message, "不用处理；本来就想要 Markdown 效果的请改 YAML"
        )
    if answer.tags:
        message = f"答案里的 HTML（{_listed(answer.tags)}）换成了 Markdown，颜色和字号去掉了"
        yield warning(span, "import-converted", message, "看一眼预览里的答案对不对")


def _listed(found: Iterable[str]) -> str:
    return " ".join(found)
