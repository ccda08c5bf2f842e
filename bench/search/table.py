"""A run of the benchmark as Markdown: scores only, none of the questions.

Run: python bench/search/table.py RESULTS.json [SET,SET,…]. Means are over the sets named (default:
all of the run). The second table is of the disturbed questions: hit@3, and in brackets how much of
hit@3 of the same questions undisturbed that is.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

DISTURBED = {
    "typo": "homophone slip",
    "pinyin": "joined pinyin",
    "pinyin_sp": "spaced pinyin",
    "trunc60": "first 60 %",
    "trad": "traditional",
    "swap": "swapped",
}
Results = dict[str, Any]
Set = dict[str, Any]
Run = dict[str, Any]


def sets_of(results: Results, wanted: Iterable[str] = ()) -> dict[str, Set]:
    """Return the sets of a run by their short names, only those wanted if any are named."""
    named = {name.split("/")[0]: found for name, found in results["datasets"].items()}
    return {name: named[name] for name in wanted} or named


def engines(sets: dict[str, Set]) -> list[str]:
    """Return the engines that answered every set, best mean hit@3 first."""
    runs = [one["peers"] for one in sets.values()]
    names = [name for name in runs[0] if all("clean" in run.get(name, {}) for run in runs)]
    return sorted(names, key=lambda name: -mean(sets, name, lambda run: run["clean"]["hit@3"]))


def mean(sets: dict[str, Set], name: str, figure: Callable[[Run], float]) -> float:
    """Return the mean of a figure of one engine over the sets."""
    return fmean(figure(one["peers"][name]) for one in sets.values())


def row(cells: Iterable[str]) -> str:
    """Return a line of a table."""
    return f"| {' | '.join(cells)} |"


def head(*names: str) -> Iterator[str]:
    """Yield the first two lines of a table: figures stand right."""
    yield row(names)
    yield row(["---", *["---:"] * (len(names) - 1)])


def scores(sets: dict[str, Set]) -> Iterator[str]:
    """Yield hit@1 / hit@3 / MRR by engine and set."""
    sizes = [f"{name} ({one['entries']} / {one['queries_used']})" for name, one in sets.items()]
    yield from head("hit@1 / hit@3 / MRR@10", *sizes, "mean")
    figures = ("hit@1", "hit@3", "mrr@10")
    for name in engines(sets):
        cells = [
            [one["peers"][name]["clean"][figure] for figure in figures] for one in sets.values()
        ]
        cells.append([fmean(column) for column in zip(*cells, strict=True)])
        yield row([name, *(" / ".join(f"{value:.3f}" for value in cell) for cell in cells)])


def kept(sets: dict[str, Set]) -> Iterator[str]:
    """Yield what disturbing the questions leaves of hit@3."""
    yield from head("hit@3 (kept)", "clean", *DISTURBED.values())
    for name in engines(sets):
        clean = mean(sets, name, lambda run: run["clean_sub_hit3"])
        after = (
            mean(sets, name, lambda run, way=way: run["robust"][way]["hit@3"])  # type: ignore[misc]
            for way in DISTURBED
        )
        yield row(
            [name, f"{clean:.3f}", *(f"{one:.3f} ({one / max(clean, 1e-9):.0%})" for one in after)]
        )


def costs(sets: dict[str, Set]) -> Iterator[str]:
    """Yield bytes and times of the set with the most entries."""
    name, largest = max(sets.items(), key=lambda item: item[1]["entries"])
    yield from head(
        f"{name}, {largest['entries']} entries", "engine kB", "index kB", "build ms", "load ms",
        "query p50 ms", "p95 ms",
    )  # fmt: skip
    for engine in engines(sets):
        run = largest["peers"][engine]
        times = (run.get("build_ms"), run.get("load_ms"))
        asked = (run["clean"]["p50"], run["clean"]["p95"])
        yield row([
            engine,
            *(kilobytes(run["bytes"].get(part)) for part in ("engine", "index")),
            *("–" if value is None else f"{value:.0f}" for value in times),
            *(f"{value:.2f}" for value in asked),
        ])  # fmt: skip


def kilobytes(size: object) -> str:
    """Return thousands of bytes of brotli, of gzip where a file was not packed by brotli."""
    packed = (size.get("br") or size.get("gz")) if isinstance(size, dict) else None
    return f"{packed / 1000:.1f}" if packed else "–"


def markdown(results: Results, wanted: Iterable[str] = ()) -> str:
    """Return the three tables and where they were measured."""
    meta, sets = results["meta"], sets_of(results, wanted)
    machine = f"{meta['cpu'].strip()}, {meta['cores']} cores, Python {meta['python']}, Node {meta['node']}"
    first = f"{meta['when'].split()[0]}; {machine}; seed {meta['seed']}. Entries / questions in brackets."
    parts = (scores(sets), kept(sets), costs(sets))
    return "\n\n".join([first, *("\n".join(part) for part in parts)])


if __name__ == "__main__":
    _results = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    print(markdown(_results, sys.argv[2].split(",") if len(sys.argv) > 2 else ()))  # noqa: PLR2004
