"""Search: entries to one index file, and the reference reader of it (spec/search-index.md)."""

from dianzhi.search.build import build_index
from dianzhi.search.document import SearchDoc
from dianzhi.search.errors import IndexFormatError
from dianzhi.search.index import Hit, Index

__all__ = ["Hit", "Index", "IndexFormatError", "SearchDoc", "build_index"]
