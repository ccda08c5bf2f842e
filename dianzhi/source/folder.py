"""The authored folder, read from disk once; everything after works on what was read."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NewType, NoReturn

from dianzhi.model.files import MEDIA, matches

Files = NewType("Files", Mapping[str, bytes])
"""Bytes by path relative to the source folder, forward slashes, sorted by path."""


def read_folder(source: Path) -> Files:
    """Return every file below `source` but hidden ones.

    Raises:
        NotADirectoryError: `source` is not a folder.
        OSError: a file or a folder in it cannot be read.
    """
    if not source.is_dir():
        raise NotADirectoryError(source)
    found = {
        printable(path.relative_to(source).as_posix()): path
        for path in _paths(source)
        if path.is_file() and not _hidden(path.relative_to(source))
    }
    return Files({name: found[name].read_bytes() for name in sorted(found)})


def _paths(folder: Path) -> Iterator[Path]:
    """Yield all paths below a folder; `rglob` would pass over a folder that may not be read."""
    for at, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not _hidden(Path(name))]
        yield from (Path(at, name) for name in names)


def _refuse(error: OSError) -> NoReturn:
    raise error


def printable(name: str) -> str:
    """Return a name with `?` for what is no text in it: file systems take any bytes."""
    return name.encode("utf-8", "replace").decode()


def media_of(files: Files) -> dict[str, bytes]:
    """Return the pictures, by path below `media/`."""
    return {
        name.removeprefix("media/"): content
        for name, content in files.items()
        if matches(name, MEDIA)
    }


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)
