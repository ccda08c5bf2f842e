"""What counts of questions bring: hit@1, hit@3 and MRR, counted in one half and asked in the other.

Run: PYTHONPATH=. python bench/search/popularity.py [DATA [SET,SET,…]]. DATA is the benchmark's folder
of sets (their `dev` halves are used). Without it only the worlds made from the sample shop are asked:
its tuning questions, drawn so that entries in an order by chance are asked for by 1/rank or 1/√rank.
Thresholds are off, so that only the order counts.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from unittest.mock import patch

from ablation import ALL_IN, Task, benchmark, sample

from dianzhi.catalog import popularity
from dianzhi.search import Index
from dianzhi.search.constants import PRIORITY_UNIT
from dianzhi.source.checks import read_checks
from dianzhi.text.tables import meaning

SEEDS = 40
DRAWN = 2000
"""Questions of a made world, half of which are counted."""
TUNING = Path(__file__).parent / "tuning" / "questions.yaml"


@dataclass(frozen=True)
class Asked:
    """A question, its answers, and what search finds for it without any priority."""

    entries: tuple[str, ...]
    scores: dict[str, int]
    """Of all entries found, the best first."""


def asked(task: Task) -> list[Asked]:
    """Return the questions of a task with the scores of entries before priority."""
    docs = tuple(replace(doc, priority=0) for doc in task.docs)
    with ExitStack() as stack:
        for owner, name, value in ALL_IN:
            stack.enter_context(patch.object(owner, name, value))
        index = Index.from_bytes(replace(task, docs=docs).index(), meaning=meaning())
        return [
            Asked(entries, {hit.id: hit.score for hit in index.search(query, limit=len(docs))})
            for query, entries in task.questions
        ]


def place(one: Asked, priority: dict[str, int]) -> int:
    """Return where the first right entry stands, from 1; 0 if it is not found."""
    lifted = {name: score + score * priority[name] // PRIORITY_UNIT for name, score in one.scores.items()}  # fmt: skip
    order = sorted(lifted, key=lambda name: -lifted[name])  # ties stay in the order of the entries
    return next((at for at, name in enumerate(order, 1) if name in one.entries), 0)


def priorities(task: Task, counted: Sequence[Asked], *, lift: bool) -> dict[str, int]:
    """Return the steps of all entries: their editors', and those of what was counted."""
    counts = Counter(one.entries[0] for one in counted)
    steps = popularity.asked_steps
    return {
        doc.id: doc.priority + lift * steps(counts[doc.id], counts.total(), len(task.docs))
        for doc in task.docs
    }


def halves(questions: Sequence[Asked], seed: int) -> Iterator[tuple[list[Asked], list[Asked]]]:
    """Yield the two ways to count one half and ask the other."""
    mixed = random.Random(seed).sample(questions, len(questions))  # noqa: S311  # a measurement
    middle = len(mixed) // 2
    yield mixed[:middle], mixed[middle:]
    yield mixed[middle:], mixed[:middle]


def drawn(questions: Sequence[Asked], power: float, seed: int) -> list[Asked]:
    """Return a made world's questions: entries by chance in an order, asked for by 1 / rank^power."""
    chance = random.Random(seed)  # noqa: S311  # a measurement
    entries = sorted({one.entries[0] for one in questions})
    ranks = {name: at for at, name in enumerate(chance.sample(entries, len(entries)), 1)}
    said = Counter(one.entries[0] for one in questions)
    weights = [ranks[one.entries[0]] ** -power / said[one.entries[0]] for one in questions]
    return chance.choices(questions, weights, k=DRAWN)


def row(name: str, task: Task, worlds: Sequence[Sequence[Asked]]) -> None:
    """Print what is found without and with the counts, in the mean of all worlds and halves."""
    cells = []
    for lift in (False, True):
        places = [
            [place(one, steps) for one in test]
            for seed, world in enumerate(worlds)
            for counted, test in halves(world, seed)
            for steps in [priorities(task, counted, lift=lift)]
        ]
        shares = [
            mean(mean(figure(at) for at in half) for half in places)
            for figure in (_first, _among_three, _reciprocal)
        ]
        cells.append(" / ".join(f"{share:.3f}" for share in shares))
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _first(at: int) -> float:
    return float(at == 1)


def _among_three(at: int) -> float:
    return float(1 <= at <= 3)  # noqa: PLR2004  # as its name says


def _reciprocal(at: int) -> float:
    return 1 / at if 1 <= at <= 10 else 0.0  # noqa: PLR2004  # MRR@10


def main(sets: Sequence[Task]) -> None:
    """Print the table."""
    print("| hit@1 / hit@3 / MRR@10 | without | with |\n| --- | ---: | ---: |", flush=True)
    for task in sets:
        row(task.name, task, [asked(task)] * SEEDS)
    checks = read_checks(TUNING.name, TUNING.read_bytes())
    task = replace(
        sample(), questions=tuple((one.query, one.entries) for one in checks if one.entries)
    )
    questions = asked(task)
    row("tuning questions as they are", task, [questions] * SEEDS)
    for title, power in (("by 1 / rank", 1.0), ("by 1 / √rank", 0.5)):
        row(title, task, [drawn(questions, power, seed) for seed in range(SEEDS)])


if __name__ == "__main__":
    folder, sets = (*sys.argv[1:], *("", "jdshop,esun,ant_s")[len(sys.argv) - 1 :])
    main([benchmark(Path(folder), name) for name in sets.split(",") if folder])
