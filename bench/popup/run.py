"""Our popup beside others, all of the sample shop's entries: bytes, blocking, times, traces.

Run: PYTHONPATH=. python bench/popup/run.py [PAGE]. Installs the others into a throw-away folder
(needs npm and its registry) and prints Markdown, or puts it between the marks of PAGE.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from candidates import CANDIDATES, PAGES, Candidate, stub
from journey import Journey, Seen
from playwright.sync_api import sync_playwright
from served import serving

from dianzhi import building, pipeline
from dianzhi.catalog.types import Catalog
from dianzhi.render.public.documents import documents
from dianzhi.source.shipped import read_shipped

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DAY = date(2026, 11, 22)
ROUNDS = 5
"""Journeys of each kind; the tables show medians."""
MARKS = ("<!-- figures -->\n", "<!-- end of figures -->")
PLAIN, STRICT = PAGES
Runs = dict[str, list[Seen]]


def lay_out_ours(root: Path) -> Catalog:
    """Write the sample shop's public files into `ours/` and return what they were made of."""
    loaded = pipeline.load(ROOT / "faq_src", DAY)
    if loaded.catalog is None:
        sys.exit("the sample shop has errors: run dianzhi check")
    related, _ = pipeline.related(loaded.catalog)
    files = building.public_files(loaded.catalog, related, read_shipped(ROOT), loaded.files)
    for one in files:
        path = root / "ours" / one.path.removeprefix("public/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    return loaded.catalog


def lay_out(root: Path, peers: Path) -> list[dict[str, str]]:
    """Write every candidate's files and pages and return the entries they were made of."""
    public = lay_out_ours(root).public
    shard_of = {entry.id: 0 for entry in public.entries}
    corpus = [
        {"id": doc.id, "question": doc.question, "similar": doc.similar, "answer": doc.answer}
        for doc in documents(public, shard_of)
    ]
    (root / "corpus.json").write_text(json.dumps(corpus, ensure_ascii=False), "utf-8")
    shutil.copytree(HERE / "peers", peers)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=peers, check=True)
    subprocess.run(["node", "lay-out.mjs", str(root)], cwd=peers, check=True)
    for candidate in CANDIDATES:
        candidate.write_pages(root)
    return corpus


def measure(root: Path, corpus: Sequence[dict[str, str]]) -> dict[str, Runs]:
    """Return journeys by kind and name; the candidates take turns, so that noise meets all alike."""
    runs: dict[str, Runs] = {kind: {} for kind in ("fast", "slow", "strict")}
    with serving(root) as (site, sent), sync_playwright() as playwright:
        chrome = os.environ.get("DIANZHI_CHROME") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])

        def go(kind: str, candidate: Candidate, name: str) -> None:
            sent.slow = kind == "slow"
            seen = Journey(browser, site, sent, stub(corpus)).go(candidate, name)
            runs[kind].setdefault(candidate.name, []).append(seen)

        for number in range(ROUNDS):
            print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
            for candidate in CANDIDATES:
                go("fast", candidate, PLAIN)
                go("slow", candidate, PLAIN)
        for candidate in CANDIDATES:
            go("strict", candidate, STRICT)
        browser.close()
    return runs


def number(values: Iterable[float | None], form: str = "{:,.0f}") -> str:
    """Return the median, or a dash where one never came."""
    known = list(values)
    return "–" if None in known else form.format(median(v for v in known if v is not None))


def blocked(seen: Sequence[Seen]) -> str:
    """Return the median of what tasks blocked, and the least, which other work touched least."""
    return f"{number(one.blocking for one in seen)} / {min(one.blocking for one in seen):,.0f}"


def before(runs: Runs) -> Iterator[list[str]]:
    """Yield what a page pays before anybody touches the popup."""
    yield ["before a touch", "requests", "bytes", "blocking ms, median / least", "layout shift"]
    for name, seen in runs.items():
        requests, size = seen[0].before
        shift = number((one.shift for one in seen), "{:.3f}")
        yield [name, str(requests), f"{size:,}", blocked(seen), shift]


def until(fast: Runs, slow: Runs) -> Iterator[list[str]]:
    """Yield what the first result takes."""
    yield [
        "first result",
        "requests",
        "bytes",
        "opening ms",
        "result ms",
        "slow: opening",
        "result",
        "both",
    ]
    for name, seen in list(fast.items())[1:]:
        requests, size = (median(one.until[part] for one in seen) for part in (0, 1))
        times = [
            number(getattr(one, key) for one in kind[name])
            for kind in (fast, slow)
            for key in ("opening", "answering")
        ]
        both = number(one.waiting for one in slow[name])
        yield [name, f"{requests:.0f}", f"{size:,.0f}", *times, both]


def traces(fast: Runs, strict: Runs) -> Iterator[list[str]]:
    """Yield what is left behind, and what a strict policy makes of it."""
    yield ["traces", "cookies and storage", "other hosts", "strict policy: violations", "result"]
    for name, seen in list(strict.items())[1:]:
        kept = ", ".join(sorted({key for one in fast[name] for key in one.kept})) or "none"
        hosts = ", ".join(sorted({host for one in fast[name] for host in one.hosts})) or "none"
        broken = str(len(seen[0].violations))
        yield [name, kept, hosts, broken, "no" if seen[0].answering is None else "yes"]


def table(rows: Iterable[list[str]]) -> str:
    """Return rows as Markdown; the first is the head, figures stand to the right."""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rest)) + "\n"


def micro() -> str:
    """Return the table of the browser's query times."""
    words = [sys.executable, str(ROOT / "bench" / "search" / "browser.py")]
    return subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def report() -> str:
    """Return every table of one run."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "site"
        root.mkdir()
        runs = measure(root, lay_out(root, Path(name) / "peers"))
    tables = (
        before(runs["fast"]),
        until(runs["fast"], runs["slow"]),
        traces(runs["fast"], runs["strict"]),
    )
    return "\n".join([*map(table, tables), micro()])


def put(page: Path, text: str) -> None:
    """Put a text between the marks of a page."""
    start, rest = page.read_text("utf-8").split(MARKS[0])
    page.write_text(f"{start}{MARKS[0]}\n{text}\n{MARKS[1]}{rest.split(MARKS[1])[1]}", "utf-8")


if __name__ == "__main__":
    found = report()
    if len(sys.argv) > 1:
        put(Path(sys.argv[1]), found)
    else:
        print(found)
