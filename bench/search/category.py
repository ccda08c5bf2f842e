"""What a lift for the category that a search starts from brings, and what it costs elsewhere.

Run: PYTHONPATH=. python bench/search/category.py. Puts the questions of bench/search/tuning to the sample
shop, as served, from three categories: the one that holds the answer; any other, each counted by its
entries; and the worst, that of the best entry of another category. Prints a Markdown table by steps of
priority (`CATEGORY_STEPS`), for whole and for half-typed questions; it takes some five minutes.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from unittest.mock import patch

from ablation import Task
from tune import half_typed, tuning

from dianzhi.search import Index, ranking
from dianzhi.text.tables import meaning

STEPS = (0, 2, 4, 6, 8)
DEPTH = 10
Start = Callable[[str, set[str]], Iterator[tuple[str, float]]]
"""From a question and the categories of its answers: where it is asked from, and how often."""


class Shop:
    """The sample shop's index with the categories of its entries."""

    def __init__(self, task: Task) -> None:
        self.index = Index.from_bytes(task.index(), meaning=meaning())
        self.category = {doc.id: doc.category for doc in self.index.documents}
        self.sizes = Counter(self.category.values())

    def right(self, _query: str, held: set[str]) -> Iterator[tuple[str, float]]:
        """Yield the categories that hold an answer."""
        return ((one, 1 / len(held)) for one in sorted(held))

    def other(self, _query: str, held: set[str]) -> Iterator[tuple[str, float]]:
        """Yield all other categories, each by its entries."""
        rest = {one: size for one, size in sorted(self.sizes.items()) if one not in held}
        return ((one, size / sum(rest.values())) for one, size in rest.items())

    def worst(self, query: str, held: set[str]) -> Iterator[tuple[str, float]]:
        """Yield the category of the best entry that is in no category of the answers."""
        found = (
            self.category[hit.id] for hit in self.index.search(query, limit=len(self.category))
        )
        yield next((one for one in found if one not in held), ""), 1.0

    def place(self, query: str, ids: Sequence[str], category: str) -> int | None:
        """Return where the first right entry stands, from 0; None below `DEPTH` or refused."""
        hits = self.index.search(query, limit=DEPTH, categories=[category])
        return next((at for at, hit in enumerate(hits) if hit.id in ids), None)


def figures(shop: Shop, task: Task, start: Start) -> str:
    """Return hit@1, hit@3 and MRR@10 of questions asked from where `start` says."""
    sums = [0.0, 0.0, 0.0]
    for query, ids in task.questions:
        held = {shop.category[one] for one in ids if one in shop.category}
        for category, share in start(query, held):
            place = shop.place(query, ids, category)
            if place is not None:
                gains = float(place < 1), float(place < 3), 1 / (place + 1)  # noqa: PLR2004  # hit@3
                sums = [total + share * gain for total, gain in zip(sums, gains, strict=True)]
    return " / ".join(f"{total / len(task.questions):.3f}" for total in sums)


def main() -> None:
    """Print the table."""
    whole, _ = tuning()
    shop = Shop(whole)
    print("| hit@1 / hit@3 / MRR@10 | steps | the right category | another | the worst |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, task in (("whole", whole), ("half typed", half_typed(whole))):
        for steps in STEPS:
            with patch.object(ranking, "CATEGORY_STEPS", steps):
                starts = (shop.right, shop.other, shop.worst)
                row = " | ".join(figures(shop, task, start) for start in starts)
            print(f"| {name} | {steps} | {row} |", flush=True)


if __name__ == "__main__":
    main()
