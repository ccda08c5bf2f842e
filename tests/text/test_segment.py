"""Words are found as jieba finds them, whose list is read and whose rule is followed."""

import logging
import warnings
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.text.segment import Segmenter, common_characters
from dianzhi.text.tables.dictionary import word_counts

OWN = ("海盐脆片", "毛孔精华", "保质期到哪天", "々退")
SHOPPING = st.text(
    st.sampled_from("海盐脆片毛孔精华保质期到哪天退货款怎么办理运费险的了不中国人々〇の㐀"),
    max_size=24,
)
HAN_TEXT = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=24)


@pytest.fixture(scope="module")
def jieba_with():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it was written for older Pythons
        import jieba  # noqa: PLC0415  # warns when it is loaded
    jieba.setLogLevel(logging.WARNING)
    whole, total = jieba.Tokenizer().gen_pfdict(jieba.Tokenizer().get_dict_file())

    def made(words):
        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(whole), total, True
        for word in words:
            tokenizer.add_word(word)
        return tokenizer

    return {words: (made(words), Segmenter(words)) for words in ((), OWN)}


@given(text=st.one_of(SHOPPING, HAN_TEXT), words=st.sampled_from([(), OWN]))
def test_cuts_are_jiebas(jieba_with, text, words):
    theirs, ours = jieba_with[words]
    assert ours.cut(text) == list(theirs.cut(text, HMM=False))


def test_the_total_is_jiebas(jieba_with):
    assert word_counts()[1] == jieba_with[()][0].total


def test_the_table_of_common_characters_is_added_up_over_the_list():
    counts = Counter()
    for word, count in word_counts()[0].items():
        for char in word:
            counts[char] += count
    chars = common_characters()
    assert len(chars) == 3500
    assert all((-counts[a], a) < (-counts[b], b) for a, b in pairwise(chars))
    assert sorted(counts, key=lambda char: (-counts[char], char))[3499] == chars[-1]
