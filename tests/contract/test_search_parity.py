"""Python and JavaScript give the same hits, scores and marks for thousands of queries."""

import base64
import json
import random
from pathlib import Path

import pytest

from dianzhi.search import Index, SearchDoc, build_index
from dianzhi.search.decode import decode
from dianzhi.text.tables import chatter, fold_pairs
from tests.contract.node import replies

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "spec" / "vectors"
SHOP = json.loads((VECTORS / "search-shop.json").read_text("utf-8"))
OPTIONS = (
    {},
    {"limit": 3},
    {"lang": "en"},
    {"sku": "pore-serum"},
    {"sku": "sun-milk", "platform": "douyin", "limit": 5},
    {"platform": "taobao"},
    {"categories": ["returns"]},
    {"categories": ["shipping", "shelf-life"], "sku": "pore-serum"},
)
ALPHABET = (
    "退货款保质期发票运费多久能不能怎么開貨票裡。，？ 　ＡｂＣ１2xyz𠮷😀\u200b\ufe0f①éßの々〇"
)
READINGS = decode((VECTORS / "index-v2.bin").read_bytes()).readings
TO_TRADITIONAL = {target: char for char, target in fold_pairs().items() if char > "\u2fff"}


def wordings():
    for doc in SHOP["docs"]:
        yield from (doc["question"], doc.get("question_en", ""), doc["answer"])
        yield from (*doc.get("similar", ()), *doc.get("similar_en", ()), *doc.get("keywords", ()))


def swapped(text, at):
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def spelled(text, rng, joint):
    """Return a text in pinyin, some syllables by their initials."""
    size = rng.choice((9, 9, 9, 1))
    return joint.join(READINGS.get(char, (char,))[0][:size] for char in text)


def misheard(text, at):
    """Return a text with a character that only sounds like the right one."""
    heard = READINGS.get(text[at], ("",))[0]
    alike = [char for char, syllables in READINGS.items() if heard in syllables]
    return text[:at] + (alike[-1] if alike else text[at]) + text[at + 1 :]


def misspelt(text, at):
    """Return a text with a letter twice where there is one, and an ending to its last word."""
    return text[:at] + text[at] * (1 + text[at].isascii()) + text[at + 1 :] + "s"


def disturbed(text, rng):
    """Return a text as someone in a hurry would type it."""
    at = rng.randrange(len(text))
    ways = (
        text,
        text[:at],
        text[:at] + text[at + 1 :],
        swapped(text, at),
        text[:at] + " " + text[at:],
        rng.choice(chatter()) + "，" + text + rng.choice(chatter()),
        "".join(TO_TRADITIONAL.get(char, char) for char in text),
        text.upper(),
        text + rng.choice(ALPHABET),
        spelled(text, rng, ""),
        spelled(text, rng, " "),
        text[:at] + spelled(text[at:], rng, ""),
        misheard(text, at),
        misspelt(text, at),
        text * 20,
    )
    return rng.choice(ways)


def any_text(rng):
    """Return a random text: of the shop's characters, or of all of Unicode, or of surrogates."""
    size = rng.randrange(12)
    if rng.random() < 0.7:
        return "".join(rng.choice(ALPHABET) for _ in range(size))
    span = rng.choice(((0, 0x110000), (0xD7F0, 0xE010)))
    return "".join(chr(rng.randrange(*span)) for _ in range(size))


def asked(seed, texts, realistic, wild):
    rng = random.Random(seed)  # reproducible, not secret
    queries = [disturbed(rng.choice(texts), rng) for _ in range(realistic)]
    queries += [any_text(rng) for _ in range(wild)]
    return [(query, rng.choice(OPTIONS)) for query in queries]


def in_javascript(data, queries):
    lines = [{"index": base64.b64encode(data).decode()}]
    lines += [{"query": query, "options": options} for query, options in queries]
    return replies("search/answer-queries.js", lines)


def in_python(data, queries):
    index = Index.from_bytes(data)
    found = (index.search(query, **options) for query, options in queries)
    rows = [
        [(h.id, h.question, h.score, h.confidence, h.matches, h.reading) for h in hits]
        for hits in found
    ]
    return json.loads(json.dumps(rows))


def docs():
    for doc in SHOP["docs"]:
        lists = {key: tuple(value) for key, value in doc.items() if isinstance(value, list)}
        yield SearchDoc(**{**doc, **lists})


def wide_docs(count):
    """Yield many alike entries, so that ties and long postings occur."""
    rng = random.Random(7)  # reproducible, not secret
    texts = [text for text in wordings() if text]
    for number in range(count):
        similar = tuple(rng.choice(texts) + rng.choice(texts)[:6] for _ in range(rng.randrange(5)))
        yield SearchDoc(
            id=f"entry-{number}",
            question=rng.choice(texts),
            similar=similar,
            keywords=tuple(rng.sample(texts, 2)),
            answer=rng.choice(texts) * 2,
            priority=number % 10,
        )


@pytest.mark.parametrize(
    ("entries", "seed"),
    [(tuple(docs()), 1), (tuple(wide_docs(200)), 2)],
    ids=["shop", "many alike"],
)
def test_both_languages_find_the_same(entries, seed):
    rest = {key: SHOP[key] for key in ("synonyms", "words", "ignore")}
    data = build_index(entries, **rest)
    texts = [text for text in wordings() if text]
    queries = asked(seed, texts, realistic=1500, wild=700)
    theirs, ours = in_javascript(data, queries), in_python(data, queries)
    assert len(theirs) == len(ours) == 2200
    for (query, options), one, other in zip(queries, ours, theirs, strict=True):
        assert one == other, (query, options)
    assert sum(map(bool, ours)) > 1000, "most realistic queries find something"
