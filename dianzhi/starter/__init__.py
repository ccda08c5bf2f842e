"""The shop that `dianzhi init` begins with: small, whole, and commented for editors."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

FOLDERS: Final = {"faq_src": "faq_src", "vscode": ".vscode"}
"""Where each folder of this package goes; hidden names do not survive all packagers."""


def starter_files() -> Mapping[str, bytes]:
    """Return every file of the starter shop, by path below the new folder, sorted by path."""
    package = files(__name__)
    found = {"README.md": package.joinpath("README.md").read_bytes()}
    for name, target in FOLDERS.items():
        found |= dict(_below(package.joinpath(name), target))
    return {path: found[path] for path in sorted(found)}


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _below(item, f"{path}/{item.name}")
        else:
            yield f"{path}/{item.name}", item.read_bytes()
