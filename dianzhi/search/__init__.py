"""Search: entries to one index file, and the reference reader of it (spec/search-index.md)."""

from dianzhi.search.build import build_index
from dianzhi.search.container import FORMAT as INDEX_FORMAT
from dianzhi.search.container import split
from dianzhi.search.document import SearchDoc
from dianzhi.search.errors import IndexFormatError
from dianzhi.search.index import Hit, Index

__all__ = [
    "INDEX_FORMAT",
    "Hit",
    "Index",
    "IndexFormatError",
    "SearchDoc",
    "build_index",
    "split",
]
