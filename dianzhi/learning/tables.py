"""Tables and JSON of any shape into records by role: text, entry, count, who said it, when."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dianzhi.importing.delimited import decoded
from dianzhi.importing.headers import header_key
from dianzhi.importing.table import Grid, Row, refused

Record = Mapping[str, str]
"""Texts by role; a role that is not there was not in the file."""
ROLES: Final = {
    "text": (
        "query", "q", "question", "text", "content", "message", "问题", "买家问题", "提问", "买家提问",
        "咨询内容", "搜索词", "搜索内容", "消息", "消息内容", "发送内容", "聊天内容", "内容",
    ),
    "entry": (
        "entry", "id", "clicked", "answered", "编号", "问答编号", "点开的编号", "命中编号", "答案编号",
    ),
    "times": ("times", "frequency", "pv", "次数", "频次", "搜索次数", "提问次数"),
    "type": ("type", "event", "事件"),
    "role": ("role", "from", "角色", "发送方", "账号类型", "消息方向", "身份"),
    "sender": ("sender", "nick", "发送人", "发送账号", "昵称"),
    "session": (
        "session", "sid", "conversation", "会话", "会话id", "会话编号", "客户名", "客户昵称", "买家昵称",
    ),
    "day": ("time", "at", "date", "day", "timestamp", "时间", "日期", "发送时间", "搜索时间"),
    "transcript": ("transcript", "会话记录", "聊天记录"),
}  # fmt: skip
"""Names of columns and JSON keys by role, as `header_key` writes them."""
_ROLE_OF: Final = {name: role for role, names in ROLES.items() for name in names}
SCANNED_ROWS: Final = 20


def columns_of(row: Row) -> dict[int, str]:
    """Return the roles of a header's columns by number; of columns with one role the first counts."""
    found: dict[str, int] = {}
    for number, text in sorted(row.cells.items()):
        role = _ROLE_OF.get(header_key(text))
        if role:
            found.setdefault(role, number)
    return {number: role for role, number in found.items()}


def from_grid(grid: Grid) -> Iterator[Record]:
    """Yield the rows below the header.

    Raises:
        SourceErrors: no column holds what was asked.
    """
    header = max(grid.rows[:SCANNED_ROWS], key=lambda row: len(columns_of(row)), default=None)
    columns = columns_of(header) if header else {}
    if not {"text", "transcript"} & set(columns.values()) or header is None:
        known = "、".join(name for name in ROLES["text"] if not name.isascii())
        message = "没有找到买家提问这一列"
        raise refused(grid.path, "learn-columns", message, f"列名可以叫：{known}、query、text")
    for row in grid.rows[grid.rows.index(header) + 1 :]:
        yield {columns[number]: text for number, text in row.cells.items() if number in columns}


def from_json(path: str, content: bytes) -> Iterator[Record]:
    """Yield the objects of a JSON list, or of one object a line; what a `detail` holds counts too.

    Raises:
        SourceErrors: unknown encoding, or no such JSON.
    """
    text = decoded(path, content)
    values = _whole(path, text) if path.endswith(".json") else _by_line(path, text)
    for value in values:
        inner = value.get("detail")
        yield _record(value | inner if isinstance(inner, dict) else value)


def _whole(path: str, text: str) -> list[dict[str, Any]]:
    values = _parsed(path, text, 1)
    values = (
        next((one for one in values.values() if isinstance(one, list)), [])
        if isinstance(values, dict)
        else values
    )
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _by_line(path: str, text: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            value = _parsed(path, line, number)
            if not isinstance(value, dict):
                raise _syntax(path, number)
            yield value


def _parsed(path: str, text: str, number: int) -> Any:  # noqa: ANN401  # any JSON value
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise _syntax(path, number) from None


def _syntax(path: str, number: int) -> Exception:
    hint = '每行写一个对象，例如 {"query": "几天发货", "entry": "when-dispatched"}'
    return refused(path, "learn-syntax", "这里不是完整的 JSON 对象", hint, number)


def _record(value: Mapping[str, Any]) -> Record:
    found: dict[str, str] = {}
    for name, one in value.items():
        role = _ROLE_OF.get(header_key(name))
        if role and isinstance(one, str | int) and not isinstance(one, bool):
            found.setdefault(role, str(one).strip())
    return found
