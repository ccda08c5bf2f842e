"""The outer form of `index.bin`, by spec/search-index.md section 6: a header, then sections.

"DZIX"  u16 format  u16 of what  u32 payload length  u32 CRC-32 of the payload  payload
payload = sections; section = tag (4 ASCII letters)  u32 length  bytes

Sections may stand in a second file, which says by the low half of the first one's CRC what it
belongs to; in a first file "of what" is 0.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dianzhi.search.errors import IndexFormatError

MAGIC = b"DZIX"
FORMAT = 2
HEADER = struct.Struct("<4sHHII")
SECTION = struct.Struct("<4sI")


def pack(sections: Iterable[tuple[str, bytes]], of: int = 0) -> bytes:
    """Return a whole index file; `of` says what a second file belongs to."""
    parts = (SECTION.pack(tag.encode("ascii"), len(body)) + body for tag, body in sections)
    payload = b"".join(parts)
    return HEADER.pack(MAGIC, FORMAT, of, len(payload), zlib.crc32(payload)) + payload


def split(data: bytes) -> tuple[bytes, bytes]:
    """Return an index as two files: what a reader must have, and what it may do without."""
    sections = _sections(_payload(data, 0))
    core = pack((tag, body) for tag, body in sections.items() if not _is_optional(tag))
    rest = ((tag, body) for tag, body in sections.items() if _is_optional(tag))
    return core, pack(rest, _seal(core))


def unpack(data: bytes, known: Iterable[str], more: bytes | None = None) -> dict[str, bytes]:
    """Return the sections of an index by tag; every known one is there.

    `more` is the second file of an index that was split.

    Raises:
        IndexFormatError: a file is not whole, of another format, belongs to another index, or
            needs an unknown section.
    """
    found = _sections(_payload(data, 0))
    if more is not None:
        found = _sections(_payload(more, _seal(data)), found)
    _check_tags(found, known)
    return found


def _seal(data: bytes) -> int:
    checksum: int = HEADER.unpack_from(data)[-1]
    return checksum & 0xFFFF


def _sections(
    payload: bytes, before: Mapping[str, bytes] = MappingProxyType({})
) -> dict[str, bytes]:
    found = dict(before)
    at = 0
    while at < len(payload):
        tag, body = _section(payload, at)
        if tag in found:
            raise IndexFormatError(f"section {tag!r} appears twice")
        found[tag] = body
        at += SECTION.size + len(body)
    return found


def _payload(data: bytes, of: int) -> bytes:
    if len(data) < HEADER.size:
        raise IndexFormatError(f"{len(data)} bytes are too few for a header")
    magic, version, belongs, size, checksum = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise IndexFormatError("not a search index")
    if version != FORMAT:
        raise IndexFormatError(f"index format {version} is not {FORMAT}")
    if belongs != of:
        raise IndexFormatError("the file belongs to another one")
    payload = data[HEADER.size :]
    if len(payload) != size:
        raise IndexFormatError(f"payload has {len(payload)} bytes instead of {size}")
    if zlib.crc32(payload) != checksum:
        raise IndexFormatError("payload is damaged: checksum differs")
    return payload


def _section(payload: bytes, at: int) -> tuple[str, bytes]:
    if len(payload) - at < SECTION.size:
        raise IndexFormatError("section header is cut short")
    tag, size = SECTION.unpack_from(payload, at)
    start = at + SECTION.size
    if len(payload) - start < size:
        raise IndexFormatError(f"section {tag!r} is cut short")
    return tag.decode("latin-1"), payload[start : start + size]


def _check_tags(found: Iterable[str], known: Iterable[str]) -> None:
    """Refuse what is missing, and what is unknown but says by its capital that it is needed."""
    missing = set(known) - set(found)
    needed = [tag for tag in found if tag not in set(known) and not _is_optional(tag)]
    if missing or needed:
        raise IndexFormatError(f"missing sections {sorted(missing)}, unknown sections {needed}")


def _is_optional(tag: str) -> bool:
    return "a" <= tag[0] <= "z"
