"""CommonMark with slots into answer trees (`dianzhi.catalog.rich`), and what was wrong with it.

Slots are lifted out before the Markdown engine sees the text and put back afterwards, so that
neither can misread the other; a value filled in is plain text whatever characters it has.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from dianzhi.catalog.rich import Element, Node
from dianzhi.catalog.slots import Slot, StrayBrace, split_slots

FIRST_MARK: Final = 0xE000
"""Slots travel through the Markdown engine as private-use characters from here."""
LAST_MARK: Final = 0xF8FF
MARKS: Final = re.compile(f"([{chr(FIRST_MARK)}-{chr(LAST_MARK)}])")
HREF: Final = re.compile(r"(https?://|mailto:|tel:)[^\s]+|#faq=[a-z0-9-]+")
SIMPLE: Final = {
    "paragraph": "p", "strong": "strong", "em": "em", "blockquote": "blockquote",
    "bullet_list": "ul", "list_item": "li", "hr": "hr", "table": "table", "thead": "thead",
    "tbody": "tbody", "tr": "tr", "th": "th", "td": "td", "hardbreak": "br",
}  # fmt: skip
ENGINE: Final = (
    MarkdownIt("commonmark", {"html": True}).enable("table").disable(["code", "fence", "reference"])
)
"""Raw HTML is recognised only to be refused; indented code would swallow indented paragraphs."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a text: code point offset, problem code, message and hint."""

    offset: int
    code: str
    message: str
    hint: str


Fill = Callable[[str], str | None]
"""The value of a slot, or None where it stays a slot."""


def compile_markdown(text: str, fill: Fill) -> tuple[tuple[Node, ...], list[Fault]]:
    """Return `text` as a tree and its faults."""
    return _Compiler(text, fill).run()


@dataclass(slots=True)
class _Compiler:
    text: str
    fill: Fill
    lifted: list[Node] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def run(self) -> tuple[tuple[Node, ...], list[Fault]]:
        if MARKS.search(self.text):
            self.fault("", "bad-character", "文字里有不能用的私有字符", "删掉这个字符，重新输入")
            return (), self.faults
        source = "".join(map(self.lift, split_slots(self.text)))
        tree = SyntaxTreeNode(ENGINE.parse(source))
        return tuple(self.nodes(tree.children)), self.faults

    def lift(self, part: str | Slot | StrayBrace) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, StrayBrace):
            hint = "引用数据写成 {product.shelf_life} 这样；就要一个大括号时写两个：{{ 或 }}"
            self.faults.append(Fault(part.offset, "stray-brace", "单独的大括号", hint))
            return ""
        value = self.fill(part.name)
        slot = Element("slot", attributes=(("name", part.name),))
        self.lifted.append(slot if value is None else value)
        return chr(FIRST_MARK + len(self.lifted) - 1)

    def nodes(self, trees: Iterable[SyntaxTreeNode]) -> Iterator[Node]:
        for tree in trees:
            yield from self.node(tree)

    def node(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        if tree.type in SIMPLE:
            yield Element(SIMPLE[tree.type], tuple(self.nodes(tree.children)))
        elif tree.type in ("inline", "root"):
            yield from self.nodes(tree.children)
        else:
            yield from getattr(self, f"_{tree.type}", self._html_inline)(tree)

    def _text(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        if "**" in tree.content or "](" in tree.content:
            hint = "** 的内侧不要留空格；加粗的内容以标点结尾时，把标点移到 ** 外面"
            found = "**" if "**" in tree.content else "]("
            self.fault(found, "stray-markup", "加粗或链接的记号没有生效", hint)
        yield from self.filled(tree.content)

    def _softbreak(self, _tree: SyntaxTreeNode) -> Iterator[Node]:
        yield "\n"

    def _code_inline(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        yield Element("code", tuple(self.filled(tree.content)))

    def _heading(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        tag = "h3" if tree.tag in ("h1", "h2", "h3") else "h4"
        yield Element(tag, tuple(self.nodes(tree.children)))

    def _ordered_list(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        start = str(tree.attrs.get("start", 1))
        attributes = () if start == "1" else (("start", start),)
        yield Element("ol", tuple(self.nodes(tree.children)), attributes)

    def _link(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        href = str(tree.attrs["href"])
        if not HREF.fullmatch(href):
            hint = "链接只能是 https://…、mailto:…、tel:… 或 #faq=问答编号"
            self.fault(href, "bad-link", f"不能用的链接 {href}", hint)
        yield Element("a", tuple(self.nodes(tree.children)), (("href", href),))

    def _image(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        src = str(tree.attrs["src"])
        alt = "".join(child.content for child in tree.children)
        yield Element("img", attributes=(("src", src), ("alt", alt)))

    def _html_inline(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        found = tree.content.strip().split("\n")[0]
        hint = "答案里不能写 HTML：加粗用 **文字**，换行空一行，小于号写成 &lt;"
        self.fault(found, "raw-html", f"用了 HTML：{found[:30]}", hint)
        yield from self.filled(tree.content)

    _html_block = _html_inline

    def filled(self, text: str) -> Iterator[Node]:
        for piece in MARKS.split(text):
            if MARKS.fullmatch(piece):
                yield self.lifted[ord(piece) - FIRST_MARK]
            elif piece:
                yield piece

    def fault(self, found: str, code: str, message: str, hint: str) -> None:
        known = [fault.offset for fault in self.faults if fault.code == code]
        offset = self.text.find(found, known[-1] + 1 if known else 0)
        self.faults.append(Fault(max(offset, 0), code, message, hint))
