"""Groups joined while they are alike in the mean of their members (average linkage)."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int, int, int, int]
"""Likeness below zero, the two groups, and their sizes when that was so."""


def joined(
    alike: Sequence[Mapping[int, int]], sizes: Sequence[int], least: int
) -> list[tuple[int, ...]]:
    """Return which of some groups belong together, of each join the first first.

    `alike` says how near each group is to others, both ways; what it leaves out is nothing alike.
    The nearest two are joined first, until none are as near as `least`.
    """
    groups = _Groups(alike, sizes)
    waiting = [pair for one in range(len(sizes)) for pair in groups.pairs(one) if pair[2] > one]
    waiting = [pair for pair in waiting if -pair[0] >= least]
    heapify(waiting)
    while waiting:
        pair = heappop(waiting)
        if groups.is_current(pair):
            groups.join(pair[1], pair[2])
            for found in groups.pairs(pair[1]):
                if -found[0] >= least:
                    heappush(waiting, found)
    return [tuple(members) for _, members in sorted(groups.members.items())]


class _Groups:
    def __init__(self, alike: Sequence[Mapping[int, int]], sizes: Sequence[int]) -> None:
        self.members = {number: [number] for number in range(len(sizes))}
        self._sizes = list(sizes)
        self._sums = [
            {other: near * sizes[one] * sizes[other] for other, near in row.items() if other != one}
            for one, row in enumerate(alike)
        ]
        """Of pairs of groups the likeness of all their members together."""

    def pairs(self, one: int) -> Iterator[Pair]:
        """Yield a group with each other that is alike at all, the smaller number first."""
        for other, total in self._sums[one].items():
            first, second = min(one, other), max(one, other)
            mean = total // (self._sizes[one] * self._sizes[other])
            yield -mean, first, second, self._sizes[first], self._sizes[second]

    def is_current(self, pair: Pair) -> bool:
        """Say whether neither group has been joined to another since."""
        _, one, other, size, other_size = pair
        there = one in self.members and other in self.members
        return there and (self._sizes[one], self._sizes[other]) == (size, other_size)

    def join(self, one: int, other: int) -> None:
        """Let the first group take in the second."""
        self.members[one] += self.members.pop(other)
        self._sizes[one] += self._sizes[other]
        for third, total in self._sums[other].items():
            del self._sums[third][other]
            if third != one:
                self._sums[one][third] = self._sums[one].get(third, 0) + total
                self._sums[third][one] = self._sums[one][third]
        self._sums[other].clear()
