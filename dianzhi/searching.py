"""Searches from the command line, as plain rows: `{id, score, question, …}`."""

from pathlib import Path
from typing import Any

from dianzhi import building, pipeline
from dianzhi.archiving import open_archive
from dianzhi.catalog.types import Catalog
from dianzhi.pipeline import Loaded
from dianzhi.render.public import search_index
from dianzhi.search import Index

Row = dict[str, Any]


def public(loaded: Loaded, _source: Path, query: str, limit: int) -> list[Row]:
    """Return what the popup would find, by the index that it gets."""
    return _hits(search_index(_catalog(loaded).public), query, limit)


def internal(loaded: Loaded, _source: Path, query: str, limit: int) -> list[Row]:
    """Return what the knowledge base's search would find."""
    return _hits(pipeline.internal_index(_catalog(loaded)), query, limit)


def _hits(index: bytes, query: str, limit: int) -> list[Row]:
    hits = Index.from_bytes(index).search(query, limit=limit)
    return [
        {
            "id": hit.id,
            "score": hit.score,
            "question": hit.question,
            "confidence": hit.confidence,
            "reading": hit.reading,
        }
        for hit in hits
    ]


def archive(loaded: Loaded, source: Path, query: str, limit: int) -> list[Row]:
    """Return what the editors' archive finds; the index is kept in `.cache` beside the content."""
    version = building.content_version(loaded.files, _catalog(loaded).day)
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


def _catalog(loaded: Loaded) -> Catalog:
    if loaded.catalog is None:
        raise ValueError("the content has errors")
    return loaded.catalog
