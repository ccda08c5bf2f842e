"""Repeats together: the same words, then nearly the same, most asked first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dianzhi.learning.asked import Asked
from dianzhi.learning.masking import without_masks
from dianzhi.text.normalize import kind_of, plain
from dianzhi.text.tables import fold_pairs

ALIKE: Final = (4, 5)
"""The share, as a fraction, of pairs of characters in common (Dice) that makes two wordings one: a particle more, two
words turned round. Shorter ones than `SHORT` characters are one only if equal."""
SHORT: Final = 4
LEAST_HAN, LEAST_LETTERS = 2, 3
"""Less than this says nothing."""

Said = Callable[[str], Sequence[str]]
"""The stretches of a text without chatter, as `Index.said` finds them."""


@dataclass(slots=True)
class Question:
    """One question in the ways it was typed."""

    text: str
    """As typed most often, chatter and masks taken out; of equal ones the first by code point."""
    count: int = 0
    opened: Counter[str] = field(default_factory=Counter)
    """Entries that were opened for it."""
    variants: tuple[str, ...] = ()
    """The other ways it was typed, most often first."""


def key_of(text: str) -> str:
    """Return a text folded, nothing between its characters: equal keys are one wording."""
    return plain(text, fold_pairs())


def gather(asked: Iterable[Asked], said: Said) -> list[Question]:
    """Return the questions, most asked first, ties by code point; what says nothing is left out."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    opened: dict[str, Counter[str]] = defaultdict(Counter)
    for one in asked:
        text = " ".join(said(without_masks(one.text)))
        key = key_of(text)
        if _says_something(key):
            forms[key][text] += one.count
            opened[key] += Counter({one.entry: one.count}) if one.entry else Counter()
    same = (Question(_usual(ones), ones.total(), opened[key]) for key, ones in forms.items())
    return _merged(sorted(same, key=_order))


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda text: (-forms[text], text))


def _order(question: Question) -> tuple[int, str]:
    return -question.count, question.text


def _says_something(key: str) -> bool:
    kinds = Counter(map(kind_of, key))
    return kinds["h"] >= LEAST_HAN or kinds["a"] >= LEAST_LETTERS


def _merged(questions: Sequence[Question]) -> list[Question]:
    """Return them with the nearly equal ones under the most asked of them."""
    leaders = _Leaders()
    for question in questions:
        leader = leaders.nearest(question)
        if leader is None:
            leaders.add(question)
        else:
            leader.count += question.count
            leader.opened += question.opened
            leader.variants += (question.text,)
    return sorted(leaders.questions, key=_order)


class _Leaders:
    """Questions that others come under, to be found by their pairs of characters."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self._pairs: list[frozenset[str]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)

    def add(self, question: Question) -> None:
        pairs = _pairs(question)
        if len(key_of(question.text)) >= SHORT:
            for pair in pairs:
                self._holding[pair].append(len(self.questions))
        self.questions.append(question)
        self._pairs.append(pairs)

    def nearest(self, question: Question) -> Question | None:
        """Return the leader most alike, the first of equal ones; None if none is alike enough.

        One that is alike enough holds so many of the pairs that it holds one of the rarest few.
        """
        pairs = _pairs(question)
        must = -(-len(pairs) * ALIKE[0] // (2 * ALIKE[1] - ALIKE[0]))
        rare = sorted(pairs, key=lambda pair: (len(self._holding[pair]), pair))
        near = {n for pair in rare[: len(pairs) - must + 1] for n in self._holding[pair]}
        best = max(sorted(near), key=lambda n: likeness(pairs, self._pairs[n]), default=None)
        if best is None or len(key_of(question.text)) < SHORT:
            return None
        alike = likeness(pairs, self._pairs[best]) * ALIKE[1] >= ALIKE[0]
        return self.questions[best] if alike else None


def pairs_of(key: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, ends included."""
    edged = f"^{key}$"
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of pairs in common, 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _pairs(question: Question) -> frozenset[str]:
    return pairs_of(key_of(question.text))


def grouped(questions: Sequence[Question], least: float) -> Iterator[tuple[Question, ...]]:
    """Yield questions in groups, each of those at least so like its first one, in order."""
    left = [(one, _pairs(one)) for one in questions]
    while left:
        first = left[0][1]
        yield tuple(one for one, pairs in left if likeness(first, pairs) >= least)
        left = [(one, pairs) for one, pairs in left if likeness(first, pairs) < least]
