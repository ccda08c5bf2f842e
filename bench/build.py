"""Where a build's time goes at N entries: our share beside MkDocs' own.

Run: python bench/build.py [ENTRIES]. The sample shop's entries are repeated with other ids and a
number in each question. CPU seconds of one run; the share is what the budget is about (<= 20 %).
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dianzhi import building, pipeline
from dianzhi.catalog.compile import compile_catalog
from dianzhi.model.content import Content
from dianzhi.model.kinds import Text
from dianzhi.source.folder import media_of, read_folder
from dianzhi.source.shipped import read_shipped
from dianzhi.source.understand import understand
from dianzhi.write.site import build_site
from dianzhi.write.stage import Stage

DAY = date(2026, 11, 22)


def grown(content: Content, entries: int) -> Content:
    """Return the content with `entries` entries."""
    first = content.entries
    more = [
        replace(
            entry,
            id=f"{entry.id[:50]}-{number}",
            question=Text(f"{entry.question.zh[:50]}{number}"),
            similar=tuple(Text(f"{text.zh}{number}") for text in entry.similar),
        )
        for number, entry in ((n, first[n % len(first)]) for n in range(entries - len(first)))
    ]
    return replace(content, entries=(*first, *more))


def cpu() -> float:
    """Return CPU seconds of this process and of those it waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))


def timed(name: str, work: Callable[[], Any], spent: dict[str, float]) -> Any:  # noqa: ANN401  # as `work`
    """Return what `work` returns and note its CPU and wall seconds."""
    before, started = cpu(), time.monotonic()
    result = work()
    spent[name] = cpu() - before
    print(f"| {name} | {spent[name]:.2f} | {time.monotonic() - started:.2f} |", flush=True)
    return result


def main(entries: int) -> None:
    """Print the table."""
    files = read_folder(Path("faq_src"))
    shipped = read_shipped(Path.cwd())
    spent: dict[str, float] = {}
    print(f"{entries} entries\n\n| step | CPU s | wall s |\n| --- | ---: | ---: |")
    understood = timed("read", lambda: understand(files), spent)
    content = grown(understood.content, entries)
    catalog, _ = timed(
        "compile",
        lambda: compile_catalog(content, broken=frozenset(), media=media_of(files), day=DAY),
        spent,
    )
    related, _ = timed("related and near-duplicates", lambda: pipeline.related(catalog), spent)
    timed(
        "public files", lambda: list(building.public_files(catalog, related, shipped, files)), spent
    )
    pages = timed("pages", lambda: list(building.kb_files(catalog, related, shipped, files)), spent)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Stage(folder / "book").add(building._below("book", pages))  # noqa: SLF001  # as the build does
        book = folder / "book" / "book"
        timed("mkdocs", lambda: build_site(book / "mkdocs.yml", folder / "site", epoch=0), spent)
    theirs = spent.pop("mkdocs")
    ours = sum(spent.values())
    print(f"\nours {ours:.1f} s, MkDocs {theirs:.1f} s: {ours / theirs:.0%} of MkDocs' own CPU")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of ours {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
