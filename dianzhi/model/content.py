"""Everything the authors wrote, after each file was understood on its own."""

from dataclasses import dataclass
from typing import Annotated

from dianzhi.model.entry import Entry
from dianzhi.model.flow import Flow
from dianzhi.model.kinds import EntryRef, Length, key
from dianzhi.model.meeting import Campaign, Meeting
from dianzhi.model.place import Places
from dianzhi.model.popularity import Popularity
from dianzhi.model.product import Batch, Product
from dianzhi.model.script import Script
from dianzhi.model.shop import Category, Lexicon, Person, Platform, Route, Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a shopper might type, and which entries would be a right answer. Internal."""

    query: Annotated[str, Length(1, 200)] = key("买家原话", "买家会打的字", name="q")
    entries: tuple[EntryRef, ...] = key("应找到", "任何一条排在前面都算对；空列表表示店里没有答案")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All records in the order of the files and of the lines in them."""

    shop: Shop
    categories: tuple[Category, ...] = ()
    routes: tuple[Route, ...] = ()
    lexicon: Lexicon = Lexicon()
    popularity: Popularity = Popularity()
    people: tuple[Person, ...] = ()
    platforms: tuple[Platform, ...] = ()
    entries: tuple[Entry, ...] = ()
    scripts: tuple[Script, ...] = ()
    flows: tuple[Flow, ...] = ()
    products: tuple[Product, ...] = ()
    batches: tuple[Batch, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    checks: tuple[Check, ...] = ()
