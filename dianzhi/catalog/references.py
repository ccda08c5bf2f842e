"""Ids: each one once, and every reference to one that exists. Driven by the model's annotations."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from difflib import get_close_matches
from operator import attrgetter
from typing import Any, Final

from dianzhi.model.content import Check, Content
from dianzhi.model.kinds import PROSE, Refers
from dianzhi.model.place import Place
from dianzhi.model.product import Batch
from dianzhi.model.shape import Shape, keys_of
from dianzhi.model.shop import Category
from dianzhi.problems import Problem, Span

LABELS: Final = {
    "entry": "问答", "script": "话术", "flow": "流程", "product": "商品", "category": "分类",
    "platform": "平台", "person": "人员", "campaign": "活动", "meeting": "会议", "change": "更新",
}  # fmt: skip


def categories_of(content: Content) -> Iterator[tuple[Category, str | None]]:
    """Yield every category with its parent's id, depth first in author order."""

    def walk(
        categories: tuple[Category, ...], parent: str | None
    ) -> Iterator[tuple[Category, str | None]]:
        for category in categories:
            yield category, parent
            yield from walk(category.children, category.id)

    return walk(content.categories, None)


def records_by_kind(content: Content) -> dict[str, tuple[Any, ...]]:
    """Return all records that have an id, by kind."""
    return {
        "entry": content.entries,
        "script": content.scripts,
        "flow": content.flows,
        "product": content.products,
        "category": tuple(category for category, _ in categories_of(content)),
        "platform": content.platforms,
        "person": content.people,
        "campaign": content.campaigns,
        "meeting": content.meetings,
        "change": tuple(change for meeting in content.meetings for change in meeting.changes),
    }


def check_ids(content: Content) -> Iterator[Problem]:
    """Yield a problem for every id, script code, batch and count that stands twice."""
    by_id, by_code = attrgetter("id"), attrgetter("code")
    for kind, records in records_by_kind(content).items():
        for record, place in _repeated(records, by_id, "id"):
            message = f"{LABELS[kind]}编号 {record.id} 已在 {place} 使用"
            hint = "编号就是地址：保留较早的那一条，给这一条起一个新的编号"
            yield Problem(record.at.span("id"), "duplicate-id", message, hint, related=place)
    for script, place in _repeated(content.scripts, by_code, "code"):
        message = f"快捷编码 {script.code} 已在 {place} 使用"
        hint = "快捷编码全店唯一，换一个"
        yield Problem(script.at.span("code"), "duplicate-code", message, hint, related=place)
    for batch, place in _repeated(content.batches, _printed, "number"):
        message = f"批号 {batch.number} 已在 {place} 写过"
        hint = "同一个商品的批号只写一次，删掉多余的"
        yield Problem(batch.at.span("number"), "duplicate-batch", message, hint, related=place)
    for tally, place in _repeated(content.popularity.asked, attrgetter("entry"), "entry"):
        message = f"{tally.entry} 的次数已在 {place} 写过"
        hint = "一条问答只写一行，删掉多余的"
        yield Problem(tally.at.span("entry"), "duplicate-count", message, hint, related=place)


def _printed(batch: Batch) -> tuple[str, str]:
    """Return what tells batches apart: the number as spec/public-files.md normalises it."""
    return batch.product, re.sub("[^0-9A-Z]", "", batch.number.upper()) or batch.number


def _repeated(
    records: Iterable[Any], identity: Callable[[Any], Any], field: str
) -> Iterator[tuple[Any, Span]]:
    first: dict[Any, Any] = {}
    for record in records:
        earlier = first.setdefault(identity(record), record)
        if earlier is not record:
            yield record, earlier.at.span(field)


def check_references(content: Content, broken: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for every reference to an id that does not exist.

    Ids in `broken` belong to records that were left out for their own mistakes: not reported.
    """
    known = {
        kind: Counter(one.id for one in records)
        for kind, records in records_by_kind(content).items()
    }
    for record in records_of(content):
        for kind, found, place in references(record):
            if found not in known[kind] and found not in broken:
                yield _dangling(kind, found, place, known[kind])


def check_entries(content: Content, checks: Iterable[Check]) -> Iterator[Problem]:
    """Yield a problem for every entry that questions from outside the content name wrongly."""
    known = Counter(entry.id for entry in content.entries)
    for check in checks:
        for number, found in enumerate(check.entries):
            if found not in known:
                yield _dangling("entry", found, check.at.of("entries", number), known)


def records_of(content: Content) -> Iterator[Any]:
    """Yield every record that is not part of another one, in the order of the files."""
    for name in content.__dataclass_fields__:
        value = getattr(content, name)
        yield from value if isinstance(value, tuple) else (value,)


def _dangling(kind: str, found: str, place: Place, known: Mapping[str, int]) -> Problem:
    close = get_close_matches(found, known, n=1)
    hint = f"是不是想写 {close[0]}？" if close else f"先新建这条{LABELS[kind]}，或者删掉这个编号"
    return Problem(place.span, "unknown-reference", f"没有编号为 {found} 的{LABELS[kind]}", hint)


def references(record: Any) -> Iterator[tuple[str, str, Place]]:  # noqa: ANN401  # any record
    """Yield kind, id and place of every reference in a record, parts included."""
    for item, shape, place in values_of(record):
        refers = shape.mark(Refers)
        if refers:
            yield refers.kind, item, place


def values_of(record: Any) -> Iterator[tuple[Any, Shape, Place]]:  # noqa: ANN401  # any record
    """Yield value, shape and place of everything an author wrote in a record, parts included."""
    for key in keys_of(record.__class__):
        value = getattr(record, key.field)
        for item, shape, path in _items(value, key.shape, (key.field,)):
            if is_dataclass(item) and hasattr(item, "at"):
                yield from values_of(item)
            elif isinstance(item, PROSE):
                yield item.zh, Shape(type(item)), record.at.of(*path, "zh")
                yield item.en or "", Shape(type(item)), record.at.of(*path, "en")
            else:
                yield item, shape, record.at.of(*path)


def _items(
    value: Any,  # noqa: ANN401  # as the shape says
    shape: Shape,
    path: tuple[str, ...],
) -> Iterator[tuple[Any, Shape, tuple[str, ...]]]:
    if value is None:
        return
    if isinstance(value, tuple) and shape.item is not None:
        for number, one in enumerate(value):
            yield one, shape.item, (*path, str(number))
    else:
        yield value, shape, path
