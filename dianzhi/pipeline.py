"""The one way through: read, understand, compile, look at it as a whole.

What is made of the catalog is the business of `dianzhi.building`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dianzhi.catalog.compile import compile_catalog
from dianzhi.catalog.types import Catalog
from dianzhi.lint.duplicates import check_duplicates, wordings_of
from dianzhi.problems import Level, Problem
from dianzhi.render.kb import documents
from dianzhi.search import build_index
from dianzhi.search.nearness import nearness
from dianzhi.search.nearness import related as nearest
from dianzhi.source.folder import Files, media_of, read_folder
from dianzhi.source.understand import understand


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the authored folder came to."""

    files: Files
    catalog: Catalog | None
    """There unless a problem is an error."""
    problems: tuple[Problem, ...]
    """All of them, in reading order."""

    @property
    def errors(self) -> int:
        """Return how many problems are errors."""
        return sum(problem.level is Level.ERROR for problem in self.problems)


def load(source: Path, day: date) -> Loaded:
    """Read and check everything below `source` as of `day`.

    Raises:
        NotADirectoryError: `source` is not a folder.
    """
    files = read_folder(source)
    understood = understand(files)
    problems = list(understood.problems)
    catalog = None
    if understood.content is not None:
        catalog, found = compile_catalog(
            understood.content, broken=understood.broken_ids, media=media_of(files), day=day
        )
        problems += found
    clean = not any(problem.level is Level.ERROR for problem in problems)
    return Loaded(files, catalog if clean else None, tuple(sorted(problems)))


def related(catalog: Catalog) -> tuple[Mapping[str, tuple[str, ...]], list[Problem]]:
    """Return the nearest public entries of each public entry, and near-duplicates as warnings.

    Drafts and retired entries have no part in it: what is public depends on nothing else.
    """
    shown = {entry.id for entry in catalog.public.entries}
    entries = [entry for entry in catalog.content.entries if entry.id in shown]
    near = nearness(wordings_of(entries), catalog.public.lexicon.words)
    return nearest(near), list(check_duplicates(entries, near))


def lint(catalog: Catalog) -> list[Problem]:
    """Return what is valid but unwise, drafts included."""
    entries = catalog.content.entries
    near = nearness(wordings_of(entries), catalog.content.lexicon.words)
    return list(check_duplicates(entries, near))


def internal_index(catalog: Catalog) -> bytes:
    """Return the index of the knowledge base's search: everything, drafts and scripts too."""
    lexicon = catalog.content.lexicon
    return build_index(
        documents(catalog),
        synonyms=lexicon.synonyms,
        words=lexicon.words,
        ignore=lexicon.ignore,
        pinyin=lexicon.spelled,
    )
