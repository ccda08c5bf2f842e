"""Vectors that ask the same, found without being told what there is to ask.

Leaders are entries unlike one another; those that many are like become centres, and move, some times.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import Final

from dianzhi.search.parts.vectors import UNIT, Vector, unit

ROUNDS: Final = 5
"""Times that centres move: later rounds change next to nothing."""
SAMPLE: Final = 8000
"""Entries that the centres are made from."""
CENTRE_TERMS: Final = 120
"""Terms of a centre."""
ALIKE: Final = UNIT * UNIT // 3
"""From this nearness on an entry follows a leader, and leads nobody itself."""
LEADERS_MOST: Final = 2000
FOLLOWERS_LEAST: Final = 4
"""A centre has at least one part in so many of the mean: what is rarer goes with something else."""

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


def centres_of(vectors: Sequence[Vector], count: int) -> Centres:
    """Return at most `count` centres of a sample of vectors."""
    sample = _sample(vectors)
    found = Centres(_leaders(sample, count))
    for _ in range(ROUNDS):
        found = Centres(_moved(sample, found))
    return found


def _sample(vectors: Sequence[Vector]) -> list[Vector]:
    """Return vectors from all over the shop, in an order that has nothing to do with the author's."""
    step = max(1, -(-len(vectors) // SAMPLE))
    chosen = range(0, len(vectors), step)
    return [vectors[at] for at in sorted(chosen, key=_scattered)]


def _scattered(number: int) -> int:
    return number * 2_654_435_761 % (1 << 32)


def _leaders(sample: Sequence[Vector], count: int) -> list[Vector]:
    """Return the leaders that most follow."""
    found = Centres()
    followers: list[int] = []
    for vector in sample:
        near = found.near(vector)
        if near and near[0][1] >= ALIKE:
            followers[near[0][0]] += 1
        elif len(followers) < LEADERS_MOST:
            found.add(vector)
            followers.append(1)
    best = nlargest(count, range(len(followers)), key=lambda number: (followers[number], -number))
    least = len(sample) // (FOLLOWERS_LEAST * count)
    return [
        found.vectors[number] for number in best if followers[number] > least or number == best[0]
    ]


def _moved(sample: Iterable[Vector], centres: Centres) -> list[Vector]:
    sums: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for vector in sample:
        for number, _ in centres.near(vector):
            add(sums[number], vector)
    return [unit(sums[number], CENTRE_TERMS) for number in sorted(sums)]


def add(total: dict[int, int], vector: Vector, times: int = 1) -> None:
    """Add a vector, some times, to a sum of vectors."""
    for term, weight in vector.items():
        total[term] = total.get(term, 0) + weight * times


def likeness(one: Mapping[int, int], other: Mapping[int, int]) -> int:
    """Return how near two vectors are, as mappings."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many.get(term, 0) for term, weight in few.items())
