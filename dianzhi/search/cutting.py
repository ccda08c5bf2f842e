"""Entries' texts as words of one vocabulary, before they become numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dianzhi.search.contents import EARLY
from dianzhi.search.document import SearchDoc
from dianzhi.text.normalize import Chunk, kind_of
from dianzhi.text.plain import HAN_RUN, chunk_texts
from dianzhi.text.segment import cost_of, segmenter
from dianzhi.text.tables import amounts
from dianzhi.text.terms import Synonyms
from dianzhi.text.vocabulary import SHOP_COST, Token, Vocabulary

WORD_LEAST = 2
"""Occurrences that make a word worth its bytes; a rarer one travels as its characters."""
BAG_LIMIT, BAG_LEAST, BAG_STEP = 24, 8, 3
"""Words of an answer that travel, its rarest: 24 (more change nothing in what is found), and three
less for each similar wording, which says the same better; at least 8."""

Text = tuple[tuple[str, ...], ...]
"""A text as phrases of words."""


@dataclass(frozen=True, slots=True)
class Cut:
    """An entry's texts as words."""

    shown: tuple[Text, ...]
    similar: tuple[Text, ...]
    """Each once, and none that a question says already."""
    keywords: Text
    answer: frozenset[str]
    """Words that are in no other text of the entry."""

    @property
    def early(self) -> set[str]:
        """The words that the core of an index needs."""
        return _words((*self.shown, *self.similar[:EARLY]))

    @property
    def late(self) -> set[str]:
        """The words of the other wordings and the keywords."""
        return _words((*self.similar[EARLY:], self.keywords))


def _words(texts: Iterable[Text]) -> set[str]:
    return {word for text in texts for phrase in text for word in phrase}


def folded(texts: Iterable[str]) -> Iterator[str]:
    """Yield the folded form of each text that is one unbroken expression, each once."""
    cut = map(chunk_texts, texts)
    yield from dict.fromkeys(parts[0] for parts in cut if len(parts) == 1)


def amounts_in(docs: Iterable[SearchDoc]) -> list[tuple[str, ...]]:
    """Return the groups of ways to write an amount of which some wording holds one."""
    return _held((text for doc in docs for text in _wordings(doc)), amounts())


def synonyms_in(
    docs: Iterable[SearchDoc], groups: Iterable[Sequence[str]]
) -> list[tuple[str, ...]]:
    """Return the groups, folded, of which some text holds an expression."""
    return _held(
        (text for doc in docs for text in _texts(doc)),
        [tuple(folded(members)) for members in groups],
    )


def _held(texts: Iterable[str], groups: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    known = Synonyms(groups)
    cut = (chunk for text in texts for chunk in chunk_texts(text))
    found = {group for chunk in cut for group, _, _ in known.find([Token(chunk, 0)])}
    return [groups[group] for group in sorted(found)]


def costs_of(docs: Iterable[SearchDoc], own: Sequence[str]) -> dict[str, int]:
    """Return the Han words in the entries with their costs in bits; the shop's own are cheap."""
    own_words = [word for word in own if _is_word(word)]
    cut = segmenter(tuple(own_words)).cut
    counts: Counter[str] = Counter()
    for run, times in Counter(_runs(docs)).items():
        for word in cut(run):
            counts[word] += times
    often = (word for word, count in counts.items() if count >= WORD_LEAST and _is_word(word))
    found = {word: cost for word in often if (cost := cost_of(word)) is not None}
    return found | dict.fromkeys(own_words, SHOP_COST)


def cut_all(docs: Iterable[SearchDoc], vocabulary: Vocabulary) -> list[Cut]:
    """Return the entries' texts cut by the vocabulary that the index will carry."""
    cutter = Cutter(vocabulary)
    return [_cut(doc, cutter) for doc in docs]


def rarest(cuts: Sequence[Cut]) -> list[frozenset[str]]:
    """Return of each answer the words that travel, ties by code point."""
    spread = Counter(word for cut in cuts for word in cut.answer)
    bags = []
    for cut in cuts:
        limit = max(BAG_LEAST, BAG_LIMIT - BAG_STEP * len(cut.similar))
        ordered = sorted(cut.answer, key=lambda word: (spread[word], word))
        bags.append(frozenset(ordered[:limit]))
    return bags


def _is_word(word: str) -> bool:
    return len(word) > 1 and all(kind_of(char) == "h" for char in word)


def _wordings(doc: SearchDoc) -> Iterator[str]:
    yield from (doc.question, doc.question_en, *doc.similar, *doc.similar_en, *doc.keywords)


def _texts(doc: SearchDoc) -> Iterator[str]:
    yield from _wordings(doc)
    yield doc.answer


def _runs(docs: Iterable[SearchDoc]) -> Iterator[str]:
    """Yield the Han runs of all texts, each once per entry: saying a wording twice adds nothing."""
    for doc in docs:
        cut = (chunk for text in _texts(doc) for chunk in chunk_texts(text))
        yield from dict.fromkeys(run for chunk in cut for run in HAN_RUN.findall(chunk))


class Cutter:
    """Cuts texts by a vocabulary and remembers the chunks: entries repeat one another."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, Text] = {}

    def cut(self, text: str) -> Text:
        """Return the phrases of a text."""
        return tuple(phrase for chunk in chunk_texts(text) for phrase in self._phrases(chunk))

    def _phrases(self, chunk: str) -> Text:
        if chunk not in self._known:
            phrases = self._vocabulary.phrases([Chunk(chunk)])
            self._known[chunk] = tuple(tuple(token.text for token in p) for _, p in phrases)
        return self._known[chunk]


def _cut(doc: SearchDoc, cutter: Cutter) -> Cut:
    cut = cutter.cut
    shown = (cut(doc.question), cut(doc.question_en))
    others = dict.fromkeys(cut(text) for text in (*doc.similar, *doc.similar_en))
    similar = tuple(text for text in others if text and text not in shown)
    keywords = tuple(phrase for text in doc.keywords for phrase in cut(text))
    said = _words((*shown, *similar, keywords))
    answer = frozenset(word for phrase in cut(doc.answer) for word in phrase if word not in said)
    return Cut(shown, similar, keywords, answer)
