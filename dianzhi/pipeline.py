"""The one way through: read, understand, compile. What is made of it: `dianzhi.building`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dianzhi.catalog.compile import compile_catalog
from dianzhi.catalog.types import Catalog
from dianzhi.problems import Level, Problem
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
