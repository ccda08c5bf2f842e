"""The tables of text rules say what they should, once."""

import pytest

from dianzhi.text.normalize import HAN, chunks, kind_of
from dianzhi.text.tables import amounts, chatter, fold_pairs, frame, lines
from dianzhi.text.terms import Synonyms
from dianzhi.text.vocabulary import Token

TABLES = ("traditional.txt", "cantonese.txt", "latin.txt")


@pytest.mark.parametrize("name", TABLES)
def test_every_line_is_a_character_and_its_fold_in_order(name):
    rows = lines(name)
    assert all(len(row) == 2 for row in rows)
    assert list(rows) == sorted(set(rows))


def test_no_character_is_folded_twice():
    pairs = fold_pairs()
    assert len(pairs) == sum(len(lines(name)) for name in TABLES)
    assert not set(pairs) & set(pairs.values())


def test_nothing_of_ascii_is_in_a_table_and_every_fold_is_searchable():
    assert not [char for char in fold_pairs() if char.isascii()]
    assert all(kind_of(target) for target in fold_pairs().values())


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("退貨運費險", "退货运费险"),
        ("發票開立", "发票开立"),
        ("保質期過後還能用嗎", "保质期过后还能用吗"),
        ("為什麼這裡", "为什么这里"),
        ("為甚麼臺灣", "为甚么台湾"),
        ("裏面說妳", "里面说你"),
        ("乾燥於", "干燥于"),
        ("徵求瞭解", "征求了解"),
    ],
)
def test_what_shoppers_in_traditional_characters_type(traditional, simplified):
    assert "".join(fold_pairs().get(char, char) for char in traditional) == simplified


@pytest.mark.parametrize(
    ("cantonese", "mandarin"),
    [
        ("有冇平啲嘅", "有没平些的"),
        ("佢哋寄錯咗俾我", "他们寄错了给我"),
        ("我唔想要嗰支", "我不想要那支"),
        ("喺邊度搵", "在边度找"),
    ],
)
def test_what_shoppers_in_cantonese_type(cantonese, mandarin):
    assert "".join(fold_pairs().get(char, char) for char in cantonese) == mandarin


def test_simplified_text_stays_as_it_is():
    text = "正装印在瓶底和外盒侧面以包装上的限用日期为准退货只支持签收后七天内覆盖乾"[:-1]
    assert [char for char in text if char in fold_pairs()] == []


def test_chatter_is_normalised_and_each_one_expression():
    for word in chatter():
        assert [chunk.text for chunk in chunks(word, fold_pairs())] == [word]
    assert len(set(chatter())) == len(chatter())


@pytest.mark.parametrize(
    "word", ["能不能", "多久", "怎么", "为什么", "哪里", "多少", "吗", "不", "客服", "什么时候"]
)
def test_words_that_carry_a_question_are_no_chatter(word):
    assert word not in chatter()


def test_han_ranges_are_in_order_and_apart():
    ends = [code for first, last in HAN for code in (first, last)]
    assert ends == sorted(ends)


def test_frame_is_normalised_characters_and_words():
    for term in frame():
        assert [chunk.text for chunk in chunks(term, fold_pairs())] == [term]
        assert len(term) == 1 or term.isascii()


@pytest.mark.parametrize("char", "不没退换发货票险券费寄拆")
def test_what_a_question_is_about_is_no_frame(char):
    assert char not in frame()


def test_amounts_are_normalised_and_each_in_one_group():
    members = [member for group in amounts() for member in group]
    assert len(set(members)) == len(members)
    assert all(len(group) > 1 for group in amounts())
    assert [chunk.text for text in members for chunk in chunks(text, fold_pairs())] == members


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("半年内", "半年"),
        ("12个月", "12个月"),
        ("十二个月", "十二个月"),
        ("50ml装", "ml"),
        ("一次性", ""),
        ("三文鱼", ""),
        ("十分好用", ""),
        ("这两天", ""),
        ("html", ""),
        ("百分之一", ""),
    ],
)
def test_amounts_stand_with_their_unit_and_whole(text, found):
    known = Synonyms(amounts())
    assert [text[start:end] for _, start, end in known.find([Token(text, 0)])] == (
        [found] if found else []
    )
