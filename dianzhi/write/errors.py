# ruff: noqa: N818  # each is named by what happened; all of them are WriteErrors
"""What can go wrong on the way out; the tree is drawn in the package's docstring.

Errors of the operating system (no space, no permission) stay `OSError`.
"""

from collections.abc import Iterable
from pathlib import Path


class WriteError(Exception):
    """Something that the person who started the command can mend."""


class Busy(WriteError):
    """Another process is writing the same folder."""

    def __init__(self, path: Path, holder: int | None, waited: float) -> None:
        self.path = path
        """The lock file."""
        self.holder = holder
        """Process id of the other one, `None` where it could not be read."""
        self.waited = waited
        """Seconds, 0 or more."""
        super().__init__(f"{path} is held by process {holder}, waited {waited:g} s")


class BadPath(WriteError):
    """An artifact may not be written under this path."""

    def __init__(self, path: str, reason: str, other: str | None = None) -> None:
        self.path = path
        self.reason = reason
        """One of `absolute`, `parent`, `empty`, `character`, `reserved`, `part`, `duplicate`,
        `collision`."""
        self.other = other
        """The path it collides with, for `duplicate` and `collision`."""
        super().__init__(f"{path!r}: {reason}" + (f" with {other!r}" if other else ""))


class NotWritten(WriteError):
    """The disk gave back other bytes than it was given."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} reads back differently")


class NotOurs(WriteError):
    """The folder is not empty and no build of ours made it, so it is not ours to replace."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        """`unmarked` (no marker in it), `file` (not a folder), `mount` (cannot be renamed) or
        `content` (inside the authored folder, or around it)."""
        super().__init__(f"{path}: {reason}")


class OtherVersion(WriteError):
    """The parts that should stay were built from other content or by another tool version."""

    def __init__(self, path: Path, standing: tuple[str, str], wanted: tuple[str, str]) -> None:
        self.path = path
        self.standing = standing
        """(tool version, content version) in the folder."""
        self.wanted = wanted
        """(tool version, content version) of the new part."""
        super().__init__(f"{path} holds {standing}, not {wanted}")


class Damaged(WriteError):
    """Files are missing, changed or added since the build."""

    def __init__(self, path: Path, files: Iterable[str]) -> None:
        self.path = path
        self.files = tuple(files)
        """Relative paths, sorted; empty when the marker itself cannot be read."""
        super().__init__(f"{path}: {', '.join(self.files) or 'marker unreadable'}")


class SiteFailed(WriteError):
    """MkDocs ended with an error, or with a warning, which `--strict` makes one."""

    def __init__(self, status: int, tail: str) -> None:
        self.status = status
        """Exit status; negative: ended by that signal."""
        self.tail = tail
        """The last lines of its log."""
        super().__init__(f"mkdocs exited with {status}\n{tail}")


class NotPublishable(WriteError):
    """The source is not a set of public files, or the destination is no place for them."""

    def __init__(self, path: Path, reason: str, files: Iterable[str] = ()) -> None:
        self.path = path
        self.reason = reason
        """`source` (no manifest.json), `internal` (holds internal files), `overlap` (one folder
        inside the other), `dist` (the destination is a build's own folder), `foreign` (the
        destination has other files of the same names) or `ledger` (its ledger is unreadable)."""
        self.files = tuple(files)
        super().__init__(f"{path}: {reason} {', '.join(self.files)}".rstrip())


class NothingBefore(WriteError):
    """There is no earlier version, or it has been removed after its days were over."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"no earlier version in {path}")
