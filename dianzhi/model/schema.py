"""JSON Schemas of the authored files, drawn from the model: an editor's hover text is the manual.

Draft-07, because that is what YAML support in editors reads. What a schema cannot say (references,
approval, slots) is said by `dianzhi check`.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Final

from dianzhi.model.files import FILE_KINDS
from dianzhi.model.kinds import PROSE, Length, Pattern, Range, Refers
from dianzhi.model.shape import Key, Shape, keys_of

Schema = dict[str, Any]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
LETTERS_PER_CHARACTER: Final = 4
"""As in `dianzhi.source.limits`: English takes about four letters a character."""
DATE: Final[Schema] = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "patternErrorMessage": "写成 2026-11-05（四位年、两位月、两位日）",
}


def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of file by name; written to `spec/<name>.schema.json`."""
    return {kind.schema: _file(kind.record, kind.about) for kind in FILE_KINDS}


def _file(record: type, about: str) -> Schema:
    parts = sorted(_parts(record, {record}), key=lambda part: part.__name__)
    whole = {"$schema": DRAFT, "title": about} | _record(record)
    return whole | {"definitions": {part.__name__: _record(part) for part in parts}}


def _parts(record: type, seen: set[type]) -> Iterator[type]:
    """Yield the records inside `record`, each once."""
    for key in keys_of(record):
        base = _innermost(key.shape).base
        if _is_record(base) and base not in seen:
            seen.add(base)
            yield base
            yield from _parts(base, seen)
        elif base is record:
            yield base  # a tree: it names itself


def _innermost(shape: Shape) -> Shape:
    return _innermost(shape.item) if shape.item else shape


def _is_record(base: type) -> bool:
    return hasattr(base, "__dataclass_fields__") and base not in PROSE


def _record(record: type) -> Schema:
    keys = keys_of(record)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in keys if key.required],
        "properties": {key.name: _property(key) for key in keys},
    }


def _property(key: Key) -> Schema:
    said: Schema = {"title": key.label, "description": key.about}
    if key.default and not key.required:
        said["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return said | _value(key.shape)


def _value(shape: Shape) -> Schema:
    if _is_record(shape.base):
        # Beside a bare $ref this draft ignores everything, title and description included.
        return {"allOf": [{"$ref": f"#/definitions/{shape.base.__name__}"}]}
    if shape.base is tuple:
        return {"type": "array", "items": _value(shape.item or Shape(str))} | _items(shape)
    if shape.base in PROSE:
        return _prose(shape)
    if issubclass(shape.base, StrEnum):
        return {"type": "string", "enum": [one.value for one in shape.base]}
    if shape.base is date:
        return dict(DATE)
    kinds: dict[type, Schema] = {bool: {"type": "boolean"}, int: {"type": "integer"}}
    return kinds.get(shape.base, {"type": "string"}) | _limits(shape)


def _items(shape: Shape) -> Schema:
    length = shape.mark(Length)
    return {"minItems": length.low, "maxItems": length.high} if length else {}


def _limits(shape: Shape) -> Schema:
    length, pattern, span = shape.mark(Length), shape.mark(Pattern), shape.mark(Range)
    said: Schema = {}
    if length or shape.mark(Refers) or shape.base is str:
        said |= {"minLength": length.low if length else 1}
    if length:
        said |= {"maxLength": length.high}
    if span:
        said |= {"minimum": span.low, "maximum": span.high}
    if pattern:
        said |= {"pattern": f"^(?:{pattern.regex})$", "patternErrorMessage": pattern.words}
    return said


def _prose(shape: Shape) -> Schema:
    text = {"type": "string"} | _limits(Shape(str, marks=shape.marks))
    english = dict(text) | {"minLength": 1}
    if "maxLength" in text:
        english["maxLength"] = shape.mark(Length).high * LETTERS_PER_CHARACTER  # type: ignore[union-attr]  # as said
    both = {
        "type": "object",
        "additionalProperties": False,
        "required": ["zh"],
        "properties": {"zh": text | {"title": "中文"}, "en": english | {"title": "英文"}},
    }
    return {"anyOf": [text, both]}
