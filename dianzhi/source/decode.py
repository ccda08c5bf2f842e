"""Nodes into records, led by the model's own annotations; every mistake is collected, none stops.

A record with a mistake in it is left out of the result, but its ids are remembered as broken, so
that references to them are not reported a second time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from difflib import get_close_matches
from typing import Any, Final

from dianzhi.model.kinds import PROSE
from dianzhi.model.place import Place, Places
from dianzhi.model.shape import Key, Shape, keys_of
from dianzhi.problems import Problem
from dianzhi.source import comments, limits, scalars
from dianzhi.source.nodes import ListNode, MapNode, Node, Scalar

FAILED: Final = object()
"""Stands for a value that could not be read; its problem has been reported."""


@dataclass(slots=True)
class Decoder:
    """One pass over the files; keeps what was found wrong."""

    problems: list[Problem] = field(default_factory=list)
    broken_ids: set[str] = field(default_factory=set)
    """Ids of records that were left out."""
    warnings: list[Problem] = field(default_factory=list)
    """What was read but may be meant otherwise: no record is left out for it."""

    def record(self, node: Node, cls: type, *, partly: bool = False) -> Any:  # noqa: ANN401  # a `cls`
        """Return `node` as a record of type `cls`, or `FAILED`.

        `partly` is for a file of many records: those with a mistake are left out, the others stay.
        """
        return _Record(self, cls, partly).read(node)

    def fail(self, place: Place, code: str, message: str, hint: str) -> Any:  # noqa: ANN401  # FAILED
        """Report a problem and return `FAILED`."""
        one_line = message.replace("\n", "⏎")
        self.problems.append(Problem(place.span, code, one_line, hint))
        return FAILED


@dataclass(slots=True)
class _Record:
    """Reads one record, noting the places of its fields by dotted path."""

    decoder: Decoder
    cls: type
    partly: bool = False
    fields: dict[str, Place] = field(default_factory=dict)
    meant: set[str] = field(default_factory=set)
    """Keys that were written in another way: not reported as missing on top."""

    def read(self, node: Node) -> Any:  # noqa: ANN401  # a record of type `cls`
        if not isinstance(node, MapNode):
            hint = (
                f"写成 “键: 值”，可以用的键有：{'、'.join(key.name for key in keys_of(self.cls))}"
            )
            found = f"这里要一组 “键: 值”，写的是{scalars.described(node)}"
            if isinstance(node, Scalar):
                self.decoder.broken_ids.add(node.value)  # a bare id where its record was meant
            return self.decoder.fail(node.place, "not-a-record", found, hint)
        problems_before = len(self.decoder.problems)
        values = dict(self.values(node))
        self.report_missing(node, values)
        if len(self.decoder.problems) > problems_before:
            if not self.partly:
                self.decoder.broken_ids.update(_ids(node))
                return FAILED
            values = {key.field: _good(values, key) for key in keys_of(self.cls)}
        if "at" in self.cls.__dataclass_fields__:  # type: ignore[attr-defined]  # always a dataclass
            values["at"] = Places(node.place, self.fields)
        return self.cls(**values)

    def values(self, node: MapNode) -> Iterator[tuple[str, Any]]:
        known = {key.name: key for key in keys_of(self.cls)}
        seen: set[str] = set()
        for name, value in node.items:
            if name.value in seen:
                self.duplicate_key(name)
            elif name.value not in known:
                self.unknown_key(name, known)
            else:
                key = known[name.value]
                yield key.field, self.keyed(key, value)
            seen.add(name.value)

    def keyed(self, key: Key, node: Node) -> Any:  # noqa: ANN401  # as the key's shape says
        if scalars.is_empty(node):
            message = f"{key.name}（{key.label}）后面没有值"
            hint = f"写上值，不需要就删掉这一行{scalars.behind_nothing(node)}"
            return self.decoder.fail(node.place, "empty-value", message, hint)
        return self.value(node, key.shape, (key.field,))

    def value(self, node: Node, shape: Shape, path: tuple[str, ...]) -> Any:  # noqa: ANN401
        self.fields[".".join(path)] = node.place
        self.decoder.warnings += comments.cut_off(node, shape)
        if is_dataclass(shape.base) and shape.base not in PROSE:
            return _Record(self.decoder, shape.base).read(node)
        if shape.base is tuple:
            value = self.items(node, shape, path)
        elif shape.base in PROSE:
            value = self.prose(node, shape.base, path)
        else:
            value = scalars.read(self.decoder.fail, node, shape.base)
        return value if value is FAILED else self.within(value, shape, path, node)

    def within(self, value: Any, shape: Shape, path: tuple[str, ...], node: Node) -> Any:  # noqa: ANN401
        if isinstance(node, ListNode) and len(node.items) != len(value):
            return value  # some were left out: their number says nothing
        broken = limits.broken(value, shape.marks)
        if broken is None:
            return value
        language, *found = broken
        place = self.fields.get(".".join((*path, language)), node.place)
        return self.decoder.fail(place, *found)

    def items(self, node: Node, shape: Shape, path: tuple[str, ...]) -> Any:  # noqa: ANN401
        if not isinstance(node, ListNode):
            found = f"这里要一个列表，写的是{scalars.described(node)}"
            hint = "写成列表：每项一行，以 “- ” 开头，或者 [甲, 乙]"
            return self.decoder.fail(node.place, "not-a-list", found, hint)
        item = shape.item or Shape(str)
        values = tuple(
            self.value(one, item, (*path, str(number))) for number, one in enumerate(node.items)
        )
        if self.partly and is_dataclass(item.base):
            return tuple(value for value in values if value is not FAILED)
        return FAILED if FAILED in values else values

    def prose(self, node: Node, base: type, path: tuple[str, ...]) -> Any:  # noqa: ANN401
        if isinstance(node, Scalar):
            value = scalars.read(self.decoder.fail, node, str)
            return value if value is FAILED else base(value)
        if not isinstance(node, MapNode) or not {key.value for key, _ in node.items} <= {
            "zh",
            "en",
        }:
            found = f"这里要一段文字，写的是{scalars.described(node)}"
            return self.decoder.fail(node.place, "not-a-text", found, scalars.text_hint(node))
        parts = dict(self.languages(node, path))
        if FAILED in parts.values():
            return FAILED
        if "zh" not in parts:
            hint = "写上 zh: 中文内容；英文 en 可以不写"
            return self.decoder.fail(node.place, "missing-key", "少了 zh（中文）", hint)
        return base(**parts)

    def languages(self, node: MapNode, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key, value in node.items:
            if key.value in seen:
                self.duplicate_key(key)
            seen.add(key.value)
            self.fields[".".join((*path, key.value))] = value.place
            self.decoder.warnings += comments.cut_off(value, comments.LANGUAGE)
            yield key.value, scalars.read(self.decoder.fail, value, str)

    def report_missing(self, node: MapNode, values: Mapping[str, Any]) -> None:
        for key in keys_of(self.cls):
            if key.required and key.field not in values and key.name not in self.meant:
                message, hint = f"少了 {key.name}（{key.label}）", f"加上 {key.name}：{key.about}"
                self.decoder.fail(node.place, "missing-key", message, hint)

    def duplicate_key(self, key: Scalar) -> None:
        hint = "同一个键只能写一次：删掉多余的，或者把内容合在一起"
        self.decoder.fail(key.place, "duplicate-key", f"键 {key.value} 写了两次", hint)

    def unknown_key(self, key: Scalar, known: Mapping[str, Key]) -> None:
        labelled = [name for name, one in known.items() if one.label == key.value]
        close = labelled or get_close_matches(key.value.lower(), known, n=1)
        self.meant.update(close)
        hint = f"是不是想写 {close[0]}？" if close else f"可以用的键有：{'、'.join(known)}"
        self.decoder.fail(key.place, "unknown-key", f"不认识的键 {key.value}", hint)


def _good(values: Mapping[str, Any], key: Key) -> Any:  # noqa: ANN401  # as the key's shape says
    value = values.get(key.field, FAILED)
    return () if value is FAILED else value


def _ids(node: Node) -> Iterator[str]:
    """Yield every id below `node`: with a category its children are lost too.

    In lower case as well, which is how it will be when it is mended.
    """
    if isinstance(node, ListNode):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, MapNode):
        for key, value in node.items:
            if key.value == "id" and isinstance(value, Scalar):
                yield from (value.value, value.value.lower())
            yield from _ids(value)
