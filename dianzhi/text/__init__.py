"""Chinese text by explicit tables: fold, cut, count as index terms (spec/search-index.md, 2-4)."""
