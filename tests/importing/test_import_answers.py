"""A cell becomes CommonMark that shows what the cell showed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.catalog.markup import compile_markdown
from dianzhi.catalog.rich import to_plain
from dianzhi.importing.answers import read_answer
from dianzhi.importing.cells import cleaned, split_wordings

TEXTS = [
    ("a line break in a cell is a visible one", "一行\n二行", "一行\n\n二行"),
    ("Windows and Unicode line breaks too", "甲\r\n乙\u2028丙", "甲\n\n乙\n\n丙"),
    ("indented first lines are decoration", "　　甲\n    乙", "甲\n\n乙"),
    ("a list stays one list", "要点：\n- 甲\n- 乙\n  续\n完", "要点：\n\n- 甲\n- 乙\n  续\n\n完"),
    ("an indented list is no nested one", "  - 甲\n  - 乙", "- 甲\n- 乙"),
    ("a nested list stays nested", "1. 甲\n   - 乙", "1. 甲\n   - 乙"),
    ("a paragraph inside an item stays there", "- 甲\n\n  续\n- 乙", "- 甲\n\n  续\n- 乙"),
    ("a table stays one table", "|a|b|\n|-|-|\n|1|2|\n后", "|a|b|\n|-|-|\n|1|2|\n\n后"),
    ("a hard break stays one", "甲\\\n乙", "甲\\\n乙"),
    ("many blank lines are one", "甲\n\n\n\n乙", "甲\n\n乙"),
    ("a size is no italics", "20*30*40cm", "20\\*30\\*40cm"),
    ("bold stays bold", "这是**重点**内容", "这是**重点**内容"),
    ("a sum is no quotation", ">39元包邮", "\\>39元包邮"),
    ("a quotation stays one", "> 引用", "> 引用"),
    ("data slots stay", "{shop.hours}，{product.x}", "{shop.hours}，{product.x}"),
    ("other braces are doubled", "亲{昵称} }", "亲{{昵称}} }}"),
    ("doubled braces stay", "{{x}}", "{{x}}"),
    ("breaks and bold of HTML", "甲<br/>乙<B>丙</B>&nbsp;丁", "甲\n\n乙**丙** 丁"),
    ("punctuation leaves the bold", "<b>注意：</b>先看<b></b>", "**注意**：先看"),
    ("paragraphs and lists of HTML", "<p>甲</p><ul><li>乙</li></ul>", "甲\n\n- 乙"),
    ("colours are dropped", '<span style="color:red">甲</span>', "甲"),
    ("a heart and a Chinese name are no HTML", "<3 <订单号>", "<3 <订单号>"),
    ("invisible characters go", "甲\u200b\ufeff\x00乙", "甲乙"),
]


@pytest.mark.parametrize(("cell", "text"), [case[1:] for case in TEXTS], ids=[t[0] for t in TEXTS])
def test_a_cell_as_commonmark(cell, text):
    answer = read_answer(cell)
    assert answer.text == text
    assert answer.faults == ()


FAULTS = [
    ("HTML without Markdown", "<iframe src=x>", "raw-html"),
    ("an HTML link", '<a href="https://example.com">去看</a>', "raw-html"),
    ("bold that is none", "**注意：**先看", "stray-markup"),
    ("a private character", "图标\ue001", "bad-character"),
    ("a link that leads nowhere", "[去看](ftp://x)", "bad-link"),
]


@pytest.mark.parametrize(("cell", "code"), [c[1:] for c in FAULTS], ids=[c[0] for c in FAULTS])
def test_what_has_no_markdown_is_a_fault(cell, code):
    assert code in {fault.code for fault in read_answer(cell).faults}


def test_what_was_done_is_told():
    answer = read_answer("{昵称}<b>甲</b> 2*3 }")
    assert (answer.braces, answer.tags, answer.escaped) == (("{昵称}", "}"), ("b",), ("*",))


@given(st.text(alphabet="甲乙 \n{}*-_>|1.#a\\`[]()<\u3000\t~+=", max_size=60))
def test_reading_an_answer_again_changes_nothing(cell):
    once = read_answer(cell).text
    assert read_answer(once).text == once


@given(st.lists(st.text(alphabet="甲乙丙1a，。", min_size=1, max_size=8), min_size=1, max_size=5))
def test_every_plain_line_is_seen_as_a_line(lines):
    nodes, _ = compile_markdown(read_answer("\n".join(lines)).text, lambda _: None)
    assert to_plain(nodes).split("\n") == lines


WORDINGS = [
    ("one per line", "甲；乙\n丙", ("甲；乙", "丙")),
    ("else at separators", "甲；乙;丙|丁｜戊", ("甲", "乙", "丙", "丁", "戊")),
    ("each once, none empty", " 甲 ；；甲 ", ("甲",)),
    ("spaces inside are single", "我 \u3000要  退", ("我 要 退",)),
]


@pytest.mark.parametrize(("cell", "found"), [w[1:] for w in WORDINGS], ids=[w[0] for w in WORDINGS])
def test_wordings_in_one_cell(cell, found):
    assert split_wordings(cell) == found


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert cleaned(cleaned(text)) == cleaned(text)
