"""The outer form of `index.bin`, by spec/search-index.md section 6: a header, then sections.

"DZIX"  u16 format  u16 zero  u32 payload length  u32 CRC-32 of the payload  payload
payload = sections; section = tag (4 ASCII letters)  u32 length  bytes

`meaning.bin` has the same form under another name (spec/meaning.md).
"""

import struct
import zlib
from collections.abc import Iterable

from dianzhi.search.errors import IndexFormatError

MAGIC = b"DZIX"
FORMAT = 1
HEADER = struct.Struct("<4sHHII")
SECTION = struct.Struct("<4sI")


def pack(sections: Iterable[tuple[str, bytes]], magic: bytes = MAGIC) -> bytes:
    """Return a whole file of sections."""
    parts = (SECTION.pack(tag.encode("ascii"), len(body)) + body for tag, body in sections)
    payload = b"".join(parts)
    return HEADER.pack(magic, FORMAT, 0, len(payload), zlib.crc32(payload)) + payload


def unpack(data: bytes, known: Iterable[str], magic: bytes = MAGIC) -> dict[str, bytes]:
    """Return the sections of a file by tag; every known one is there.

    Raises:
        IndexFormatError: the file is not whole, of another format, or needs an unknown section.
    """
    payload = _payload(data, magic)
    found: dict[str, bytes] = {}
    at = 0
    while at < len(payload):
        tag, body = _section(payload, at)
        if tag in found:
            raise IndexFormatError(f"section {tag!r} appears twice")
        found[tag] = body
        at += SECTION.size + len(body)
    _check_tags(found, known)
    return found


def _payload(data: bytes, wanted: bytes) -> bytes:
    if len(data) < HEADER.size:
        raise IndexFormatError(f"{len(data)} bytes are too few for a header")
    magic, version, zero, size, checksum = HEADER.unpack_from(data)
    if magic != wanted:
        raise IndexFormatError(f"not a file of the kind {wanted!r}")
    if version != FORMAT or zero != 0:
        raise IndexFormatError(f"index format {version} is not {FORMAT}")
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
    needed = [tag for tag in found if tag not in set(known) and not "a" <= tag[0] <= "z"]
    if missing or needed:
        raise IndexFormatError(f"missing sections {sorted(missing)}, unknown sections {needed}")
