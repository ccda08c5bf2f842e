"""Coordinates for ordered layers: every box near the mean of its neighbours, none over another."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Key = Hashable
ROUNDS = 6
"""Passes down and up; more change nothing that can be seen."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a box in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Centres in pixels from the upper left corner, and the size of the whole."""

    centres: Mapping[Key, tuple[int, int]]
    width: int
    height: int


def place(
    layers: Sequence[Sequence[Key]],
    links: Sequence[tuple[Key, Key]],
    sizes: Mapping[Key, Size],
    gap: Size,
) -> Placed:
    """Return centres for the boxes of each layer, from left to right in the given order."""
    near = _near(links)
    across = {key: 0.0 for layer in layers for key in layer}
    for _ in range(ROUNDS):
        for layer in (*layers, *reversed(layers)):
            across.update(_spread(layer, near, across, sizes, gap.width))
    edge = min((across[key] - sizes[key].width / 2 for key in across), default=0.0)
    width = max((across[key] + sizes[key].width / 2 for key in across), default=0.0) - edge
    down, height = _depths(layers, sizes, gap.height)
    centres = {key: (round(across[key] - edge), down[key]) for key in across}
    return Placed(centres, round(width), height)


def _near(links: Sequence[tuple[Key, Key]]) -> dict[Key, list[Key]]:
    near: dict[Key, list[Key]] = {}
    for upper, lower in links:
        near.setdefault(upper, []).append(lower)
        near.setdefault(lower, []).append(upper)
    return near


def _spread(
    layer: Sequence[Key],
    near: Mapping[Key, list[Key]],
    across: Mapping[Key, float],
    sizes: Mapping[Key, Size],
    gap: int,
) -> dict[Key, float]:
    """Return the places in a layer closest to those wanted, order and distances kept."""
    offsets = [0.0]
    for left, right in pairwise(layer):
        offsets.append(offsets[-1] + (sizes[left].width + sizes[right].width) / 2 + gap)
    wanted = [_mean([across[one] for one in near.get(key, ())] or [across[key]]) for key in layer]
    flat = _rising([want - offset for want, offset in zip(wanted, offsets, strict=True)])
    return {key: flat[i] + offsets[i] for i, key in enumerate(layer)}


def _rising(values: Sequence[float]) -> list[float]:
    """Return the never falling sequence with the least squared distance to `values`.

    Neighbours in the wrong order are pooled at their mean, for example 1 5 3 becomes 1 4 4.
    """
    pools: list[list[float]] = []
    for value in values:
        pools.append([value])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    return [_mean(pool) for pool in pools for _ in pool]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _depths(
    layers: Sequence[Sequence[Key]], sizes: Mapping[Key, Size], gap: int
) -> tuple[dict[Key, int], int]:
    down: dict[Key, int] = {}
    top = 0
    for layer in layers:
        tallest = max(sizes[key].height for key in layer)
        down.update(dict.fromkeys(layer, top + tallest // 2))
        top += tallest + gap
    return down, max(top - gap, 0)
