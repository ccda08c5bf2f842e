"""Searches from the command line, as plain rows: `{id, score, question, …}`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dianzhi import __version__, building, pipeline
from dianzhi.archiving import open_archive
from dianzhi.catalog.public import Public
from dianzhi.catalog.references import check_entries
from dianzhi.catalog.types import Catalog
from dianzhi.model.content import Check
from dianzhi.pipeline import Loaded
from dianzhi.problems import SourceErrors
from dianzhi.processes import shared
from dianzhi.render.public import is_large, parted_index, search_index
from dianzhi.search import Index
from dianzhi.search.evaluation import Outcome, ask
from dianzhi.search.parts import PartedIndex
from dianzhi.text.tables import meaning

Row = dict[str, Any]


def public(loaded: Loaded, _source: Path, query: str, limit: int) -> list[Row]:
    """Return what the popup would find, by the index that it gets."""
    return _hits(_index(_catalog(loaded).public), query, limit)


def internal(loaded: Loaded, _source: Path, query: str, limit: int) -> list[Row]:
    """Return what the knowledge base's search would find."""
    data = pipeline.internal_index(_catalog(loaded))
    return _hits(Index.from_bytes(data, meaning=meaning()), query, limit)


def _index(public: Public) -> Index | PartedIndex:
    """Return the popup's index, in parts as the popup has it; only what is asked of is built."""
    if not is_large(public):
        return Index.from_bytes(search_index(public), meaning=meaning())
    found = parted_index(public, each=shared(lambda *_: None))
    return PartedIndex(found.head, found.part, meaning=meaning())


def _hits(index: Index | PartedIndex, query: str, limit: int) -> list[Row]:
    return [
        {
            "id": hit.id,
            "score": hit.score,
            "question": hit.question,
            "confidence": hit.confidence,
            "reading": hit.reading,
        }
        for hit in index.search(query, limit=limit)
    ]


def archive(loaded: Loaded, source: Path, query: str, limit: int) -> list[Row]:
    """Return what the editors' archive finds; the index is kept in `.cache` beside the content."""
    content = building.content_version(loaded.files, _catalog(loaded).day)
    version = f"{__version__}-{content}"
    opened = open_archive(_catalog(loaded), source.resolve().parent / ".cache", version)
    return [
        {
            "id": one.doc.id,
            "score": round(one.score, 3),
            "question": one.doc.title,
            "kind": one.doc.kind,
            "state": one.doc.state,
            "day": one.doc.day.isoformat() if one.doc.day else None,
            "place": f"{source.as_posix()}/{one.doc.place}",
        }
        for one in opened.search(query, limit)
    ]


def asked(loaded: Loaded, checks: Iterable[Check]) -> tuple[list[Outcome], list[Check]]:
    """Put questions to the popup's index; return the outcomes and what could not be asked.

    A question cannot be asked when none of its entries is public on the day.

    Raises:
        SourceErrors: a question names an entry that the shop does not have.
    """
    catalog = _catalog(loaded)
    checks = list(checks)
    if problems := list(check_entries(catalog.content, checks)):
        raise SourceErrors(problems)
    shown = {entry.id for entry in catalog.public.entries}
    wanted = [tuple(one for one in check.entries if one in shown) for check in checks]
    pairs = list(zip(checks, wanted, strict=True))
    index = _index(catalog.public)
    askable = [(check.query, ids) for check, ids in pairs if ids or not check.entries]
    return ask(index, askable), [check for check, ids in pairs if check.entries and not ids]


def _catalog(loaded: Loaded) -> Catalog:
    if loaded.catalog is None:
        raise ValueError("the content has errors")
    return loaded.catalog
