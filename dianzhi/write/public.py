"""Which files may be published: those of `dist/public/`, as the build made them, and no others."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dianzhi.write import fs, marker, tree
from dianzhi.write.errors import Damaged, NotPublishable

PART = "public"
MANIFEST = "manifest.json"
LOADER = "faq.js"
HASHED = "v/"
PINNED = "pinned.js"
"""Stands among the code that pages may name by its bytes."""
INTERNAL = ("kb", "exports")


@dataclass(frozen=True, slots=True)
class Source:
    """A set of public files with their hashes."""

    root: Path
    files: Mapping[str, str]
    """Path below `root` → SHA-256."""

    @property
    def id(self) -> str:
        """16 hexadecimal digits over paths and hashes."""
        lines = "".join(f"{path}\0{sha}\n" for path, sha in sorted(self.files.items()))
        return hashlib.sha256(lines.encode()).hexdigest()[:16]

    def read(self, path: str) -> bytes:
        """Return one file's bytes.

        Raises:
            Damaged: they are not those that were announced; a build may be running.
        """
        if tree.fingerprint(self.root / path) != self.files[path]:
            raise Damaged(self.root, [path])
        content = fs.read_file(self.root / path)
        if tree.sha256(content) != self.files[path]:
            raise Damaged(self.root, [path])
        return content

    def versions(self) -> tuple[str, str]:
        """Return (tool, content) as the manifest says, empty where it does not."""
        try:
            data = json.loads(self.read(MANIFEST))
            return str(data.get("tool", "")), str(data.get("content", ""))
        except (ValueError, AttributeError):
            raise NotPublishable(self.root, "source", [MANIFEST]) from None


def open_source(folder: Path) -> Source:
    """Find the public files of a `dist` folder, or of its `public` folder alone.

    Raises:
        NotPublishable: there is no manifest, or there are internal files among them.
        Damaged: files are not as the build made them.
    """
    folder = folder.resolve()
    dist = folder.parent if folder.name == PART else folder
    made = marker.read(dist)
    source = _built(dist, made) if made else _plain(folder)
    if MANIFEST not in source.files:
        raise NotPublishable(source.root, "source")
    internal = sorted(path for path in source.files if _is_internal(path))
    if internal:
        raise NotPublishable(source.root, "internal", internal)
    return source


def _built(dist: Path, made: marker.Marker) -> Source:
    files = {path.removeprefix(f"{PART}/"): sha for path, sha in made.part(PART).items()}
    standing = set(tree.files(dist / PART)) if (dist / PART).is_dir() else set()
    odd = standing ^ files.keys()
    if odd:
        raise Damaged(dist / PART, sorted(odd))
    return Source(dist / PART, files)


def _plain(folder: Path) -> Source:
    if not folder.is_dir():
        raise NotPublishable(folder, "source")
    return Source(folder, {path: tree.fingerprint(folder / path) for path in tree.files(folder)})


def _is_internal(path: str) -> bool:
    return path.startswith(".") or path.partition("/")[0] in INTERNAL
