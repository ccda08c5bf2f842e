"""Documents for the search of the header, and the cards that its results are drawn with."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dianzhi.catalog.rich import to_plain
from dianzhi.catalog.types import Catalog
from dianzhi.catalog.values import product_slots
from dianzhi.model.entry import Entry
from dianzhi.model.flow import Flow
from dianzhi.model.meeting import Campaign, Change
from dianzhi.model.product import Batch, Product
from dianzhi.model.review import State
from dianzhi.model.script import Script
from dianzhi.render.kb.addresses import address
from dianzhi.render.kb.blanks import pieces
from dianzhi.render.kb.standing import standing, state_banner
from dianzhi.search.document import SearchDoc


def documents(catalog: Catalog) -> tuple[SearchDoc, ...]:
    """Return what the internal search knows: everything in any state, ids as `kind/id`."""
    return tuple(_documents(catalog))


def _documents(catalog: Catalog) -> Iterator[SearchDoc]:
    content = catalog.content
    priorities = {one.id: one.priority for one in catalog.public.entries}
    yield from (_entry(one, catalog, priorities.get(one.id, 0)) for one in content.entries)
    yield from (_script(one, catalog.day) for one in content.scripts)
    yield from (_flow(one) for one in content.flows)
    yield from (_product(one, content.batches) for one in content.products)
    yield from (_campaign(one) for one in content.campaigns)
    held = (one for one in content.meetings if one.day <= catalog.day)
    yield from (_change(change) for meeting in held for change in meeting.changes)


def _is_over(text: Entry | Script, day: date) -> bool:
    """Say whether a text is to be found by its title alone: others stand in its place now."""
    return text.state is State.RETIRED or (text.until is not None and text.until < day)


def _entry(entry: Entry, catalog: Catalog, priority: int) -> SearchDoc:
    notes = entry.internal.zh if entry.internal else ""
    similar = () if _is_over(entry, catalog.day) else entry.similar
    return SearchDoc(
        id=f"entry/{entry.id}",
        question=entry.question.zh,
        question_en=entry.question.en or "",
        similar=tuple(one.zh for one in similar),
        similar_en=tuple(one.en for one in similar if one.en),
        keywords=entry.keywords,
        excluded=entry.excluded,
        answer=f"{to_plain(catalog.answers[entry.id].zh)}\n{notes}",
        category=entry.category,
        products=entry.products,
        platforms=entry.platforms,
        priority=priority,
        url=address("entry", entry.id),
    )


def _script(script: Script, day: date) -> SearchDoc:
    return SearchDoc(
        id=f"script/{script.id}",
        question=script.title.zh,
        similar=() if _is_over(script, day) else (script.situation.zh,),
        keywords=(script.code, script.kind.label),
        answer="\n".join(line.text.zh for line in script.lines),
        category=script.category,
        products=script.products,
        platforms=script.platforms,
        url=address("script", script.id),
    )


def _flow(flow: Flow) -> SearchDoc:
    return SearchDoc(
        id=f"flow/{flow.id}",
        question=flow.title.zh,
        question_en=flow.title.en or "",
        similar=flow.words,
        answer="\n".join(node.say.zh for node in flow.nodes),
        category=flow.category,
        url=address("flow", flow.id),
    )


def _product(product: Product, batches: Sequence[Batch]) -> SearchDoc:
    numbers = (batch.number for batch in batches if batch.product == product.id)
    return SearchDoc(
        id=f"product/{product.id}",
        question=product.name.zh,
        question_en=product.name.en or "",
        keywords=(product.id, *((product.barcode,) if product.barcode else ()), *numbers),
        answer="\n".join(value.zh for value in product_slots(product).values()),
        url=address("product", product.id),
    )


def _campaign(campaign: Campaign) -> SearchDoc:
    return SearchDoc(
        id=f"campaign/{campaign.id}",
        question=campaign.title.zh,
        answer="\n".join(one.what.zh for one in campaign.milestones),
        url=address("campaign", campaign.id),
    )


def _change(change: Change) -> SearchDoc:
    said = (change.say_now, change.say_no_longer, change.why)
    return SearchDoc(
        id=f"change/{change.id}",
        question=change.title.zh,
        answer="\n".join(one.zh for one in said if one),
        url=address("change", change.id),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """What a result shows beside its title."""

    id: str
    note: str = ""
    """A warning in a few characters, such as 草稿."""
    code: str = ""
    lines: tuple[tuple[str | list[str], ...], ...] = ()
    """A script's messages: text, and blanks as lists of one name."""
    over: bool = False
    """Whether others stand in its place now: it comes last of what is found."""


def cards(catalog: Catalog) -> tuple[Card, ...]:
    """Return the cards of all records that have more to show than their title."""
    return tuple(one for one in _cards(catalog) if one.note or one.code)


def _cards(catalog: Catalog) -> Iterator[Card]:
    for entry in catalog.content.entries:
        is_over = _is_over(entry, catalog.day)
        yield Card(f"entry/{entry.id}", _note(entry, catalog), over=is_over)
    for script in catalog.content.scripts:
        lines = tuple(
            tuple(part if isinstance(part, str) else [part.name] for part in pieces(line))
            for line in script.lines
        )
        is_over = _is_over(script, catalog.day)
        yield Card(f"script/{script.id}", _note(script, catalog), script.code, lines, is_over)
    for flow in catalog.content.flows:
        note = "" if flow.state is State.APPROVED else state_banner(flow.state).label
        yield Card(f"flow/{flow.id}", note)


def _note(text: Entry | Script, catalog: Catalog) -> str:
    return "、".join(banner.label for banner in standing(text, catalog.day))


def cards_json(catalog: Catalog) -> bytes:
    """Return `{"<kind>/<id>": {note?, code?, lines?, over?}}` as JSON."""
    found = {one.id: _fields(one) for one in cards(catalog)}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _fields(card: Card) -> dict[str, object]:
    every = {"note": card.note, "code": card.code, "lines": card.lines, "over": card.over}
    return {name: value for name, value in every.items() if value}
