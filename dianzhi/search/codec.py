"""Numbers and strings as bytes, by spec/search-index.md section 6.

A number is a varint: seven bits a byte, lowest first, at most four bytes (28 bits).
Strings are one UTF-8 block, a line feed between them, its length in bytes before it.
"""

from collections.abc import Iterable, Sequence

from dianzhi.search.errors import IndexFormatError

NUMBER_BITS = 28
LAST_CODE_POINT = 0x10FFFF


def number(value: int) -> bytes:
    """Return a varint.

    Raises:
        ValueError: the value is negative or needs more than 28 bits.
    """
    if not 0 <= value < 1 << NUMBER_BITS:
        raise ValueError(f"{value} is not a number of 28 bits")
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004  # seven bits a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def numbers(values: Iterable[int]) -> bytes:
    """Return varints one after the other."""
    return b"".join(map(number, values))


def counted(values: Sequence[int]) -> bytes:
    """Return how many values there are, then the values."""
    return number(len(values)) + numbers(values)


def steps(values: Iterable[int]) -> bytes:
    """Return each value as its step from the one before (0 at first): 2n up, 2n - 1 down."""
    out, last = [], 0
    for value in values:
        step = value - last
        out.append(2 * step if step >= 0 else -2 * step - 1)
        last = value
    return numbers(out)


def strings(values: Sequence[str]) -> bytes:
    """Return strings without line feeds as one block; the reader knows how many there are."""
    block = "\n".join(values).encode("utf-8")
    return number(len(block)) + block


class Reader:
    """Reads a section from its start; every method raises IndexFormatError past its end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self) -> int:
        """Return the next varint."""
        value = 0
        for shift in range(0, NUMBER_BITS, 7):
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:  # noqa: PLR2004  # the last byte of a number
                return value
        raise IndexFormatError("number of more than 28 bits")

    def counted(self, below: int) -> list[int]:
        """Return a counted list of numbers, each smaller than `below`."""
        return [self.below(below) for _ in range(self.number())]

    def steps(self, count: int) -> list[int]:
        """Return the next `count` values, written as steps; none is negative."""
        found, value = [], 0
        for _ in range(count):
            step = self.number()
            value += -(step + 1) // 2 if step % 2 else step // 2
            if value < 0:
                raise IndexFormatError("a step leads below 0")
            found.append(value)
        return found

    def characters(self, count: int) -> list[str]:
        """Return the next `count` characters, written as steps of their code points."""
        codes = self.steps(count)
        if max(codes, default=0) > LAST_CODE_POINT:
            raise IndexFormatError(f"{max(codes)} is no character")
        return list(map(chr, codes))

    def below(self, limit: int) -> int:
        """Return the next varint, refused unless it is smaller than `limit`."""
        value = self.number()
        if value >= limit:
            raise IndexFormatError(f"number {value} is not below {limit}")
        return value

    def room(self, count: int) -> None:
        """Raise unless so many values, of a byte or more each, may follow."""
        if count > len(self._data) - self._at:
            raise IndexFormatError(f"no room for {count} values")

    def byte(self) -> int:
        """Return the next byte."""
        if self._at >= len(self._data):
            raise IndexFormatError("section is cut short")
        self._at += 1
        return self._data[self._at - 1]

    def strings(self, count: int) -> list[str]:
        """Return the next block of `count` strings."""
        size = self.number()
        block = self._data[self._at : self._at + size]
        self._at += size
        if len(block) != size:
            raise IndexFormatError("strings are cut short")
        try:
            text = block.decode("utf-8")
        except UnicodeDecodeError as error:
            raise IndexFormatError("strings are not UTF-8") from error
        values = text.split("\n") if count or text else []
        if len(values) != count:
            raise IndexFormatError(f"{len(values)} strings instead of {count}")
        return values

    def rest(self) -> bytes:
        """Return all bytes that were not read."""
        rest = self._data[self._at :]
        self._at = len(self._data)
        return rest

    def done(self) -> None:
        """Raise unless everything was read."""
        if self._at != len(self._data):
            raise IndexFormatError("section has bytes to spare")
