"""Folders as wholes, made of the single calls in `fs`."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from dianzhi.artifact import Artifact
from dianzhi.write import fs
from dianzhi.write.errors import NotWritten


def sha256(content: bytes) -> str:
    """Return 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a plain file, and of anything else what no file has."""
    plain = path.is_file() and not path.is_symlink()
    return sha256(fs.read_file(path)) if plain else ""


def files(folder: Path) -> Iterator[str]:
    """Yield every file below `folder`, relative, with forward slashes, sorted folder by folder.

    A symbolic link counts as a file, wherever it leads: none of ours is one.
    """
    for entry in fs.entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from (f"{entry.name}/{path}" for path in files(folder / entry.name))
        else:
            yield entry.name


def artifacts(folder: Path, prefix: str = "") -> Iterator[Artifact]:
    """Yield the files below `folder` as artifacts, read one at a time; `prefix` ends with `/`."""
    for path in files(folder):
        yield Artifact(prefix + path, fs.read_file(folder / path))


def make_folders(folder: Path) -> None:
    """Make a folder with the ones above it, where they are missing.

    Another process may make the same one at the same moment: then it is there, and that is enough.
    """
    if folder.is_dir():
        return
    make_folders(folder.parent)
    try:
        fs.make_folder(folder)
    except FileExistsError:
        if not folder.is_dir():
            raise


def sync_all(root: Path, paths: Iterable[str]) -> None:
    """Wait until the files and all their folders up to `root` are on the disk.

    After all are written, not one by one: the first call carries most of the others' bytes along.
    """
    folders = {root}
    for path in paths:
        fs.sync(root / path)
        folders.update(above for above in (root / path).parents if above.is_relative_to(root))
    for folder in sorted(folders, reverse=True):
        fs.sync(folder)


def verify(root: Path, hashes: Iterable[tuple[str, str]]) -> None:
    """Read files back.

    Raises:
        NotWritten: one has other bytes than `(path, SHA-256)` says.
    """
    for path, expected in hashes:
        if fingerprint(root / path) != expected:
            raise NotWritten(root / path)


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        for entry in fs.entries(path):
            remove(path / entry.name)
        fs.remove_folder(path)
    elif fs.exists(path):
        fs.remove_file(path)
