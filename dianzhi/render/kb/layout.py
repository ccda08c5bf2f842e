"""Layers for a small directed graph: each box below all that lead to it, few crossings, no overlap.

The usual four steps: reverse the edges that close a cycle, give every box the longest way from the
start as its layer, order each layer by the mean place of its neighbours, and set coordinates from
top to bottom. An edge over several layers bends at a waypoint in each layer that it crosses.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dianzhi.render.kb.placing import Size, place

Key = Hashable
Edge = tuple[Key, Key]
SWEEPS: Final = 8
"""Rounds of reordering; the flows of a shop settle in three or four."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of all boxes and waypoints, in pixels from the upper left corner."""

    centres: Mapping[Key, tuple[int, int]]
    routes: Mapping[Edge, tuple[tuple[int, int], ...]]
    """The waypoints of each edge, in its own direction."""
    back: frozenset[Edge]
    """Edges that lead upwards: they close a cycle."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Waypoint:
    """Where an edge crosses a layer."""

    edge: Edge
    layer: int


WAYPOINT: Final = Size(8, 0)


def lay_out(sizes: Mapping[Key, Size], edges: Sequence[Edge], gap: Size) -> Layout:
    """Place the boxes; `gap` is the space between neighbours and between layers.

    The first box of `sizes` is the start. Equal inputs in equal order give equal layouts.
    """
    back = _closing(tuple(sizes), edges)
    down = [(b, a) if (a, b) in back else (a, b) for a, b in edges]
    ranks = _ranks(tuple(sizes), down)
    chains = {edge: _chain(edge, turned, ranks) for edge, turned in zip(edges, down, strict=True)}
    layers = _layers(ranks, chains)
    links = [link for chain in chains.values() for link in pairwise(chain)]
    _order(layers, links)
    everything = {
        **{point: WAYPOINT for chain in chains.values() for point in chain[1:-1]},
        **sizes,
    }
    placed = place(layers, links, everything, gap)
    routes = {
        edge: tuple(placed.centres[one] for one in (chain[::-1] if edge in back else chain)[1:-1])
        for edge, chain in chains.items()
    }
    return Layout(placed.centres, routes, back, placed.width, placed.height)


def _closing(keys: Sequence[Key], edges: Sequence[Edge]) -> frozenset[Edge]:
    """Return the edges that lead back to a box still being walked, depth first."""
    onward: dict[Key, list[Key]] = {key: [] for key in keys}
    for source, target in edges:
        onward[source].append(target)
    open_boxes: set[Key] = set()
    done: set[Key] = set()
    found: set[Edge] = set()

    def walk(key: Key) -> None:
        open_boxes.add(key)
        for target in onward[key]:
            if target in open_boxes:
                found.add((key, target))
            elif target not in done:
                walk(target)
        open_boxes.remove(key)
        done.add(key)

    for key in keys:
        if key not in done:
            walk(key)
    return frozenset(found)


def _ranks(keys: Sequence[Key], down: Sequence[Edge]) -> dict[Key, int]:
    """Return the longest way to each box, 0 for those that nothing leads to."""
    ranks = dict.fromkeys(keys, 0)
    for _ in keys:
        for source, target in down:
            ranks[target] = max(ranks[target], ranks[source] + 1)
    return ranks


def _chain(edge: Edge, turned: Edge, ranks: Mapping[Key, int]) -> tuple[Key, ...]:
    source, target = turned
    between = range(ranks[source] + 1, ranks[target])
    return (source, *(Waypoint(edge, layer) for layer in between), target)


def _layers(ranks: Mapping[Key, int], chains: Mapping[Edge, tuple[Key, ...]]) -> list[list[Key]]:
    layers: list[list[Key]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    for key, rank in ranks.items():
        layers[rank].append(key)
    for chain in chains.values():
        for point in chain[1:-1]:
            if isinstance(point, Waypoint):
                layers[point.layer].append(point)
    return layers


def _order(layers: list[list[Key]], links: Sequence[tuple[Key, Key]]) -> None:
    above, below = _neighbours(links)
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        around = above if downwards else below
        sequence = range(1, len(layers)) if downwards else range(len(layers) - 2, -1, -1)
        for number in sequence:
            fixed = layers[number - 1 if downwards else number + 1]
            place = {key: index for index, key in enumerate(fixed)}
            _sort(layers[number], around, place)


def _sort(layer: list[Key], around: Mapping[Key, list[Key]], place: Mapping[Key, int]) -> None:
    own = {key: index for index, key in enumerate(layer)}

    def wanted(key: Key) -> float:
        seen = [place[one] for one in around.get(key, ()) if one in place]
        return sum(seen) / len(seen) if seen else own[key]

    layer.sort(key=wanted)


def _neighbours(
    links: Sequence[tuple[Key, Key]],
) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
    above: dict[Key, list[Key]] = {}
    below: dict[Key, list[Key]] = {}
    for upper, lower in links:
        above.setdefault(lower, []).append(upper)
        below.setdefault(upper, []).append(lower)
    return above, below
