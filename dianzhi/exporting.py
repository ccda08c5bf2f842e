"""Exports for other tools: what is public, in their forms."""

from collections.abc import Iterator

from dianzhi.artifact import Artifact
from dianzhi.catalog.public import Public
from dianzhi.model.shop import EngineKind
from dianzhi.render import engines
from dianzhi.render.public import documents


def engine_files(public: Public, kind: EngineKind) -> Iterator[Artifact]:
    """Yield the files for a search engine: public entries, the lexicon, a script."""
    return engines.render(kind, documents(public), public.lexicon)
