"""Python and JavaScript find the same in an index in parts: entries, order, scores, marks."""

import base64
import json
import random

import pytest

from dianzhi.search import SearchDoc, split
from dianzhi.search.parts import PartedIndex, ShopWords, parted
from dianzhi.text.tables import meaning
from tests.contract.node import replies
from tests.contract.test_search_parity import any_text, disturbed, docs
from tests.e2e.fixtures import large

PARTS_MOST = 12
"""Parts that a reader keeps: more would be read again and again, after a pause each."""
OPTIONS = (
    {},
    {"limit": 3},
    {"lang": "en"},
    {"sku": "p7"},
    {"sku": "p8", "platform": "douyin"},
    {"categories": ["returns", "shelf-life"]},
    {"categories": ["shipping"], "sku": "p7"},
)


def entries():
    """Yield the little shop's entries, and those of many products."""
    yield from docs()
    for one in large.entries():
        yield SearchDoc(
            id=one["id"],
            question=one["question"]["zh"],
            question_en=one["question"]["en"],
            similar=tuple(one["similar"]),
            category=one["category"],
            products=tuple(one["products"]),
        )


def asked(count):
    rng = random.Random(3)  # reproducible, not secret
    texts = [text for doc in entries() for text in (doc.question, *doc.similar)]
    wild = [any_text(rng) for _ in range(count // 5)]
    typed = [disturbed(rng.choice(texts), rng) for _ in range(count - len(wild))]
    idle = ("你好", "在吗，谢谢", "zaima", "", *large.NAMES[:5], f"你好，{large.NAMES[0]}")
    long = ("你好" * 64 + large.NAMES[0], "你好" * 60 + large.NAMES[0])
    return [(query, rng.choice(OPTIONS)) for query in (*typed, *wild, *idle, *long)]


def in_javascript(head, parts, table, queries):
    head, parts, [table] = (
        [base64.b64encode(one).decode() for one in files] for files in (split(head), parts, [table])
    )
    lines = [{"head": head, "parts": parts, "meaning": table}]
    lines += [{"query": query, "options": options} for query, options in queries]
    return replies("search/answer-parts.js", lines)


def in_python(head, parts, table, queries):
    index = PartedIndex(head, parts.__getitem__, meaning=table or None)
    rows = [
        [(h.id, h.question, h.score, h.confidence, h.matches, h.reading) for h in hits]
        for hits in (index.search(query, **options) for query, options in queries)
    ]
    return json.loads(json.dumps(rows))


@pytest.mark.parametrize("table", [b"", meaning()], ids=["words", "words and meaning"])
def test_both_languages_find_the_same(table):
    made = parted(tuple(entries()), ShopWords(products=large.NAMES), most=large.PART_MOST)
    parts = list(made.built())
    assert 5 < len(parts) <= PARTS_MOST
    queries = asked(700)
    theirs = in_javascript(made.head, parts, table, queries)
    ours = in_python(made.head, parts, table, queries)
    assert len(theirs) == len(ours) == len(queries)
    for (query, options), one, other in zip(queries, ours, theirs, strict=True):
        assert one == other, (query, options)
    assert sum(map(bool, ours)) > 400, "most realistic queries find something"
