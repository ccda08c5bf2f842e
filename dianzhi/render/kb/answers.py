"""Answers on a page: links and pictures led to their places, slots shown under their names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from dianzhi.catalog.public import PublicProduct
from dianzhi.catalog.rich import Element, Node, escape_text, slots_of, to_html, to_plain
from dianzhi.catalog.types import Catalog
from dianzhi.catalog.values import SLOT_LABELS
from dianzhi.model.entry import Entry
from dianzhi.model.product import Product
from dianzhi.model.shop import Shop
from dianzhi.render.kb.addresses import address

ENTRY_LINK: Final = "#faq="
PRODUCT: Final = "product."
NAME: Final = "product.name"
"""Heads every row of a table of values anyway."""
SLOT: Final = re.compile(r'<span class="dz-slot" data-slot="(?P<name>[^"]*)">[^<]*</span>')
"""A slot as `to_html` writes it; text cannot look like one, its angle brackets are escaped."""


def slot_labels(shop: Shop, products: Iterable[Product]) -> dict[str, str]:
    """Return the Chinese name of every slot; of two products' labels for one fact, the first."""
    named: dict[str, str] = {}
    for product in products:
        for fact in product.facts:
            named.setdefault(f"product.{fact.id}", fact.label.zh)
    promised = {f"shop.{one.id}": one.label.zh for one in shop.promises}
    fixed = {name: label.zh for name, label in SLOT_LABELS.items()}
    return named | promised | fixed


def answer_html(nodes: Iterable[Node], root: str, labels: Mapping[str, str]) -> str:
    """Return HTML for a page that is `root` (such as `../`) away from the site's root."""

    def labelled(found: "re.Match[str]") -> str:
        name = unescape(found["name"])
        label = escape_text(labels.get(name, name))
        return f'<span class="dz-slot" title="{found["name"]}">{label}</span>'

    return SLOT.sub(labelled, to_html(_placed(nodes, root)))


def _placed(nodes: Iterable[Node], root: str) -> tuple[Node, ...]:
    return tuple(node if isinstance(node, str) else _element(node, root) for node in nodes)


def _element(element: Element, root: str) -> Element:
    attributes = tuple((name, _led(name, value, root)) for name, value in element.attributes)
    return replace(element, children=_placed(element.children, root), attributes=attributes)


def _led(name: str, value: str, root: str) -> str:
    if name == "href" and value.startswith(ENTRY_LINK):
        return root + address("entry", value.removeprefix(ENTRY_LINK))
    return f"{root}media/{value.removeprefix('media/')}" if name == "src" else value


def answer_plain(nodes: Iterable[Node], labels: Mapping[str, str]) -> str:
    """Return the words to paste into a chat; a slot stays visible as `{保质期}`."""
    return to_plain(_named(nodes, labels))


def open_slots(nodes: Iterable[Node], labels: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the slots that stay visible in a copied answer, each once."""
    return tuple(dict.fromkeys(labels.get(one, one) for one in slots_of(nodes)))


def _named(nodes: Iterable[Node], labels: Mapping[str, str]) -> tuple[Node, ...]:
    return tuple(node if isinstance(node, str) else _spoken(node, labels) for node in nodes)


def _spoken(element: Element, labels: Mapping[str, str]) -> Node:
    if element.tag == "slot":
        name = dict(element.attributes)["name"]
        return f"{{{labels.get(name, name)}}}"
    return replace(element, children=_named(element.children, labels))


@dataclass(frozen=True, slots=True)
class SlotTable:
    """The values that an answer's product slots stand for, product by product."""

    labels: tuple[str, ...]
    rows: tuple[tuple[PublicProduct, tuple[str, ...]], ...]


def slot_table(catalog: Catalog, entry: Entry, labels: Mapping[str, str]) -> SlotTable | None:
    """Return the table for the products an entry holds for; None when no product slot is left."""
    found = slots_of(catalog.answers[entry.id].zh)
    names = tuple(dict.fromkeys(one for one in found if one.startswith(PRODUCT) and one != NAME))
    products = [
        one for one in catalog.public.products if one.id in entry.products or not entry.products
    ]
    if not names or not products:
        return None
    rows = tuple((one, tuple(_value(one, name) for name in names)) for one in products)
    return SlotTable(tuple(labels.get(name, name) for name in names), rows)


def _value(product: PublicProduct, name: str) -> str:
    value = dict(product.slots).get(name.removeprefix(PRODUCT))
    return "—" if value is None else value.zh
