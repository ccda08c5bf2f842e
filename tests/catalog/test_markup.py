"""Answers: what CommonMark becomes, what is refused, and what can never come out."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.catalog.markup import HREF, compile_markdown
from dianzhi.catalog.rich import TAGS, VOID, Element, slots_of, to_html, to_json, to_plain

MARKDOWN = st.text(
    alphabet=st.sampled_from("*_`[]()<>!#|-+&;:\\{}\n 1.ab退 ：/=\"'~"), max_size=60
) | st.text(max_size=60)
PIECES = st.lists(
    st.sampled_from(
        ["**退**", "** a **", "[a](b)", "<b>", "{product.x}", "{{", "\n\n", "- a\n", "> ", "![a](b)",
         "| a | b |\n|--|--|\n| 1 | 2 |\n", "1. a\n", "# a\n", "`c`", "&lt;", "\\*", "---\n", "<!--"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
CASES = (
    ("a paragraph", "退货", [["p", "退货"]]),
    ("bold", "**退**货", [["p", ["strong", "退"], "货"]]),
    ("a slot stays where its value is not known", "{batch.expires}", [["p", ["slot", {"name": "batch.expires"}]]]),
    ("a value is filled in as plain text", "发货：{shop.ship}", [["p", "发货：", "**48** <小时>"]]),
    ("doubled braces", "{{a}}", [["p", "{a}"]]),
    ("a list", "- 甲\n- 乙", [["ul", ["li", ["p", "甲"]], ["li", ["p", "乙"]]]]),
    ("a list that starts later", "3. 丙", [["ol", {"start": "3"}, ["li", ["p", "丙"]]]]),
    ("a table", "| 甲 |\n|---|\n| 乙 |", [["table", ["thead", ["tr", ["th", "甲"]]], ["tbody", ["tr", ["td", "乙"]]]]]),
    ("headings start at the third", "# 甲\n\n#### 乙", [["h3", "甲"], ["h4", "乙"]]),
    ("a link", "[看](https://example.com/退)", [["p", ["a", {"href": "https://example.com/退"}, "看"]]]),
    ("a link to an entry", "[看](#faq=a-b)", [["p", ["a", {"href": "#faq=a-b"}, "看"]]]),
    ("a picture in Chinese", "![封签](media/封签.png)", [["p", ["img", {"src": "media/封签.png", "alt": "封签"}]]]),
    ("indented text is text, not code", "    退货", [["p", "退货"]]),
)  # fmt: skip
REFUSED = (
    ("raw HTML", "退<b>货", "raw-html", "<b>"),
    ("an HTML block", "退\n\n<div>\n货", "raw-html", "<div>"),
    ("a comment", "退<!-- 货 -->", "raw-html", "<!-- 货 -->"),
    ("a script address", "[看](javascript:a)", "bad-link", "javascript:a"),
    ("a relative address", "[看](a.html)", "bad-link", "a.html"),
    ("bold that does not close", "**甲**，** 乙", "stray-markup", "** 乙"),
    ("bold in a table, in the cell where it stands", "| a | ** b |\n|--|--|\n", "stray-markup", "** b"),
    ("bold after a slot, which is longer than its mark", "{shop.ship}说 ** 乙", "stray-markup", "** 乙"),
    ("bold after doubled braces, which are shorter", "{{a}} ** 乙", "stray-markup", "** 乙"),
    ("a brace alone", "甲{乙", "stray-brace", "{乙"),
    ("the second of two alike", "** 甲\n\n** 甲", "stray-markup", "** 甲"),
)  # fmt: skip


def fill(name):
    return {"shop.ship": "**48** <小时>"}.get(name)


def elements(nodes):
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from elements(node.children)


class Seen(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.open, self.words = set(), set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize(("text", "nodes"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_what_comes_out(text, nodes):
    found, faults = compile_markdown(text, fill)
    assert to_json(found) == nodes
    assert faults == []


@pytest.mark.parametrize(
    ("text", "code", "rest"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_refused_and_where(text, code, rest):
    faults = compile_markdown(text, fill)[1]
    assert [fault.code for fault in faults] == [code] * len(faults) != []
    assert text[faults[-1].offset :].startswith(rest)


@given(MARKDOWN | PIECES)
def test_any_text_comes_out_in_allowed_tags_with_faults_inside_it(text):
    nodes, faults = compile_markdown(text, fill)
    for element in elements(nodes):
        assert element.tag in TAGS
        assert {name for name, _ in element.attributes} <= {"start", "href", "src", "alt", "name"}
        assert element.tag != "a" or HREF.fullmatch(dict(element.attributes)["href"])
    assert all(0 <= fault.offset <= len(text) for fault in faults)


@given(MARKDOWN | PIECES)
def test_html_holds_no_brace_and_no_tag_that_the_tree_has_not(text):
    nodes, _ = compile_markdown(text, fill)
    html = to_html(nodes)
    assert not {"{", "}"} & set(html)
    seen = Seen()
    seen.feed(html)
    seen.close()
    assert seen.open == []
    tags = {element.tag for element in elements(nodes)}
    assert seen.tags == {"span" if tag == "slot" else tag for tag in tags}
    assert seen.attributes <= {"start", "href", "src", "alt", "class", "data-slot"}


@given(MARKDOWN | PIECES)
def test_the_words_of_the_html_are_the_words_of_the_tree(text):
    nodes, _ = compile_markdown(text, fill)
    seen = Seen()
    seen.feed(to_html(nodes))
    seen.close()
    said = "".join(seen.words)
    for name in slots_of(nodes):
        said = said.replace(f"{{{name}}}", "", 1)
    assert "".join(said.split()) == "".join(to_plain(nodes).split())


@pytest.mark.parametrize(
    "text",
    ["*" * 1400 + "甲" + "*" * 1400, "> " * 1000 + "甲", "- " * 800 + "甲", "**a _b " * 400],
    ids=["bold in bold", "quotes in quotes", "lists in lists", "half-open"],
)
def test_nesting_beyond_reason_is_refused_and_never_raises(text):
    nodes, faults = compile_markdown(text, fill)
    assert nodes == () or faults == [] or faults[0].code == "stray-markup"
    assert {fault.code for fault in faults} == {"stray-markup"}
