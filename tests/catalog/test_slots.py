"""Slots by spec/vectors/slots.json, and nothing lost on the way."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.catalog.slots import Slot, StrayBrace, split_slots

VECTORS = json.loads((Path(__file__).parents[2] / "spec/vectors/slots.json").read_text("utf-8"))
TEXTS = st.text(alphabet=st.sampled_from("{} \na退.😀"), max_size=40)


def as_data(part):
    if isinstance(part, Slot):
        return {"slot": part.name, "at": part.offset}
    return {"stray": part.offset} if isinstance(part, StrayBrace) else part


def as_written(text, part):
    if isinstance(part, Slot):
        return text[part.offset : text.index("}", part.offset) + 1]
    if isinstance(part, StrayBrace):
        return text[part.offset]
    return part * 2 if part in ("{", "}") else part


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["why"])
def test_split(case):
    assert [as_data(part) for part in split_slots(case["text"])] == case["parts"]


@given(TEXTS)
def test_the_parts_joined_are_the_text(text):
    assert "".join(as_written(text, part) for part in split_slots(text)) == text


@given(TEXTS)
def test_literal_parts_hold_no_brace_but_a_doubled_one(text):
    literal = [part for part in split_slots(text) if isinstance(part, str)]
    assert all(part in ("{", "}") or not {"{", "}"} & set(part) for part in literal)


@given(st.text(alphabet=st.characters(exclude_characters="{}", codec="utf-8")))
def test_a_text_without_braces_is_one_part(text):
    assert list(split_slots(text)) == [text] * bool(text)
