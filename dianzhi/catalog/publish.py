"""From everything the authors wrote to what may stand on the Internet."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from dianzhi.catalog.expiry import last_day
from dianzhi.catalog.popularity import priorities
from dianzhi.catalog.public import (
    Public,
    PublicBatch,
    PublicCategory,
    PublicEntry,
    PublicFlow,
    PublicNode,
    PublicProduct,
    PublicShelf,
    PublicShop,
)
from dianzhi.catalog.references import categories_of
from dianzhi.catalog.rich import Rich
from dianzhi.catalog.values import in_force, product_slots
from dianzhi.model.content import Content
from dianzhi.model.entry import Entry
from dianzhi.model.flow import Flow
from dianzhi.model.product import Batch, Product
from dianzhi.model.review import State


def publish(content: Content, answers: Mapping[str, Rich], day: date) -> Public:
    """Return the public part of valid content as of `day`."""
    order = {category.id: rank for rank, (category, _) in enumerate(categories_of(content))}
    in_effect = [entry for entry in content.entries if entry.in_force(day)]
    entries = sorted(in_effect, key=lambda entry: order[entry.category])
    known = frozenset(entry.id for entry in entries)
    steps = priorities(entries, content.popularity)
    return Public(
        day=day,
        shop=_shop(content, known, day),
        categories=tuple(_categories(content, entries)),
        entries=tuple(_entry(one, answers[one.id], steps[one.id]) for one in entries),
        flows=tuple(_flow(flow) for flow in content.flows if _open(flow, known)),
        products=tuple(_product(product) for product in content.products),
        batches=tuple(_batches(content)),
        lexicon=content.lexicon,
        routes=content.routes,
    )


def _shop(content: Content, known: frozenset[str], day: date) -> PublicShop:
    shop = content.shop
    return PublicShop(
        name=shop.name,
        platform=shop.platform,
        languages=shop.languages,
        hours=shop.hours,
        holidays=shop.holidays,
        holidays_until=shop.holidays_until,
        promises=tuple(one for one in shop.promises if one.shown and in_force(one, day)),
        recommended=tuple(one for one in shop.recommended if one in known),
        engine=shop.engine,
        channels=tuple((one.id, one.channels) for one in content.platforms),
        platforms=tuple((one.id, one.name) for one in content.platforms),
        address=shop.public_url,
    )


def _categories(content: Content, entries: list[Entry]) -> Iterator[PublicCategory]:
    for category, parent in categories_of(content):
        inside = tuple(entry.id for entry in entries if entry.category == category.id)
        yield PublicCategory(
            id=category.id, name=category.name, icon=category.icon, parent=parent, entries=inside
        )


def _entry(entry: Entry, answer: Rich, priority: int) -> PublicEntry:
    return PublicEntry(
        id=entry.id,
        question=entry.question,
        similar=entry.similar,
        keywords=entry.keywords,
        excluded=entry.excluded,
        answer=answer,
        category=entry.category,
        products=entry.products,
        platforms=entry.platforms,
        priority=priority,
        media=entry.media,
        updated=entry.edited_on,
        effective=entry.effective,
        until=entry.until,
    )


def _open(flow: Flow, known: frozenset[str]) -> bool:
    ends = [node.end.entry for node in flow.nodes if node.end and node.end.entry]
    return flow.state is State.APPROVED and known.issuperset(ends)


def _flow(flow: Flow) -> PublicFlow:
    nodes = tuple(
        PublicNode(id=node.id, say=node.say, options=node.options, input=node.input, end=node.end)
        for node in flow.nodes
    )
    return PublicFlow(
        id=flow.id,
        title=flow.title,
        category=flow.category,
        words=flow.words,
        start=flow.start,
        nodes=nodes,
    )


def _product(product: Product) -> PublicProduct:
    slots = tuple(product_slots(product).items())
    return PublicProduct(
        id=product.id,
        name=product.name,
        barcode=product.barcode,
        shelf=_shelf(product),
        slots=slots,
        labels=tuple((fact.id, fact.label) for fact in product.facts),
    )


def _shelf(product: Product) -> PublicShelf:
    return PublicShelf(
        months=product.shelf_life_months,
        days=product.shelf_life_days,
        rule=product.expiry_rule,
        opened_months=product.after_opening_months,
    )


def _batches(content: Content) -> Iterator[PublicBatch]:
    products = {product.id: product for product in content.products}
    for batch in content.batches:
        basis: Literal["printed", "computed"] = "printed" if batch.expires else "computed"
        yield PublicBatch(
            product=batch.product,
            number=batch.number,
            produced=batch.produced,
            expires=_expires(batch, products[batch.product]),
            basis=basis,
        )


def _expires(batch: Batch, product: Product) -> date | None:
    return batch.expires or last_day(batch.produced, product)
