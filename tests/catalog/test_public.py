"""What may stand on the Internet holds nothing internal: by its types, and on a whole shop."""

import dataclasses
import typing
from datetime import date
from enum import Enum

import pytest

from dianzhi.catalog.public import Public
from dianzhi.catalog.rich import Rich
from dianzhi.model.kinds import InternalText, Markdown, Text
from dianzhi.model.place import Places
from dianzhi.model.popularity import Popularity, Tally
from dianzhi.model.review import Reviewed

LEAVES = {str, int, bool, date, type(None), Text, Rich, Places, Ellipsis}
"""Where the walk over types ends. An answer is a tree of strings; places are paths and numbers."""


def types_below(hint, seen):
    origin = typing.get_origin(hint)
    if (
        origin is typing.Literal
        or hint in LEAVES
        or (isinstance(hint, type) and issubclass(hint, Enum))
    ):
        return
    if origin is not None:
        for inner in typing.get_args(hint):
            if (
                not hasattr(inner, "regex")
                and not hasattr(inner, "low")
                and not hasattr(inner, "kind")
            ):
                types_below(inner, seen)
        return
    assert dataclasses.is_dataclass(hint), f"the walk does not know {hint}"
    if hint in seen:
        return
    seen.add(hint)
    for inner in typing.get_type_hints(hint, include_extras=True).values():
        types_below(inner, seen)


def values_below(value):
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from values_below(one)
    elif isinstance(value, dict):
        yield from values_below(tuple(value.items()))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from values_below(getattr(value, field.name))


def test_no_type_that_public_files_are_made_from_has_room_for_internal_text():
    seen = set()
    types_below(Public, seen)
    assert InternalText not in seen
    assert not [one for one in seen if issubclass(one, Reviewed | Popularity | Tally)]
    assert len(seen) > 15, "the walk has seen the parts"


def test_the_walk_over_types_would_find_it():
    @dataclasses.dataclass
    class Leaky:
        notes: tuple[InternalText | None, ...]

    seen = set()
    types_below(Leaky, seen)
    assert InternalText in seen


@pytest.fixture
def secret_shop(broken_shop, shop_files):
    """Return the small shop with a secret in every kind of internal text there is."""
    changes = (
        ("faq/shelf-life.yaml", "    category: returns", "    category: returns\n    internal: 秘密"),
        ("products/products.yaml", "    sealed: true", "    sealed: true\n    supplier: 秘密"),
        ("flows/urge.yaml", "    say: 付款了吗？", "    say: 付款了吗？\n    internal: 秘密"),
        ("categories.yaml", "name: 保质期}", "name: 保质期, about: 秘密}"),
        ("products/batches.csv", "限用日期\nserum,A001,2026-03-01,2029-03-01",
         "限用日期,备注\nserum,A001,2026-03-01,2029-03-01,秘密"),
        ("people.yaml", "王编辑", "秘密"),
    )  # fmt: skip
    changed = {path: broken_shop(path, old, new)[path] for path, old, new in changes}
    return shop_files | changed


def test_no_internal_value_is_reached_from_the_public_catalog(secret_shop, catalog_of):
    catalog = catalog_of(secret_shop)
    everything = list(values_below(catalog.public))
    assert not [value for value in everything if isinstance(value, InternalText | Markdown)]
    assert not [value for value in everything if isinstance(value, str) and "秘密" in value]
    inside = [value for value in values_below(catalog.content) if isinstance(value, InternalText)]
    assert sum(value.zh == "秘密" for value in inside) == 6


def test_only_what_is_approved_and_in_effect_is_public(broken_shop, catalog_of):
    files = broken_shop("faq/shelf-life.yaml", "(#faq=how-long)", "(https://example.com)")
    entry = files["faq/shelf-life.yaml"].decode()
    files["shop.yaml"] = files["shop.yaml"].replace(b"recommended: [how-long]", b"recommended: []")
    for change in (
        ("state: approved", "state: draft"),
        ("state: approved", "state: retired"),
        ("effective: 2026-09-03", "effective: 2026-11-23"),
        ("until: 2026-12-31", "until: 2026-11-21"),
    ):
        files["faq/shelf-life.yaml"] = entry.replace(*change, 1).encode()
        public = catalog_of(files).public
        assert [one.id for one in public.entries] == ["no-reason"]
        assert public.flows == (), "a dialogue that ends in it is not public either"


def test_the_first_and_the_last_day_count(shop_files, catalog_of):
    for day, ids in (
        (date(2026, 12, 31), ["how-long", "no-reason"]),
        (date(2026, 10, 1), ["how-long", "no-reason"]),
    ):
        assert [one.id for one in catalog_of(shop_files, day).public.entries] == ids


def test_a_record_moved_is_the_same_record(shop_files, catalog_of):
    moved = dict(shop_files)
    moved["faq/shelf-life.yaml"] = b"# \xe6\xb3\xa8\n\n" + moved["faq/shelf-life.yaml"]
    assert catalog_of(moved).public == catalog_of(shop_files).public
    assert hash(catalog_of(moved).public.entries[0]) == hash(
        catalog_of(shop_files).public.entries[0]
    )
