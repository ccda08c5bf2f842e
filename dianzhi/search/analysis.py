"""Whoosh sees Chinese as jieba's words with their pairs of characters, Latin as words."""

import re
from collections.abc import Iterator
from typing import Any, Final

from whoosh.analysis import Token, Tokenizer

from dianzhi.text.plain import chunk_texts
from dianzhi.text.segment import segmenter

RUN: Final = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


class ChineseTokenizer(Tokenizer):  # type: ignore[misc]  # Whoosh ships no types
    """Cuts text by the same text rules as the popup's index."""

    def __init__(self, words: tuple[str, ...] = ()) -> None:
        self.own_words = words
        self.segmenter = segmenter(words)

    def __reduce__(self) -> "tuple[type[ChineseTokenizer], tuple[tuple[str, ...]]]":
        """Return how to make the same tokenizer again: Whoosh stores it with an index."""
        return ChineseTokenizer, (self.own_words,)

    def __call__(self, value: str, **modes: Any) -> Iterator[Token]:  # noqa: ANN401  # Whoosh's own
        """Yield Whoosh tokens with positions; other modes are Whoosh's and are kept."""
        token = Token(**{"positions": False, "chars": False, "removestops": True} | modes)
        token.boost, token.stopped, token.startchar, token.endchar = 1.0, False, 0, 0
        for token.pos, token.text in enumerate(self.words(value)):
            token.original = token.text
            yield token

    def words(self, value: str) -> Iterator[str]:
        """Yield the terms of `value` in order."""
        for chunk in chunk_texts(value):
            for run in RUN.findall(chunk):
                yield from self.cut(run) if run[0] >= "\u3400" else (run,)

    def cut(self, run: str) -> Iterator[str]:
        """Yield the words of a Han run, and the pairs inside longer words."""
        for word in self.segmenter.cut(run):
            yield word
            if len(word) > 2:  # noqa: PLR2004  # longer than a pair
                yield from (word[at : at + 2] for at in range(len(word) - 1))
