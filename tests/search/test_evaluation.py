"""The figures of an evaluation, by hand-made hits: the arithmetic needs no engine."""

from dataclasses import astuple

import pytest

from dianzhi.search import Hit
from dianzhi.search.evaluation import (
    Outcome,
    answered_anyway,
    by_group,
    confusions,
    failures,
    figures,
    trust,
)


def outcome(wanted, found, confidence="likely", query="q"):
    """Two words of ids: those wanted, those found, best first."""
    hits = tuple(Hit(name, name.upper(), 1, confidence, ()) for name in found.split())
    return Outcome(query, tuple(wanted.split()), hits)


@pytest.mark.parametrize(
    ("wanted", "found", "place"),
    [
        ("a", "a b", 1),
        ("a", "b c d a", 4),
        ("a c", "b c a", 2),  # any of the wanted ones is right, the first found counts
        ("a", "b", None),
        ("a", "", None),
        ("", "a", None),  # unanswerable: no place is right
    ],
)
def test_the_place_is_that_of_the_first_right_entry(wanted, found, place):
    assert outcome(wanted, found).place == place


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([], (0, 0, 0, 0, 0, 0)),
        ([("a", "a")], (1, 1, 1, 1, 1, 0)),
        ([("a", "b c a")], (1, 0, 1, 1, 1 / 3, 0)),
        ([("a", "b c d a")], (1, 0, 0, 1, 1 / 4, 0)),
        ([("a", "")], (1, 0, 0, 0, 0, 1)),
        ([("a", "a"), ("a", "b a"), ("a", "b"), ("a", "")], (4, 0.25, 0.5, 0.5, 0.375, 0.25)),
        ([("", ""), ("", "b")], (2, 0, 0, 0, 0, 0.5)),
    ],
)
def test_figures(outcomes, expected):
    assert astuple(figures(outcome(*one) for one in outcomes)) == pytest.approx(expected)


def test_groups_stand_in_the_order_given_and_hold_answerable_questions_only():
    outcomes = [outcome("b", "b"), outcome("a", "b"), outcome("", "a"), outcome("a b", "b")]
    found = by_group(outcomes, {"a": "one", "b": "two", "c": "three"})
    assert [(name, one.count, one.hit1) for name, one in found.items()] == [
        ("one", 2, 0.5),
        ("two", 1, 1),
    ]


def test_a_wanted_entry_without_a_group_is_refused():
    with pytest.raises(KeyError):
        by_group([outcome("x", "a")], {"a": "one"})


def test_a_failure_has_no_right_entry_among_the_first_three():
    outcomes = [outcome("a", "b c a"), outcome("a", "b c d a"), outcome("a", ""), outcome("", "b")]
    assert failures(outcomes) == outcomes[1:3]


def test_an_unanswerable_question_is_answered_anyway_when_anything_is_found():
    outcomes = [outcome("", ""), outcome("", "b"), outcome("a", "b")]
    assert answered_anyway(outcomes) == outcomes[1:2]


def test_confusions_count_what_stood_first_instead():
    outcomes = [
        outcome("a", "c a"),
        outcome("a", "b a"),
        outcome("a", "a b"),  # right
        outcome("a", ""),  # nothing stood there
        outcome("", "b"),  # nothing was wanted
        outcome("a d", "b"),
    ]
    assert list(map(astuple, confusions(outcomes))) == [("a", "b", 2), ("a", "c", 1)]


def test_trust_tells_how_often_each_confidence_was_right():
    outcomes = [
        outcome("a", "a", "direct"),
        outcome("a", "b a", "direct"),
        outcome("", "b", "maybe"),
        outcome("a", "", "direct"),  # nothing was shown with any confidence
    ]
    assert list(map(astuple, trust(outcomes))) == [
        ("direct", 2, 1, 0),
        ("likely", 0, 0, 0),
        ("maybe", 1, 0, 1),
    ]
