"""The internal knowledge base: Markdown pages for MkDocs, and what its search needs.

addresses  where pages are           book       lookups both ways
standing   warnings above texts      answers    answer trees on a page
blanks     placeholders of scripts   diagram, layout, placing   flows as SVG
sources    authored files with lines  listing   search documents and result cards
config     mkdocs.yml of a build     environment, pages   Jinja2 and what it is given
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping

from dianzhi.artifact import Artifact
from dianzhi.catalog.types import Catalog
from dianzhi.render.kb.book import Book
from dianzhi.render.kb.config import navigation, site_config
from dianzhi.render.kb.environment import environment
from dianzhi.render.kb.listing import cards_json, documents
from dianzhi.render.kb.pages import Printer, every_page
from dianzhi.render.kb.sources import media
from dianzhi.text.tables import meaning

__all__ = ["documents", "navigation", "render", "site_config"]


def render(
    catalog: Catalog,
    related: Mapping[str, tuple[str, ...]],
    templates: Mapping[str, str],
    sources: Mapping[str, bytes],
    index: bytes,
) -> Iterator[Artifact]:
    """Yield the docs tree of the site; paths are relative to MkDocs' docs folder.

    Args:
        catalog: The compiled content.
        related: Ids of related entries by entry id, closest first.
        templates: Jinja2 templates by name, such as `entry.md`.
        sources: The authored files by path below the source folder, pictures included.
        index: The search index over `documents(catalog)`.

    Raises:
        jinja2.TemplateError: A template is missing or names something that does not exist.
    """
    printer = Printer(Book(catalog, related), environment(templates))
    yield from every_page(printer, sources)
    for path, content in media(sources):
        yield Artifact(path, content)
    found = cards_json(catalog)
    yield Artifact("assets/kb-index.bin", index)
    yield Artifact("assets/kb-meaning.bin", meaning())
    yield Artifact("assets/kb-cards.json", found)
    yield Artifact("assets/kb-index.js", _script(index, meaning(), found))


def _script(index: bytes, table: bytes, found: bytes) -> bytes:
    """Return the same three as a classic script: pages opened from disk may not fetch."""
    packed = [json.dumps(b64encode(one).decode()).encode() for one in (index, table)]
    return b"globalThis.dianzhiIndex={index:%b,meaning:%b,cards:%b}\n" % (*packed, found)
