"""The editors' archive: everything the shop ever wrote, searched with Whoosh.

Not the popup's engine: it knows fields, dates, quotes and AND/OR/NOT, drafts, retired texts and
meeting notes, and needs no speed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from whoosh import index as whoosh_index
from whoosh.fields import DATETIME, ID, KEYWORD, STORED, TEXT, Schema
from whoosh.qparser import AndGroup, MultifieldParser, OrGroup
from whoosh.qparser.dateparse import DateParserPlugin
from whoosh.query import And, AndNot, Every

from dianzhi.search.analysis import ChineseTokenizer
from dianzhi.search.errors import QueryError
from dianzhi.search.memory import memory_index

FIELDS: Final = ("title", "text")
"""Where words without a field name are looked for."""
FILTER: Final = re.compile(
    r"(?P<not>\bNOT |(?<!\S)-)?\b(?P<field>(?:kind|id|day|state|owner|category):(?:\[[^]]*]|\S+))"
)
LOGIC: Final = re.compile(r"\b(AND|OR)\b|[()]")
ALL_WORDS_BONUS: Final = 0.9
"""How much an answer gains by having all the words (0 none, 1 much)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveDoc:
    """One record of any kind as the archive sees it."""

    kind: str
    """`entry`, `script`, `flow`, `product`, `batch`, `meeting`, `change`, `campaign`."""
    id: str
    title: str
    text: str
    """All its words, internal ones too."""
    day: date | None
    """Day of the last change, or of the meeting."""
    state: str
    owner: str
    category: str
    place: str
    """File and line, such as `faq/returns.yaml:18`."""


@dataclass(frozen=True, slots=True)
class Found:
    """One hit of the archive, best first."""

    doc: ArchiveDoc
    score: float


class Archive:
    """An index over `docs`, in memory or kept in a folder."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401  # Whoosh ships no types
        self._index = index

    @classmethod
    def build(
        cls, docs: Iterable[ArchiveDoc], words: Sequence[str], folder: Path | None = None
    ) -> "Archive":
        """Index `docs`; `words` are the shop's own, `folder` an empty folder or None for memory."""
        schema = _schema(ChineseTokenizer(tuple(words)))
        kept = folder is not None
        index = whoosh_index.create_in(str(folder), schema) if kept else memory_index(schema)
        writer = index.writer()
        for doc in docs:
            writer.add_document(**_stored(doc))
        writer.commit()
        return cls(index)

    @classmethod
    def open(cls, folder: Path) -> "Archive":
        """Open an index that `build` left in `folder`."""
        return cls(whoosh_index.open_dir(str(folder)))

    def search(self, query: str, limit: int = 10) -> list[Found]:
        """Return the best hits of a query.

        Words are looked for in titles and texts, any of them, all of them better. Fields narrow:
        `kind:script`, `state:retired`, `owner:he-yu`, `day:20261005`,
        `day:[20261001 to 20261031]`, each also after `NOT`. With `AND`, `OR` or brackets the whole
        query is read in Whoosh's own language instead.

        Raises:
            QueryError: the query cannot be understood.
        """
        with self._index.searcher() as searcher:
            hits = searcher.search(_understood(query, self._index.schema), limit=limit)
            return [Found(_doc(hit), float(hit.score)) for hit in hits]


def _understood(query: str, schema: Any) -> Any:  # noqa: ANN401  # Whoosh ships no types
    try:
        return _parsed(query, schema)
    except Exception as error:  # noqa: BLE001  # what Whoosh raises for a bad date is no other class
        raise QueryError(str(error)) from None


def _parsed(query: str, schema: Any) -> Any:  # noqa: ANN401  # Whoosh ships no types
    if LOGIC.search(query):
        return _parser(schema, AndGroup).parse(query)
    words = FILTER.sub(" ", query).strip()
    asked = _parser(schema, OrGroup.factory(ALL_WORDS_BONUS)).parse(words) if words else Every()
    for found in FILTER.finditer(query):
        narrow = _parser(schema, AndGroup).parse(found["field"])
        asked = AndNot(asked, narrow) if found["not"] else And([asked, narrow])
    return asked


def _parser(schema: Any, group: Any) -> Any:  # noqa: ANN401  # Whoosh ships no types
    parser = MultifieldParser(FIELDS, schema, group=group)
    parser.add_plugin(DateParserPlugin())
    return parser


def _schema(tokenizer: ChineseTokenizer) -> Any:  # noqa: ANN401  # Whoosh ships no types
    return Schema(
        kind=KEYWORD(stored=True),
        id=ID(stored=True),
        title=TEXT(analyzer=tokenizer, field_boost=2.0),
        text=TEXT(analyzer=tokenizer),
        day=DATETIME(stored=True),
        state=KEYWORD(stored=True),
        owner=KEYWORD(stored=True),
        category=KEYWORD(stored=True),
        doc=STORED,
    )


def _stored(doc: ArchiveDoc) -> dict[str, Any]:
    day = datetime.combine(doc.day, datetime.min.time()) if doc.day else None
    fields = asdict(doc)
    return {
        name: fields[name] for name in ("kind", "id", "title", "text", "state", "owner", "category")
    } | {
        "day": day,
        "doc": fields,
    }


def _doc(hit: Any) -> ArchiveDoc:  # noqa: ANN401  # Whoosh ships no types
    return ArchiveDoc(**hit["doc"])
