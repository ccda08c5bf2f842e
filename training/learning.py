"""How a table is learned: sums of term vectors are drawn towards a teacher's sentence vectors.

Two wishes, in batches: a sum points where the teacher's vector points (turned to its main axes), and
who looks for a sum's nearest among the batch, finds what the teacher finds (softmax of nearness).
Towards the end the numbers are rounded to the levels of the shipped table while learning goes on, so
that it learns to live with them; the last steps' tables are averaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Settings:
    """How to learn; the defaults made the shipped table."""

    size: int = 96
    """Numbers of a vector."""
    levels: int = 3
    passes: int = 4
    batch: int = 512
    rate: float = 0.01
    """Adam's step, warmed up, then falling to a fiftieth."""
    dropout: float = 0.2
    """Terms left out by chance: a question never holds all the words."""
    alike: float = 0.15
    """Weight of the second wish."""
    blur: float = 0.05
    """Nearness by which the softmax tells neighbours apart: small, the nearest few count."""
    axes: int = 256
    """Main axes of the teacher that the second wish looks at."""
    rounded: float = 0.5
    """Part of the way without rounding."""
    averaged: float = 0.1
    """Part of the way, the last, whose tables are averaged: single steps are noise."""
    spread: float = 1.2
    """Standard deviations at the outermost level."""
    seed: int = 2
    """Of eight the best by the questions that may be tuned on (README.md)."""


def unit(rows: Matrix) -> Matrix:
    """Return rows of length 1."""
    return rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))


def main_axes(teacher: Matrix, count: int) -> Matrix:
    """Return the teacher's rows along its `count` main axes, the strongest first."""
    values, axes = np.linalg.eigh((teacher.T @ teacher).astype(np.float64))
    strongest = axes[:, np.argsort(-values, kind="stable")[:count]]
    return (teacher @ strongest).astype(np.float32)


def rounded(table: Matrix, settings: Settings) -> tuple[Matrix, float]:
    """Return the table in whole steps, and the step."""
    half = settings.levels // 2
    step = float(table.std()) * settings.spread / half
    return np.clip(np.rint(table / step), -half, half).astype(np.float32), step


class Bags:
    """Which terms each text has, as one row of numbers."""

    def __init__(self, texts: Sequence[Sequence[int]]) -> None:
        self.counts = np.array(list(map(len, texts)))
        self._terms = np.concatenate([np.array(text, np.int64) for text in texts])
        self._starts = np.concatenate([[0], np.cumsum(self.counts)[:-1]])

    def batch(self, rows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Return of these texts all terms, the place in the batch of each, where each begins."""
        counts = self.counts[rows]
        begins = np.concatenate([[0], np.cumsum(counts)[:-1]])
        offsets = np.arange(counts.sum()) - np.repeat(begins - self._starts[rows], counts)
        return self._terms[offsets], np.repeat(np.arange(len(rows)), counts), begins


class Adam:
    """Steps along a gradient, each number at a pace of its own."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._mean = np.zeros(shape, np.float32)
        self._square = np.zeros(shape, np.float32)
        self._steps = 0

    def step(self, table: Matrix, gradient: Matrix, rate: float) -> None:
        """Change the table in place."""
        self._steps += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.001 * (gradient * gradient - self._square)
        mean = self._mean / (1 - 0.9**self._steps)
        square = self._square / (1 - 0.999**self._steps)
        table -= rate * mean / (np.sqrt(square) + 1e-8)


def learn(
    texts: Sequence[Sequence[int]], teacher: Matrix, terms: int, settings: Settings
) -> Matrix:
    """Return a table in whole steps, a row for each term.

    `texts` are the terms of sentences by number, none empty; `teacher` has a row for each.
    """
    chance = np.random.default_rng(settings.seed)
    axes = main_axes(teacher, settings.axes)
    target = unit(axes[:, : settings.size])
    bags, adam = Bags(texts), Adam((terms, settings.size))
    table = chance.normal(0, 0.02, (terms, settings.size)).astype(np.float32)
    late = np.zeros_like(table)
    batches = len(texts) // settings.batch
    total, done, step = settings.passes * batches, 0, 1.0
    for _ in range(settings.passes):
        order = chance.permutation(len(texts))[: batches * settings.batch]
        for rows in order.reshape(batches, settings.batch):
            way = done / total
            seen = table
            if way > settings.rounded:
                seen, step = rounded(table, settings)
                seen = seen * step
            gradient = _gradient(seen, bags.batch(rows), target[rows], axes[rows], chance, settings)
            rate = settings.rate * (min(1, (done + 1) / 50) * (1 - way) + 0.02)
            adam.step(table, gradient, rate)
            done += 1
            if done > total * (1 - settings.averaged):
                late += table
    return rounded(late, settings)[0]


def _gradient(
    table: Matrix,
    batch: tuple[Numbers, Numbers, Numbers],
    target: Matrix,
    axes: Matrix,
    chance: np.random.Generator,
    settings: Settings,
) -> Matrix:
    """Return the gradient of both wishes for one batch."""
    terms, places, begins = batch
    kept = (chance.random(len(terms)) >= settings.dropout).astype(np.float32)[:, None]
    sums = np.add.reduceat(table[terms] * kept, begins, axis=0)
    lengths = np.sqrt((sums * sums).sum(1, keepdims=True)) + 1e-6
    ours = sums / lengths
    off = _chances(ours, settings.blur) - _chances(axes, settings.blur)
    wish = (settings.alike / settings.blur * ((off + off.T) @ ours) - target) / len(begins)
    wish = (wish - (wish * ours).sum(1, keepdims=True) * ours) / lengths
    return _scattered(terms, wish[places] * kept, table.shape)


def _chances(rows: Matrix, blur: float) -> Matrix:
    """Return the softmax of each row's nearness to the others; none is its own neighbour."""
    near = rows @ rows.T / np.float32(blur)
    np.fill_diagonal(near, -np.inf)
    near = np.exp(near - near.max(1, keepdims=True))
    return near / near.sum(1, keepdims=True)  # type: ignore[no-any-return]


def _scattered(terms: Numbers, rows: Matrix, shape: tuple[int, ...]) -> Matrix:
    """Return the sum of the rows of each term, in an order that chance has no part in."""
    order = np.argsort(terms, kind="stable")
    sorted_terms = terms[order]
    firsts = np.flatnonzero(np.concatenate([[True], np.diff(sorted_terms) != 0]))
    found = np.zeros(shape, np.float32)
    found[sorted_terms[firsts]] = np.add.reduceat(rows[order], firsts, axis=0)
    return found
