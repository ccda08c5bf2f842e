"""The model read as data: one analysis of its annotations for decoding, schemas and references."""

import dataclasses
import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

M = typing.TypeVar("M")
Mark = Any
"""A `Length`, `Range`, `Pattern` or `Refers`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one value must be."""

    base: type
    """`str`, `int`, `bool`, `date`, an enumeration, a kind of prose, a record, or `tuple`."""
    item: "Shape | None" = None
    """For `tuple`: what each item must be."""
    marks: tuple[Mark, ...] = ()
    """Limits, in the order they are checked."""

    def mark(self, kind: type[M]) -> M | None:
        """Return the limit of this kind, if there is one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


@dataclass(frozen=True, slots=True)
class Key:
    """One key that editors may write in a record."""

    field: str
    """The name in Python."""
    name: str
    """The name in YAML."""
    label: str
    about: str
    shape: Shape
    required: bool
    default: Any


def shape_of(hint: Any) -> Shape:  # noqa: ANN401  # an annotation may be anything
    """Return the shape of an annotation; `X | None` is the shape of `X`."""
    origin = typing.get_origin(hint)
    if origin is Annotated:
        base, *marks = typing.get_args(hint)
        inner = shape_of(base)
        return dataclasses.replace(inner, marks=(*inner.marks, *marks))
    if origin in (types.UnionType, typing.Union):
        return shape_of(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
    if origin is tuple:
        return Shape(tuple, item=shape_of(typing.get_args(hint)[0]))
    return Shape(hint)


@cache
def keys_of(record: type) -> tuple[Key, ...]:
    """Return the keys of a record in the order of the model."""
    hints = typing.get_type_hints(record, include_extras=True)
    fields = (field for field in dataclasses.fields(record) if "about" in field.metadata)
    return tuple(_key(field, shape_of(hints[field.name])) for field in fields)


def _key(field: "dataclasses.Field[Any]", shape: Shape) -> Key:
    said = field.metadata
    required = field.default is dataclasses.MISSING
    name = said["name"] or field.name
    return Key(field.name, name, said["label"], said["about"], shape, required, field.default)
