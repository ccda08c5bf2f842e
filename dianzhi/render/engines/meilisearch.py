"""Settings and documents for Meilisearch 1.10 and later (`frequency` strategy, locales).

Its tokenizer cuts Chinese by jieba's dictionary; `dictionary` gives it the shop's own words. Ignored
words are stop words there: whole tokens, as with us.
"""

from typing import Any

from dianzhi.model.shop import Lexicon
from dianzhi.search import SearchDoc
from dianzhi.text.tables import chatter

CHINESE = ("question", "similar", "keywords", "answer")
ENGLISH = ("question_en", "similar_en")


def settings(lexicon: Lexicon) -> dict[str, Any]:
    """Return the index settings; fields come in the order of their weight."""
    return {
        "searchableAttributes": [
            "question", "similar", "question_en", "similar_en", "keywords", "answer",
        ],
        "filterableAttributes": ["category", "platforms", "products"],
        "rankingRules": [
            "words", "typo", "proximity", "attribute", "exactness", "priority:desc", "order:asc",
        ],
        "stopWords": sorted({*chatter(), *lexicon.ignore}),
        "synonyms": _synonyms(lexicon),
        "dictionary": sorted(
            {*lexicon.words, *(word for group in lexicon.synonyms for word in group)}
        ),
        "localizedAttributes": [
            {"attributePatterns": list(CHINESE), "locales": ["cmn"]},
            {"attributePatterns": list(ENGLISH), "locales": ["eng"]},
        ],
        "pagination": {"maxTotalHits": 200},
    }  # fmt: skip


def document(doc: SearchDoc, order: int) -> dict[str, Any]:
    """Return a document; `order` is its place in author order, from 0."""
    return {
        "id": doc.id,
        "question": doc.question,
        "question_en": doc.question_en,
        "similar": doc.similar,
        "similar_en": doc.similar_en,
        "keywords": doc.keywords,
        "answer": doc.answer,
        "excluded": doc.excluded,
        "category": doc.category,
        "products": doc.products,
        "platforms": doc.platforms,
        "priority": doc.priority,
        "order": order,
    }


def _synonyms(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return for each word the others of its group; of two groups with a word the first counts."""
    found: dict[str, list[str]] = {}
    for group in lexicon.synonyms:
        for word in group:
            found.setdefault(word, [other for other in group if other != word])
    return dict(sorted(found.items()))
