"""The plan as editors read it before they say yes."""

from collections.abc import Iterator
from datetime import date
from difflib import unified_diff

from dianzhi.importing.changes import Addition, Change, FieldChange
from dianzhi.importing.plan import Plan
from dianzhi.model.entry import Entry
from dianzhi.model.review import State
from dianzhi.model.shape import keys_of

_LABELS = {key.field: key.label for key in keys_of(Entry)}


def preview(plan: Plan) -> str:
    """Return the plan in Chinese: counts, then every addition and every change field by field.

    Problems are not in it: they are reported as everywhere else.
    """
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield f"{plan.table.path}：{_counts(plan)}"
    yield from (f"+ 分类 {one.id}  {one.name}" for one in plan.categories)
    yield from map(_added, plan.adds)
    for change in plan.changes:
        yield from _changed(change)
    if plan.errors:
        yield f"有 {plan.errors} 个错误，什么都不会写入。"
    elif plan.files:
        yield f"会写入的文件：{'、'.join(plan.files)}"
    else:
        yield "没有要写入的内容。"


def _counts(plan: Plan) -> str:
    counts = (
        f"新增 {len(plan.adds)} 条",
        f"修改 {len(plan.changes)} 条",
        f"不变 {len(plan.unchanged)} 条",
    )
    made = f"，新建分类 {len(plan.categories)} 个" if plan.categories else ""
    return "，".join(counts) + made


def _added(addition: Addition) -> str:
    state = State(str(addition.pairs["state"])).label
    return f"+ {addition.id}  {addition.question}（{state}，写进 {addition.path}）"


def _changed(change: Change) -> Iterator[str]:
    yield f"~ {change.entry.id}  {change.entry.question.zh}（{change.path}）"
    for one in change.texts:
        yield f"    {_LABELS[one.field]}："
        yield from _difference(one)
    if change.similar:
        yield f"    {_LABELS['similar']}："
        yield from (f"      + {one}" for one in change.similar)
    yield from _review(change)


def _difference(one: FieldChange) -> Iterator[str]:
    lines = unified_diff(one.old.split("\n"), one.new.split("\n"), n=0, lineterm="")
    shown = (line for line in lines if not line.startswith(("---", "+++", "@@")))
    yield from (f"      {line[0]} {line[1:]}" for line in shown)


def _review(change: Change) -> Iterator[str]:
    for key, new in change.review:
        old = _said(getattr(change.entry, key))
        yield f"    {_LABELS[key]}：{old} → {_said(new)}"
    states = [new for key, new in change.review if key == "state"]
    if states == [State.DRAFT]:
        yield "    注意：变成草稿以后买家看不到这一条，审核通过才恢复。"


def _said(value: str | date | None) -> str:
    if isinstance(value, State):
        return value.label
    return "（没有）" if value is None else str(value)
