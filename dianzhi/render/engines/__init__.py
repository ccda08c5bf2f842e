"""Files for search engines of their own servers, for shops that have outgrown static files.

meilisearch  settings and documents for Meilisearch
opensearch   settings, mappings and documents for OpenSearch
scripts      what puts them into the engine, one script each

What cannot be said to an engine as we do it ourselves is listed in docs/how-to/engines.md.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dianzhi.artifact import Artifact
from dianzhi.model.shop import EngineKind, Lexicon
from dianzhi.render.engines import meilisearch, opensearch
from dianzhi.render.engines.scripts import script
from dianzhi.search import SearchDoc

FORMS = {EngineKind.MEILISEARCH: meilisearch, EngineKind.OPENSEARCH: opensearch}


def render(kind: EngineKind, docs: Sequence[SearchDoc], lexicon: Lexicon) -> Iterator[Artifact]:
    """Yield `settings.json`, `documents.ndjson` and `reindex.py` for public documents."""
    form = FORMS[kind]
    yield Artifact("settings.json", _json(form.settings(lexicon), indent=2))
    lines = (_json(form.document(doc, order)) for order, doc in enumerate(docs))
    yield Artifact("documents.ndjson", b"".join(lines))
    yield Artifact("reindex.py", script(kind.value))


def _json(value: Any, indent: int | None = None) -> bytes:  # noqa: ANN401  # any JSON value
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode()
