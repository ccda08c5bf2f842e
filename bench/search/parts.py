"""A large shop's index in parts beside the same shop in one file.

Run: python bench/search/parts.py [ENTRIES …] (default 20000 100000). Both are built by the real code,
the parts on one processor and on all, each in a process of its own; questions are asked by the
shipped code. The corpus is that of corpus.py. Seconds are those of a clock: work on other processors
is what is measured.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import brotli
from corpus import ROOT, corpus

from dianzhi.processes import shared
from dianzhi.search import build_index, split
from dianzhi.search.parts import ShopWords, parted
from dianzhi.text.tables import meaning

SIZES = (20_000, 100_000)
HEAD = (
    *("entries", "", "requests", "kB mean / most", "hit@1", "hit@3", "its part asked"),
    *("build s", "peak MB"),
)


def build(way: str, count: int, folder: Path) -> None:
    """Build in this process, whole or in parts; print seconds, megabytes, and bytes by file."""
    made = corpus(count)
    before = time.perf_counter()
    if way == "whole":
        core, more = split(build_index(made.docs, words=made.names))
        files = {"whole/index.bin": core, "whole/more.bin": more}
        in_parts: list[list[str]] = []
    else:
        each = map if way == "one" else shared(lambda *_: None)
        found = parted(made.docs, ShopWords(words=made.names, products=made.names), each=each)
        core, more = split(found.head)
        files = {"index.bin": core, "more.bin": more}
        files |= {f"parts/{number}.bin": part for number, part in enumerate(found.built(each))}
        in_parts = [[doc.id for doc in part] for part in found.parts]
    spent = time.perf_counter() - before
    own, others = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    said = {"questions": made.questions, "on_page": made.on_page, "parts": in_parts}
    (folder / "asked.json").write_text(json.dumps(said), "utf-8")
    print(json.dumps({"seconds": spent, "own": own, "others": others}))


def packed(folder: Path) -> dict[str, int]:
    """Return the bytes (brotli) of every index file; of the largest by a faster setting."""
    return {path.relative_to(folder).as_posix(): _packed(path) for path in folder.rglob("*.bin")}


def _packed(path: Path) -> int:
    content = path.read_bytes()
    return len(brotli.compress(content, quality=11 if len(content) < 1 << 20 else 4))


def run(words: Sequence[str]) -> dict[str, Any]:
    """Run a part of the work in a process of its own; return what it printed, JSON."""
    path = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    env = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(words, check=True, env=env, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measure(count: int, folder: Path) -> None:
    """Print the rows of one size."""
    built = {
        way: run([sys.executable, __file__, way, str(count), str(folder)])
        for way in ("whole", "one", "all")
    }
    (folder / "meaning.bin").write_bytes(meaning())
    (folder / "packed.json").write_text(json.dumps(packed(folder)), "utf-8")
    script = str(Path(__file__).with_suffix(".mjs"))
    asked = run(["node", "--max-old-space-size=6000", script, str(folder)])
    row(count, "one file", asked, "whole", f"{built['whole']['seconds']:.0f}", peak(built["whole"]))
    spent = " / ".join(f"{built[way]['seconds']:.0f}" for way in ("one", "all"))
    row(count, "in parts", asked, "parts", spent, peak(built["all"]))
    row(count, "the right parts", asked, "right", "", "")
    row(count, "in parts, on the product's page", asked, "page", "", "")


def peak(built: dict[str, float]) -> str:
    """Return the most memory of the process, and of the largest that helped it."""
    return f"{built['own']:.0f}" + (f" + {built['others']:.0f} each" if built["others"] else "")


def row(count: int, name: str, asked: dict[str, list[str]], key: str, *cells: str) -> None:
    """Print a row: what was asked, then the other cells."""
    print("|", " | ".join((str(count), name, *asked[key], *cells)), "|", flush=True)


def main(sizes: Sequence[int]) -> None:
    """Print the table."""
    print("|", " | ".join(HEAD), "|\n|", " ---: |" * len(HEAD), sep="", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    if sys.argv[1:2] and not sys.argv[1].isdigit():
        build(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
