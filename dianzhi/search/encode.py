"""The contents of an index as bytes, by spec/search-index.md section 7."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from dianzhi.search import codec, shown, wordlist
from dianzhi.search.container import pack
from dianzhi.search.contents import (
    BAGS,
    BREAK,
    EARLY,
    END,
    FIRST_SHORT,
    FIRST_WORD,
    FOLDS,
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
from dianzhi.text.syllables import split


def encode(contents: Contents) -> bytes:
    """Return the bytes of an index file: the core, then what may come later."""
    core, late = contents.words[: contents.core], contents.words[contents.core :]
    in_questions = {char for doc in contents.documents for char in doc.question + doc.question_en}
    early = {char: to for char, to in contents.folds.items() if char in in_questions}
    other = {char: to for char, to in contents.folds.items() if char not in in_questions}
    questions, expressions, signs = shown.streams(contents)
    first = [similar[:EARLY] for similar in contents.similar]
    further = [similar[EARLY:] for similar in contents.similar]
    keyed = zip(further, contents.keywords, strict=True)
    bodies = (
        _fold(early),
        wordlist.written(core, contents.costs) + codec.number(len(signs)) + codec.strings(signs),
        codec.counted(contents.ignored),
        _synonyms(contents.synonyms, expressions),
        _documents(contents.documents),
        _texts(first, (*questions, *chain.from_iterable(first))),
    )
    known = wordlist.characters(core)
    later = {
        WORDS: wordlist.written(late, contents.costs, known),
        TEXTS: _texts(further, [text for rest, keywords in keyed for text in (*rest, keywords)]),
        BAGS: b"".join(_bag(bag) for bag in contents.bags),
        FOLDS: _fold(other),
    }
    if contents.readings:
        later[READINGS] = _readings(contents)
    if contents.parts:
        later[PARTS] = codec.numbers(contents.parts) + _chatter(contents)
    return pack([*zip(TAGS, bodies, strict=True), *later.items()])


def _chatter(contents: Contents) -> bytes:
    place = {word: number for number, word in enumerate(contents.ignored)}
    return codec.counted([place[word] for word in contents.chatter])


def _fold(folds: Mapping[str, str]) -> bytes:
    pairs = sorted((ord(char), ord(target)) for char, target in folds.items())
    columns = [codec.steps([pair[side] for pair in pairs]) for side in (0, 1)]
    return codec.number(len(pairs)) + b"".join(columns)


def _synonyms(groups: Sequence[Sequence[str]], expressions: Sequence[Wording]) -> bytes:
    sizes = codec.counted([len(group) for group in groups])
    return sizes + b"".join(_stream(expression, {}) for expression in expressions)


def _documents(documents: Sequence[Document]) -> bytes:
    names = list(dict.fromkeys(name for doc in documents for name in _names(doc)))
    place = {name: i for i, name in enumerate(names)}
    head = codec.number(len(documents)) + codec.number(len(names)) + codec.strings(names)
    texts = (codec.strings([getattr(d, name) for d in documents]) for name in shown.COLUMNS)
    numbers = (
        codec.numbers(place[doc.category] for doc in documents),
        codec.numbers(doc.shard for doc in documents),
        codec.numbers(doc.priority for doc in documents),
        *(codec.counted([place[name] for name in doc.products]) for doc in documents),
        *(codec.counted([place[name] for name in doc.platforms]) for doc in documents),
        codec.numbers(len(doc.excluded) for doc in documents),
    )
    excluded = codec.strings([word for doc in documents for word in doc.excluded])
    return head + b"".join(texts) + b"".join(numbers) + excluded


def _names(doc: Document) -> tuple[str, ...]:
    return (doc.category, *doc.products, *doc.platforms)


def _short(wordings: Iterable[Wording]) -> list[int]:
    """Return the words that the streams use most, ascending: their numbers take one byte."""
    used = Counter(word for wording in wordings for phrase in wording for word in phrase)
    return sorted(sorted(used, key=lambda word: (-used[word], word))[:SHORT_MOST])


def _texts(similar: Iterable[Sequence[Wording]], wordings: Sequence[Wording]) -> bytes:
    """Return short numbers, how many similar wordings each document has here, and streams."""
    short = _short(wordings)
    place = {word: FIRST_SHORT + i for i, word in enumerate(short)}
    head = codec.number(len(short)) + codec.steps(short)
    counts = codec.numbers(map(len, similar))
    return head + counts + b"".join(_stream(wording, place) for wording in wordings)


def _stream(wording: Wording, short: Mapping[int, int]) -> bytes:
    phrases = [codec.numbers(short.get(w, w + FIRST_WORD) for w in phrase) for phrase in wording]
    return codec.number(BREAK).join(phrases) + codec.number(END)


def _bag(bag: Sequence[int]) -> bytes:
    gaps = [word - before for before, word in zip((-1, *bag), bag, strict=False)]
    return codec.numbers([*gaps, END])


def _readings(contents: Contents) -> bytes:
    """Return initials, finals and further readings; most characters are known from the words."""
    known = han_of((*contents.words, *(word for group in contents.synonyms for word in group)))
    strangers = sorted(set(contents.readings) - set(known))
    chars = sorted({*known, *strangers})
    heard = {
        char: [split(syllable) for syllable in contents.readings.get(char, ())] for char in chars
    }
    readable = [char for char in chars if heard[char]]
    initials = bytes(heard[char][0][0] + 1 if heard[char] else 0 for char in chars)
    finals = bytes(heard[char][0][1] for char in readable)
    more = [(i, pair) for i, char in enumerate(readable) for pair in heard[char][1:]]
    gaps = [at - before for (before, _), (at, _) in zip([(0, ()), *more], more, strict=False)]
    rest = b"".join(codec.numbers((gap, *pair)) for gap, (_, pair) in zip(gaps, more, strict=True))
    head = codec.number(len(strangers)) + codec.steps([ord(char) for char in strangers])
    return head + initials + finals + codec.number(len(more)) + rest
