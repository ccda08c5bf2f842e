"""What comes with the tool: the knowledge base's hand, the browser bundles, the demo page.

In a checkout they stand at the top of the repository; in an installed wheel below
`dianzhi/shipped/`. A shop may lay files of its own over the knowledge base's (`kb/`, `mkdocs.yml`
beside its content folder).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Shipped:
    """The files by path relative to their folder."""

    kb: Mapping[str, bytes]
    """Templates, theme overrides, styles and written pages of the knowledge base."""
    mkdocs: bytes
    """`mkdocs.yml`."""
    bundles: Mapping[str, bytes]
    demo: Mapping[str, bytes]
    page: Mapping[str, bytes]
    """Templates and styles of the plain public pages."""


def read_shipped(shop: Path) -> Shipped:
    """Return the tool's files with those of the shop's folder laid over them."""
    home = _home()
    kb = _files(home / "kb")
    mkdocs = home / "mkdocs.yml"
    if shop.resolve() != home.resolve():
        kb |= _files(shop / "kb")
        mkdocs = shop / "mkdocs.yml" if (shop / "mkdocs.yml").is_file() else mkdocs
    widget = home / "widget"
    bundles, demo, page = (_files(widget / folder) for folder in ("dist", "demo", "page"))
    return Shipped(kb, mkdocs.read_bytes(), bundles, demo, page)


def _home() -> Path:
    shipped = PACKAGE / "shipped"
    return shipped if shipped.is_dir() else PACKAGE.parent


def _files(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
