"""Entries into parts: what asks the same of many products stands together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush
from typing import Final

from dianzhi.search.parts.clusters import Centres, Near, add, centres_of, likeness
from dianzhi.search.parts.vectors import CHUNK, UNIT, Each, Vector, unit

TOPICS_MOST: Final = 400
"""Topics that a shop is divided into: each is one document of the head, which all have to read."""
TOPIC_ENTRIES: Final = 50
"""Entries of a topic at least, in the mean."""
TWICE: Final = (4, 5)
"""An entry that is so nearly as near to a topic of another part stands there too."""
LOOKED_AT: Final = 3
"""Topics that an entry may stand in."""


@dataclass(frozen=True, slots=True)
class Division:
    """Entries by their numbers."""

    topics: tuple[tuple[int, ...], ...]
    """Of each topic its entries, the most typical first; each entry is in one."""
    part_of: tuple[int, ...]
    """Of each topic its part."""
    parts: tuple[tuple[int, ...], ...]
    """Of each part its entries, ascending; some are in two."""


def divide(vectors: Sequence[Vector], most: int, each: Each) -> Division:
    """Return parts of about `most` entries that ask nearly the same."""
    wanted = min(TOPICS_MOST, max(-(-len(vectors) // most), len(vectors) // TOPIC_ENTRIES))
    centres = centres_of(vectors, wanted)
    chunks = [vectors[at : at + CHUNK] for at in range(0, len(vectors), CHUNK)]
    near = [one for found in each(partial(_near, centres), chunks) for one in found]
    topics = _topics(near, len(centres.vectors))
    part_of = _part_of(centres.vectors, [len(topic) for topic in topics], most)
    return Division(topics, part_of, _parts(near, part_of))


def _near(centres: Centres, vectors: Iterable[Vector]) -> list[Near]:
    """Return of each entry its nearest topics; the first for one that is near to none."""
    return [centres.near(vector, LOOKED_AT) or [(0, 0)] for vector in vectors]


def _topics(near: Sequence[Near], count: int) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in range(count)]
    for entry, topics in enumerate(near):
        found[topics[0][0]].append(entry)
    return tuple(tuple(sorted(topic, key=lambda entry: -near[entry][0][1])) for topic in found)


def _part_of(centres: Sequence[Vector], sizes: Sequence[int], most: int) -> tuple[int, ...]:
    """Join topics into parts: the smallest to the nearest that has room, until none has.

    Topics of more than `most` entries stay parts by themselves.
    """
    groups = {topic: [topic] for topic in range(len(centres))}
    merged = {topic: dict(centre.items()) for topic, centre in enumerate(centres)}
    size = dict(enumerate(sizes))
    waiting = [(count, topic) for topic, count in size.items()]
    heapify(waiting)
    while waiting:
        count, topic = heappop(waiting)
        if topic not in groups or size[topic] != count:
            continue
        other = _nearest_with_room(topic, merged, size, most)
        if other is not None:
            groups[other] += groups.pop(topic)
            merged[other] = _joined(merged, size, other, topic)
            size[other] += size.pop(topic)
            del merged[topic]
            heappush(waiting, (size[other], other))
    part = {topic: number for number, group in enumerate(groups.values()) for topic in group}
    return tuple(part[topic] for topic in range(len(centres)))


def _nearest_with_room(
    topic: int, merged: Mapping[int, Mapping[int, int]], size: Mapping[int, int], most: int
) -> int | None:
    room = [other for other in merged if other != topic and size[topic] + size[other] <= most]
    near = ((likeness(merged[topic], merged[other]), -other) for other in room)
    best = max(near, default=(0, 0))
    return -best[1] if best[0] else None


def _joined(
    merged: Mapping[int, Mapping[int, int]], size: Mapping[int, int], one: int, other: int
) -> dict[int, int]:
    total: dict[int, int] = {}
    for topic in (one, other):
        add(total, unit(merged[topic], UNIT), size[topic])
    return dict(unit(total, UNIT).items())


def _parts(near: Sequence[Near], part_of: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    found: dict[int, list[int]] = defaultdict(list)
    for entry, topics in enumerate(near):
        for part in _parts_of(topics, part_of):
            found[part].append(entry)
    return tuple(tuple(found[part]) for part in range(max(part_of, default=-1) + 1))


def _parts_of(topics: Near, part_of: Sequence[int]) -> list[int]:
    """Return the part of the nearest topic, and of the next that is in another and nearly as near."""
    share, whole = TWICE
    first = part_of[topics[0][0]]
    others = (
        part_of[topic]
        for topic, near in topics[1:]
        if part_of[topic] != first and near * whole >= topics[0][1] * share
    )
    return [first, *(part for _, part in zip(range(1), others, strict=False))]
