"""Phrases to index terms, by spec/search-index.md section 4; twin of widget/src/search/terms.js.

A term is a string whose first characters tell its kind:

    退        a Han character         退货      an overlapping pair of Han characters
    vip       a run of letters        50        a run of digits
    #3        synonym group 3 of the index
"""

from collections.abc import Iterable, Iterator, Mapping

from dianzhi.text.normalize import kind_of
from dianzhi.text.tables import frame
from dianzhi.text.vocabulary import Phrase


class Synonyms:
    """Groups of expressions that mean the same, found in phrases longest first."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._group: dict[str, int] = {}
        for number, group in enumerate(groups):
            for member in group:
                self._group.setdefault(member, number)
        self._longest: dict[str, int] = {}
        """By first character the size of the longest member."""
        for member in self._group:
            self._longest[member[0]] = max(len(member), self._longest.get(member[0], 0))

    def find(self, phrase: Phrase) -> Iterator[tuple[int, int, int]]:
        """Yield (group, start, end) in characters of the phrase's text, leftmost longest."""
        text = joined(phrase)
        at = 0
        while at < len(text):
            longest = self._longest.get(text[at])
            size, group = self._at(text, at, longest) if longest else (0, 0)
            if size:
                yield group, at, at + size
            at += size or 1

    def _at(self, text: str, at: int, longest: int) -> tuple[int, int]:
        for size in range(min(longest, len(text) - at), 0, -1):
            group = self._group.get(text[at : at + size])
            if group is not None and _is_whole(text, at) and _is_whole(text, at + size):
                return size, group
        return 0, 0


def joined(phrase: Phrase) -> str:
    """Return the characters of a phrase."""
    return "".join(token.text for token in phrase)


def terms(phrases: Iterable[Phrase], synonyms: Synonyms) -> list[str]:
    """Return the distinct terms in order of first appearance."""
    found: dict[str, None] = {}
    for phrase in phrases:
        found.update(dict.fromkeys(_phrase_terms(phrase)))
        found.update((f"#{group}", None) for group, _, _ in synonyms.find(phrase))
    return list(found)


def is_han(term: str) -> bool:
    """Say whether a token, a character or a pair is Han (letters and digits are not)."""
    return kind_of(term[0]) == "h"


def weight_of(term: str, weights: Mapping[str, int]) -> int:
    """Return the weight of a term by its kind: `#`, `a`, `0`, `char` or `pair`; of the frame half."""
    return weights[kind_of_term(term)] // (2 if is_frame(term) else 1)


def kind_of_term(term: str) -> str:
    """Return `#`, `a`, `0`, `char` or `pair`."""
    if term[0] == "#":
        return "#"
    if not is_han(term):
        return kind_of(term[0])
    return "char" if len(term) == 1 else "pair"


def is_frame(term: str) -> bool:
    """Say whether a character or word belongs to how something is asked."""
    return term in frame()


def is_content(term: str) -> bool:
    """Say whether a term is a character or a word, and not of the frame."""
    return kind_of_term(term) in ("char", "a", "0") and not is_frame(term)


def _phrase_terms(phrase: Phrase) -> Iterator[str]:
    before = ""
    for token in phrase:
        if not is_han(token.text):
            yield token.text
            before = ""
            continue
        for char in token.text:
            if before:
                yield before + char
            yield char
            before = char


def _is_whole(text: str, at: int) -> bool:
    """Say whether a run of letters or digits is not torn apart at `at`."""
    if at in (0, len(text)):
        return True
    before, after = kind_of(text[at - 1]), kind_of(text[at])
    return before == "h" or before != after
