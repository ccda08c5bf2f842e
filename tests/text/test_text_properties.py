"""What holds for any text: nothing is lost, nothing is folded twice, places are right."""

from hypothesis import given
from hypothesis import strategies as st

from dianzhi.text.normalize import chunks, fold, kind_of, plain
from dianzhi.text.segment import Segmenter, cost_of
from dianzhi.text.tables import fold_pairs
from dianzhi.text.vocabulary import SHOP_COST, Vocabulary

HAN_TEXT = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40)
SHOPPING = st.text(st.sampled_from("退货款保质期发票运费多久能不能怎么亲请问七天7a"), max_size=40)
MIXED = st.one_of(st.text(max_size=40), SHOPPING)
SEGMENTER = Segmenter()
VOCABULARY = Vocabulary(
    {"退货": 11, "保质期": 12, "质期": 9, "多久": 9, "请问": SHOP_COST}, {"请问"}
)


@given(MIXED)
def test_folding_twice_is_folding_once(text):
    once = plain(text, fold_pairs())
    assert plain(once, fold_pairs()) == once


@given(MIXED)
def test_every_kept_character_stands_where_its_span_says(text):
    units = text.encode("utf-16-le", "surrogatepass")
    for chunk in chunks(text, fold_pairs()):
        assert len(chunk.text) == len(chunk.spans)
        for char, (start, end) in zip(chunk.text, chunk.spans, strict=True):
            origin = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
            assert fold(origin, fold_pairs()) == char


@given(MIXED, st.integers(0, 10))
def test_a_limit_keeps_the_first_characters(text, limit):
    assert plain_limited(text, limit) == plain(text, fold_pairs())[:limit]


def plain_limited(text, limit):
    return "".join(chunk.text for chunk in chunks(text, fold_pairs(), limit))


@given(MIXED)
def test_chunks_hold_only_what_is_searchable(text):
    assert all(kind_of(char) for chunk in chunks(text, fold_pairs()) for char in chunk.text)


@given(MIXED)
def test_cutting_by_an_index_loses_nothing(text):
    for chunk in chunks(text, fold_pairs()):
        tokens = VOCABULARY.cut(chunk.text)
        assert "".join(token.text for token in tokens) == chunk.text
        assert [chunk.text[t.start : t.start + len(t.text)] for t in tokens] == [
            t.text for t in tokens
        ]


@given(HAN_TEXT)
def test_cutting_by_jieba_loses_nothing(text):
    assert "".join(SEGMENTER.cut(text)) == text


@given(SHOPPING)
def test_phrases_are_the_text_without_chatter(text):
    phrases = VOCABULARY.phrases(chunks(text, fold_pairs()))
    kept = "".join(token.text for _, phrase in phrases for token in phrase)
    cut = (VOCABULARY.cut(chunk.text) for chunk in chunks(text, fold_pairs()))
    words = [word.text for words in cut for word in words]
    assert kept == "".join(words).replace("请问", "")


def test_the_shops_own_words_stay_whole():
    assert "海盐脆片" not in Segmenter().cut("买海盐脆片送毛孔精华")
    cut = Segmenter(["海盐脆片", "毛孔精华"]).cut("买海盐脆片送毛孔精华")
    assert cut == ["买", "海盐脆片", "送", "毛孔精华"]


def test_one_shops_words_do_not_reach_another():
    before = Segmenter().cut("买海盐脆片")
    Segmenter(["海盐脆片"])
    assert Segmenter().cut("买海盐脆片") == before


def test_frequent_words_cost_less_than_rare_ones_and_unknown_ones_nothing():
    assert 0 < cost_of("我们") < cost_of("保质期") < 30
    assert cost_of("海盐脆片") is None


def test_nothing_is_left_in_the_temp_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    Segmenter(["海盐脆片"]).cut("海盐脆片保质期")
    assert list(tmp_path.iterdir()) == []
