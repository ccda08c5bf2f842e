"""Shown questions as words of the index and the signs between them."""

from collections.abc import Iterator
from itertools import groupby

from dianzhi.search.contents import Contents, Wording
from dianzhi.text.normalize import kind_of
from dianzhi.text.vocabulary import Vocabulary

COLUMNS = ("id", "question_en", "url")
"""Texts of a document that are stored as they are."""
SPACE = " "
"""What a break in a shown question stands for."""


def streams(contents: Contents) -> tuple[list[Wording], list[str]]:
    """Return each question as numbers, and the signs, which are numbered behind the core's words.

    A sign is whatever is no word of the core: punctuation, capitals, a traditional character.
    """
    place = {word: i for i, word in enumerate(contents.words[: contents.core])}
    vocabulary = Vocabulary({word: cost for word, cost in contents.costs.items() if word in place})
    cut = [list(_pieces(doc.question, vocabulary)) for doc in contents.documents]
    signs = sorted({piece for pieces in cut for piece in pieces if piece != SPACE} - place.keys())
    place |= {sign: contents.core + i for i, sign in enumerate(signs)}
    return [_stream(pieces, place) for pieces in cut], signs


def _pieces(question: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the stretches of a question; joined they are the question."""
    for space, chars in groupby(question, SPACE.__eq__):
        part = "".join(chars)
        yield from part if space else _cut(part, vocabulary)


def _cut(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    for kind, chars in groupby(text, kind_of):
        run = "".join(chars)
        yield from (token.text for token in vocabulary.cut(run)) if kind == "h" else [run]


def _stream(pieces: list[str], place: dict[str, int]) -> Wording:
    """Return the numbers between spaces; phrases may be empty here, as spaces may stand first."""
    parts: list[list[int]] = [[]]
    for piece in pieces:
        if piece == SPACE:
            parts.append([])
        else:
            parts[-1].append(place[piece])
    return tuple(map(tuple, parts))
