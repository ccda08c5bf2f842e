"""Words of failing questions that a word of the shop could stand for.

Only where the log says which entry was opened: a word is proposed when putting a word of that entry
in its place brings the entry up, in several questions, and in no question that holds the word leads
away from it. What such a word means is for an editor to say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dianzhi.learning.gathering import key_of
from dianzhi.learning.matching import Candidate
from dianzhi.learning.trial import Found, Loss, Shop, found
from dianzhi.learning.words import Words

LEAST_QUESTIONS: Final = 2
"""Different questions that a word must explain."""
SHOWN: Final = 3
"""Hits a shopper sees without scrolling."""
NOWHERE: Final = 99
"""Stands for the place of what is not found."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word to put into a group with a word of the shop."""

    word: str
    shop_word: str
    group: int | None
    """Number of the group that holds the shop word; None for a new group."""
    candidates: tuple[Candidate, ...]
    """The questions that it helps."""
    loss: Loss | None = None
    """What would lose its first place; then it is not to be added."""

    @property
    def asked(self) -> int:
        """How often the questions were asked."""
        return sum(one.question.count for one in self.candidates)


def synonyms(shop: Shop, words: Words, known: Sequence[Candidate]) -> list[Synonym]:
    """Return proposals from questions whose entry was opened, most asked first.

    `known` holds those that are found as well: a word that would mislead there is contradicted.
    """
    holding: dict[str, list[Candidate]] = defaultdict(list)
    for one in known:
        for word in filter(words.is_strange, dict.fromkeys(words.cut(one.question.text))):
            holding[word].append(one)
    options = (_best(shop, words, word, ones) for word, ones in sorted(holding.items()))
    tried = (_tried(shop, one) for one in options if one)
    helpful = (one for one in tried if len(one.candidates) >= LEAST_QUESTIONS)
    return sorted(helpful, key=lambda one: (one.loss is not None, -one.asked, one.word))


def _best(shop: Shop, words: Words, word: str, holding: Sequence[Candidate]) -> Synonym | None:
    """Return the shop word that explains most of the questions with a word and misleads in none."""
    failing = [one for one in holding if not one.now.direct]
    options = Counter(option for one in failing for option in _options(words, one))
    often = [option for option, count in options.items() if count >= LEAST_QUESTIONS]
    helped = {option: tuple(_helped(shop, word, option, failing)) for option in often}
    ranked = sorted(often, key=lambda one: (-len(helped[one]), *_nearness(words, word, one)))
    for option in ranked:
        if len(helped[option]) < LEAST_QUESTIONS:
            break
        if not any(_misleads(shop, word, option, one) for one in holding):
            return Synonym(word, option, words.group.get(option), helped[option])
    return None


def _options(words: Words, one: Candidate) -> Iterator[str]:
    key = key_of(one.question.text)
    return (word for word in words.of_entry[one.entry] if words.is_few(word) and word not in key)


def _helped(
    shop: Shop, word: str, option: str, failing: Sequence[Candidate]
) -> Iterator[Candidate]:
    for one in failing:
        if _is_better(found(shop.index, _with(one, word, option), one.entry), one.now):
            yield one


def _misleads(shop: Shop, word: str, option: str, one: Candidate) -> bool:
    return _rank(found(shop.index, _with(one, word, option), one.entry)) > _rank(one.now)


def _is_better(then: Found, now: Found) -> bool:
    """Say whether an entry is shown, and stands higher than before or as an answer."""
    return (then.place or NOWHERE) <= SHOWN and _rank(then) < _rank(now)


def _rank(one: Found) -> tuple[int, bool]:
    return one.place or NOWHERE, not one.sure


def _with(one: Candidate, word: str, option: str) -> str:
    return key_of(one.question.text).replace(word, option)


def _nearness(words: Words, word: str, option: str) -> tuple[bool, int, int, str]:
    """Order of shop words that explain as much: in a group, sharing characters, as long, by code."""
    shared = len(set(word) & set(option))
    return option not in words.group, -shared, abs(len(word) - len(option)), option


def _tried(shop: Shop, one: Synonym) -> Synonym:
    """Return the proposal after the shop was built with it."""
    groups = [list(group) for group in shop.public.lexicon.synonyms]
    if one.group is None:
        groups.append([one.shop_word, one.word])
    else:
        groups[one.group].append(one.word)
    index = shop.built(synonyms=groups)
    losses = shop.losses(index)
    helped = tuple(
        each
        for each in one.candidates
        if _is_better(found(index, each.question.text, each.entry), each.now)
    )
    return Synonym(one.word, one.shop_word, one.group, helped, losses[0] if losses else None)
