"""YAML as a tree of values with places, before anything is known of what they should be."""

from dataclasses import dataclass

from dianzhi.model.place import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written."""

    place: Place
    value: str
    plain: bool
    """Without quotes and not a block: the only kind YAML may read as something else than text."""
    comment: Place | None = None
    """Where a comment follows a plain one on its last line."""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping; keys are as written and may repeat."""

    place: Place
    items: tuple[tuple[Scalar, "Node"], ...]


Node = Scalar | ListNode | MapNode
