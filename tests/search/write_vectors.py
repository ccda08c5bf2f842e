"""Writes the hits of spec/vectors/ anew, and index-v2.bin where it is missing.

Run by hand after a wanted change of the ranking, and read the difference before it is committed:
python tests/search/write_vectors.py
"""

import json
from pathlib import Path

from dianzhi.search import Index, SearchDoc, build_index

VECTORS = Path(__file__).parents[2] / "spec" / "vectors"


def shop_index() -> bytes:
    """Return the index of the vectors' little shop."""
    shop = json.loads((VECTORS / "search-shop.json").read_text("utf-8"))
    docs = [
        SearchDoc(**{key: _frozen(value) for key, value in doc.items()}) for doc in shop["docs"]
    ]
    rest = {key: shop[key] for key in ("synonyms", "words", "ignore")}
    return build_index(docs, **rest)


def _frozen(value):
    return tuple(value) if isinstance(value, list) else value


def rows(index: Index, case: dict) -> list[list]:
    """Return the hits of one case as they stand in the vectors."""
    hits = index.search(case["query"], **case.get("options", {}))
    return [[hit.id, hit.question, hit.score, hit.confidence, hit.matches] for hit in hits]


def refresh(name: str, index: Index) -> None:
    """Write the hits of one file of cases anew."""
    path = VECTORS / name
    cases = json.loads(path.read_text("utf-8"))
    for case in cases:
        case["hits"] = rows(index, {"options": {"limit": 3}, **case})
    lines = ",\n".join(
        json.dumps(case, ensure_ascii=False).replace("\u200b", "\\u200b") for case in cases
    )
    path.write_text(f"[\n{lines}\n]\n", "utf-8")


def main() -> None:
    frozen = VECTORS / "index-v2.bin"
    if not frozen.exists():
        frozen.write_bytes(shop_index())
    index = Index.from_bytes(frozen.read_bytes())
    refresh("search-typing.json", index)
    refresh("search-hits.json", index)


if __name__ == "__main__":
    main()
