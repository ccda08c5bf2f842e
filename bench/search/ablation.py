"""What each part of the ranking adds: hit@3 and MRR with it left out, by the reference reader.

Run: PYTHONPATH=. python bench/search/ablation.py DATA [SET,SET,…]. DATA is the benchmark's folder of
sets (their `dev` halves are used); the sample shop with its frozen questions is always one more.
Thresholds are off in every row, so that only the order counts.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import brotli

from dianzhi import pipeline
from dianzhi.render.public.documents import documents
from dianzhi.search import Index, SearchDoc, build, build_index, constants, question, ranking
from dianzhi.search.evaluation import ask, figures
from dianzhi.search.question import Question
from dianzhi.text.tables import meaning

DAY = date(2026, 11, 22)
ALL_IN = (
    (ranking, "TAIL", 0),
    (ranking, "confidence", lambda *_: "maybe"),
    (Question, "content", {}),
)
"""Nothing is refused or left out; content only serves that."""


@dataclass(frozen=True)
class Task:
    """Entries, questions with the ids that answer them, and the shop's own words."""

    name: str
    docs: tuple[SearchDoc, ...]
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    synonyms: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def index(self) -> bytes:
        """Return the index of the task."""
        return build_index(self.docs, synonyms=self.synonyms, words=self.words, ignore=self.ignore)


@dataclass(frozen=True)
class Part:
    """A part to leave out: in the entries, or by other values of constants."""

    name: str
    without: Callable[[Task], Task] = lambda task: task
    weights: tuple[str, ...] = ()
    patches: tuple[tuple[object, str, object], ...] = ()
    meaning: bool = True


def docs_without(**empty: object) -> Callable[[Task], Task]:
    """Return a function that empties fields of all entries."""
    return lambda task: replace(
        task,
        docs=tuple(replace(doc, **empty) for doc in task.docs),  # type: ignore[arg-type]
    )


PARTS = (
    Part("everything"),
    Part("without meaning", meaning=False),
    Part("the best wording alone", patches=((ranking, "MIX", (9, 0, 0, 0)),)),
    Part("without all that is said", patches=((ranking, "MIX", (9, 7, 0, 20)),)),
    Part("without the second best wording", patches=((ranking, "MIX", (9, 0, 16, 20)),)),
    Part("without single characters", weights=("char",)),
    Part("without pairs", weights=("pair",)),
    Part("without what follows", patches=((question, "ahead", lambda *_: {}),)),
    Part("without chatter to ignore", patches=((build, "chatter", lambda: ()),)),
    Part("without synonyms", lambda task: replace(task, synonyms=())),
    Part("without the other wordings", docs_without(similar=(), similar_en=())),
    Part("without keywords", docs_without(keywords=())),
    Part("without answers", docs_without(answer="")),
)


def sample() -> Task:
    """Return the sample shop as its popup searches it."""
    catalog = pipeline.load(Path("faq_src"), DAY).catalog
    if catalog is None:
        sys.exit("the sample shop has errors: run dianzhi check")
    public, asked = catalog.public, catalog.content.checks
    lexicon = public.lexicon
    return Task(
        "sample shop",
        documents(public, dict.fromkeys((entry.id for entry in public.entries), 0)),
        tuple((check.query, check.entries) for check in asked if check.entries),
        tuple(tuple(group) for group in lexicon.synonyms),
        tuple(lexicon.words),
        tuple(lexicon.ignore),
    )


def lines(path: Path) -> Iterator[dict[str, str]]:
    """Yield the objects of a file of JSON lines."""
    return (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())


def benchmark(folder: Path, name: str) -> Task:
    """Return a set of the benchmark."""
    docs = tuple(
        SearchDoc(
            id=str(one["id"]),
            question=one["question"],
            similar=tuple(one.get("alt") or ()),
            answer=one.get("answer") or "",
        )
        for one in lines(folder / name / "dev" / "corpus.jsonl")
    )
    asked = lines(folder / name / "dev" / "queries.jsonl")
    return Task(
        name, docs, tuple((one["query"], tuple(map(str, one["relevant"]))) for one in asked)
    )


def scores(part: Part, task: Task) -> str:
    """Return hit@3 and MRR of a task with a part left out."""
    with ExitStack() as stack:
        for owner, name, value in (*part.patches, *ALL_IN):
            stack.enter_context(patch.object(owner, name, value))
        stack.enter_context(patch.dict(constants.WEIGHTS, dict.fromkeys(part.weights, 0)))
        table = meaning() if part.meaning else None
        index = Index.from_bytes(part.without(task).index(), meaning=table)
        found = figures(ask(index, task.questions))
    return f"{found.hit3:.3f} / {found.mrr:.3f}"


def main(tasks: Sequence[Task]) -> None:
    """Print the table; the bytes are of the last task's index."""
    last = tasks[-1]
    print(
        f"| hit@3 / MRR@10 | {' | '.join(task.name for task in tasks)} | index of the {last.name}, kB |"
    )
    print(f"| --- | {'---: | ' * len(tasks)}---: |", flush=True)
    for part in PARTS:
        size = len(brotli.compress(part.without(last).index())) / 1000
        cells = " | ".join(scores(part, task) for task in tasks)
        print(f"| {part.name} | {cells} | {size:.1f} |", flush=True)


if __name__ == "__main__":
    sets = sys.argv[2].split(",") if len(sys.argv) > 2 else ["jdshop", "esun", "ant_s"]  # noqa: PLR2004
    main([*(benchmark(Path(sys.argv[1]), name) for name in sets), sample()])
