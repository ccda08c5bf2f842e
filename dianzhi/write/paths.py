"""Which paths an artifact may have, so that every file system holds the same tree."""

import itertools
import unicodedata

from dianzhi.write import marker
from dianzhi.write.errors import BadPath

FORBIDDEN = frozenset('\\:*?"<>|') | {chr(code) for code in (*range(32), 127)}
"""Control characters, and what Windows, where a folder may be unpacked, has no names with."""


class PathCheck:
    """Accepts paths one by one and refuses unsafe ones and collisions with those before."""

    def __init__(self) -> None:
        self._spelling: dict[str, str] = {}
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def accept(self, path: str) -> None:
        """Take note of one more file.

        Raises:
            BadPath: absolute, with `..`, not below a part, unsafe in some file system, a second
                time, or the same as another but for case or Unicode form.
        """
        _check_shape(path)
        if path in self._files:
            raise BadPath(path, "duplicate", path)
        *folders, _ = itertools.accumulate(path.split("/"), "{}/{}".format)
        for folder in folders:
            self._take(path, folder, self._files)
        self._take(path, path, self._folders)
        self._folders.update(folders)
        self._files.add(path)

    def _take(self, path: str, name: str, other_kind: set[str]) -> None:
        """Hold a folder or a file to one spelling and one kind."""
        other = self._spelling.setdefault(_fold(name), name)
        if other != name or name in other_kind:
            raise BadPath(path, "collision", other)


def _fold(path: str) -> str:
    """Return what a file system that ignores case and Unicode form keeps of a path."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _check_shape(path: str) -> None:
    names = path.split("/")
    if path.startswith("/"):
        raise BadPath(path, "absolute")
    if ".." in names or "." in names:
        raise BadPath(path, "parent")
    if not all(names):
        raise BadPath(path, "empty")
    if FORBIDDEN & set(path) or any(name != name.rstrip(". ") for name in names):
        raise BadPath(path, "character")
    if names[0] == marker.NAME:
        raise BadPath(path, "reserved")
    if len(names) == 1:
        raise BadPath(path, "part")
