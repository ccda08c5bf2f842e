"""Vectors that ask the same, found without being told what there is to ask.

Of a sample, leaders are vectors unlike one another; those who follow a leader make a fragment, and
fragments are joined to topics while they are alike in the mean. Of each topic a centre is left.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import Final
from zlib import crc32

from dianzhi.search.parts.joining import joined
from dianzhi.search.parts.vectors import UNIT, Vector, unit

SAMPLE: Final = 6000
"""Entries that the centres are made from."""
ALIKE: Final = UNIT * UNIT // 4
"""From this nearness on an entry follows a leader, and leads nobody itself: about half of what
entries of one topic have in common with one another."""
JOINED: Final = UNIT * UNIT // 7
"""From this nearness on fragments are one topic; those of different topics have half of it."""
LEADERS_MOST: Final = 1500
FEWEST: Final = 4
"""Entries of the sample that a topic has more of; what is rarer goes with the nearest topic."""
ROUNDS: Final = 2
"""Times that centres move: later rounds change next to nothing."""
CENTRE_TERMS: Final = 120
"""Terms of a centre."""

Near = list[tuple[int, int]]
"""Centres with their nearness, 0 to about UNIT², the nearest first."""


class Centres:
    """Centres by their terms."""

    def __init__(self, vectors: Iterable[Vector] = ()) -> None:
        self.vectors: list[Vector] = []
        self._holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for vector in vectors:
            self.add(vector)

    def add(self, vector: Vector) -> None:
        """Add a centre, numbered on."""
        number = len(self.vectors)
        self.vectors.append(vector)
        for term, weight in vector.items():
            self._holders[term].append((number, weight))

    def near(self, vector: Vector, count: int = 1) -> Near:
        """Return the nearest centres, of equal ones the first; none that has nothing in common."""
        sums: dict[int, int] = defaultdict(int)
        for term, weight in vector.items():
            for number, held in self._holders.get(term, ()):
                sums[number] += weight * held
        return nlargest(count, sums.items(), key=lambda found: (found[1], -found[0]))


def centres_of(vectors: Sequence[Vector], most: int) -> Centres:
    """Return the centres of the largest topics, at most so many, at least one.

    The only one may be of nothing: entries need not have anything in common.
    """
    sample = _sample(vectors)
    fragments, sizes = _moved(sample, _leaders(sample))
    near = Centres(fragments)
    alike = [dict(near.near(vector, len(fragments))) for vector in fragments]
    topics = sorted(joined(alike, sizes, JOINED), key=lambda topic: -_size(topic, sizes))
    kept = [topic for topic in topics if _size(topic, sizes) > FEWEST][:most] or topics[:1]
    found = [_mean(topic, fragments, sizes) for topic in kept]
    for _ in range(ROUNDS):
        found, _ = _moved(sample, Centres(found))
    return Centres(found or [unit({}, CENTRE_TERMS)])


def _sample(vectors: Sequence[Vector]) -> list[Vector]:
    return [vectors[at] for at in sorted(range(len(vectors)), key=_scattered)[:SAMPLE]]


def _scattered(number: int) -> int:
    """Return something like chance: every third entry might be of the same few topics."""
    return crc32(b"%d" % number)


def _leaders(sample: Iterable[Vector]) -> Centres:
    found = Centres()
    for vector in sample:
        near = found.near(vector)
        if len(found.vectors) < LEADERS_MOST and (not near or near[0][1] < ALIKE):
            found.add(vector)
    return found


def _moved(sample: Iterable[Vector], centres: Centres) -> tuple[list[Vector], list[int]]:
    """Return the means of those who are nearest to each centre, and how many they are."""
    sums: dict[int, dict[int, int]] = defaultdict(dict)
    sizes: dict[int, int] = defaultdict(int)
    for vector in sample:
        for number, _ in centres.near(vector):
            add(sums[number], vector, 1)
            sizes[number] += 1
    kept = sorted(sums)
    return [unit(sums[number], CENTRE_TERMS) for number in kept], [sizes[one] for one in kept]


def _size(topic: Iterable[int], sizes: Sequence[int]) -> int:
    return sum(sizes[fragment] for fragment in topic)


def _mean(topic: Iterable[int], fragments: Sequence[Vector], sizes: Sequence[int]) -> Vector:
    total: dict[int, int] = {}
    for fragment in topic:
        add(total, fragments[fragment], sizes[fragment])
    return unit(total, CENTRE_TERMS)


def add(total: dict[int, int], vector: Vector, times: int) -> None:
    """Add a vector, so many times, to a sum of vectors."""
    for term, weight in vector.items():
        total[term] = total.get(term, 0) + weight * times
