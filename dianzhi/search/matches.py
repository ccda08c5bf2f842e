"""Where a shown question answers the query. Twin of widget/src/search/matches.js."""

from collections.abc import Iterator

from dianzhi.search.opened import Opened
from dianzhi.search.question import Question
from dianzhi.text.normalize import Chunk
from dianzhi.text.terms import is_han, joined
from dianzhi.text.vocabulary import Phrase

Match = tuple[str, int, int]
"""Field, start, end: in UTF-16 units of the shown text, end exclusive."""


def matches(opened: Opened, question: Question, shown: str) -> list[Match]:
    """Return the stretches of a shown question to mark: words, pairs, synonyms, lone characters."""
    wanted = {*question.terms, *question.completions}
    lone = set(_lone(question.phrases))
    found: list[Match] = []
    for chunk, phrase in opened.phrases(shown):
        marked = set(_marked(phrase, wanted, lone, opened))
        found += _stretches(chunk, phrase[0].start, sorted(marked))
    return found


def _marked(phrase: Phrase, wanted: set[str], lone: set[str], opened: Opened) -> Iterator[int]:
    """Yield marked characters, counted from the start of the phrase."""
    text = joined(phrase)
    for token in phrase:
        start = token.start - phrase[0].start
        if not is_han(token.text) and token.text in wanted:
            yield from range(start, start + len(token.text))
    for at, char in enumerate(text):
        if char in lone:
            yield at
        if text[at : at + 2] in wanted and at + 1 < len(text) and is_han(char):
            yield from (at, at + 1)
    for group, start, end in opened.synonyms.find(phrase):
        if f"#{group}" in wanted:
            yield from range(start, end)


def _stretches(chunk: Chunk, base: int, marked: list[int]) -> Iterator[Match]:
    for i, at in enumerate(marked):
        if i and marked[i - 1] == at - 1:
            continue
        last = at
        while last + 1 in marked:
            last += 1
        yield "question", chunk.spans[base + at][0], chunk.spans[base + last][1]


def _lone(phrases: list[Phrase]) -> Iterator[str]:
    """Yield the Han characters of a query that stand beside nothing."""
    for phrase in phrases:
        text = joined(phrase)
        if len(text) == 1 and is_han(text):
            yield text
