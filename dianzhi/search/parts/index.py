"""The reference reader of an index in parts; twin of widget/src/search/parts.js."""

from collections.abc import Callable, Collection, Iterable
from typing import Final

from dianzhi.search.errors import IndexFormatError
from dianzhi.search.index import Hit, Index

ASKED: Final = 4
"""Parts that a question is put to; a fifth finds next to nothing more."""


class PartedIndex:
    """An opened head; parts are opened when a question needs them, and kept."""

    def __init__(
        self, head: bytes, part: Callable[[int], bytes], *, meaning: bytes | None = None
    ) -> None:
        """Open a head; `part` gives the bytes of a part by its number.

        Raises:
            IndexFormatError: the bytes are no whole index, or no head.
        """
        self._head = Index.from_bytes(head, meaning=meaning)
        self._part = part
        self._meaning = meaning
        self._opened: dict[int, Index] = {}
        if not self._head.parts:
            raise IndexFormatError("the index is no head of parts")

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        sku: str | None = None,
        platform: str | None = None,
        categories: Collection[str] = (),
        lang: str = "zh",
    ) -> list[Hit]:
        """Return at most `limit` entries for a query, best first, as `Index.search` does.

        Raises:
            IndexFormatError: a part is damaged, or belongs to another head.
        """
        asked = (
            self._index(part).search(
                query, limit=limit, sku=sku, platform=platform, categories=categories, lang=lang
            )
            for part in self._head.parts_for(query)[:ASKED]
        )
        return _joined(hit for hits in asked for hit in hits)[:limit]

    def _index(self, number: int) -> Index:
        if number not in self._opened:
            found = Index.from_bytes(self._part(number), meaning=self._meaning)
            _check(found, number, self._head)
            self._opened[number] = found
        return self._opened[number]


def _check(part: Index, number: int, head: Index) -> None:
    """Refuse a part that lacks an entry which speaks for it: it is of another time."""
    held = {doc.id for doc in part.documents}
    speakers = (doc.id for doc, of in zip(head.documents, head.parts, strict=True) if of == number)
    if not held.issuperset(speakers):
        raise IndexFormatError(f"part {number} belongs to another head")


def _joined(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits by score, of equal ones the first, and of an entry its best alone."""
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: -hit.score):
        best.setdefault(hit.id, hit)
    return list(best.values())
