"""Entries into parts: what asks the same of many products stands together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush
from typing import Final

from dianzhi.search.parts.clusters import Centres, Near, add, centres_of
from dianzhi.search.parts.vectors import CHUNK, UNIT, Each, Vector, unit

TOPICS_MOST: Final = 400
"""Topics that a shop is divided into: each is a document of the head, which all have to read."""
TWICE: Final = (4, 5)
"""An entry that is so nearly as near to a topic of another part stands there too."""
LOOKED_AT: Final = 3
"""Topics that an entry may stand in."""
LARGE: Final = (3, 2)
"""A topic of so many times the entries of a part is cut into several."""
RUNS_MOST: Final = 3
"""Parts that a topic is cut into: its runs say the same to the head, so that a question is put to the
first few of them alone, whichever product it names. What stands in a further one is never found."""


@dataclass(frozen=True, slots=True)
class Division:
    """Entries by their numbers."""

    topics: tuple[tuple[int, ...], ...]
    """Of each topic, or piece of a large one, its entries, the most typical first."""
    part_of: tuple[int, ...]
    """Of each of these its part."""
    parts: tuple[tuple[int, ...], ...]
    """Of each part its entries, ascending; some are in two."""


def divide(vectors: Sequence[Vector], most: int, each: Each) -> Division:
    """Return parts of about `most` entries that ask nearly the same."""
    centres = centres_of(vectors, TOPICS_MOST)
    chunks = [vectors[at : at + CHUNK] for at in range(0, len(vectors), CHUNK)]
    near = [one for found in each(partial(_near, centres), chunks) for one in found]
    topics, pieces = _cut(_topics(near, len(centres.vectors)), most)
    part_of = _part_of([centres.vectors[topic] for topic in pieces], list(map(len, topics)), most)
    home = {entry: part for topic, part in zip(topics, part_of, strict=True) for entry in topic}
    guest = dict(zip(pieces, part_of, strict=True))
    typical = (sorted(topic, key=lambda entry: -near[entry][0][1]) for topic in topics)
    return Division(tuple(map(tuple, typical)), part_of, _parts(near, home, guest))


def _near(centres: Centres, vectors: Iterable[Vector]) -> list[Near]:
    """Return of each entry its nearest topics; the first for one that is near to none."""
    return [centres.near(vector, LOOKED_AT) or [(0, 0)] for vector in vectors]


def _topics(near: Sequence[Near], count: int) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(count)]
    for entry, topics in enumerate(near):
        found[topics[0][0]].append(entry)
    return found


def _cut(topics: Iterable[list[int]], most: int) -> tuple[list[list[int]], list[int]]:
    """Cut large topics into runs of author order; return all pieces, and of each its topic."""
    found: list[list[int]] = []
    pieces: list[int] = []
    times, whole = LARGE
    for number, topic in enumerate(topics):
        is_large = len(topic) * whole > most * times
        count = min(RUNS_MOST, -(-len(topic) // most)) if is_large else 1
        size = -(-len(topic) // count) or 1
        runs = [topic[at : at + size] for at in range(0, len(topic), size)]
        found += runs
        pieces += [number] * len(runs)
    return found, pieces


def _part_of(centres: Sequence[Vector], sizes: Sequence[int], most: int) -> tuple[int, ...]:
    """Join topics into parts: the smallest to the nearest that has room, until none has."""
    groups = {topic: [topic] for topic in range(len(centres))}
    merged = {topic: dict(centre.items()) for topic, centre in enumerate(centres)}
    size = dict(enumerate(sizes))
    waiting = [(count, topic) for topic, count in size.items()]
    heapify(waiting)
    while waiting:
        count, topic = heappop(waiting)
        if size.get(topic) != count:
            continue
        other = _nearest_with_room(topic, merged, size, most)
        if other is not None:
            groups[other] += groups.pop(topic)
            merged[other] = _mean(merged, size, (other, topic))
            size[other] += size.pop(topic)
            del merged[topic]
            heappush(waiting, (size[other], other))
    part = {topic: number for number, group in enumerate(groups.values()) for topic in group}
    return tuple(part[topic] for topic in range(len(centres)))


def _nearest_with_room(
    topic: int, merged: Mapping[int, Mapping[int, int]], size: Mapping[int, int], most: int
) -> int | None:
    room = [other for other in merged if other != topic and size[topic] + size[other] <= most]
    near = ((_likeness(merged[topic], merged[other]), -other) for other in room)
    best = max(near, default=None)
    return None if best is None else -best[1]


def _likeness(one: Mapping[int, int], other: Mapping[int, int]) -> int:
    few, many = sorted((one, other), key=len)
    return sum(weight * many.get(term, 0) for term, weight in few.items())


def _mean(
    merged: Mapping[int, Mapping[int, int]], size: Mapping[int, int], topics: Iterable[int]
) -> dict[int, int]:
    total: dict[int, int] = {}
    for topic in topics:
        add(total, unit(merged[topic], UNIT), size[topic])
    return dict(unit(total, UNIT).items())


def _parts(
    near: Sequence[Near], home: Mapping[int, int], guest: Mapping[int, int]
) -> tuple[tuple[int, ...], ...]:
    """Return the entries of parts: where each is at home, and where it is a guest."""
    found: dict[int, list[int]] = defaultdict(list)
    for entry, topics in enumerate(near):
        found[home[entry]].append(entry)
        if (other := _second(topics, home[entry], guest)) is not None:
            found[other].append(entry)
    return tuple(tuple(found[part]) for part in sorted(found))


def _second(topics: Near, home: int, guest: Mapping[int, int]) -> int | None:
    """Return the part of the next topic that is in another and nearly as near."""
    share, whole = TWICE
    for topic, near in topics[1:]:
        if guest.get(topic, home) != home and near * whole >= topics[0][1] * share:
            return guest[topic]
    return None
