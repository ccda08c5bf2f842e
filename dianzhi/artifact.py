"""What a renderer makes: a path and its bytes. Writing them is the business of `dianzhi.write`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output file."""

    path: str
    """Relative, forward slashes, no `..`, unique within one render."""
    content: bytes
