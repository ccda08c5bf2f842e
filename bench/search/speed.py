"""Query time of the shipped engine beside MiniSearch's, in one Node process.

Run: python bench/search/speed.py HARNESS [ENTRIES …]. HARNESS is the benchmark's work folder, from
which MiniSearch and its settings are taken; ENTRIES are sizes (default 500 and 5000). Entries are
made of the sample shop's wordings, halves of two joined, five to an entry; the queries are its
mystery-shopper questions and their first 60 %.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dianzhi import pipeline
from dianzhi.catalog.types import Catalog
from dianzhi.search import SearchDoc, build_index

DAY = date(2026, 11, 22)
WORDINGS = 5
ANSWER_PARTS = 3
TYPED = 0.6


def made(catalog: Catalog, entries: int) -> Iterator[SearchDoc]:
    """Yield entries that read like the shop's but are not its own."""
    rng = random.Random(entries)  # noqa: S311  # the same entries in every run
    texts = [
        text.zh for entry in catalog.public.entries for text in (entry.question, *entry.similar)
    ]

    def wording() -> str:
        first, second = rng.choice(texts), rng.choice(texts)
        return first[: (len(first) + 1) // 2] + second[len(second) // 2 :]

    for number in range(entries):
        question, *similar = (wording() for _ in range(1 + WORDINGS))
        answer = "，".join(wording() for _ in range(ANSWER_PARTS))
        yield SearchDoc(id=str(number), question=question, similar=tuple(similar), answer=answer)


def queries(catalog: Catalog) -> list[str]:
    """Return what is asked: whole questions, then half-typed ones."""
    whole = [check.query for check in catalog.content.checks if check.entries]
    return whole + [query[: max(2, round(len(query) * TYPED))] for query in whole]


def lay_out(folder: Path, docs: Sequence[SearchDoc], asked: list[str]) -> None:
    """Write what speed.mjs reads."""
    corpus = [
        {"id": doc.id, "question": doc.question, "alt": doc.similar, "answer": doc.answer}
        for doc in docs
    ]
    (folder / "index.bin").write_bytes(build_index(docs))
    (folder / "corpus.json").write_text(json.dumps(corpus), "utf-8")
    (folder / "queries.json").write_text(json.dumps(asked), "utf-8")


def main(harness: Path, sizes: Sequence[int]) -> None:
    """Print a table: one line an engine and size."""
    root = Path(__file__).resolve().parents[2]
    catalog = pipeline.load(root / "faq_src", DAY).catalog
    if catalog is None:
        sys.exit("the sample shop has errors: run dianzhi check")
    print("| entries | engine | p50 ms | p95 ms | p95, MiniSearch pairs = 1 |")
    print("| ---: | --- | ---: | ---: | ---: |", flush=True)
    for entries in sizes:
        with tempfile.TemporaryDirectory() as name:
            lay_out(Path(name), list(made(catalog, entries)), queries(catalog))
            words = ["node", str(Path(__file__).with_suffix(".mjs")), name, str(harness.resolve())]
            subprocess.run(words, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [500, 5000])
