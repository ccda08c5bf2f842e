"""Damaged index bytes are refused with IndexFormatError and nothing else."""

import random
import zlib
from pathlib import Path

import pytest

from dianzhi.search import Index, IndexFormatError

VECTORS = Path(__file__).parents[2] / "spec" / "vectors"
WHOLE = (VECTORS / "index-v2.bin").read_bytes()
HEADER = 16


def resealed(data):
    checksum = zlib.crc32(data[HEADER:]).to_bytes(4, "little")
    return data[:8] + (len(data) - HEADER).to_bytes(4, "little") + checksum + data[HEADER:]


def test_every_shorter_file_is_refused():
    for size in range(len(WHOLE)):
        with pytest.raises(IndexFormatError):
            Index.from_bytes(WHOLE[:size])


def test_every_changed_byte_is_refused():
    for at in range(len(WHOLE)):
        damaged = bytearray(WHOLE)
        damaged[at] ^= 1 << at % 8
        with pytest.raises(IndexFormatError):
            Index.from_bytes(bytes(damaged))


def test_more_bytes_are_refused():
    with pytest.raises(IndexFormatError):
        Index.from_bytes(WHOLE + b"\0")


def test_a_version_to_come_is_refused_by_number():
    with pytest.raises(IndexFormatError, match="format 3 is not 2"):
        Index.from_bytes(WHOLE[:4] + b"\3\0" + WHOLE[6:])


def test_a_version_that_was_is_refused_by_number():
    with pytest.raises(IndexFormatError, match="format 1 is not 2"):
        Index.from_bytes((VECTORS / "index-v1.bin").read_bytes())


def ends(data):
    """Ends of the sections, in bytes."""
    at = HEADER
    while at < len(data):
        at += 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        yield at


def test_a_payload_cut_short_under_a_right_checksum_is_refused():
    whole = set(ends(WHOLE))  # cut between two sections, only what may be missing is missing
    for size in (size for size in range(HEADER, len(WHOLE), 7) if size not in whole):
        with pytest.raises(IndexFormatError):
            Index.from_bytes(resealed(WHOLE[:size]))


def test_damage_under_a_right_checksum_is_refused_or_searched():
    rng = random.Random(5)  # reproducible, not secret
    refused = 0
    for at in range(HEADER, len(WHOLE), 3):
        damaged = bytearray(WHOLE)
        damaged[at] = rng.randrange(256)
        try:
            Index.from_bytes(resealed(bytes(damaged))).search("七天退货 tuihuo refu")
        except IndexFormatError:
            refused += 1
    assert refused > 100
