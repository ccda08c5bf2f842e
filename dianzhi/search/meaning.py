"""How near in meaning a question and the entries are, by spec/meaning.md.

Twin of widget/src/search/meaning.js. A text's vector is the sum of the vectors of its terms; nearness
is the cosine of two such sums, in whole numbers, so that both languages agree.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from math import isqrt
from operator import mul
from typing import Self

from dianzhi.search.codec import Reader, number, steps, strings
from dianzhi.search.errors import IndexFormatError
from dianzhi.search.postings import Postings

HEADER = struct.Struct("<4sHHII")
MAGIC, FORMAT = b"DZMT", 1
LEVELS_LAST, SIZE_LAST = 15, 256
FINE = 64
"""Lengths of vectors are kept in parts of so many."""
UNIT = 1024
"""Nearness of texts that mean the same."""

Vector = Sequence[int]


class Table:
    """Vectors of terms: Han characters and pairs, words of letters."""

    def __init__(self, vectors: Mapping[str, Vector], size: int) -> None:
        self.vectors = vectors
        self.size = size
        """Numbers of a vector."""

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Open the bytes of a table.

        Raises:
            IndexFormatError: they are not a whole table of format 1.
        """
        reader = Reader(_payload(data))
        levels, size = reader.below(LEVELS_LAST + 1), reader.below(SIZE_LAST + 1)
        names = reader.characters(reader.number())
        names += reader.strings(reader.number())
        if levels < 3 or levels % 2 == 0 or not size or len(set(names)) != len(names):  # noqa: PLR2004
            raise IndexFormatError(f"{levels} levels, {size} numbers, or a term twice")
        values = _unfolded(reader.rest(), levels, size * len(names))
        rows = (values[at : at + size] for at in range(0, len(values), size))
        return cls(dict(zip(names, rows, strict=True)), size)

    def to_bytes(self, levels: int) -> bytes:
        """Return the file; every number lies within (levels - 1) / 2 of zero."""
        chars = sorted(term for term in self.vectors if len(term) == 1)
        others = sorted(term for term in self.vectors if len(term) > 1)
        names = number(levels) + number(self.size) + counted_characters(chars)
        names += number(len(others)) + strings(others)
        values = [value for term in (*chars, *others) for value in self.vectors[term]]
        payload = names + _folded(values, levels)
        return HEADER.pack(MAGIC, FORMAT, 0, len(payload), zlib.crc32(payload)) + payload

    def sum(self, terms: Iterable[str]) -> list[int]:
        """Return the vector of a text with these terms; unknown ones add nothing."""
        total = [0] * self.size
        for term in terms:
            if (vector := self.vectors.get(term)) is not None:
                total = [one + other for one, other in zip(total, vector, strict=True)]
        return total


class Meaning:
    """The entries of an opened index as vectors, each the sum of all its wordings."""

    def __init__(self, table: Table, wordings: Postings, entries: int) -> None:
        """Take wordings whose owners are numbers below `entries`."""
        self._table = table
        texts: list[list[str]] = [[] for _ in range(entries)]
        for term in wordings.terms:
            for row in wordings.rows(term):
                texts[wordings.owners[row]].append(term)
        self._vectors = [table.sum(terms) for terms in texts]
        self._lengths = list(map(_length, self._vectors))

    def nearness(self, terms: Iterable[str]) -> list[int]:
        """Return of each entry how near it is to a question, 0 (nothing alike) to 1024."""
        asked = self._table.sum(terms)
        length = _length(asked)
        scale = UNIT * FINE * FINE
        return [
            max(0, sum(map(mul, asked, vector))) * scale // max(1, length * own)
            for vector, own in zip(self._vectors, self._lengths, strict=True)
        ]


def counted_characters(chars: Sequence[str]) -> bytes:
    """Return how many characters there are, then each as the step of its code point."""
    return number(len(chars)) + steps(map(ord, chars))


def per_byte(levels: int) -> int:
    """Return how many numbers of so many levels one byte holds."""
    count = 1
    while levels ** (count + 1) <= 256:  # noqa: PLR2004  # the values of a byte
        count += 1
    return count


def _payload(data: bytes) -> bytes:
    payload = data[HEADER.size :]
    head = (MAGIC, FORMAT, 0, len(payload), zlib.crc32(payload))
    if data[: HEADER.size] != HEADER.pack(*head):
        raise IndexFormatError("no whole table of meaning of format 1")
    return payload


def _length(vector: Vector) -> int:
    return isqrt(sum(map(mul, vector, vector)) * FINE * FINE)


def _folded(values: Sequence[int], levels: int) -> bytes:
    """Return numbers as digits to the base of the levels, the first the lowest."""
    count, half = per_byte(levels), levels // 2
    digits = [value + half for value in values]
    digits += [0] * (-len(digits) % count)
    groups = (digits[at : at + count] for at in range(0, len(digits), count))
    return bytes(sum(digit * levels**i for i, digit in enumerate(group)) for group in groups)


def _unfolded(data: bytes, levels: int, total: int) -> list[int]:
    count, half = per_byte(levels), levels // 2
    if len(data) != -(-total // count):
        raise IndexFormatError(f"{len(data)} bytes do not hold {total} numbers")
    digits = [[byte // levels**i % levels - half for i in range(count)] for byte in range(256)]
    return [value for byte in data for value in digits[byte]][:total]
