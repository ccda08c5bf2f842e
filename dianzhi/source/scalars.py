"""Single values, led by what is expected, so that YAML's own guesses never slip through."""

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from dianzhi.model.place import Place
from dianzhi.source.nodes import ListNode, MapNode, Node, Scalar

Fail = Callable[[Place, str, str, str], Any]

_NULLS = {"", "~", "null", "Null", "NULL"}
_TRAPS = (
    (re.compile(r"yes|no|on|off|y|n|true|false", re.IGNORECASE), "“是/否”"),
    (re.compile(r"[-+]?\d+(:[0-5]?\d)+(\.\d*)?"), "六十进制的数字"),
    (re.compile(r"0[0-7]+"), "八进制的数字"),
    (
        re.compile(r"[-+]?(\d[\d_]*)?\.?\d[\d_]*([eE][-+]?\d+)?|0x[\da-fA-F]+|0o[0-7]+|0b[01]+"),
        "数字",
    ),
    (re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?"), "日期"),
    (re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE), "特殊数字"),
)
"""What YAML 1.1 readers turn into something that is not text."""
_GARBLED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffd-\uffff]")
"""The mark of a lost character, and what escapes such as `\\x00` bring in."""


def is_empty(node: Node) -> bool:
    """Return whether nothing, `~` or `null` was written."""
    return isinstance(node, Scalar) and node.plain and node.value in _NULLS


def behind_nothing(node: Node) -> str:
    """Return what else to do about an empty value: a comment there may have been the value."""
    commented = isinstance(node, Scalar) and node.comment
    return "；以 # 开头的文字要用英文引号包起来" if commented else ""


def described(node: Node) -> str:
    """Return what was written, for a message."""
    if isinstance(node, ListNode):
        return "一个列表"
    if isinstance(node, MapNode):
        return "一组 “键: 值”"
    text = node.value.strip().replace("\n", " ")
    return f" {text[:20]}…" if len(text) > 20 else f" {text}" if text else "空的"  # noqa: PLR2004  # a glance


def text_hint(node: Node) -> str:
    """Return what to do where a text was expected and something else stands."""
    if isinstance(node, MapNode) and {key.value for key, _ in node.items} & {"zh", "en"}:
        return "双语写成 {zh: …, en: …}；里面的文字有英文逗号或冒号时，用英文引号把这段文字包起来"
    if isinstance(node, MapNode):
        return (
            "文字里有冒号加空格，或者以 { 开头时，要用英文引号把整段包起来；双语写成 {zh: …, en: …}"
        )
    return "文字以 [ 开头时要加英文引号；这里只能写一段，不能写列表"


def read(fail: Fail, node: Node, base: type) -> Any:  # noqa: ANN401  # as `base` says
    """Return `node` as a `base`, or what `fail` returns after reporting the problem."""
    if not isinstance(node, Scalar):
        return fail(
            node.place, "not-a-text", f"这里要一个值，写的是{described(node)}", text_hint(node)
        )
    if issubclass(base, StrEnum):
        return _choice(fail, node, base)
    return {str: _text, int: _integer, bool: _boolean, date: _date}[base](fail, node)


def _text(fail: Fail, node: Scalar) -> Any:  # noqa: ANN401
    if is_empty(node):
        hint = f"写上内容，不需要就删掉{behind_nothing(node)}"
        return fail(node.place, "empty-value", "这一项是空的", hint)
    trap = next((name for form, name in _TRAPS if node.plain and form.fullmatch(node.value)), None)
    if trap:
        message = f"{node.value} 会被当成{trap}，不是文字"
        return fail(node.place, "yaml-surprise", message, f'加上英文引号，写成 "{node.value}"')
    garbled = _GARBLED.search(node.value)
    if garbled:
        message = f"文字里有乱码或控制字符 U+{ord(garbled[0]):04X}"
        return fail(node.place, "bad-character", message, "找到原文重新输入这几个字")
    value = node.value.rstrip("\n")
    return (
        value
        if value.strip()
        else fail(node.place, "empty-value", "文字是空的", "写上内容，不需要就删掉")
    )


def _integer(fail: Fail, node: Scalar) -> Any:  # noqa: ANN401
    if node.plain and re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", node.value):
        return int(node.value)
    hint = "写阿拉伯数字，不加引号，不带单位，不以 0 开头，例如 36"
    return fail(node.place, "not-a-number", f"这里要一个整数，写的是{described(node)}", hint)


def _boolean(fail: Fail, node: Scalar) -> Any:  # noqa: ANN401
    if node.plain and node.value in {"true", "false"}:
        return node.value == "true"
    hint = "“是”写 true，“否”写 false，不加引号"
    return fail(node.place, "not-a-boolean", f"这里要 true 或 false，写的是{described(node)}", hint)


def _date(fail: Fail, node: Scalar) -> Any:  # noqa: ANN401
    form = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", node.value)
    try:
        return date(*map(int, form.groups())) if form else fail(node.place, *_bad_date(node.value))
    except ValueError:
        hint = "检查月份和日子，例如二月没有 30 日"
        return fail(node.place, "bad-date", f"没有 {node.value} 这一天", hint)


def _bad_date(value: str) -> tuple[str, str, str]:
    parts = re.search(r"(\d{4})[-－/.．年](\d{1,2})[-－/.．月](\d{1,2})", value)
    right = "-".join(f"{int(part):02}" for part in parts.groups()) if parts else "2026-11-05"
    return "bad-date", f"{value} 不是 年-月-日 的写法", f"写成 {right}（四位年、两位月、两位日）"


def _choice(fail: Fail, node: Scalar, base: type[StrEnum]) -> Any:  # noqa: ANN401
    if node.value in set(base):
        return base(node.value)
    labels = {getattr(one, "label", one.value): one.value for one in base}
    close = get_close_matches(node.value.lower(), list(base), n=1, cutoff=0.5)
    meant = labels.get(node.value) or (close[0] if close else None)
    hint = f"是不是想写 {meant}？" if meant else "只能写 " + " / ".join(base)
    return fail(node.place, "unknown-choice", f"不认识的值{described(node)}", hint)
