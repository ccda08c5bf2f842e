"""Answers as small trees: what CommonMark becomes, and what the popup and the pages are built from.

The tags are those of spec/public-files.md; nothing else can be said, so nothing else can leak in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

TAGS: Final = frozenset(
    (
        "p",
        "strong",
        "em",
        "code",
        "h3",
        "h4",
        "br",
        "hr",
        "blockquote",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "img",
        "slot",
    )
)
BLOCKS: Final = frozenset(
    ("p", "h3", "h4", "br", "hr", "blockquote", "ul", "ol", "li", "table", "tr", "th", "td")
)
VOID: Final = frozenset(("br", "hr", "img"))


@dataclass(frozen=True, slots=True)
class Element:
    """One element; a `slot` stands for a value that only the page knows."""

    tag: str
    children: "tuple[Node, ...]" = ()
    attributes: tuple[tuple[str, str], ...] = ()


Node = str | Element
Json = str | list[object]


@dataclass(frozen=True, slots=True)
class Rich:
    """A compiled answer: Chinese, and English where there is one."""

    zh: tuple[Node, ...]
    en: tuple[Node, ...] | None = None


def to_json(nodes: Iterable[Node]) -> list[Json]:
    """Return the nodes as in spec/public-files.md: strings and `[tag, {attributes}?, …children]`."""
    return [node if isinstance(node, str) else _element_json(node) for node in nodes]


def _element_json(element: Element) -> list[object]:
    attributes = [dict(element.attributes)] if element.attributes else []
    return [element.tag, *attributes, *to_json(element.children)]


def to_html(nodes: Iterable[Node]) -> str:
    """Return HTML; braces are escaped, because attribute lists of Markdown engines swallow them.

    A slot becomes `<span class="dz-slot" data-slot="product.x">{product.x}</span>`.
    """
    return "".join(map(_node_html, nodes))


def _node_html(node: Node) -> str:
    if isinstance(node, str):
        return escape_text(node)
    if node.tag == "slot":
        name = escape_text(dict(node.attributes)["name"])
        return f'<span class="dz-slot" data-slot="{name}">&#123;{name}&#125;</span>'
    attributes = "".join(f' {name}="{escape_text(value)}"' for name, value in node.attributes)
    opening = f"<{node.tag}{attributes}>"
    return opening if node.tag in VOID else f"{opening}{to_html(node.children)}</{node.tag}>"


def escape_text(text: str) -> str:
    """Return text safe in HTML and inert in Markdown."""
    safe = escape(text)
    for character in "{}[]*_`\\|~":
        safe = safe.replace(character, f"&#{ord(character)};")
    return safe


def to_plain(nodes: Iterable[Node]) -> str:
    """Return the words alone, blocks on lines of their own; slots vanish."""
    return "\n".join(line for line in "".join(_plain(nodes)).split("\n") if line.strip())


def _plain(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag != "slot":
            yield from _plain(node.children)
            yield "\n" if node.tag in BLOCKS else ""


def slots_of(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the names of the slots left in the nodes, such as `product.storage`."""
    for node in nodes:
        if isinstance(node, Element):
            if node.tag == "slot":
                yield dict(node.attributes)["name"]
            yield from slots_of(node.children)
