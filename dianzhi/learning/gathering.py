"""Repeats together: the same words, then nearly the same, most asked first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dianzhi.learning.asked import Asked
from dianzhi.learning.masking import without_masks
from dianzhi.text.normalize import kind_of, plain
from dianzhi.text.tables import fold_pairs

ALIKE: Final = 0.8
"""Share of pairs of characters in common (Dice) that makes two wordings one: a particle more, two
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
    leaders: list[Question] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for question in questions:
        pairs = pairs_of(key_of(question.text))
        number = _leader(pairs, leaders, holding)
        if number is None or len(key_of(question.text)) < SHORT:
            for pair in pairs:
                holding[pair].append(len(leaders))
            leaders.append(question)
        else:
            _join(leaders[number], question)
    return sorted(leaders, key=_order)


def pairs_of(key: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, ends included."""
    edged = f"^{key}$"
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of pairs in common, 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _leader(
    pairs: frozenset[str], leaders: Sequence[Question], holding: dict[str, list[int]]
) -> int | None:
    near = sorted({number for pair in pairs for number in holding[pair]})
    best = max(near, key=lambda number: likeness(pairs, _pairs(leaders[number])), default=None)
    if best is None or likeness(pairs, _pairs(leaders[best])) < ALIKE:
        return None
    return best if len(key_of(leaders[best].text)) >= SHORT else None


def _pairs(question: Question) -> frozenset[str]:
    return pairs_of(key_of(question.text))


def _join(leader: Question, other: Question) -> None:
    leader.count += other.count
    leader.opened += other.opened
    leader.variants += (other.text,)


def grouped(questions: Sequence[Question], least: float) -> Iterator[tuple[Question, ...]]:
    """Yield questions in groups, each of those at least so like its first one, in order."""
    left = list(questions)
    while left:
        first = _pairs(left[0])
        group = tuple(one for one in left if likeness(first, _pairs(one)) >= least)
        yield group
        left = [one for one in left if one not in group]
