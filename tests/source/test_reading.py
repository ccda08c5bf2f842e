"""Any bytes at all are read into content or problems, never into an exception."""

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianzhi.model.entry import Entry
from dianzhi.model.files import EntriesFile
from dianzhi.model.kinds import Markdown, Text
from dianzhi.source.decode import Decoder
from dianzhi.source.nodes import ListNode, MapNode, Scalar
from dianzhi.source.read_yaml import read_yaml
from dianzhi.source.understand import understand

PATHS = ("shop.yaml", "faq/a.yaml", "flows/a.yaml", "products/a.yaml", "products/a.csv", "a.txt")
YAMLISH = st.lists(
    st.sampled_from(
        ["entries:", "\n", "  ", "- ", ": ", "id", "退货", '"', "'", "{", "}", "[", "]", ",", "|", ">",
         "#", "&a", "*a", "!t", "---", "...", "\t", "\\", "2026-01-01", "~", "：", "“", "\x07", "?", "%"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
TEXTS = YAMLISH | st.text(max_size=80)
PROSE = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Cn", "Co"),
        exclude_characters="\u2028\u2029\ufeff\ufffd",
    ),
    min_size=4,
    max_size=60,
).filter(lambda text: text.strip())


def nodes_below(node):
    yield node
    if isinstance(node, ListNode):
        for one in node.items:
            yield from nodes_below(one)
    elif isinstance(node, MapNode):
        for key, value in node.items:
            yield key
            yield from nodes_below(value)


@pytest.mark.parametrize("path", PATHS)
@given(content=st.binary(max_size=80) | TEXTS.map(str.encode))
@settings(max_examples=60)
def test_any_bytes_in_any_file_come_to_problems(path, content):
    understood = understand({path: content})
    assert understood.content is None
    assert understood.problems
    for problem in understood.problems:
        assert problem.span.line >= 1
        assert problem.span.column >= 1
        assert problem.message
        assert problem.hint


@given(TEXTS)
def test_every_place_is_inside_its_file(text):
    root, problems = read_yaml("a.yaml", text)
    lines = text.split("\n")
    places = [problem.span for problem in problems]
    places += [node.place.span for node in nodes_below(root)] if root else []
    for span in places:
        assert 1 <= span.line <= len(lines) + 1  # what is left open ends below the last line
        assert 1 <= span.column <= len([*lines, ""][span.line - 1]) + 1


@given(TEXTS)
def test_a_value_on_one_line_stands_where_its_place_says(text):
    root, _ = read_yaml("a.yaml", text)
    lines = text.split("\n")
    for node in nodes_below(root) if root else ():
        if isinstance(node, Scalar) and node.place.layout == "line" and node.value:
            line = lines[node.place.line - 1]
            assert line[node.place.column - 1 :].startswith(node.value)


@given(st.lists(st.text("退货 a*{", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=5),
       st.integers(0, 3), st.data())  # fmt: skip
def test_every_character_of_a_block_text_is_placed(lines, blank, data):
    body = [line.strip() for line in lines]
    text = "a:\n  b: |\n" + "\n" * blank + "".join(f"      {line}\n" for line in body)
    root, problems = read_yaml("a.yaml", text)
    assert problems == []
    block = next(node for node in nodes_below(root) if node.place.layout == "block")
    offset = data.draw(st.integers(0, len(block.value.rstrip("\n")) - 1))
    span = block.place.inside(block.value, offset)
    found = [*text.split("\n")[span.line - 1], "\n"][
        span.column - 1 if block.value[offset] != "\n" else -1
    ]
    assert found == block.value[offset]


def entry_text(question, similar, answer):
    entry = {
        "id": "a-1",
        "category": "returns",
        "question": question,
        "similar": similar,
        "answer": answer,
        "state": "draft",
        "owner": "wang",
        "edited_by": "wang",
        "edited_on": "2026-09-01",
        "effective": "2026-09-03",
        "review_by": "2027-01-31",
    }
    return json.dumps({"entries": [entry]}, ensure_ascii=False)


@given(PROSE, st.lists(PROSE, max_size=4), PROSE, PROSE)
def test_texts_are_read_as_they_were_written(question, similar, zh, en):
    root, problems = read_yaml("a.yaml", entry_text(question, similar, {"zh": zh, "en": en}))
    assert problems == []
    decoder = Decoder()
    entry = decoder.record(root, EntriesFile).entries[0]
    assert decoder.problems == []
    assert entry.question == Text(question)
    assert entry.similar == tuple(Text(one) for one in similar)
    assert entry.answer == Markdown(zh, en)


def test_places_are_kept_and_are_no_part_of_what_is_equal():
    one, other = (
        Decoder().record(read_yaml("a.yaml", text)[0], EntriesFile).entries[0]
        for text in (
            entry_text("怎么退货", [], "点这里"),
            "\n\n" + entry_text("怎么退货", [], "点这里"),
        )
    )
    assert (one.at.span("question").line, other.at.span("question").line) == (1, 3)
    assert one == other
    assert hash(one) == hash(other)
    assert isinstance(one, Entry)
    assert dataclasses.replace(one, id="b") != one
