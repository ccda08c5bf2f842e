"""The words of questions and of entries: which say what an entry is about, which are strange."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from dianzhi.catalog.public import Public
from dianzhi.learning.gathering import key_of
from dianzhi.learning.trial import wordings_of
from dianzhi.text.normalize import kind_of
from dianzhi.text.segment import Segmenter

SHORTEST, LONGEST = 2, 8
"""Characters of a word."""
FEW_SHARE, FEW = 30, 3
"""A word is one of few when at most one entry of so many uses it, and always up to three."""
TELLING_PARTS: Final = 3
"""A question is told by an entry's words when they are at least a third of its characters."""


class Words:
    """The words of a shop's public entries, by jieba and the shop's lexicon."""

    def __init__(self, public: Public) -> None:
        self.group: Mapping[str, int] = {
            key_of(word): number
            for number, members in enumerate(public.lexicon.synonyms)
            for word in members
        }
        self._ignored = {key_of(word) for word in public.lexicon.ignore}
        self._segmenter = Segmenter([*map(key_of, public.lexicon.words), *self.group])
        self.of_entry: Mapping[str, frozenset[str]] = {
            one.id: frozenset(
                word for text in (*wordings_of(one), *one.keywords) for word in self.cut(text)
            )
            for one in public.entries
        }
        self._spread = Counter(word for own in self.of_entry.values() for word in own)
        self._few = max(FEW, len(self.of_entry) // FEW_SHARE)

    def cut(self, text: str) -> Iterator[str]:
        """Yield the words of a text, folded; single characters and numbers are none."""
        for kind, chars in groupby(key_of(text), kind_of):
            run = "".join(chars)
            words = self._segmenter.cut(run) if kind == "h" else [run] if kind == "a" else []
            yield from (word for word in words if SHORTEST <= len(word) <= LONGEST)

    def is_strange(self, word: str) -> bool:
        """Say whether hardly an entry uses a word, and the lexicon does not know it."""
        known = word in self.group or word in self._ignored
        return not known and self._spread[word] <= FEW

    def is_told(self, query: str, entry: str) -> bool:
        """Say whether words that few entries use, and this one does, make up much of a query."""
        own = {self._sense(word) for word in self.of_entry[entry] if self.is_few(word)}
        told = sum(len(word) for word in dict.fromkeys(self.cut(query)) if self._sense(word) in own)
        return bool(told) and told * TELLING_PARTS >= len(key_of(query))

    def is_few(self, word: str) -> bool:
        """Say whether few entries use a word, or the lexicon has it among its synonyms."""
        return word in self.group or self._spread[word] <= self._few

    def _sense(self, word: str) -> str:
        return f"#{self.group[word]}" if word in self.group else word
