"""Braces where nothing would fill them: shoppers would be shown the bare name of a value."""

from collections.abc import Iterator

from dianzhi.catalog.references import records_of, values_of
from dianzhi.catalog.slots import Slot, StrayBrace, split_slots
from dianzhi.model.content import Content
from dianzhi.model.flow import Flow
from dianzhi.model.kinds import Text
from dianzhi.model.place import Place
from dianzhi.problems import Problem

HINT = "数据只能在答案、话术和流程的转人工摘要里引用；这里直接写出来"


def check_braces(content: Content) -> Iterator[Problem]:
    """Yield a problem for every public text but answers and summaries that has a brace."""
    for record in records_of(content):
        summaries = _summaries(record) if isinstance(record, Flow) else ()
        for value, shape, place in values_of(record):
            if shape.base is Text and not any(value is text for text in summaries):
                yield from _found(value, place)


def _summaries(flow: Flow) -> list[str | None]:
    ends = [node.end for node in flow.nodes if node.end and node.end.summary]
    return [text for end in ends if end.summary for text in (end.summary.zh, end.summary.en)]


def _found(text: str, place: Place) -> Iterator[Problem]:
    for part in split_slots(text):
        if isinstance(part, Slot | StrayBrace):
            found = f"{{{part.name}}}" if isinstance(part, Slot) else "大括号"
            span = place.inside(text, part.offset)
            yield Problem(span, "stray-brace", f"这里的 {found} 会原样显示给买家", HINT)
