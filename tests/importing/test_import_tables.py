"""Every format in use comes to the same table; what cannot be used is refused with a place."""

import io
import json
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.styles import Font

from dianzhi.importing.headers import role_of
from dianzhi.importing.read import read_table
from dianzhi.importing.rows import read_rows
from dianzhi.importing.workbook import shown
from dianzhi.problems import SourceErrors

ROWS = [
    ["编号", "标准问题", "答案"],
    ["a-1", "几天能发货呢", "两天，“包”邮"],
    ["b-2", "能退吗亲", "可以的"],
]


def csv_text(delimiter):
    return "\r\n".join(delimiter.join(row) for row in ROWS) + "\r\n"


def workbook(rows=ROWS, title="问答", prepare=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if prepare:
        prepare(book, sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def jsonl():
    keys, *rows = ROWS
    return "\n".join(json.dumps(dict(zip(keys, row, strict=True))) for row in rows).encode()


FORMATS = [
    pytest.param("a.csv", csv_text(",").encode(), id="utf-8"),
    pytest.param("a.csv", csv_text(",").encode("utf-8-sig"), id="utf-8-with-mark"),
    pytest.param("a.csv", csv_text(",").encode("gb18030"), id="gb18030-from-chinese-excel"),
    pytest.param("a.csv", csv_text(";").encode(), id="semicolons"),
    pytest.param("a.csv", csv_text("\t").encode(), id="tabs"),
    pytest.param("a.txt", csv_text("\t").encode("utf-16"), id="excel-unicode-text"),
    pytest.param("a.csv", b"\xfe\xff" + csv_text("\t").encode("utf-16-be"), id="utf-16-big"),
    pytest.param("a.xlsx", workbook(), id="xlsx"),
    pytest.param("A.XLSX", workbook(), id="upper-case-ending"),
    pytest.param("a.jsonl", jsonl(), id="json-lines"),
]


@pytest.mark.parametrize(("name", "content"), FORMATS)
def test_all_formats_say_the_same(name, content):
    wanted, problems = read_rows(read_table(name, content))
    said = [(one.id, one.question, one.answer.text) for one in wanted]
    assert said == [("a-1", "几天能发货呢", "两天，“包”邮"), ("b-2", "能退吗亲", "可以的")]
    assert problems == []


HEADERS = [
    ("\ufeff 标准问题（必填）", "question"),
    ("话术标题（选填）", "question"),
    ("标准问法*", "question"),
    ("Question", "question"),
    ("相似问法（每行一个）", "similar"),
    ("相似问法2", "similar"),
    ("扩展问题", "similar"),
    ("alt", "similar"),
    ("快捷短语内容（必填）", "answer"),
    ("答 案", "answer"),
    ("话术内容【必填】", "answer"),
    ("一级分类", "category-1"),
    ("二级分类（选填）", "category-2"),
    ("标准问题ID（可选）", "id"),
    ("序号", None),
    ("问题数量", None),
]


@pytest.mark.parametrize(("header", "role"), HEADERS, ids=[header for header, _ in HEADERS])
def test_headers_in_use(header, role):
    assert role_of(header) == role


def test_titles_above_the_header_and_empty_rows_are_passed_over():
    rows = [["店铺问答（内部）"], [], ["问题", "答案"], [], ["几天能发货", "两天"]]
    table = read_table("a.xlsx", workbook(rows))
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (5, {1: "几天能发货", 2: "两天"})
    ]


def test_ignored_columns_and_sheets_are_named_with_their_places():
    def second_sheet(book, _):
        book.create_sheet("旧版")

    rows = [["问题", "备注", "答案", "回复"], ["几天能发货", "x", "两天", "三天"]]
    table = read_table("a.xlsx", workbook(rows, prepare=second_sheet))
    assert [(str(one.span), one.code, one.message) for one in table.problems] == [
        ("a.xlsx#问答:1:1", "import-sheets", "只读了工作表 问答，没有读：旧版"),
        ("a.xlsx#问答:1:2", "import-column", "没有读第 2 列“备注”：不认识这个列名"),
        ("a.xlsx#问答:1:4", "import-column", "没有读第 4 列“回复”：和第 3 列重复"),
    ]


def test_the_first_sheet_that_is_not_hidden_is_read():
    def hide_first(book, sheet):
        second = book.create_sheet("新版")
        second.append(["问题", "答案"])
        second.append(["新版的问题", "新版的答案"])
        sheet.sheet_state = "hidden"
        book.active = 1

    content = workbook(prepare=hide_first)
    assert read_table("a.xlsx", content).path == "a.xlsx#新版"
    assert read_table("a.xlsx", content, sheet="问答").path == "a.xlsx#问答"


def test_a_merged_category_holds_for_all_its_rows():
    def merge(_, sheet):
        sheet.merge_cells("A2:A3")

    rows = [["分类", "问题", "答案"], ["发货", "几天能发货", "两天"], [None, "发什么快递", "中通"]]
    wanted, _ = read_rows(read_table("a.xlsx", workbook(rows, prepare=merge)))
    assert [one.category for one in wanted] == [("发货",), ("发货",)]


def test_rows_with_nothing_but_wordings_continue_the_row_above():
    rows = [
        ["问题", "相似问法", "答案"],
        ["几天能发货", "啥时候发", "两天"],
        [None, "今天能发吗", None],
        [None, "啥时候发", None],
        ["发什么快递", None, "中通"],
    ]
    wanted, problems = read_rows(read_table("a.xlsx", workbook(rows)))
    assert [one.similar for one in wanted] == [("啥时候发", "今天能发吗"), ()]
    assert problems == []


def test_bold_red_cells_are_text_like_any_other():
    def paint(_, sheet):
        sheet["C2"].font = Font(bold=True, color="FF0000")

    wanted, _ = read_rows(read_table("a.xlsx", workbook(prepare=paint)))
    assert wanted[0].answer.text == "两天，“包”邮"


VALUES = [
    (48.0, "General", "48"),
    (0.1 + 0.2, "General", "0.3"),
    (0.05, "0%", "5%"),
    (datetime(2026, 11, 5), "yyyy-mm-dd", "2026-11-05"),  # noqa: DTZ001  # Excel knows no zones
    (datetime(2026, 11, 5, 9, 30), "General", "2026-11-05 09:30"),  # noqa: DTZ001
    (date(2026, 11, 5), "General", "2026-11-05"),
    (time(9, 30), "General", "09:30"),
    (True, "General", "True"),
    (None, "General", ""),
]


@pytest.mark.parametrize(("value", "style", "text"), VALUES, ids=[text for *_, text in VALUES])
def test_values_are_texts_as_a_person_sees_them(value, style, text):
    assert shown(value, style) == text


def test_formula_errors_and_formulas_without_a_result_are_found():
    rows = [["问题", "答案"], ["几天能发货", "#N/A"], ["发什么快递", "=CONCAT(A2)"]]
    table = read_table("a.xlsx", workbook(rows))
    problems = [*table.problems, *read_rows(table)[1]]
    found = [(one.span.line, one.span.column, one.code) for one in problems]
    assert (2, 2, "import-formula") in found
    assert (3, 2, "import-formula") in found


def bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 81_000_000)
    return content.getvalue()


REFUSED = [
    pytest.param("a.pdf", b"%PDF", "import-unreadable", 1, id="other-format"),
    pytest.param("a.xlsx", b"PK\x03\x04broken", "import-unreadable", 1, id="damaged-archive"),
    pytest.param("a.xlsx", b"<html>", "import-unreadable", 1, id="html-called-xlsx"),
    pytest.param("a.xlsx", b"\xd0\xcf\x11\xe0", "import-unreadable", 1, id="old-excel"),
    pytest.param("a.xlsx", bomb(), "import-too-large", 1, id="zip-bomb"),
    pytest.param("a.csv", b"x" * 20_000_001, "import-too-large", 1, id="huge-file"),
    pytest.param("a.csv", b"\xff\xff\xff", "import-unreadable", 1, id="no-known-encoding"),
    pytest.param("a.csv", '问题,答案\n甲,"没有配对'.encode(), "import-syntax", 2, id="open-quote"),
    pytest.param("a.csv", "姓名,电话\n甲,1".encode(), "import-columns", 1, id="no-known-columns"),
    pytest.param("a.csv", "问题,答案\n".encode(), "import-empty", 1, id="header-only"),
    pytest.param("a.csv", b"", "import-empty", 1, id="empty"),
    pytest.param("a.jsonl", b'{"question": "x"}\n[1]', "import-syntax", 2, id="not-an-object"),
    pytest.param("a.jsonl", b'{"question": {}}', "import-syntax", 1, id="not-a-text"),
    pytest.param(
        "a.csv", ("问题,答案\n" + "a,b\n" * 20_001).encode(), "import-too-large", 1, id="rows"
    ),
    pytest.param("a.csv", ("问题,答案" + ",x" * 200).encode(), "import-too-large", 1, id="columns"),
    pytest.param(
        "a.csv", f"问题,答案\n{'a' * 40_000},b".encode(), "import-too-large", 1, id="cell"
    ),
]


@pytest.mark.parametrize(("name", "content", "code", "line"), REFUSED)
def test_what_cannot_be_used_is_refused(name, content, code, line):
    with pytest.raises(SourceErrors) as raised:
        read_table(name, content)
    assert [(one.code, one.span.path, one.span.line) for one in raised.value.problems] == [
        (code, name, line)
    ]


def test_a_stray_cell_at_the_end_of_the_sheet_costs_nothing():
    def stray(_, sheet):
        sheet.cell(1_048_576, 16_384).font = Font(bold=True)

    table = read_table("a.xlsx", workbook(prepare=stray))
    assert [row.number for row in table.rows] == [2, 3]


def test_an_unknown_sheet_is_refused_with_the_names_there_are():
    with pytest.raises(SourceErrors, match="这个工作簿里的工作表有：问答") as refused:
        read_table("a.xlsx", workbook(), sheet="没有")
    assert [one.code for one in refused.value.problems] == ["import-no-sheet"]


def test_a_damaged_sheet_inside_a_sound_archive_is_refused():
    source = zipfile.ZipFile(io.BytesIO(workbook()))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data[:200] if "sheet1" in name else data)
    with pytest.raises(SourceErrors, match="工作簿打不开"):
        read_table("a.xlsx", content.getvalue())


def test_a_missing_column_is_said_once():
    table = read_table("a.csv", "问题,分类\n几天能发货,发货\n".encode())
    assert [(one.code, str(one.span)) for one in table.problems] == [
        ("import-columns", "a.csv:1:1")
    ]
