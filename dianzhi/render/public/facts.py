"""Products one by one, batches in shards by hash of their number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dianzhi.catalog.public import Public, PublicBatch, PublicProduct, PublicShelf
from dianzhi.model.product import ExpiryRule
from dianzhi.render.public.hashing import fnv1a
from dianzhi.render.public.jsonable import day, encoded, text

LOOKALIKES: Final = str.maketrans("OILZSB", "011258")
"""Letters that are read as digits on a package, and the other way round."""
ENTRIES_MOST: Final = 3
"""Entries of a product that home lists, as `OWN` in widget/src/panel/views/home.js."""
BATCHES_PER_SHARD: Final = 8
"""Batches a shard holds on average: a few hundred bytes of brotli."""


def products(
    found: Sequence[PublicProduct], entries_of: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, bytes]]:
    """Yield the list of names and one file a product, as name and bytes.

    `entries_of` are ids of entries by product, in large shops alone.
    """
    yield "list.json", encoded([_listed(one) for one in found])
    for one in found:
        slots = {name: text(value) for name, value in one.slots}
        facts = {"id": one.id, "name": text(one.name), "shelf": _shelf(one.shelf), "slots": slots}
        own = {"entries": entries_of[one.id]} if one.id in entries_of else {}
        yield f"{one.id}.json", encoded(facts | own)


def entries_of_products(public: Public) -> dict[str, list[str]]:
    """Return by product the first entries that hold for it and not for all, as home lists them."""
    found: dict[str, list[str]] = {product.id: [] for product in public.products}
    for entry in public.entries:
        for product in entry.products:
            if len(found[product]) < ENTRIES_MOST:
                found[product].append(entry.id)
    return found


def _listed(product: PublicProduct) -> dict[str, Any]:
    listed: dict[str, Any] = {"id": product.id, "name": text(product.name)}
    return listed if product.barcode is None else listed | {"barcode": product.barcode}


def _shelf(shelf: PublicShelf) -> dict[str, Any]:
    rule = None if shelf.rule is ExpiryRule.CIVIL else shelf.rule.value
    stated = {
        "months": shelf.months,
        "days": shelf.days,
        "rule": rule,
        "opened": shelf.opened_months,
    }
    return {name: value for name, value in stated.items() if value is not None}


def normal_number(number: str) -> str:
    """Return a batch number as it is looked up: upper case, letters and digits alone."""
    upper = "".join(chr(ord(one) - 32) if "a" <= one <= "z" else one for one in number)
    return re.sub(r"[^0-9A-Z]", "", upper)


def shard_of(number: str, shards: int) -> int:
    """Return the shard of a normal number: numbers that look alike share one."""
    return fnv1a(number.translate(LOOKALIKES)) % shards


def shard_count(batches: Sequence[PublicBatch]) -> int:
    """Return how many shards hold the batches: a power of two, at least 1."""
    shards = 1
    while shards * BATCHES_PER_SHARD < len(batches):
        shards *= 2
    return shards


def batches(found: Sequence[PublicBatch]) -> Iterator[tuple[str, bytes]]:
    """Yield every shard, empty ones too, as name and bytes."""
    shards: list[dict[str, list[Any]]] = [{} for _ in range(shard_count(found))]
    for one in found:
        number = normal_number(one.number)
        shards[shard_of(number, len(shards))].setdefault(number, []).append(_batch(one))
    for position, shard in enumerate(shards):
        yield f"{position}.json", encoded(dict(sorted(shard.items())))


def _batch(batch: PublicBatch) -> dict[str, Any]:
    slots = {"number": batch.number, "produced": day(batch.produced)}
    if batch.expires is not None:
        slots["expires"] = day(batch.expires)
    return {
        "product": batch.product,
        "number": batch.number,
        "produced": day(batch.produced),
        "expires": day(batch.expires),
        "basis": batch.basis,
        "slots": slots,
    }
