"""Python side of spec/vectors/search-text.json; widget/test/search/text.test.js reads the same."""

import json
from pathlib import Path

import pytest

from dianzhi.text.normalize import chunks
from dianzhi.text.terms import Synonyms, terms
from dianzhi.text.vocabulary import Vocabulary

VECTORS = json.loads(
    (Path(__file__).parents[2] / "spec" / "vectors" / "search-text.json").read_text("utf-8")
)
VOCABULARY = Vocabulary(VECTORS["costs"], set(VECTORS["ignored"]))


def why(case):
    return case["why"]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=why)
def test_a_text_becomes_phrases_and_terms(case):
    phrases = [p for _, p in VOCABULARY.phrases(chunks(case["text"], VECTORS["folds"]))]
    assert [[token.text for token in phrase] for phrase in phrases] == case["phrases"]
    assert terms(phrases, Synonyms(VECTORS["synonyms"])) == case["terms"]


@pytest.mark.parametrize("case", VECTORS["spans"], ids=why)
def test_characters_know_where_they_stood(case):
    found = chunks(case["text"], VECTORS["folds"])
    assert [[c.text, [list(span) for span in c.spans]] for c in found] == case["chunks"]
