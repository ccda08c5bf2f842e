"""Shown questions and expressions as words of the index and the signs between them."""

from collections.abc import Iterator
from itertools import groupby

from dianzhi.search.contents import Contents, Wording
from dianzhi.text.normalize import kind_of
from dianzhi.text.vocabulary import Vocabulary

COLUMNS = ("id", "question_en", "url")
"""Texts of a document that are stored as they are."""
SPACE = " "
"""What a break in a shown question stands for."""


def streams(contents: Contents) -> tuple[list[Wording], list[Wording], list[str]]:
    """Return questions and expressions as numbers, and the signs, numbered behind the core's words.

    A sign is whatever is no word of the core: punctuation, capitals, a traditional character.
    """
    expressions = [member for group in contents.synonyms for member in group]
    place = {word: i for i, word in enumerate(contents.words[: contents.core])}
    vocabulary = Vocabulary({word: cost for word, cost in contents.costs.items() if word in place})
    texts = (*(doc.question for doc in contents.documents), *expressions)
    cut = [list(_pieces(text, vocabulary)) for text in texts]
    signs = sorted({piece for pieces in cut for piece in pieces if piece != SPACE} - place.keys())
    place |= {sign: contents.core + i for i, sign in enumerate(signs)}
    found = [_stream(pieces, place) for pieces in cut]
    return found[: len(contents.documents)], found[len(contents.documents) :], signs


def _pieces(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the stretches of a text; joined they are the text."""
    for space, chars in groupby(text, SPACE.__eq__):
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
