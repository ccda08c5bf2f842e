"""Which column is what: the header names in use, and the row they stand in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dianzhi.importing.table import Row

NAMES: Final = {
    "id": ("id", "编号", "问答编号", "问题编号", "知识编号", "知识id", "标准问题id", "faqid"),
    "question": (
        "question", "标准问题", "标准问法", "标准问", "标准问句", "问题", "问题标题", "主问题",
        "话术标题", "知识标题", "faq标题", "标题", "问法", "标准问法/常用语",
    ),
    "similar": (
        "similar", "alt", "相似问题", "相似问法", "相似问", "相似问句", "扩展问题", "扩展问法",
        "扩展问", "其他问法", "similarquestions",
    ),
    "answer": (
        "answer", "答案", "标准答案", "回答", "回复", "回复内容", "答复", "话术内容", "知识内容",
        "快捷短语内容", "快捷短语", "答案内容",
    ),
    "category-1": (
        "category", "分类", "类目", "类别", "一级分类", "一级类目", "主题", "分组", "问题分类",
        "知识分类", "目录",
    ),
    "category-2": ("二级分类", "二级类目", "子分类", "子类目"),
    "category-3": ("三级分类", "三级类目"),
}  # fmt: skip
"""Header names by role, as `header_key` writes them."""
REPEATABLE: Final = frozenset(("similar",))
"""Roles that several columns may share: 相似问法1, 相似问法2 …"""
NEEDED: Final = ("question", "answer")
LABELS: Final = {
    "id": "编号",
    "question": "标准问题",
    "similar": "相似问法",
    "answer": "答案",
    "category": "分类",
}
SCANNED_ROWS: Final = 20
"""How far down the header may stand."""
_ROLES: Final = {name: role for role, names in NAMES.items() for name in names}
_BRACKETS = re.compile(r"[（(【\[].*?[）)】\]]")
_MARKS = re.compile(r"[\s*＊:：\ufeff]+")


def header_key(text: str) -> str:
    """Return a header without brackets, spaces, stars, marks and case."""
    return _MARKS.sub("", _BRACKETS.sub("", text)).lower()


def role_of(text: str) -> str | None:
    """Return what a column is for, by its header, or None."""
    name = header_key(text)
    return _ROLES.get(name) or _ROLES.get(re.sub(r"[-_]?\d+$", "", name))


def find_header(rows: Iterable[Row]) -> Row | None:
    """Return the header among the first rows: the one with the most columns that we know."""
    scanned = [row for _, row in zip(range(SCANNED_ROWS), rows, strict=False)]
    best = max(scanned, key=known_columns, default=None)
    return best if best and columns_of(best) else None


def columns_of(header: Row) -> dict[str, tuple[int, ...]]:
    """Return column numbers by role; of columns with one role the first counts."""
    columns: dict[str, tuple[int, ...]] = {}
    for number, text in sorted(header.cells.items()):
        role = role_of(text)
        if role and (role in REPEATABLE or role not in columns):
            columns[role] = (*columns.get(role, ()), number)
    return columns


def known_columns(row: Row) -> int:
    """Return how many columns of a row, taken as a header, we know."""
    return len(columns_of(row))


def ignored(header: Row, columns: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[int, str, str]]:
    """Yield number, header and reason of every column that is not read."""
    used = {number: role for role, numbers in columns.items() for number in numbers}
    for number, text in sorted(header.cells.items()):
        if number not in used:
            role = role_of(text)
            reason = f"和第 {columns[role][0]} 列重复" if role else "不认识这个列名"
            yield number, text.strip(), reason
