"""What is written is read back, and the reader stops at every wrong byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.search import codec
from dianzhi.search.codec import Reader
from dianzhi.search.container import pack, unpack
from dianzhi.search.errors import IndexFormatError

NUMBERS = st.integers(0, 2**28 - 1)
LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=9)


@given(st.lists(NUMBERS))
def test_numbers_come_back(values):
    reader = Reader(codec.counted(values))
    assert reader.counted(2**28) == values
    reader.done()


@given(st.lists(LINES))
def test_strings_come_back(values):
    reader = Reader(codec.strings(values))
    assert reader.strings(len(values)) == values
    reader.done()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_characters_come_back(text):
    reader = Reader(codec.steps(map(ord, text)))
    assert reader.characters(len(text)) == list(text)
    reader.done()


@pytest.mark.parametrize("value", [-1, 2**28])
def test_a_number_out_of_range_is_not_written(value):
    with pytest.raises(ValueError, match="28 bits"):
        codec.number(value)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"", lambda r: r.number()),
        (b"\x80", lambda r: r.number()),
        (b"\xff\xff\xff\xff\x01", lambda r: r.number()),
        (b"\x05", lambda r: r.below(5)),
        (b"\x02\x01", lambda r: r.counted(9)),
        (b"\x05abc", lambda r: r.strings(1)),
        (b"\x03a\nb", lambda r: r.strings(3)),
        (b"\x01a", lambda r: r.strings(0)),
        (b"\x01\xff", lambda r: r.strings(1)),
        (b"\x01", lambda r: r.characters(1)),
        (b"\xff\xff\xff\x7e", lambda r: r.characters(1)),
        (b"\x00", lambda r: r.done()),
    ],
    ids=[
        "nothing left",
        "number goes on past the end",
        "number of five bytes",
        "not below its limit",
        "list cut short",
        "block cut short",
        "fewer strings than said",
        "strings where none were said",
        "not UTF-8",
        "character before the first",
        "character after the last",
        "bytes to spare",
    ],
)
def test_wrong_bytes_are_refused(data, read):
    with pytest.raises(IndexFormatError):
        read(Reader(data))


def test_sections_come_back_and_small_letters_are_optional():
    data = pack([("AAAA", b"1"), ("more", b"22")])
    assert unpack(data, ["AAAA"]) == {"AAAA": b"1", "more": b"22"}


@pytest.mark.parametrize(
    ("sections", "known"),
    [
        ([("AAAA", b"")], ["AAAA", "BBBB"]),
        ([("AAAA", b""), ("BBBB", b"")], ["AAAA"]),
        ([("AAAA", b""), ("AAAA", b"")], ["AAAA"]),
    ],
    ids=["a section is missing", "an unknown section is needed", "a section stands twice"],
)
def test_sections_that_do_not_fit_are_refused(sections, known):
    with pytest.raises(IndexFormatError, match="section"):
        unpack(pack(sections), known)
