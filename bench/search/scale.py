"""Time and memory of building, opening and asking an index at several sizes.

Run: python bench/search/scale.py [ENTRIES …] (default 300 5000 100000). The corpus is that of
corpus.py: made-up products, ten wordings an entry, questions that no entry holds. Each index is built
by the real code in a process of its own, and opened by the shipped code in another. CPU seconds, which
other work on the machine disturbs less than time; a query's time is the least of its rounds.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import brotli
from corpus import ROOT, corpus

from dianzhi.search import build_index, split

SIZES = (300, 5000, 100_000)
FAST = 4
"""Quality of brotli for the largest index, where 11 would take longer than the build."""
HEAD = (
    *("entries", "build s", "peak MB", "core, raw kB", "core, brotli kB", "all, raw kB"),
    *("open ms", "heap MB", "arrays MB", "p50 ms", "p95 ms"),
)


def build(count: int, folder: Path) -> None:
    """Build an index and its questions in this process, and print the cells about that."""
    made = corpus(count)
    asked = [query for query, _ in made.questions]
    (folder / "queries.txt").write_text("\n".join(asked), "utf-8")
    before = time.process_time()
    index = build_index(made.docs, words=made.names)
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (folder / "index.bin").write_bytes(index)
    core = split(index)[0]
    quality = 11 if len(core) < 1 << 20 else FAST
    packed = len(brotli.compress(core, quality=quality))
    cells = (
        count,
        f"{spent:.1f}",
        f"{peak:.0f}",
        *(_kb(n) for n in (len(core), packed, len(index))),
    )
    print("|", " | ".join(map(str, cells)), end=" | ", flush=True)


def _kb(count: int) -> str:
    return f"{count / 1000:,.0f}"


def main(sizes: list[int]) -> None:
    """Print the table."""
    print("|", " | ".join(HEAD), "|\n|", " ---: |" * len(HEAD), sep="", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            own = [sys.executable, __file__, "build", str(size), folder]
            subprocess.run(own, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
            script = str(Path(__file__).with_suffix(".mjs"))
            subprocess.run(["node", "--expose-gc", script, folder], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["build"]:
        build(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
