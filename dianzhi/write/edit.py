"""Authored files changed in place: all written beside first, then each renamed over the old one.

Only `dianzhi import` and `dianzhi init` write where people write; a crash between two renames
leaves every file whole, the old one or the new one. What a crash left beside is written anew.
"""

from collections.abc import Mapping
from pathlib import Path

from dianzhi.write import fs, tree
from dianzhi.write.paths import PathCheck


def replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (paths below `folder`, forward slashes) so that each is old or new, never half.

    Raises:
        BadPath: a path is unsafe or collides with another.
    """
    check = PathCheck()
    for path in files:
        check.accept(f"edit/{path}")
    targets = {path: (folder / path).resolve() for path in files}  # a link stays a link
    for path, content in files.items():
        _write_aside(targets[path], content)
    for target in targets.values():
        fs.rename(_aside(target), target)


def _write_aside(target: Path, content: bytes) -> None:
    tree.make_folders(target.parent)
    tree.remove(_aside(target))
    fs.write_file(_aside(target), content)
    if fs.exists(target):
        fs.copy_mode(target, _aside(target))
    fs.sync(_aside(target))


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")
