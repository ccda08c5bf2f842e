"""A YAML file that is changed by cuts in its text, so that every other byte stays as it was.

The places come from the YAML parser. Comments, quotes, spacing and folding elsewhere cannot
change, which a round trip through a writer does not promise.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from dianzhi.importing.yaml_text import Pairs, flow_record, record

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
YamlNode = Any
"""A node of the YAML library; which attributes it has depends on its kind."""
_LINE_END = re.compile(r"\r?\n|\Z")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


@dataclass(slots=True)
class YamlFile:
    """One file with the changes made to it so far. Indexes always mean the file as it was read."""

    text: str
    root: YamlNode
    bom: bool = False
    cuts: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def read(cls, content: bytes) -> "YamlFile":
        """Read a file that `dianzhi.source` understands without problems."""
        text = content.decode("utf-8-sig")
        root = yaml.compose(text, Loader=_LOADER)
        return cls(text, root, content.startswith(codecs.BOM_UTF8))

    def content(self) -> bytes:
        """Return the file with all changes, in its own line breaks and with its own mark."""
        pieces, end = [], 0
        for start, stop, new in sorted(self.cuts, key=lambda cut: cut[:2]):
            pieces += [self.text[end:start], self._in_own_breaks(new)]
            end = stop
        text = "".join([*pieces, self.text[end:]])
        return (codecs.BOM_UTF8 if self.bom else b"") + text.encode()

    def _in_own_breaks(self, new: str) -> str:
        return new.replace("\n", "\r\n") if "\r\n" in self.text else new

    def insert(self, index: int, new: str) -> None:
        """Put text in at an index; texts at one index come in the order of the calls."""
        self.cuts.append((index, index, new))

    def cut(self, start: int, end: int) -> None:
        """Take text out."""
        self.cuts.append((start, end, ""))

    def replace(self, node: YamlNode, new: str) -> None:
        """Put text in the place of a value."""
        self.cuts.append((node.start_mark.index, self.end(node), new))

    def end(self, node: YamlNode) -> int:
        """Return where the content of a value ends: before blank lines and comments below it."""
        if isinstance(node, yaml.ScalarNode):
            end = int(node.end_mark.index)
            return self._block_end(node.start_mark.index, end) if node.style in ("|", ">") else end
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)

    def _block_end(self, start: int, end: int) -> int:
        """Return the end of the last line with content: spaces at its end are content too."""
        return self.line_end(start + len(self.text[start:end].rstrip()))

    def line_end(self, index: int) -> int:
        """Return the end of the line that holds `index`, before its break."""
        found = _LINE_END.search(self.text, index)
        return found.start() if found else len(self.text)

    def line_end_before(self, index: int) -> int:
        """Return the end of the line above the one that holds `index`."""
        before = self.text.rfind("\n", 0, index)
        return before - 1 if self.text[before - 1 : before] == "\r" else before

    def append(self, name: str, items: Sequence[Pairs]) -> None:
        """Add records at the end of the list `name` of the file.

        Raises:
            KeyError: there is no such list.
        """
        node = value_of(self.root, name)
        if node is None:
            raise KeyError(name)
        if node.value or self.root.flow_style:
            self.extend(node, items)
        else:
            start = len(self.text[: node.start_mark.index].rstrip())
            new = "\n".join(record(one, 2) for one in items).removesuffix("\n")
            self.cuts.append((start, self.end(node), "\n" + new))

    def extend(self, node: YamlNode, items: Sequence[Pairs]) -> None:
        """Add records at the end of a list, in its own style."""
        if node.flow_style and node.value:
            new = "".join(f", {flow_record(one)}" for one in items)
            self.insert(self.end(node.value[-1]), new)
        elif node.flow_style:
            self.replace(node, "[" + ", ".join(map(flow_record, items)) + "]")
        else:
            self._extend_block(node, items)

    def _extend_block(self, node: YamlNode, items: Sequence[Pairs]) -> None:
        apart = "\n" if self._spaced(node) else ""
        new = "".join(apart + record(one, node.start_mark.column) for one in items)
        self.insert(self.line_end(self.end(node)), "\n" + new.removesuffix("\n"))

    def _spaced(self, node: YamlNode) -> bool:
        """Return whether the items of a list stand apart, with a blank line between them."""
        between = (
            self.text[self.end(one) : two.start_mark.index]
            for one, two in zip(node.value, node.value[1:], strict=False)
        )
        return any(_BLANK_LINE.search(gap) for gap in between)


def value_of(node: YamlNode, key: str) -> YamlNode:
    """Return the value of a key of a mapping, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)
