"""Authored files changed in place: all written beside first, then each renamed over the old one.

Only `dianzhi import` and `dianzhi init` write where people write; a crash between two renames
leaves every file whole, the old one or the new one.
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
    for path, content in files.items():
        target = folder / path
        tree.make_folders(target.parent)
        fs.write_file(_aside(target), content)
        fs.sync(_aside(target))
    for path in files:
        fs.rename(_aside(folder / path), folder / path)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")
