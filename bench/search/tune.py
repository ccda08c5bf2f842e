"""Learns the weights of the ranking and the lines of certainty; prints, changes nothing.

Run: PYTHONPATH=. python bench/search/tune.py [DATA [SET,SET,…]]. Without DATA, the benchmark's folder
of sets (their `dev` halves), it learns from the questions in bench/search/tuning alone. Needs numpy.
What it prints is rounded by hand into dianzhi/search/constants.py.

The weights are those of a choice among entries: the right ones shall have most of softmax(score).
Each set weighs the same. `left out` is the honest figure: a set by weights that never saw it.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from ablation import Task, benchmark, sample
from numpy.typing import NDArray

from dianzhi.search import Index, constants
from dianzhi.search.certainty import of_wordings, told_and_missing
from dianzhi.search.features import features_of
from dianzhi.search.question import Question
from dianzhi.search.typed import meant_by
from dianzhi.text.tables import meaning

TUNING = Path(__file__).parent / "tuning" / "questions.yaml"
FEATURES = ("best", "second", "said", "near")
SURE = ("told", "best", "missing", "lead")
DEPTH = 60
"""Entries that compete for a question, best first by the weights of today."""
STEPS, RATE, DECAY, RIDGE = 400, 0.05, 0.2, 0.002
REFUSED_MOST = 0.03
LEVELS = {"direct": 0.95, "likely": 0.67}
"""How often first entries of a confidence shall be right: a little more than is promised."""
FOLDS = 5
TYPED = 0.6
"""How much of a half-typed question is there."""
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """Questions of one set, with numbers for each entry that competes."""

    name: str
    features: Matrix
    """Question, entry, feature; 0 to 1."""
    right: NDArray[np.bool_]
    """Question, entry."""
    sure: Matrix
    """Question, feature of certainty of the first entry by the weights of today."""


def asked(task: Task) -> Asked:
    """Put a task's questions to its index."""
    index = Index.from_bytes(task.index(), meaning=meaning())
    places = {doc.id: at for at, doc in enumerate(index.documents)}
    rows = [
        _row(index, query, [places[one] for one in ids if one in places])
        for query, ids in task.questions
    ]
    features, right, sure = (np.array(column) for column in zip(*rows, strict=True))
    return Asked(task.name, features / constants.WHOLE, right, sure)


def _row(index: Index, query: str, wanted: Sequence[int]) -> tuple[object, ...]:
    opened = index._opened  # noqa: SLF001  # the features are the reader's own
    question = Question(opened, meant_by(opened, query))
    found = features_of(opened, question)
    mixed = np.array([entry.mixed() for entry in found])
    scores = mixed @ np.array(constants.MIX)
    order = np.argsort(-scores, kind="stable")[:DEPTH]
    first = found[order[0]]
    told, missing = told_and_missing(question, first)
    lead = scores[order[0]] - scores[order[1]]
    sure = min(told, constants.TOLD_MOST), first.best, of_wordings(missing, first), lead
    return mixed[order], np.isin(order, wanted), sure


def learned(sets: Sequence[Asked]) -> Matrix:
    """Return the weights that put right entries first in these sets."""
    weights = np.ones(len(FEATURES))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = sum((_slope(weights, one) for one in sets), RIDGE * weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        ahead = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
        weights = weights - RATE * (1 if step < STEPS / 2 else DECAY) * ahead
    return weights


def _slope(weights: Matrix, one: Asked) -> Matrix:
    known = one.right.any(1)
    features, right = one.features[known], one.right[known]
    scores = 8 * features @ weights
    shares = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    wanted = shares * right
    wanted /= wanted.sum(1, keepdims=True) + 1e-12
    return np.einsum("qe,qef->f", shares - wanted, features) / len(features)


def figures(weights: Matrix, one: Asked) -> str:
    """Return hit@1, hit@3 and MRR@10 of a set by some weights."""
    order = np.argsort(-(one.features @ weights), axis=1, kind="stable")
    right = np.take_along_axis(one.right, order, 1)
    place = np.where(right.any(1), right.argmax(1), DEPTH)
    reciprocal = np.where(place < 10, 1 / (place + 1), 0)  # noqa: PLR2004  # MRR@10
    return f"{(place < 1).mean():.3f} / {(place < 3).mean():.3f} / {reciprocal.mean():.3f}"  # noqa: PLR2004


def logistic(rows: Matrix, right: Matrix, counts: Matrix) -> Matrix:
    """Return weights of columns and a last constant that tell right from wrong rows."""
    scale = rows.std(0) + 1e-9
    columns = np.c_[rows / scale, np.ones(len(rows))]
    weights = np.zeros(columns.shape[1])
    ridge = np.diag(np.r_[np.full(len(scale), 3.0), 1e-3])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (counts * (chance - right)) + ridge @ weights
        bend = (columns * (counts * chance * (1 - chance))[:, None]).T @ columns + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights / np.r_[scale, 1.0]


def tuning() -> tuple[Task, Task]:
    """Return the questions written for tuning: those with an answer, and those without."""
    written = yaml.safe_load(TUNING.read_text("utf-8"))
    answered = tuple((one["q"], tuple(one["entries"])) for one in written["answerable"])
    shop = sample()
    known = tuple(one for one in answered if one[1])
    without = tuple((query, ()) for query in written["unanswerable"])
    return replace(shop, name="tuning", questions=known), replace(
        shop, name="no answer", questions=without
    )


def half_typed(task: Task) -> Task:
    """Return a task with the beginnings of its questions."""
    begun = tuple(
        (query[: max(2, round(TYPED * len(query)))], ids) for query, ids in task.questions
    )
    return replace(task, questions=begun)


def foreign(tasks: Sequence[Task]) -> Iterator[Task]:
    """Yield the sets with questions of the others: they have no answer there."""
    for task in tasks:
        others = [query for one in tasks if one is not task for query, _ in one.questions]
        yield replace(task, questions=tuple((query, ()) for query in others[::5]))


def mix(sets: Sequence[Asked]) -> None:
    """Print the learned weights, with each set left out in turn."""
    print(f"hit@1 / hit@3 / MRR@10; weights of {', '.join(FEATURES)}, scaled to a sum of 30")
    for one in sets:
        rest = learned([other for other in sets if other is not one]) if len(sets) > 1 else None
        print(f"{one.name:10} today {figures(np.array(constants.MIX), one)}", end="")
        print(f"  left out {figures(rest, one)}" if rest is not None else "")
    weights = learned(sets)
    print("learned", np.round(weights / weights.sum() * 30, 1), flush=True)


def begun(sets: Sequence[Asked], halves: Sequence[Asked]) -> None:
    """Print figures of half-typed questions, and by weights that learned from other sets' as well."""
    for one in halves:
        others = [other for other in (*sets, *halves) if other.name != one.name]
        rest = f"  left out {figures(learned(others), one)}" if others else ""
        print(f"{one.name:10} half typed, today {figures(np.array(constants.MIX), one)}{rest}")


def certainty(known: Asked, unknown: Asked, others: Sequence[tuple[Asked, Asked]]) -> None:
    """Print weights of certainty, the line for answers, and what it refuses."""
    pairs = [(known, unknown), *others]
    parts = [part for pair in pairs for part in pair]
    rows = np.concatenate([part.sure for part in parts])
    right = np.concatenate(
        [np.full(len(part.sure), float(at % 2 == 0)) for at, part in enumerate(parts)]
    )
    shares = [1.0 if at < 2 else 1 / 3 for at in range(len(parts))]  # noqa: PLR2004  # the shop's own pair
    counts = np.concatenate(
        [
            np.full(len(part.sure), 300 * share / len(part.sure))
            for part, share in zip(parts, shares, strict=True)
        ]
    )
    weights = logistic(rows, right, counts)
    print(f"certainty, logits / 12640, of {', '.join(SURE)}:", np.round(weights[:-1] * 12640, 2))
    line = np.quantile(known.sure @ weights[:-1], REFUSED_MOST)
    print(f"answered from {line * 12640:.0f}; refused:")
    for pair in pairs:
        for kind, part in zip(("answerable", "not"), pair, strict=True):
            print(f"  {part.name:10} {kind:10} {(part.sure @ weights[:-1] < line).mean():.3f}")
    _folded(known, unknown)
    levels(known, unknown, weights[:-1])


def _folded(known: Asked, unknown: Asked) -> None:
    """Print what a fold of the shop's unanswerable questions is refused by weights of the others."""
    random = np.random.default_rng(7)
    rows = np.concatenate([known.sure, unknown.sure])
    right = np.r_[np.ones(len(known.sure)), np.zeros(len(unknown.sure))]
    fold = random.integers(0, FOLDS, len(rows))
    refused = np.zeros(len(rows))
    for number in range(FOLDS):
        seen = fold != number
        weights = logistic(rows[seen], right[seen], np.ones(seen.sum()))[:-1]
        line = np.quantile(rows[seen & (right > 0)] @ weights, REFUSED_MOST)
        refused[~seen] = rows[~seen] @ weights < line
    print(
        f"  in folds: answerable {refused[right > 0].mean():.3f} not {refused[right == 0].mean():.3f}"
    )


def levels(known: Asked, unknown: Asked, weights: Matrix) -> None:
    """Print from which certainty on first entries are right often enough."""
    sure = np.concatenate([known.sure, unknown.sure]) @ weights * 12640
    right = np.r_[known.right[:, 0], unknown.right[:, 0]].astype(float)
    below = _line(sure, right, LEVELS["direct"], "direct")
    _line(*below, LEVELS["likely"], "likely")


def _line(sure: Matrix, right: Matrix, level: float, name: str) -> tuple[Matrix, Matrix]:
    """Print from which certainty on first entries are right often enough; return those below."""
    order = np.argsort(-sure, kind="stable")
    often = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    count = int(np.flatnonzero(often >= level)[-1]) + 1 if (often >= level).any() else 1
    print(f"{name} from {sure[order[count - 1]]:.0f}: {count}, {often[count - 1]:.0%} right")
    return sure[order[count:]], right[order[count:]]


def main(folder: str = "", names: str = "jdshop,esun,ant_s") -> None:
    """Learn and print."""
    own, without = tuning()
    tasks = [benchmark(Path(folder), name) for name in names.split(",")] if folder else []
    sets = [asked(task) for task in (*tasks, own)]
    mix(sets)
    begun(sets, [asked(half_typed(task)) for task in (*tasks, own)])
    strangers = [asked(task) for task in foreign(tasks)] if len(tasks) > 1 else []
    certainty(
        sets[-1], asked(without), list(zip(sets[:-1], strangers, strict=True)) if strangers else []
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
