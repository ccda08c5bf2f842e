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
STRAY: Final = re.compile(r"\*\*|\]\(")
HREF: Final = re.compile(r"(https?://|mailto:|tel:)[^\s]+|#faq=[a-z0-9-]+")
SIMPLE: Final = {
    "paragraph": "p", "strong": "strong", "em": "em", "blockquote": "blockquote",
    "bullet_list": "ul", "list_item": "li", "hr": "hr", "table": "table", "thead": "thead",
    "tbody": "tbody", "tr": "tr", "th": "th", "td": "td", "hardbreak": "br",
}  # fmt: skip
MAX_LEVEL: Final = 16
"""Nesting of the deepest answer, in levels of the engine, which quietly drops what is below 20."""


class _Engine(MarkdownIt):
    """The engine with addresses left as they were written: `_link` judges them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the engine's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # the engine's name
        return True


ENGINE: Final = (
    _Engine("commonmark", {"html": True}).enable("table").disable(["code", "fence", "reference"])
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
    source: str = ""
    """The text as the engine sees it: slots as marks, doubled braces single."""
    origins: list[tuple[int, int]] = field(default_factory=list)
    """Offsets in `source` and in `text` where stretches begin that run alike in both."""
    cursor: int = 0
    """How far in `source` the nodes made so far reach: nodes come in reading order."""

    def run(self) -> tuple[tuple[Node, ...], list[Fault]]:
        private = MARKS.search(self.text)
        if private:
            hint = "删掉这个字符，重新输入"
            message = f"文字里有不能用的私有字符 U+{ord(private[0]):04X}"
            return (), [Fault(private.start(), "bad-character", message, hint)]
        self.lift_slots()
        tokens = ENGINE.parse(self.source)
        if any(
            one.level > MAX_LEVEL for token in tokens for one in (token, *(token.children or ()))
        ):
            hint = "少用几层列表、引用和加粗"
            return (), [*self.faults, Fault(0, "stray-markup", "嵌套太深", hint)]
        return tuple(self.nodes(SyntaxTreeNode(tokens).children)), self.faults

    def lift_slots(self) -> None:
        at = 0
        for part in split_slots(self.text):
            self.origins.append((len(self.source), at))
            self.source += self.lift(part)
            if isinstance(part, Slot):
                at = self.text.index("}", at) + 1
            elif isinstance(part, StrayBrace):
                at += 1
            else:
                at += 2 if part in ("{", "}") else len(part)

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
        elif tree.type == "inline":
            if tree.map:
                self.cursor = max(self.cursor, self.line_start(tree.map[0]))
            yield from self.nodes(tree.children)
        else:
            yield from getattr(self, f"_{tree.type}", self._html_inline)(tree)

    def _text(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        start = self.source.find(tree.content, self.cursor)
        stray = STRAY.search(tree.content)
        if stray:
            hint = "** 的内侧不要留空格；加粗的内容以标点结尾时，把标点移到 ** 外面"
            at = start + stray.start() if start >= 0 else self.found(stray[0])
            self.fault(at, "stray-markup", f"加粗或链接的记号 {stray[0]} 没有生效", hint)
        self.cursor = max(self.cursor, start + len(tree.content))
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
        children = tuple(self.nodes(tree.children))
        if HREF.fullmatch(href) and not MARKS.search(href):
            yield Element("a", children, (("href", href),))
            return
        hint = "链接只能是 https://…、mailto:…、tel:… 或 #faq=问答编号，里面不能引用数据"
        self.fault(self.found(href), "bad-link", f"不能用的链接 {_legible(href)}", hint)
        yield from children

    def _image(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        src = str(tree.attrs["src"])
        words = "".join(child.content for child in tree.children)
        alt = "".join(piece for piece in self.filled(words) if isinstance(piece, str))
        yield Element("img", attributes=(("src", _legible(src)), ("alt", alt)))

    def _html_inline(self, tree: SyntaxTreeNode) -> Iterator[Node]:
        found = tree.content.strip().split("\n")[0]
        hint = "答案里不能写 HTML：加粗用 **文字**，换行空一行，小于号写成 &lt;"
        self.cursor = self.found(found)
        self.fault(self.cursor, "raw-html", f"用了 HTML：{_legible(found)}", hint)
        self.cursor += len(found)
        yield from self.filled(tree.content)

    _html_block = _html_inline

    def filled(self, text: str) -> Iterator[Node]:
        for piece in MARKS.split(text):
            if MARKS.fullmatch(piece):
                yield self.lifted[ord(piece) - FIRST_MARK]
            elif piece:
                yield piece

    def line_start(self, line: int) -> int:
        return sum(len(one) + 1 for one in self.source.split("\n")[:line])

    def found(self, part: str) -> int:
        """Return where `part` stands next in the source, or where reading has come to."""
        at = self.source.find(part, self.cursor)
        return at if at >= 0 else self.cursor

    def fault(self, at: int, code: str, message: str, hint: str) -> None:
        """Note a fault at an offset of the source."""
        start, origin = max(pair for pair in [(0, 0), *self.origins] if pair[0] <= at)
        offset = min(origin + at - start, len(self.text))
        self.faults.append(Fault(offset, code, message, hint))


def _legible(text: str) -> str:
    return MARKS.sub("{…}", text)[:60]
