"""What may stand on the Internet, as values of its own: no path leads from here to internal text.

Public renderers take a `Public` and nothing else; the type checker holds them to it, and the
non-interference test proves it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dianzhi.catalog.rich import Rich
from dianzhi.model.entry import Media
from dianzhi.model.flow import End, Input, Option
from dianzhi.model.kinds import Text
from dianzhi.model.product import ExpiryRule
from dianzhi.model.shop import Channel, Engine, Holiday, Hours, Lexicon, Promise, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEntry:
    """An approved entry in effect on the build's day."""

    id: str
    question: Text
    similar: tuple[Text, ...]
    keywords: tuple[str, ...]
    excluded: tuple[str, ...]
    answer: Rich
    """Shop values are filled in; product values too where the entry is about one product."""
    category: str
    products: tuple[str, ...]
    platforms: tuple[str, ...]
    priority: int
    """Steps in search, 0 to 9: the editor's and what people ask (dianzhi/catalog/popularity.py)."""
    media: tuple[Media, ...]
    updated: date
    effective: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCategory:
    """A category with its entries in author order."""

    id: str
    name: Text
    icon: str
    parent: str | None
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicShelf:
    """How long a product keeps, to be computed with (docs/reference/dates.md)."""

    months: int | None
    days: int | None
    """Months or days as on the label, never both; neither when it states no length."""
    rule: ExpiryRule
    opened_months: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicProduct:
    """A product's public facts, as they are shown."""

    id: str
    name: Text
    barcode: str | None
    """8, 12, 13 or 14 digits, by which a scanned code tells its product."""
    shelf: PublicShelf
    slots: tuple[tuple[str, Text], ...]
    """Values by slot name, in the order of the model: `name`, `net`, `shelf_life`, …"""
    labels: tuple[tuple[str, Text], ...]
    """What the shop's own facts are called, by slot name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBatch:
    """One batch. `expires` is None when it is neither printed nor computable."""

    product: str
    number: str
    produced: date
    expires: date | None
    basis: Literal["printed", "computed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNode:
    """One turn of a dialogue: options, an input, or an end."""

    id: str
    say: Text
    options: tuple[Option, ...]
    input: Input | None
    end: End | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFlow:
    """An approved dialogue."""

    id: str
    title: Text
    category: str
    words: tuple[str, ...]
    start: str
    nodes: tuple[PublicNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicShop:
    """The shop's card."""

    name: Text
    platform: str
    languages: tuple[str, ...]
    hours: tuple[Hours, ...]
    holidays: tuple[Holiday, ...]
    holidays_until: date | None
    promises: tuple[Promise, ...]
    """Those in force on the build's day that the popup shows."""
    recommended: tuple[str, ...]
    """Entry ids that are public."""
    engine: Engine | None
    """Where the popup asks instead of its own index."""
    channels: tuple[tuple[str, tuple[Channel, ...]], ...]
    """Ways to reach a person, by platform, in author order."""
    platforms: tuple[tuple[str, Text], ...]
    """Names of the platforms by id, in author order."""
    address: str | None
    """Where the public files stand, with the final slash, when the shop says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """All that the public files are made from."""

    day: date
    """The build's day, Asia/Shanghai."""
    shop: PublicShop
    categories: tuple[PublicCategory, ...]
    """Depth first, in author order."""
    entries: tuple[PublicEntry, ...]
    """In display order: by category, then author order."""
    flows: tuple[PublicFlow, ...]
    products: tuple[PublicProduct, ...]
    batches: tuple[PublicBatch, ...]
    lexicon: Lexicon
    routes: tuple[Route, ...]
