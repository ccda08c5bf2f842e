"""The catalog as a reader finds their way in it: by id, and from each record to what mentions it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Protocol, TypeVar

from dianzhi.catalog.references import categories_of
from dianzhi.catalog.types import Catalog
from dianzhi.model.entry import Entry
from dianzhi.model.flow import Flow
from dianzhi.model.meeting import Campaign, Change, Meeting
from dianzhi.model.product import Product
from dianzhi.model.review import Priority
from dianzhi.model.script import Script
from dianzhi.model.shop import Category
from dianzhi.render.kb.answers import slot_labels


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Identified)
Mention = tuple[Meeting, Change]


@dataclass(frozen=True)
class Book:
    """Everything a page may ask for."""

    catalog: Catalog
    related_ids: Mapping[str, tuple[str, ...]]
    """Ids of related entries by entry id, closest first."""

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """All entries by id, in author order."""
        return by_id(self.catalog.content.entries)

    @cached_property
    def scripts(self) -> dict[str, Script]:
        """All scripts by id, in author order."""
        return by_id(self.catalog.content.scripts)

    @cached_property
    def products(self) -> dict[str, Product]:
        """All products by id, in author order."""
        return by_id(self.catalog.content.products)

    @cached_property
    def categories(self) -> dict[str, Category]:
        """All categories by id, depth first."""
        return by_id(category for category, _ in categories_of(self.catalog.content))

    @cached_property
    def parents(self) -> dict[str, str | None]:
        """The parent of each category, None at the top."""
        return {category.id: parent for category, parent in categories_of(self.catalog.content)}

    @cached_property
    def _all_labels(self) -> dict[str, str]:
        return slot_labels(self.catalog.content.shop, self.products.values())

    def labels(self, products: tuple[str, ...]) -> dict[str, str]:
        """Return the Chinese names of data slots for these products; for all when none is named."""
        if not products:
            return self._all_labels
        return slot_labels(self.catalog.content.shop, (self.products[one] for one in products))

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        content = self.catalog.content
        people = ((("person", one.id), one.name.zh) for one in content.people)
        platforms = ((("platform", one.id), one.name.zh) for one in content.platforms)
        return dict(chain(people, platforms))

    def name(self, kind: str, ident: str) -> str:
        """Return the Chinese name of a person or platform; its id when it has none."""
        return self._names.get((kind, ident), ident)

    def path(self, category: str) -> tuple[Category, ...]:
        """Return the categories from the top down to this one."""
        parent = self.parents[category]
        return (*(self.path(parent) if parent else ()), self.categories[category])

    def inside(self, category: str) -> tuple[Entry, ...]:
        """Return the entries of a category itself, in author order."""
        return tuple(self._by_category.get(category, ()))

    @cached_property
    def _by_category(self) -> dict[str, list[Entry]]:
        return back((one, (one.category,)) for one in self.entries.values())

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the related entries that exist, closest first."""
        ids = self.related_ids.get(entry.id, ())
        return tuple(self.entries[one] for one in ids if one in self.entries)

    def scripts_for(self, entry: Entry) -> tuple[Script, ...]:
        """Return the scripts that an entry names, then those that name the entry."""
        named = (self.scripts[one] for one in entry.scripts)
        return tuple(by_id((*named, *self._scripts_back.get(entry.id, ()))).values())

    def entries_for(self, script: Script) -> tuple[Entry, ...]:
        """Return the entries that a script names, then those that name the script."""
        named = (self.entries[one] for one in script.entries)
        return tuple(by_id((*named, *self._entries_back.get(script.id, ()))).values())

    @cached_property
    def _scripts_back(self) -> dict[str, list[Script]]:
        return back((one, one.entries) for one in self.scripts.values())

    @cached_property
    def _entries_back(self) -> dict[str, list[Entry]]:
        return back((one, one.scripts) for one in self.entries.values())

    def entries_about(self, product: Product) -> tuple[Entry, ...]:
        """Return the entries that hold for some products only, this one among them."""
        return tuple(one for one in self.entries.values() if product.id in one.products)

    def flows_in(self, category: str) -> tuple[Flow, ...]:
        """Return the dialogues of a category."""
        return tuple(one for one in self.catalog.content.flows if one.category == category)

    def scripts_in(self, category: str) -> tuple[Script, ...]:
        """Return the scripts of a category."""
        return tuple(one for one in self.scripts.values() if one.category == category)

    def mentions(self, kind: str, ident: str) -> tuple[Mention, ...]:
        """Return the changes that name an `entry`, `script` or `product`, newest meeting first."""
        return self._mentions.get((kind, ident), ())

    @cached_property
    def _mentions(self) -> dict[tuple[str, str], tuple[Mention, ...]]:
        found: dict[tuple[str, str], tuple[Mention, ...]] = {}
        held = (one for one in self.catalog.content.meetings if one.day <= self.catalog.day)
        for meeting in sorted(held, key=lambda one: one.day, reverse=True):
            for change in meeting.changes:
                for target in _targets(change):
                    found[target] = (*found.get(target, ()), (meeting, change))
        return found

    def urgent(self) -> tuple[tuple[Category, tuple[str, ...]], ...]:
        """Return the categories that urgent words lead to, with those words."""
        found: dict[str, tuple[str, ...]] = {}
        for route in self.catalog.content.routes:
            if route.priority is Priority.URGENT:
                found[route.category] = found.get(route.category, ()) + route.words
        return tuple((self.categories[one], words) for one, words in found.items())

    def running(self) -> tuple[Campaign, ...]:
        """Return the campaigns under way on the build's day."""
        day = self.catalog.day
        return tuple(one for one in self.catalog.content.campaigns if one.starts <= day <= one.ends)


def back(named: Iterable[tuple[R, Iterable[str]]]) -> dict[str, list[R]]:
    """Return the records by what they name, in the order given."""
    found: dict[str, list[R]] = {}
    for record, ids in named:
        for one in ids:
            found.setdefault(one, []).append(record)
    return found


def by_id(records: Iterable[R]) -> dict[str, R]:
    """Return the records by id, order kept."""
    return {one.id: one for one in records}


def _targets(change: Change) -> list[tuple[str, str]]:
    entries = [("entry", one) for one in change.entries]
    scripts = [("script", one) for one in change.scripts]
    return entries + scripts + [("product", one) for one in change.products]
