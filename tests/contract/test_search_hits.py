"""Python side of the frozen index; widget/test/search/hits.test.js reads the same files."""

import json
from pathlib import Path

import pytest

from dianzhi.search import Index

VECTORS = Path(__file__).parents[2] / "spec" / "vectors"
TYPING = json.loads((VECTORS / "search-typing.json").read_text("utf-8"))
CASES = json.loads((VECTORS / "search-hits.json").read_text("utf-8"))
INDEX = Index.from_bytes((VECTORS / "index-v2.bin").read_bytes())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_frozen_index_answers_as_written(case):
    hits = INDEX.search(case["query"], **{"limit": 3, **case.get("options", {})})
    rows = [[h.id, h.question, h.score, h.confidence, [list(m) for m in h.matches]] for h in hits]
    assert rows == case["hits"]


@pytest.mark.parametrize("case", TYPING, ids=lambda case: case["why"])
def test_an_index_understands_what_was_typed(case):
    hits = INDEX.search(case["query"], limit=3)
    rows = [[h.id, h.question, h.score, h.confidence, [list(m) for m in h.matches]] for h in hits]
    assert rows == case["hits"]
    assert {hit.reading for hit in hits} <= {case["reading"]}


@pytest.mark.parametrize("case", [*CASES, *TYPING], ids=lambda case: case["why"])
def test_what_stands_first_is_what_an_author_expects(case):
    assert (case["hits"][0][0] if case["hits"] else None) == case["first"]
