"""What an entry asks about, whatever product it is asked of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dianzhi.search.cutting import folded
from dianzhi.text.normalize import Chunk, kind_of
from dianzhi.text.plain import chunk_texts
from dianzhi.text.segment import segmenter
from dianzhi.text.tables import chatter
from dianzhi.text.terms import Synonyms, joined, terms
from dianzhi.text.vocabulary import SHOP_COST, Phrase, Vocabulary

PIECE_LEAST = 2
"""Characters of a piece of a name: single ones are in all sorts of words."""


@dataclass(frozen=True, slots=True)
class ShopWords:
    """The shop's own words, as `build_index` takes them, and the names of its products."""

    synonyms: Sequence[Sequence[str]] = ()
    words: Sequence[str] = ()
    ignore: Sequence[str] = ()
    pinyin: Mapping[str, str] = field(default_factory=dict)
    products: Sequence[str] = ()
    """Names of products: they say which entry of a topic is meant, and nothing of the topic."""

    def of_products(self) -> tuple[str, ...]:
        """Return the names with their words, and the shop's words within them; each once, folded."""
        names = [*folded(self.products)]
        whole = "\n".join(names)
        pieces = [piece for name in names for piece in _pieces(name)]
        own = (word for word in folded(self.words) if word in whole)
        found = dict.fromkeys((*names, *pieces, *own))
        return tuple(word for word in found if len(word) >= PIECE_LEAST)


def _pieces(name: str) -> Iterator[str]:
    """Yield the words of a name, lone characters side by side as one: brands are in no word list."""
    for kind, chars in groupby(name, kind_of):
        run = "".join(chars)
        if kind == "h":
            yield from _joined(segmenter(()).cut(run))
        elif kind == "a":
            yield run


def _joined(words: Iterable[str]) -> Iterator[str]:
    for lone, run in groupby(words, lambda word: len(word) == 1):
        found = list(run)
        yield from ["".join(found)] if lone else found


class Topic:
    """Cuts texts with the names of products, and chatter, taken out."""

    def __init__(self, own: ShopWords) -> None:
        ignored = frozenset(folded((*chatter(), *own.ignore, *own.of_products())))
        groups = [tuple(folded(members)) for members in own.synonyms]
        kept = {member for group in groups for member in group}
        costed = (word for word in (*kept, *ignored) if _is_han_word(word))
        self._vocabulary = Vocabulary(dict.fromkeys(costed, SHOP_COST), ignored)
        self._synonyms = Synonyms(groups)

    def terms(self, text: str) -> list[str]:
        """Return the terms of what is left of a text (spec/search-index.md section 4)."""
        return terms(self._phrases(text), self._synonyms)

    def text(self, text: str) -> str:
        """Return what is left of a text, a space wherever something was."""
        return " ".join(map(joined, self._phrases(text)))

    def _phrases(self, text: str) -> list[Phrase]:
        cut = (self._vocabulary.phrases([Chunk(chunk)]) for chunk in chunk_texts(text))
        return [phrase for phrases in cut for _, phrase in phrases]


def _is_han_word(word: str) -> bool:
    return len(word) > 1 and all(kind_of(char) == "h" for char in word)
