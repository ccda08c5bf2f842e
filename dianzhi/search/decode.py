"""The bytes of an index back to its contents, by spec/search-index.md section 7.

Twin of widget/src/search/decode.js. Nothing is believed: every count and number is checked.
"""

from collections.abc import Sequence

from dianzhi.search.codec import Reader
from dianzhi.search.container import unpack
from dianzhi.search.contents import (
    BREAK,
    END,
    FIRST_WORD,
    READINGS,
    TAGS,
    Contents,
    Document,
    Wording,
    han_of,
    is_costed,
)
from dianzhi.search.errors import IndexFormatError
from dianzhi.text.normalize import kind_of
from dianzhi.text.syllables import FINALS, INITIALS

Scope = tuple[str, int, int, tuple[str, ...], tuple[str, ...]]
Similar = tuple[tuple[Wording, ...], ...]


def decode(data: bytes) -> Contents:
    """Return what the bytes of an index file say.

    Raises:
        IndexFormatError: the bytes are no whole index of format 1.
    """
    sections = {tag: Reader(body) for tag, body in unpack(data, TAGS).items()}
    words, costs = _read_words(sections["WORD"])
    documents = _read_documents(sections["DOCS"])
    similar, keywords = _read_texts(sections["TEXT"], len(documents), len(words))
    synonyms = _read_synonyms(sections["SYNO"])
    expressions = (*words, *(word for group in synonyms for word in group))
    contents = Contents(
        folds=_read_fold(sections["FOLD"]),
        words=words,
        costs=costs,
        ignored=tuple(sections["IGNO"].counted(len(words))),
        synonyms=synonyms,
        documents=documents,
        similar=similar,
        keywords=keywords,
        bags=tuple(_read_bag(sections["BAGS"], len(words)) for _ in documents),
        readings=_read_readings(sections.get(READINGS), expressions),
    )
    for tag in TAGS:
        sections[tag].done()
    return contents


def _read_fold(reader: Reader) -> dict[str, str]:
    count = reader.number()
    sources, targets = reader.characters(count), reader.characters(count)
    return dict(zip(sources, targets, strict=True))


def _read_words(reader: Reader) -> tuple[tuple[str, ...], dict[str, int]]:
    words = tuple(reader.strings(reader.number()))
    if not all({*map(kind_of, word)} in ({"h"}, {"a"}, {"0"}) for word in words):
        raise IndexFormatError("a word is neither Han nor letters nor digits")
    return words, {word: reader.byte() for word in words if is_costed(word)}


def _read_synonyms(reader: Reader) -> tuple[tuple[str, ...], ...]:
    sizes = [reader.number() for _ in range(reader.number())]
    members = iter(reader.strings(sum(sizes)))
    return tuple(tuple(next(members) for _ in range(size)) for size in sizes)


def _read_documents(reader: Reader) -> tuple[Document, ...]:
    count = reader.number()
    names = reader.strings(reader.number())
    columns = [reader.strings(count) for _ in range(4)]
    scopes = [_read_scope(reader, names) for _ in range(count)]
    words = iter(reader.strings(sum(excluded for _, excluded in scopes)))
    rows = zip(columns[0], columns[1], columns[2], columns[3], scopes, strict=True)
    return tuple(
        Document(name, question, english, url, *scope, tuple(next(words) for _ in range(excluded)))
        for name, question, english, url, (scope, excluded) in rows
    )


def _read_scope(reader: Reader, names: Sequence[str]) -> tuple[Scope, int]:
    category, shard, priority = names[reader.below(len(names))], reader.number(), reader.number()
    products = tuple(names[i] for i in reader.counted(len(names)))
    platforms = tuple(names[i] for i in reader.counted(len(names)))
    return (category, shard, priority, products, platforms), reader.number()


def _read_texts(reader: Reader, documents: int, words: int) -> tuple[Similar, tuple[Wording, ...]]:
    counts = [reader.number() for _ in range(documents)]
    similar, keywords = [], []
    for count in counts:
        similar.append(tuple(_read_stream(reader, words) for _ in range(count)))
        keywords.append(_read_stream(reader, words))
    return tuple(similar), tuple(keywords)


def _read_stream(reader: Reader, words: int) -> Wording:
    phrases: list[list[int]] = [[]]
    while (value := reader.below(words + FIRST_WORD)) != END:
        if value == BREAK:
            phrases.append([])
        else:
            phrases[-1].append(value - FIRST_WORD)
    return tuple(tuple(phrase) for phrase in phrases if phrase)


def _read_bag(reader: Reader, words: int) -> tuple[int, ...]:
    bag: list[int] = []
    last = -1
    while gap := reader.number():
        last += gap
        if last >= words:
            raise IndexFormatError(f"word {last} of {words}")
        bag.append(last)
    return tuple(bag)


def _read_readings(reader: Reader | None, texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    if reader is None:
        return {}
    chars = han_of((*texts, *reader.characters(reader.number())))
    initials = [reader.below(len(INITIALS) + 1) for _ in chars]
    readable = [(char, INITIALS[i - 1]) for char, i in zip(chars, initials, strict=True) if i]
    found = [(char, [initial + _read_final(reader)]) for char, initial in readable]
    at = 0
    for _ in range(reader.number()):
        at += reader.number()
        if at >= len(found):
            raise IndexFormatError(f"character {at} of {len(found)}")
        found[at][1].append(INITIALS[reader.below(len(INITIALS))] + _read_final(reader))
    reader.done()
    return {char: tuple(syllables) for char, syllables in found}


def _read_final(reader: Reader) -> str:
    return FINALS[reader.below(len(FINALS))]
