"""The reference of the content, drawn from the model: docs/reference/content.md."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from dianzhi.model.files import BATCH_TABLES, FILE_KINDS, MEDIA, REQUIRED_FILES, FileKind
from dianzhi.model.kinds import PROSE, InternalText, Length, Markdown, Pattern, Range, Refers
from dianzhi.model.shape import Key, Shape, keys_of

HEAD: Final = f"""# 内容文件参考

<!-- 由 dianzhi/model/manual.py 生成，不要手改：python tests/model/write_contracts.py -->

所有内容都在 `faq_src/` 里。YAML 文件用 UTF-8 编码，每级缩进两个空格；键就是下面表格里的英文名，
写错了 `dianzhi check` 会指出行和列。凡是“文字”都可以只写中文，也可以写成 `{{zh: 中文, en: English}}`。
日期写 `2026-11-05`，都是上海时间，首尾两天都算在内。标“内部”的文字不会出现在对外发布的文件里。

批次也可以写在 `{BATCH_TABLES}` 里（UTF-8 或 GB18030，表头用键名或中文名）；图片放在 `{MEDIA}`。
"""
REFERS: Final = {
    "entry": "问答编号",
    "script": "话术编号",
    "flow": "流程编号",
    "product": "商品编号",
    "category": "分类编号",
    "platform": "平台编号",
    "person": "人员编号",
    "campaign": "活动编号",
}
PLAIN: Final = {str: "文字（单一语言）", int: "整数", bool: "true / false", date: "日期"}


def manual() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(line for kind in FILE_KINDS for line in _file(kind))])


def _file(kind: FileKind) -> Iterator[str]:
    need = "必须有" if kind.pattern in REQUIRED_FILES else "可以没有"
    yield f"## `{kind.pattern}`：{kind.about}\n"
    yield f"{need}。结构定义：`spec/{kind.schema}.schema.json`。\n"
    yield from _table(kind.record)
    for key, part in _parts(kind.record, {kind.record}):
        yield f"### {kind.schema}：`{key.name}` {key.label}\n"
        yield from _table(part)


def _parts(record: type, seen: set[type]) -> Iterator[tuple[Key, type]]:
    for key in keys_of(record):
        base = _innermost(key.shape).base
        if hasattr(base, "__dataclass_fields__") and base not in PROSE and base not in seen:
            seen.add(base)
            yield key, base
            yield from _parts(base, seen)


def _innermost(shape: Shape) -> Shape:
    return _innermost(shape.item) if shape.item else shape


def _table(record: type) -> Iterator[str]:
    yield "| 键 | 名称 | 写什么 | 要不要写 | 限制 |"
    yield "| --- | --- | --- | --- | --- |"
    for key in keys_of(record):
        limits = "；".join(_limits(key.shape)) or "—"
        cells = (f"`{key.name}`", key.label, key.about, _need(key), limits)
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""


def _need(key: Key) -> str:
    if key.required:
        return "必填"
    if key.default is None or key.default == ():
        return "可选"
    shown = "[zh]" if isinstance(key.default, tuple) else str(key.default)
    return f"可选，默认 `{shown.lower() if isinstance(key.default, bool) else shown}`"


def _limits(shape: Shape) -> Iterator[str]:
    unit = "项" if shape.base is tuple else "个字"
    yield _name(shape)
    for mark in shape.marks:
        if isinstance(mark, Length):
            yield f"{mark.low}–{mark.high} {unit}"
        elif isinstance(mark, Range):
            yield f"{mark.low} 到 {mark.high}"
        elif isinstance(mark, Pattern):
            yield mark.words
    if shape.item:
        yield f"每项：{'，'.join(_limits(shape.item))}"


def _name(shape: Shape) -> str:
    refers = shape.mark(Refers)
    if refers:
        return REFERS[refers.kind]
    if shape.base is tuple:
        return "列表"
    if shape.base in PROSE:
        return {Markdown: "Markdown 文字", InternalText: "文字（内部）"}.get(shape.base, "文字")
    if issubclass(shape.base, StrEnum):
        return " / ".join(shape.base)
    return PLAIN.get(shape.base, "一组键，见下面的表")
