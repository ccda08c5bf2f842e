"""Python and JavaScript find the same nearness, and rank the same with meaning joined."""

import base64
import json
import random
from pathlib import Path

import pytest

from dianzhi.search import Index, SearchDoc, build_index
from dianzhi.search.decode import decode
from dianzhi.search.meaning import Meaning, Table
from dianzhi.search.opened import Opened
from dianzhi.search.question import Question
from dianzhi.text.tables import meaning
from tests.contract.node import replies

ROOT = Path(__file__).parents[2]
SHOP = json.loads((ROOT / "spec" / "vectors" / "search-shop.json").read_text("utf-8"))
ALPHABET = "退货款保质期发票运费多久能不能怎么還錢裡。，ＡｂＣ１2xyz𠮷😀々〇丢了坏掉"


def docs():
    for doc in SHOP["docs"]:
        lists = {key: tuple(value) for key, value in doc.items() if isinstance(value, list)}
        yield SearchDoc(**{**doc, **lists})


def odd_docs():
    """Yield entries without any term, with terms that the table lacks, and with very many."""
    yield SearchDoc(id="nothing", question="😀", answer="退货")
    yield SearchDoc(id="unknown", question="𠮷𠮷𪚥")
    yield SearchDoc(id="long", question="退货款保质期发票运费多久能不能怎么" * 60)
    yield SearchDoc(id="ranked", question="退货", priority=9, keywords=("運費", "refund"))


def table(levels, size, seed):
    """Return a table of chance numbers, all of them possible ones."""
    rng = random.Random(seed)
    half = levels // 2
    terms = dict.fromkeys([*"退货款期发票久能不怎么丢钱ab", "退货", "不能", "vip", "refund"])
    vectors = {term: tuple(rng.randint(-half, half) for _ in range(size)) for term in terms}
    return Table(vectors, size).to_bytes(levels)


def queries(count):
    rng = random.Random(5)
    texts = [text for doc in SHOP["docs"] for text in (doc["question"], *doc.get("similar", ()))]
    for _ in range(count):
        text = rng.choice(texts)
        at = rng.randrange(len(text))
        noise = "".join(rng.choice(ALPHABET) for _ in range(rng.randrange(9)))
        yield rng.choice((text, text[at:], noise, text[:at] + noise, noise + text[at:]))


def in_javascript(index, vectors, asked):
    files = [base64.b64encode(one).decode() for one in (index, vectors)]
    return replies("search/answer-near.js", [files, *asked])


def in_python(index, vectors, asked):
    opened = Opened(decode(index))
    near = Meaning(Table.from_bytes(vectors), opened.wordings, len(opened.contents.documents))
    found = Index.from_bytes(index, meaning=vectors)
    for query in asked:
        hits = [[hit.id, hit.score, hit.confidence] for hit in found.search(query)]
        yield [near.nearness(Question(opened, query).terms), hits]


@pytest.mark.parametrize("vectors", [None, (15, 7, 1), (3, 256, 2)], ids=["shipped", "15", "256"])
def test_both_languages_find_the_same(vectors):
    rest = {key: SHOP[key] for key in ("synonyms", "words", "ignore")}
    index = build_index([*docs(), *odd_docs()], **rest)
    data = meaning() if vectors is None else table(*vectors)
    asked = list(queries(400))
    theirs, ours = in_javascript(index, data, asked), list(in_python(index, data, asked))
    assert len(theirs) == len(ours) == 400
    for query, one, other in zip(asked, ours, theirs, strict=True):
        assert one == other, query
    assert sum(max(near) > 500 for near, _ in ours) > 200, "most queries are near to something"
    without = Index.from_bytes(index)
    alone = [[hit.id for hit in without.search(query)] for query in asked]
    assert alone != [[one for one, *_ in hits] for _, hits in ours], "meaning changes the order"
