"""The trainer of the table of meaning: the same input gives the same table, and it learns."""

import random
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

# The scripts of training/ stand beside each other and are run as files.
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from learning import Settings
from sentences import expand, matters, sentences, topics
from train import terms_of, train

LEARNED_FROM = "773d48265180f555d3116d7b1a5ff06f75af591c45cda7c6c30ef8558c1c07c5"
"""SHA-256 of what dianzhi/text/tables/meaning.bin was learned from, a sentence a line."""
SAID = ["退货运费谁出", "退货的运费", "怎么开发票", "发票怎么开", "vip多少钱", "会员多少钱"] * 100


@pytest.fixture
def teacher():
    """Three matters, each said in two ways, as a teacher would see them."""
    chance = np.random.default_rng(0)
    matters = np.repeat(chance.normal(size=(3, 8)), 2, axis=0)
    rows = np.tile(matters + chance.normal(0, 0.1, (6, 8)), (100, 1))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def settings():
    return Settings(size=8, axes=8, passes=30, batch=100)


def test_the_same_input_gives_the_same_bytes(teacher, settings):
    first, second = (train(SAID, teacher, settings).to_bytes(3) for _ in range(2))
    assert first == second
    assert train(SAID, teacher[::-1].copy(), settings).to_bytes(3) != first


def test_what_the_teacher_finds_alike_is_near(teacher, settings):
    table = train(SAID, teacher, settings)
    sums = np.array([table.sum(terms_of(text)) for text in SAID[:6]], float)
    sums /= np.linalg.norm(sums, axis=1, keepdims=True)
    near = sums @ sums.T
    for one, other in ((0, 1), (2, 3), (4, 5)):
        apart = [near[one, at] for at in range(6) if at not in (one, other)]
        assert near[one, other] > max(apart) + 0.2


PATTERNS = [
    ("(退|换)货", {"退货", "换货"}),
    ("{days}没(动|)了", {"两天没动了", "两天没了"}),
    ("(车票(怎么(退|改)|多少钱))", {"车票怎么退", "车票怎么改", "车票多少钱"}),
]


@pytest.mark.parametrize(("pattern", "ways"), PATTERNS, ids=[one for one, _ in PATTERNS])
def test_a_pattern_gives_each_of_its_ways(pattern, ways):
    chance = random.Random(1)
    assert {expand(pattern, {"days": ["两天"]}, chance) for _ in range(100)} == ways


def test_all_patterns_can_be_expanded_and_are_the_same_every_time():
    said = list(matters())
    assert len(said) > 20_000
    assert not [text for text in said if set(text) & set("(){}|")]
    assert said == list(matters())


def test_every_topic_is_asked_about_in_many_ways_and_the_same_every_time():
    asked = list(topics())
    assert len(set(asked)) > 40_000
    assert not [text for text in asked if set(text) & set("{}|:# ")]
    assert asked == list(topics())


def test_the_table_was_learned_from_these_sentences():
    """Else training/README.md no longer says how to make it: learn it anew, and change the sum here."""
    assert sha256("\n".join([*sentences(), ""]).encode()).hexdigest() == LEARNED_FROM
