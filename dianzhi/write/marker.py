"""`.dianzhi.json`: which version stands in a folder, with the hash of every file.

    {"format": 1, "tool": "0.1.0", "content": "…", "parts": {"kb": {"index.html": "<64 hex>"}}}

A part is a folder at the top (`public`, `kb`, `exports`). Same files, same bytes: no time, no host.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dianzhi.write import fs, tree
from dianzhi.write.errors import Damaged

NAME = ".dianzhi.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Version:
    """What the files depend on: two builds of one version are the same, byte for byte."""

    tool: str
    """The program's version."""
    content: str
    """Names the content together with the build date, when the date decides what is in effect."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A version and its files."""

    version: Version
    files: Mapping[str, str] = field(default_factory=dict)
    """Path below the folder → SHA-256 in hexadecimal; every path has a part in front."""

    def encode(self) -> bytes:
        """Return the marker's bytes, the same for the same files in any order."""
        parts: dict[str, dict[str, str]] = {}
        for path in sorted(self.files):
            part, _, rest = path.partition("/")
            parts.setdefault(part, {})[rest] = self.files[path]
        head = {"format": FORMAT, "tool": self.version.tool, "content": self.version.content}
        return json.dumps(head | {"parts": parts}, ensure_ascii=False, indent=1).encode() + b"\n"

    def part(self, name: str) -> dict[str, str]:
        """Return the files of one part, with their whole paths."""
        return {path: sha for path, sha in self.files.items() if path.startswith(f"{name}/")}


def decode(content: bytes) -> Marker:
    """Read a marker.

    Raises:
        ValueError: it is not one, or of a format that this version does not know.
    """
    data: dict[str, Any] = json.loads(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError("not a marker of a known format")
    version = Version(str(data["tool"]), str(data["content"]))
    parts: dict[str, dict[str, str]] = data["parts"]
    files = {f"{part}/{rest}": sha for part, known in parts.items() for rest, sha in known.items()}
    return Marker(version, files)


def read(folder: Path) -> Marker | None:
    """Return the marker that stands in `folder`, or nothing when there is none.

    Raises:
        Damaged: there is one, and it cannot be understood.
    """
    if not fs.exists(folder / NAME):
        return None
    try:
        return decode(fs.read_file(folder / NAME))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(folder, [NAME]) from error


def differences(folder: Path, marker: Marker) -> list[str]:
    """Return which files of `folder` are not as the marker says: changed, missing or added."""
    standing = set(tree.files(folder)) - {NAME}
    changed = {
        path
        for path, sha in marker.files.items()
        if path in standing and tree.fingerprint(folder / path) != sha
    }
    return sorted(changed | (standing ^ marker.files.keys()))
