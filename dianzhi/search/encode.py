"""The contents of an index as bytes, by spec/search-index.md section 7."""

from collections.abc import Sequence

from dianzhi.search import codec
from dianzhi.search.container import pack
from dianzhi.search.contents import (
    BREAK,
    END,
    FIRST_WORD,
    READINGS,
    TAGS,
    Contents,
    Document,
    han_of,
    is_costed,
)
from dianzhi.text.syllables import split


def encode(contents: Contents) -> bytes:
    """Return the bytes of an index file."""
    bodies = (
        _fold(contents),
        _words(contents),
        codec.counted(contents.ignored),
        _synonyms(contents),
        _documents(contents.documents),
        _texts(contents),
        b"".join(_bag(bag) for bag in contents.bags),
    )
    optional = [(READINGS, _readings(contents))] if contents.readings else []
    return pack([*zip(TAGS, bodies, strict=True), *optional])


def _fold(contents: Contents) -> bytes:
    pairs = sorted((ord(char), ord(target)) for char, target in contents.folds.items())
    columns = [codec.steps([pair[side] for pair in pairs]) for side in (0, 1)]
    return codec.number(len(pairs)) + b"".join(columns)


def _words(contents: Contents) -> bytes:
    costs = bytes(contents.costs[word] for word in contents.words if is_costed(word))
    return codec.number(len(contents.words)) + codec.strings(contents.words) + costs


def _synonyms(contents: Contents) -> bytes:
    sizes = codec.counted([len(group) for group in contents.synonyms])
    return sizes + codec.strings([member for group in contents.synonyms for member in group])


def _documents(documents: Sequence[Document]) -> bytes:
    names = list(dict.fromkeys(name for doc in documents for name in _names(doc)))
    place = {name: i for i, name in enumerate(names)}
    columns = ("id", "question", "question_en", "url")
    head = codec.number(len(documents)) + codec.number(len(names)) + codec.strings(names)
    texts = b"".join(codec.strings([getattr(doc, name) for doc in documents]) for name in columns)
    excluded = codec.strings([word for doc in documents for word in doc.excluded])
    return head + texts + b"".join(_scope(doc, place) for doc in documents) + excluded


def _names(doc: Document) -> tuple[str, ...]:
    return (doc.category, *doc.products, *doc.platforms)


def _scope(doc: Document, place: dict[str, int]) -> bytes:
    head = codec.numbers([place[doc.category], doc.shard, doc.priority])
    lists = [
        codec.counted([place[name] for name in names]) for names in (doc.products, doc.platforms)
    ]
    return head + b"".join(lists) + codec.number(len(doc.excluded))


def _texts(contents: Contents) -> bytes:
    counts = codec.numbers(len(wordings) for wordings in contents.similar)
    pairs = zip(contents.similar, contents.keywords, strict=True)
    streams = (_stream(wording) for similar, words in pairs for wording in (*similar, words))
    return counts + b"".join(streams)


def _stream(wording: Sequence[Sequence[int]]) -> bytes:
    phrases = [codec.numbers(word + FIRST_WORD for word in phrase) for phrase in wording]
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
