"""Characters are read as pypinyin reads them, whose tables are used and whose rule is followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from dianzhi.text.normalize import HAN
from dianzhi.text.readings import dictionary_reading, readings
from dianzhi.text.syllables import is_syllable
from dianzhi.text.tables.pinyin import phrases

PHRASES = sorted(phrases())
PART = st.tuples(st.sampled_from(PHRASES), st.integers(0, 3), st.integers(1, 9)).map(
    lambda drawn: drawn[0][drawn[1] :][: drawn[2]]
)
UNREAD = st.sampled_from("のー々〆〇㐀")
RUNS = st.lists(st.one_of(PART, PART, UNREAD), max_size=4).map("".join)


def theirs(run):
    """Return pypinyin's syllables; beside a character that it lacks, each character by itself."""
    found = lazy_pinyin(run, errors="ignore", v_to_u=False)
    if len(found) != len(run):
        found = ["".join(lazy_pinyin(char, errors="ignore")) for char in run]
    return shown(found)


def shown(syllables):
    """Return the syllables that can travel, empty ones where a reading cannot."""
    return [syllable if is_syllable(syllable) else "" for syllable in syllables]


@given(run=RUNS)
def test_runs_are_read_as_pypinyin_reads_them(run):
    assert shown(dictionary_reading(run)) == theirs(run)


def test_so_is_every_character():
    chars = [chr(code) for first, last in HAN for code in range(first, last + 1)]
    wrong = [char for char in chars if shown(dictionary_reading(char)) != theirs(char)]
    assert not wrong


@pytest.mark.parametrize(
    ("run", "syllables"),
    [
        ("银行", "yin hang"),  # a phrase chooses among readings
        ("行李", "xing li"),
        ("重新发货", "chong xin fa huo"),
        ("绿色", "lv se"),  # ü is v
        ("行の", "xing "),  # kana have none
        ("", ""),
    ],
)
def test_readings_of(run, syllables):
    assert dictionary_reading(run) == tuple(syllables.split(" ") if run else ())


def test_own_words_win_and_the_most_frequent_reading_stands_first():
    told = {"行李": ("hang", "li"), "李行": ("li", "heng")}
    found = readings(["银行", "银行", "行走", "行李行"], told)
    assert found["行"] == ("hang", "heng", "xing")
    assert found["银"] == ("yin",)
