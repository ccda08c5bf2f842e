"""One record of a YAML file, changed key by key in the style it is written in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import yaml

from dianzhi.importing.yaml_file import YamlFile, YamlNode, value_of
from dianzhi.importing.yaml_text import Pairs, block, flow_list, flow_record, inline, record, scalar


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file that is understood without problems."""

    file: YamlFile
    node: yaml.MappingNode
    flow: bool
    """Written in braces, or inside something that is."""

    @property
    def id(self) -> str:
        """Return its id."""
        found = value_of(self.node, "id")
        return str(found.value) if found else ""

    @property
    def column(self) -> int:
        """Return how far its keys are indented."""
        return int(self.node.start_mark.column)

    def set_text(self, key: str, text: str) -> None:
        """Replace a text; where it is written `{zh, en}`, its Chinese."""
        value = value_of(self.node, key)
        if isinstance(value, yaml.MappingNode):
            inner = Record(self.file, value, self.flow or bool(value.flow_style))
            inner.set_text("zh", text)
        elif value is None:
            return
        elif not self.flow and (value.style in ("|", ">") or "\n" in text):
            self._set_block(value, text)
        else:
            style = value.style if value.style in ("'", '"') else None
            self.file.replace(value, inline(text, flow=self.flow, style=style))

    def _set_block(self, old: YamlNode, text: str) -> None:
        """Write a block: a comment behind the old value stands behind the `|` afterwards."""
        comment, indent = self._block_style(old)
        body = block(text, indent).removeprefix("|")
        if old.style in ("|", ">"):
            self.file.replace(old, f"|{comment}{body}")
        else:
            self.file.replace(old, "|")
            self.file.insert(self.file.line_end(self.file.end(old)), body)

    def _block_style(self, old: YamlNode) -> tuple[str, int]:
        """Return the comment behind the `|` and the indent of the lines below it."""
        raw = self.file.text[old.start_mark.index : self.file.end(old)]
        first, *below = raw.split("\n") if old.style in ("|", ">") else [""]
        body = next((line for line in below if line.strip()), "")
        indent = len(body) - len(body.lstrip(" "))
        return first.rstrip()[1:].lstrip("+-0123456789"), indent or self.column + 2

    def set_scalar(self, key: str, value: str | date, after: str) -> None:
        """Replace a value on one line, or add the key below `after`, which must be there."""
        node = value_of(self.node, key)
        if node is None:
            self._add(key, scalar(value), after)
        else:
            self.file.replace(node, scalar(value))

    def _add(self, key: str, said: str, after: str) -> None:
        above = value_of(self.node, after)
        end = self.file.end(above or self.node)
        if self.flow:
            self.file.insert(end, f", {key}: {said}")
        else:
            space = "" if said.startswith("\n") else " "
            line = f"\n{' ' * self.column}{key}:{space}{said}"
            self.file.insert(self.file.line_end(end), line)

    def add_to_list(self, key: str, texts: Sequence[str], after: str) -> None:
        """Add texts at the end of a list, or the whole list below `after`."""
        node = value_of(self.node, key)
        if node is None:
            pad = "\n" + " " * (self.column + 2)
            items = "".join(f"{pad}- {inline(one)}" for one in texts)
            self._add(key, flow_list(texts) if self.flow else items, after)
        elif node.flow_style and node.value:
            new = "".join(f", {inline(one, flow=True)}" for one in texts)
            self.file.insert(self.file.end(node.value[-1]), new)
        elif node.flow_style:
            self.file.replace(node, flow_list(texts))
        else:
            pad = "\n" + " " * node.start_mark.column
            items = "".join(f"{pad}- {inline(one)}" for one in texts)
            self.file.insert(self.file.line_end(self.file.end(node)), items)

    def remove(self, key: str) -> None:
        """Take a key out, in block style with its whole line; a record keeps its first key."""
        pairs = self.node.value
        place = next((n for n, (name, _) in enumerate(pairs) if name.value == key), 0)
        if not place and pairs[0][0].value != key:
            return
        name, value = pairs[place]
        start, end = name.start_mark.index, self.file.end(value)
        if not place:
            self.file.cut(start, pairs[1][0].start_mark.index)
        elif self.flow:
            self.file.cut(self.file.end(pairs[place - 1][1]), end)
        else:
            self.file.cut(self.file.line_end_before(start), self.file.line_end(end))

    def add_children(self, items: Sequence[Pairs]) -> None:
        """Add records to `children`."""
        node = value_of(self.node, "children")
        if node is not None:
            self.file.extend(node, items)
        elif self.flow:
            new = ", children: [" + ", ".join(map(flow_record, items)) + "]"
            self.file.insert(self.file.end(self.node.value[-1][1]), new)
        else:
            body = "".join(record(one, self.column + 2) for one in items).removesuffix("\n")
            end = self.file.line_end(self.file.end(self.node))
            self.file.insert(end, f"\n{' ' * self.column}children:\n{body}")


def records_of(file: YamlFile, name: str) -> dict[str, Record]:
    """Return the records of the list `name` of a file by id, `children` of records included."""
    return {one.id: one for one in _walk(file, value_of(file.root, name), flow=False)}


def _walk(file: YamlFile, node: YamlNode, *, flow: bool) -> Iterator[Record]:
    flow = flow or bool(node and node.flow_style)
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        found = Record(file, item, flow or bool(item.flow_style))
        yield found
        yield from _walk(file, value_of(item, "children"), flow=found.flow)
