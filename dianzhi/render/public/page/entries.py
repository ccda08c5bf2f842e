"""One question as it stands on the plain page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from markupsafe import Markup

from dianzhi.catalog.answers import said
from dianzhi.catalog.public import Public, PublicEntry
from dianzhi.catalog.rich import Element, Node, to_html, to_plain
from dianzhi.render.public.page.values import Scope, Values, filled, scope_of, values_of
from dianzhi.render.public.page.words import Words

LOWER: Final = {"h3": "h4", "h4": "h5"}
"""A question is an h3 on the page; the headings in its answer stand below it."""
ENTRY_LINK: Final = "#faq="


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry in one language, ready for the template."""

    id: str
    question: str
    foreign_question: bool
    """The page is English, and the question has no English; likewise the answer."""
    answer: Markup
    foreign_answer: bool
    plain: str
    """The words alone, values included."""
    values: Values | None
    pictures: tuple[tuple[str, str], ...]
    """Address and description."""
    products: str
    platforms: str
    updated: date
    until: date | None


def item(entry: PublicEntry, public: Public, words: Words, media: str) -> Item:
    """Return an entry for a page in the language of `words`; `media` is the pictures' folder."""
    english = words.lang == "en"
    nodes = (entry.answer.en if english else None) or entry.answer.zh
    scope = scope_of(entry, public.products, words)
    told = filled(nodes, scope)
    values = values_of(nodes, scope)
    pictures = ((f"{media}/{one.src}", said(one.alt, scope.lang)) for one in entry.media)
    return Item(
        id=entry.id,
        question=said(entry.question, scope.lang),
        foreign_question=english and entry.question.en is None,
        answer=Markup(to_html(_placed(told, media, words))),  # noqa: S704  # escaped there
        foreign_answer=english and entry.answer.en is None,
        plain=_plain(told, values, words),
        values=values,
        pictures=tuple(pictures),
        products=_product_names(entry, scope),
        platforms=_platform_names(entry, public, words),
        updated=entry.updated,
        until=entry.until,
    )


def _product_names(entry: PublicEntry, scope: Scope) -> str:
    names = [said(one.name, scope.lang) for one in scope.products] if entry.products else []
    return scope.words.comma.join(names)


def _platform_names(entry: PublicEntry, public: Public, words: Words) -> str:
    names = dict(public.shop.platforms)
    found = (said(names[one], words.lang[:2]) for one in entry.platforms if one in names)
    return words.comma.join(found)


def _plain(nodes: Iterable[Node], values: Values | None, words: Words) -> str:
    return "\n".join([to_plain(nodes), *(_rows(values, words) if values else ())])


def _rows(values: Values, words: Words) -> Iterator[str]:
    for products, row in values.rows:
        told = (f"{label} {value}" for label, value in zip(values.labels, row, strict=True))
        yield f"{products}{words.colon}{words.semicolon.join(told)}"


def _placed(nodes: Iterable[Node], media: str, words: Words) -> tuple[Node, ...]:
    return tuple(
        node if isinstance(node, str) else _placed_element(node, media, words) for node in nodes
    )


def _placed_element(element: Element, media: str, words: Words) -> Element:
    inner = replace(
        element,
        tag=LOWER.get(element.tag, element.tag),
        children=_placed(element.children, media, words),
        attributes=tuple((name, _led(name, value, media)) for name, value in element.attributes),
    )
    if element.tag == "img":
        return replace(inner, attributes=(*inner.attributes, ("loading", "lazy")))
    return _scrollable(inner, words) if element.tag == "table" else inner


def _led(name: str, value: str, media: str) -> str:
    if name == "href" and value.startswith(ENTRY_LINK):
        return f"#{value.removeprefix(ENTRY_LINK)}"
    return f"{media}/{value.removeprefix('media/')}" if name == "src" else value


def _scrollable(table: Element, words: Words) -> Element:
    """A wide table scrolls on its own, by keyboard too."""
    frame = (("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", words.table))
    return Element("div", (table,), frame)
