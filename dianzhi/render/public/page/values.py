"""Slots on a page that knows no product: one value for all is said, others go into a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dianzhi.catalog.answers import said
from dianzhi.catalog.public import PublicEntry, PublicProduct
from dianzhi.catalog.rich import Element, Node, slots_of
from dianzhi.catalog.values import SLOT_LABELS
from dianzhi.render.public.page.words import ZH, Words

PRODUCT: Final = "product."
NAME: Final = "product.name"
NONE: Final = "—"


@dataclass(frozen=True, slots=True)
class Values:
    """Values that differ between products; equal products share a row."""

    labels: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """Product names joined, and their values in the order of the labels."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The products an entry speaks of, in one language."""

    entry: str
    products: tuple[PublicProduct, ...]
    words: Words

    @property
    def lang(self) -> str:
        """`zh` or `en`, as texts name it."""
        return self.words.lang[:2]

    def values(self, slot: str) -> list[str]:
        """Return a product slot's value for every product, `—` where it has none."""
        name = slot.removeprefix(PRODUCT)
        found = (dict(one.slots).get(name) for one in self.products)
        return [said(value, self.lang) if value else NONE for value in found]

    def common(self, slot: str) -> str | None:
        """Return the value that all products share, if they do."""
        values = set(self.values(slot))
        return values.pop() if len(values) == 1 and values != {NONE} else None

    def label(self, slot: str) -> str:
        """Return what a slot is called; of two products' names for one fact, the first."""
        own = (dict(one.labels).get(slot.removeprefix(PRODUCT)) for one in self.products)
        label = SLOT_LABELS.get(slot) or next(filter(None, own), None)
        return said(label, self.lang) if label else slot


def scope_of(entry: PublicEntry, products: Sequence[PublicProduct], words: Words) -> Scope:
    """Return the products an entry is for: those it names, or all."""
    meant = (one for one in products if one.id in entry.products or not entry.products)
    return Scope(entry.id, tuple(meant), words)


def filled(nodes: Iterable[Node], scope: Scope) -> tuple[Node, ...]:
    """Return the nodes without slots."""
    told = [node if isinstance(node, str) else _element(node, scope) for node in nodes]
    return tuple(_closed_up(told, scope.words.this_product))


def _closed_up(nodes: list[Node], word: str) -> Iterator[Node]:
    """Yield the nodes without the blanks that set a product's name apart: a word needs none."""
    chinese = word == ZH.this_product
    for place, node in enumerate(nodes):
        text = node
        if chinese and isinstance(text, str) and word in nodes[place + 1 : place + 2]:
            text = text.removesuffix(" ")
        if chinese and isinstance(text, str) and word in nodes[max(place - 1, 0) : place]:
            text = text.removeprefix(" ")
        yield text


def _element(element: Element, scope: Scope) -> Node:
    if element.tag == "slot":
        return _slot(dict(element.attributes)["name"], scope)
    return replace(element, children=filled(element.children, scope))


def _slot(name: str, scope: Scope) -> Node:
    if not name.startswith(PRODUCT) or not scope.products:
        return scope.words.on_package
    common = scope.common(name)
    if common is not None:
        return common
    if name == NAME:
        return scope.words.this_product
    return Element("a", (scope.words.see_table,), (("href", f"#{table_id(scope.entry)}"),))


def table_id(entry: str) -> str:
    """Return the anchor of an entry's table; no entry's own id has an underscore."""
    return f"{entry}_values"


def values_of(nodes: Iterable[Node], scope: Scope) -> Values | None:
    """Return what the nodes' slots stand for where it differs, or None."""
    names = tuple(
        name
        for name in dict.fromkeys(slots_of(nodes))
        if name.startswith(PRODUCT) and name != NAME and scope.common(name) is None
    )
    if not names or not scope.products:
        return None
    columns = [scope.values(name) for name in names]
    rows: dict[tuple[str, ...], list[str]] = {}
    for product, values in zip(scope.products, zip(*columns, strict=True), strict=True):
        rows.setdefault(values, []).append(said(product.name, scope.lang))
    joined = tuple((scope.words.comma.join(products), values) for values, products in rows.items())
    return Values(tuple(map(scope.label, names)), joined)
