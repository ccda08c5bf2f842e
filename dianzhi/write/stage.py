"""Artifacts into a fresh folder: written, waited for and read back before anyone sees them."""

from collections.abc import Iterable
from pathlib import Path

from dianzhi.artifact import Artifact
from dianzhi.write import fs, marker, tree
from dianzhi.write.errors import Damaged
from dianzhi.write.marker import Marker, Version
from dianzhi.write.paths import PathCheck


class Stage:
    """One folder being filled. It is of no use to anyone before `finish`."""

    def __init__(self, folder: Path) -> None:
        """Make `folder`, which must not exist; its parent must."""
        fs.make_folder(folder)
        self._folder = folder
        self._check = PathCheck()
        self._hashes: dict[str, str] = {}

    def add(self, artifacts: Iterable[Artifact]) -> None:
        """Write artifacts, taken one at a time.

        Raises:
            BadPath: a path is unsafe or collides with one before.
        """
        for artifact in artifacts:
            path = self._make_way(artifact.path)
            fs.write_file(path, artifact.content)
            self._hashes[artifact.path] = tree.sha256(artifact.content)

    def keep(self, standing: Path, files: Iterable[tuple[str, str]]) -> None:
        """Take over unchanged files from another folder: by a second name, else by a copy.

        Args:
            standing: The folder they are in.
            files: (path, SHA-256).

        Raises:
            Damaged: one is missing or has other bytes.
        """
        for path, expected in files:
            if tree.fingerprint(standing / path) != expected:
                raise Damaged(standing, [path])
            _link_or_copy(standing / path, self._make_way(path))
            self._hashes[path] = expected

    def finish(self, version: Version) -> Marker:
        """Add the marker, wait for the disk, read everything back.

        Raises:
            NotWritten: the disk gave back other bytes.
        """
        made = Marker(version, dict(self._hashes))
        fs.write_file(self._folder / marker.NAME, made.encode())
        hashes = {**self._hashes, marker.NAME: tree.sha256(made.encode())}
        tree.sync_all(self._folder, hashes)
        tree.verify(self._folder, hashes.items())
        return made

    def _make_way(self, path: str) -> Path:
        self._check.accept(path)
        target = self._folder / path
        tree.make_folders(target.parent)
        return target


def _link_or_copy(existing: Path, new: Path) -> None:
    try:
        fs.link(existing, new)
    except OSError:  # no hard links on this file system, or too many of this file
        fs.write_file(new, fs.read_file(existing))
