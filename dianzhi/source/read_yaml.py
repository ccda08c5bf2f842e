"""Read one YAML file into nodes with places. The only module that knows the YAML library.

Built from the parser's events rather than from its nodes, because only there anchors, quotes and
block styles are still to be seen.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from dianzhi.model.place import Place
from dianzhi.problems import Problem, Span
from dianzhi.source import yaml_words
from dianzhi.source.nodes import ListNode, MapNode, Node, Scalar

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 12
"""Levels of nesting; the deepest content of the model has 7."""


class _Refused(Exception):  # noqa: N818  # carries a problem to the end of the file
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_yaml(path: str, text: str) -> tuple[Node | None, list[Problem]]:
    """Return the root of `text` and what was wrong with it; no root after a syntax error.

    `path` is relative to the source folder and goes into every place.
    """
    unreadable = yaml_words.UNREADABLE.search(text)
    if unreadable:
        return None, [yaml_words.character_problem(path, text, unreadable.start())]
    try:
        return _Reader(path, text).document(), []
    except _Refused as refused:
        return None, [refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [yaml_words.syntax_problem(path, text, error)]


class _Reader:
    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = [*text.split("\n"), ""]  # an empty value may end below the last line
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)

    def document(self) -> Node | None:
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        root = self.node(next(self.events), 0)
        next(self.events)  # document end
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self.refused(after, "yaml-documents", *yaml_words.DOCUMENTS)
        return root

    def node(self, event: Any, depth: int) -> Node:  # noqa: ANN401  # the library's events
        self.check(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            self.check_lines(event)
            place, plain = self.scalar_place(event), not event.style
            return Scalar(place, event.value, plain, self.comment(event) if plain else None)
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(self.place(event), tuple(self.items(yaml.SequenceEndEvent, depth)))
        nodes = list(self.items(yaml.MappingEndEvent, depth))
        pairs = zip(nodes[::2], nodes[1::2], strict=True)
        return MapNode(self.place(event), tuple((self.key(key), value) for key, value in pairs))

    def items(self, end: type, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), end):
            yield self.node(event, depth + 1)

    def key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        raise _Refused(Problem(node.place.span, "yaml-key", *yaml_words.COMPLEX_KEY))

    def check(self, event: Any, depth: int) -> None:  # noqa: ANN401  # the library's events
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.refused(event, "yaml-anchor", *yaml_words.ANCHOR)
        if event.tag is not None:
            raise self.refused(event, "yaml-tag", *yaml_words.tag(event.tag))
        if depth > MAX_DEPTH:
            raise self.refused(event, "yaml-depth", *yaml_words.DEPTH)

    def check_lines(self, event: Any) -> None:  # noqa: ANN401  # the library's events
        """Refuse list items that YAML would quietly join to the text above them."""
        lines = range(event.start_mark.line + 1, event.end_mark.line + 1)
        for number in () if event.style else lines:
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                span = Span(self.path, number + 1, _margin(line) + 1)
                raise _Refused(Problem(span, "yaml-syntax", *yaml_words.JOINED))

    def refused(self, event: Any, code: str, message: str, hint: str) -> _Refused:  # noqa: ANN401
        return _Refused(Problem(self.place(event).span, code, message, hint))

    def place(self, event: Any) -> Place:  # noqa: ANN401  # the library's events
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def comment(self, event: Any) -> Place | None:  # noqa: ANN401  # the library's events
        end = event.end_mark
        line = self.lines[end.line]
        rest = line[end.column :].lstrip(" \t")
        column = len(line) - len(rest) + 1
        return Place(self.path, end.line + 1, column) if rest.startswith("#") else None

    def scalar_place(self, event: Any) -> Place:  # noqa: ANN401  # the library's events
        start, end = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            return self.block_place(event) if event.value.strip() else self.place(event)
        quotes = 1 if event.style else 0
        same = start.line == end.line and end.column - start.column == len(event.value) + 2 * quotes
        column = start.column + 1 + quotes
        return Place(self.path, start.line + 1, column, "line" if same else "folded")

    def block_place(self, event: Any) -> Place:  # noqa: ANN401  # the library's events
        line = event.start_mark.line + 1
        body = next(text for text in self.lines[line:] if text.strip())
        content = next(text for text in event.value.split("\n") if text.strip())
        column = _margin(body) - _margin(content) + 1
        return Place(self.path, line + 1, column, "block" if event.style == "|" else "folded")


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
