"""The bytes of an index back to its contents, by spec/search-index.md section 7.

Twin of widget/src/search/decode.js. Nothing is believed: every count and number is checked.
"""

from collections.abc import Mapping, Sequence

from dianzhi.search import wordlist
from dianzhi.search.codec import Reader
from dianzhi.search.container import unpack
from dianzhi.search.contents import (
    BAGS,
    BREAK,
    END,
    FIRST_SHORT,
    FIRST_WORD,
    FOLDS,
    LATE,
    PARTS,
    READINGS,
    SHORT_MOST,
    TAGS,
    TEXTS,
    WORDS,
    Contents,
    Document,
    Wording,
    han_of,
)
from dianzhi.search.errors import IndexFormatError
from dianzhi.search.shown import COLUMNS, SPACE
from dianzhi.text.syllables import FINALS, INITIALS

Names = tuple[str, ...]
Scope = tuple[str, int, int, Names, Names, Names]


def decode(data: bytes, more: bytes | None = None) -> Contents:
    """Return what the bytes of an index file say, and of its second file where there is one.

    Raises:
        IndexFormatError: the bytes are no whole index of format 2, or do not belong together.
    """
    sections = {tag: Reader(body) for tag, body in unpack(data, TAGS, more).items()}
    words, costs = wordlist.read(sections["WORD"])
    signs = sections["WORD"].strings(sections["WORD"].number())
    scopes, columns = _read_documents(sections["DOCS"])
    texts = _Texts(sections["TEXT"], words, signs, _read_short(sections["TEXT"]))
    counts = [sections["TEXT"].number() for _ in scopes]
    questions = [texts.shown() for _ in scopes]
    synonyms = _read_synonyms(sections["SYNO"], words, signs)
    early = [texts.wordings(count) for count in counts]
    core = len(words)
    known = wordlist.characters(words)
    further, more_costs = wordlist.read(sections[WORDS], known) if WORDS in sections else ([], {})
    words += further
    rest, keywords = _read_further(sections.get(TEXTS), len(scopes), words)
    folds = _read_fold(sections["FOLD"])
    expressions = (*words, *(word for group in synonyms for word in group))
    ignored = tuple(sections["IGNO"].counted(core))
    parts, chatter = _read_parts(sections.get(PARTS), len(scopes), ignored)
    contents = Contents(
        folds=folds | (_read_fold(sections[FOLDS]) if FOLDS in sections else {}),
        words=tuple(words),
        core=core,
        costs=costs | more_costs,
        ignored=ignored,
        synonyms=synonyms,
        documents=_documents(scopes, columns, questions),
        similar=tuple(first + others for first, others in zip(early, rest, strict=True)),
        keywords=keywords,
        bags=_read_bags(sections.get(BAGS), len(scopes), len(words)),
        readings=_read_readings(sections.get(READINGS), expressions),
        parts=parts,
        chatter=chatter,
    )
    _check_done(sections)
    return contents


def _check_done(sections: Mapping[str, Reader]) -> None:
    for tag, reader in sections.items():
        if tag in TAGS or tag in LATE:
            reader.done()


def _read_fold(reader: Reader) -> dict[str, str]:
    count = reader.number()
    sources, targets = reader.characters(count), reader.characters(count)
    return dict(zip(sources, targets, strict=True))


def _read_synonyms(
    reader: Reader, words: Sequence[str], signs: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    sizes = [reader.number() for _ in range(reader.number())]
    texts = _Texts(reader, words, signs, ())
    return tuple(tuple(texts.shown() for _ in range(size)) for size in sizes)


def _read_documents(reader: Reader) -> tuple[list[Scope], list[list[str]]]:
    count = reader.number()
    names = reader.strings(reader.number())
    columns = [reader.strings(count) for _ in COLUMNS]
    category = [names[reader.below(len(names))] for _ in range(count)]
    shard, priority = ([reader.number() for _ in range(count)] for _ in range(2))
    products, platforms = (
        [tuple(names[i] for i in reader.counted(len(names))) for _ in range(count)]
        for _ in range(2)
    )
    sizes = [reader.number() for _ in range(count)]
    words = iter(reader.strings(sum(sizes)))
    excluded = [tuple(next(words) for _ in range(size)) for size in sizes]
    scopes = zip(category, shard, priority, products, platforms, excluded, strict=True)
    return list(scopes), columns


def _documents(
    scopes: Sequence[Scope], columns: Sequence[Sequence[str]], questions: Sequence[str]
) -> tuple[Document, ...]:
    rows = zip(*columns, questions, scopes, strict=True)
    return tuple(
        Document(name, question, english, url, *scope)
        for name, english, url, question, scope in rows
    )


def _read_short(reader: Reader) -> list[int]:
    count = reader.number()
    if count > SHORT_MOST:
        raise IndexFormatError(f"{count} short numbers")
    return reader.steps(count)


def _read_further(
    reader: Reader | None, count: int, words: Sequence[str]
) -> tuple[list[tuple[Wording, ...]], tuple[Wording, ...]]:
    """Return of each document its later wordings, and its keywords."""
    if reader is None:
        return [()] * count, ((),) * count
    texts = _Texts(reader, words, (), _read_short(reader))
    sizes = [reader.number() for _ in range(count)]
    rows = [(texts.wordings(size), texts.wording()) for size in sizes]
    return [similar for similar, _ in rows], tuple(keywords for _, keywords in rows)


class _Texts:
    """Reads streams of words; `short` are those that have a number of one byte."""

    def __init__(
        self, reader: Reader, words: Sequence[str], signs: Sequence[str], short: Sequence[int]
    ) -> None:
        self._reader = reader
        self._pieces, self._words, self._short = [*words, *signs], len(words), short

    def shown(self) -> str:
        """Return the next stream as a text."""
        phrases = self._stream(len(self._pieces))
        return SPACE.join("".join(self._pieces[i] for i in phrase) for phrase in phrases)

    def wordings(self, count: int) -> tuple[Wording, ...]:
        """Return the next streams as wordings."""
        return tuple(self.wording() for _ in range(count))

    def wording(self) -> Wording:
        """Return the next stream as phrases of words."""
        return tuple(tuple(phrase) for phrase in self._stream(self._words) if phrase)

    def _stream(self, below: int) -> list[list[int]]:
        phrases: list[list[int]] = [[]]
        while (value := self._reader.below(below + FIRST_WORD)) != END:
            if value == BREAK:
                phrases.append([])
            else:
                phrases[-1].append(self._word(value, below))
        return phrases

    def _word(self, value: int, below: int) -> int:
        if value >= FIRST_WORD:
            return value - FIRST_WORD
        place = value - FIRST_SHORT
        if place >= len(self._short) or self._short[place] >= below:
            raise IndexFormatError(f"short number {value} stands for no word")
        return self._short[place]


def _read_bags(reader: Reader | None, count: int, words: int) -> tuple[tuple[int, ...], ...]:
    return tuple(_read_bag(reader, words) if reader else () for _ in range(count))


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
    return {char: tuple(syllables) for char, syllables in found}


def _read_parts(
    reader: Reader | None, count: int, ignored: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return of each document of a head its part, and which of the ignored words are chatter."""
    if reader is None:
        return (), ()
    parts = tuple(reader.number() for _ in range(count))
    return parts, tuple(ignored[place] for place in reader.counted(len(ignored)))


def _read_final(reader: Reader) -> str:
    return FINALS[reader.below(len(FINALS))]
