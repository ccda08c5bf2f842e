"""A list of words as bytes: its characters once, then columns (spec/search-index.md section 7)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dianzhi.search import codec
from dianzhi.search.codec import Reader
from dianzhi.search.contents import han_of, is_costed
from dianzhi.search.errors import IndexFormatError
from dianzhi.text.normalize import kind_of

LOW = 0xFF
"""A character's number is written in two columns, the low byte in one of its own."""


def ordered(words: Iterable[str], known: Sequence[str] = ()) -> tuple[str, ...]:
    """Return words in the order in which a list numbers them; `known` are earlier characters."""
    words = set(words)
    chars = characters(words, known)
    place = {char: i for i, char in enumerate(chars)}
    longer = sorted(filter(is_costed, words), key=lambda word: [place[char] for char in word])
    rest = sorted(word for word in words if kind_of(word[0]) != "h")
    return (*(char for char in chars if char in words), *longer, *rest)


def characters(words: Iterable[str], known: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the Han characters of earlier lists and of this one, new ones by code point."""
    earlier = set(known)
    return (*known, *(char for char in han_of(words) if char not in earlier))


def written(words: Sequence[str], costs: Mapping[str, int], known: Sequence[str] = ()) -> bytes:
    """Return the bytes of words that stand as `ordered` gives them."""
    chars = characters(words, known)
    new = chars[len(known) :]
    longer = [word for word in words if is_costed(word)]
    rest = [word for word in words if kind_of(word[0]) != "h"]
    head = codec.number(len(new)) + codec.steps(map(ord, new))
    strings = codec.number(len(rest)) + codec.strings(rest)
    return head + _columns(chars, set(words), longer) + _costs(longer, costs) + strings


def _columns(chars: Sequence[str], words: set[str], longer: Sequence[str]) -> bytes:
    first = Counter(word[0] for word in longer)
    place = {char: i for i, char in enumerate(chars)}
    counts = codec.numbers(2 * first[char] + (char in words) for char in chars)
    sizes = codec.numbers(len(word) - 2 for word in longer)
    numbers = [place[char] for word in longer for char in word[1:]]
    return counts + sizes + codec.numbers(i >> 8 for i in numbers) + bytes(i & LOW for i in numbers)


def _costs(longer: Iterable[str], costs: Mapping[str, int]) -> bytes:
    return bytes(costs[word] for word in longer)


def read(reader: Reader, known: Sequence[str] = ()) -> tuple[list[str], dict[str, int]]:
    """Return the words of a list in order, and the costs of those that have one."""
    chars = [*known, *_read_characters(reader)]
    counts = [reader.number() for _ in chars]
    reader.room(sum(count // 2 for count in counts))
    starts = [char for char, count in zip(chars, counts, strict=True) for _ in range(count // 2)]
    sizes = [1 + reader.number() for _ in starts]
    high = [reader.number() << 8 for _ in range(sum(sizes))]
    numbers = iter([value | reader.byte() for value in high])
    longer = [
        start + "".join(_named(chars, next(numbers)) for _ in range(size))
        for start, size in zip(starts, sizes, strict=True)
    ]
    costs = {word: reader.byte() for word in longer}
    alone = [char for char, count in zip(chars, counts, strict=True) if count % 2]
    return [*alone, *longer, *_read_rest(reader)], costs


def _read_characters(reader: Reader) -> list[str]:
    chars = reader.characters(reader.number())
    if any(kind_of(char) != "h" for char in chars):
        raise IndexFormatError("a character of words is not Han")
    return chars


def _named(chars: Sequence[str], number: int) -> str:
    if number >= len(chars):
        raise IndexFormatError(f"character {number} of {len(chars)}")
    return chars[number]


def _read_rest(reader: Reader) -> list[str]:
    words = reader.strings(reader.number())
    if not all({*map(kind_of, word)} in ({"a"}, {"0"}) for word in words):
        raise IndexFormatError("a word is neither Han nor letters nor digits")
    return words
