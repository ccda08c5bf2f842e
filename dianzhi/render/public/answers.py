"""Answers as trees, in shards that one look-up can afford."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dianzhi.catalog.public import Public, PublicEntry
from dianzhi.catalog.rich import Element, Node, to_json
from dianzhi.render.public.hashing import fnv1a
from dianzhi.render.public.jsonable import day, encoded, text

SHARD_BYTES: Final = 8_000
"""JSON bytes that close a shard: about 3 kB of brotli, well under the 8 kB of the budget."""


@dataclass(frozen=True, slots=True)
class Shards:
    """Files by number, and the number of the file that holds an entry."""

    files: tuple[bytes, ...]
    number_of: Mapping[str, int]


def media_of(public: Public) -> list[str]:
    """Return the names of the pictures that public answers show, sorted."""
    shown = {media.src for entry in public.entries for media in entry.media}
    for entry in public.entries:
        shown.update(_images([*entry.answer.zh, *(entry.answer.en or ())]))
    return sorted(shown)


def _images(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Element):
            if node.tag == "img":
                yield dict(node.attributes)["src"].removeprefix("media/")
            yield from _images(node.children)


def shard_answers(
    public: Public, related: Mapping[str, tuple[str, ...]], media: str, *, hashed: bool = False
) -> Shards:
    """Return the answers in display order; `media` is the folder of the pictures.

    `hashed` places them by their ids instead, so that who knows an id alone finds its answer.
    """
    known = frozenset(entry.id for entry in public.entries)
    near = {name: [one for one in ids if one in known] for name, ids in related.items()}
    said = {entry.id: _entry(entry, near.get(entry.id, []), media) for entry in public.entries}
    sizes = {name: len(encoded(one)) for name, one in said.items()}
    number_of, count = _by_hash(sizes) if hashed else _in_order(sizes)
    shards: list[dict[str, Any]] = [{} for _ in range(count)]
    for name, one in said.items():
        shards[number_of[name]][name] = one
    return Shards(tuple(map(encoded, shards)), number_of)


def _in_order(sizes: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """Fill one shard after the other; return of each id its shard, and how many there are."""
    number_of: dict[str, int] = {}
    number = size = 0
    for name, length in sizes.items():
        if size and size + length > SHARD_BYTES:
            number, size = number + 1, 0
        number_of[name] = number
        size += length
    return number_of, number + 1


def _by_hash(sizes: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """Spread ids over shards of the usual size in the mean; the last may stay empty, and counts."""
    shards = max(1, sum(sizes.values()) // SHARD_BYTES)
    return {name: fnv1a(name) % shards for name in sizes}, shards


def _entry(entry: PublicEntry, related: list[str], media: str) -> dict[str, Any]:
    answer = {"zh": to_json(_placed(entry.answer.zh, media))}
    if entry.answer.en is not None:
        answer["en"] = to_json(_placed(entry.answer.en, media))
    pictures = [{"src": f"{media}/{one.src}", "alt": text(one.alt)} for one in entry.media]
    return {
        "question": text(entry.question),
        "answer": answer,
        "category": entry.category,
        "products": entry.products,
        "platforms": entry.platforms,
        "updated": day(entry.updated),
        "from": day(entry.effective),
        "until": day(entry.until),
        "related": related,
        "media": pictures,
    }


def _placed(nodes: Iterable[Node], media: str) -> tuple[Node, ...]:
    return tuple(node if isinstance(node, str) else _placed_element(node, media) for node in nodes)


def _placed_element(element: Element, media: str) -> Element:
    if element.tag != "img":
        return replace(element, children=_placed(element.children, media))
    attributes = dict(element.attributes)
    src = f"{media}/{attributes['src'].removeprefix('media/')}"
    return replace(element, attributes=(("src", src), ("alt", attributes["alt"])))
