"""Entries that ask the same: shoppers would be shown either, by chance."""

from collections.abc import Iterator, Sequence

from dianzhi.model.entry import Entry
from dianzhi.model.review import State
from dianzhi.problems import Level, Problem, Span
from dianzhi.search.nearness import Nearness, Wordings, near_duplicates
from dianzhi.text.plain import chunk_texts


def wordings_of(entries: Sequence[Entry]) -> list[Wordings]:
    """Return the entries that are not retired, as nearness sees them."""
    return [
        Wordings(entry.id, entry.question.zh, tuple(text.zh for text in entry.similar))
        for entry in entries
        if entry.state is not State.RETIRED
    ]


def check_duplicates(entries: Sequence[Entry], near: Nearness) -> Iterator[Problem]:
    """Yield a warning for every wording that stands twice and every pair that is nearly the same."""
    yield from _repeated_wordings(entries)
    by_id = {entry.id: entry for entry in entries}
    for one, other in near_duplicates(wordings_of(entries), near):
        first, second = by_id[one], by_id[other]
        if _of_different_products(first, second):
            continue
        place = first.at.span("question", "zh")
        message = f"和 {place} 的“{first.question.zh}”几乎是同一个问题"
        hint = "合成一条，把其中一条的问法放进另一条的 similar；确实不同就把标准问题写得更有区别"
        span = second.at.span("question", "zh")
        yield Problem(span, "near-duplicate", message, hint, Level.WARNING, place)


def _of_different_products(one: Entry, other: Entry) -> bool:
    """Say whether two entries never meet: of every product the same may be asked."""
    return bool(one.products and other.products) and set(one.products).isdisjoint(other.products)


def _repeated_wordings(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[str, tuple[Entry, Span]] = {}
    for entry in entries:
        for text, place in _wordings(entry):
            earlier, there = first.setdefault("".join(chunk_texts(text)), (entry, place))
            if there is not place:
                message = f"问法“{text}”在 {earlier.id}（{there}）里已经有了"
                hint = "一种问法只放在一条里，只写一次：删掉这一条或那一条"
                yield Problem(place, "duplicate-wording", message, hint, Level.WARNING, there)


def _wordings(entry: Entry) -> Iterator[tuple[str, Span]]:
    if entry.state is State.RETIRED:
        return
    yield entry.question.zh, entry.at.span("question", "zh")
    for number, text in enumerate(entry.similar):
        yield text.zh, entry.at.span("similar", number, "zh")
