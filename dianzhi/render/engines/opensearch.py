"""Settings, mappings and documents for OpenSearch 2 and 3, without plugins.

Characters and pairs of characters are what search in Chinese rests on: `standard` gives the first,
`cjk_bigram` both. Folding and synonyms are done by character filters, the same when indexing and when
searching: a token filter for synonyms would stand before the pairs and come out torn.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from dianzhi.model.shop import Lexicon
from dianzhi.search import SearchDoc
from dianzhi.text.normalize import chunks, kind_of
from dianzhi.text.tables import chatter, fold_pairs

LEAST_IGNORED = 3
"""Han characters of chatter that is taken out wherever it stands. Shorter chatter (在吗, 好的) may be
part of other words, and nothing cuts words here; it weighs next to nothing anyway."""
PRIORITY_UNIT = 64
"""A step of priority lifts the score by one part in so many, as in our own ranking."""


def settings(lexicon: Lexicon) -> dict[str, Any]:
    """Return the body that creates the index."""
    return {"settings": {"index": _index(lexicon)}, "mappings": _mappings()}


def _index(lexicon: Lexicon) -> dict[str, Any]:
    ignored = sorted(set(_folded((*chatter(), *lexicon.ignore))))
    synonyms = tuple(_synonyms(lexicon))
    latin = {f"latin_{word}": _whole(word, first) for word, first in synonyms if word.isascii()}
    return {
        "number_of_shards": 1,
        "analysis": {
            "char_filter": {
                "fold": _mapping(_folds()),
                "synonyms": _mapping(
                    (form, first)
                    for word, first in synonyms
                    if not word.isascii()
                    for form in dict.fromkeys((word, word.upper()))
                ),
                **latin,
                "chatter": _mapping((word, " ") for word in ignored if _is_long_han(word)),
            },
            "filter": {
                "pairs": {"type": "cjk_bigram", "output_unigrams": True},
                "greetings": {
                    "type": "stop",
                    "stopwords": [word for word in ignored if word.isascii()],
                },
            },
            "analyzer": {
                "said": _analyzer("fold", *latin, "synonyms"),
                "asked": _analyzer("fold", "chatter", *latin, "synonyms"),
            },
        },
    }


def _analyzer(*char_filters: str) -> dict[str, Any]:
    return {
        "type": "custom",
        "char_filter": list(char_filters),
        "tokenizer": "standard",
        "filter": ["cjk_width", "lowercase", "greetings", "pairs"],
    }


def _mapping(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {"type": "mapping", "mappings": [f"{left}=>{_escaped(right)}" for left, right in pairs]}


def _whole(word: str, first: str) -> dict[str, Any]:
    """Return a filter for letters and digits as a whole: `vc` is no part of `pvc`."""
    pattern = f"(^|[^A-Za-z0-9]){word}($|[^A-Za-z0-9])"
    return {
        "type": "pattern_replace",
        "pattern": pattern,
        "flags": "CASE_INSENSITIVE",
        "replacement": f"$1{first}$2",
    }


def _escaped(text: str) -> str:
    """Return a right side: white space around it would be cut off, so a lone space is escaped."""
    return "\\u0020" if text == " " else text


def _folds() -> Iterator[tuple[str, str]]:
    """Yield the folds of one Han character to one; width and case have filters of their own."""
    return ((left, right) for left, right in sorted(fold_pairs().items()) if kind_of(left) == "h")


def _synonyms(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield each expression with the first of its group: both sides of a search then say that."""
    found: dict[str, str] = {}
    for group in lexicon.synonyms:
        first, *others = _folded(group)
        for word in others:
            found.setdefault(word, first)
    return iter(sorted(found.items()))


def _folded(texts: Iterable[str]) -> Iterator[str]:
    cut = (chunks(text, fold_pairs()) for text in texts)
    yield from dict.fromkeys(parts[0].text for parts in cut if len(parts) == 1)


def _is_long_han(word: str) -> bool:
    return len(word) >= LEAST_IGNORED and all(kind_of(char) == "h" for char in word)


def _mappings() -> dict[str, Any]:
    text = {"type": "text", "analyzer": "said", "search_analyzer": "asked"}
    stored = {"type": "keyword", "index": False, "doc_values": False}
    return {
        "dynamic": "strict",
        "properties": {
            "id": {"type": "keyword"},
            "question": text,
            "question_en": text,
            "wordings": {"type": "nested", "properties": {"text": text}},
            "keywords": text,
            "answer": text,
            "excluded": stored,
            "category": {"type": "keyword"},
            "products": {"type": "keyword"},
            "platforms": {"type": "keyword"},
            "lift": {"type": "float"},
            "order": {"type": "integer"},
        },
    }


def document(doc: SearchDoc, order: int) -> dict[str, Any]:
    """Return a document; the best of its wordings counts, so each is a nested document."""
    wordings = (doc.question, doc.question_en, *doc.similar, *doc.similar_en)
    return {
        "id": doc.id,
        "question": doc.question,
        "question_en": doc.question_en,
        "wordings": [{"text": text} for text in wordings if text],
        "keywords": doc.keywords,
        "answer": doc.answer,
        "excluded": doc.excluded,
        "category": doc.category,
        "products": doc.products,
        "platforms": doc.platforms,
        "lift": 1 + doc.priority / PRIORITY_UNIT,
        "order": order,
    }
