"""The authored files as pages with numbered lines, so that 编辑这一条 leads somewhere without a git host."""

from collections.abc import Iterator, Mapping
from typing import Final

SHOWN: Final = (".yaml", ".yml", ".csv")
MEDIA: Final = "media/"


def shown(sources: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield path and lines of every text file, sorted by path."""
    for path in sorted(sources):
        if path.endswith(SHOWN):
            yield path, tuple(_text(sources[path]).splitlines())


def _text(content: bytes) -> str:
    """Return the text; tables may come from a spreadsheet in GB18030."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def media(sources: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every picture, sorted by path."""
    for path in sorted(sources):
        if path.startswith(MEDIA):
            yield path, sources[path]
