"""What was meant where neighbours are unknown to the index. Twin of widget/src/search/slips.js."""

from collections.abc import Iterable, Iterator

from dianzhi.search.opened import Opened
from dianzhi.text.terms import is_han, joined
from dianzhi.text.vocabulary import Phrase

PAIR = 2


def heard(opened: Opened, phrases: Iterable[Phrase]) -> list[str]:
    """Return the terms that sound like two neighbours which the index has nowhere."""
    found: dict[str, None] = {}
    for text, at in _unknown(opened, phrases):
        for pair in opened.sounds.alike(text[at : at + PAIR]):
            changed = (
                new for new, old in zip(pair, text[at : at + PAIR], strict=True) if new != old
            )
            found.update(dict.fromkeys((pair, *changed)))
    return list(found)


def turned(opened: Opened, phrases: Iterable[Phrase]) -> list[str]:
    """Return pairs that a slip of order may have hidden.

    Of two neighbours which the index has nowhere: the same turned round, and each with the next
    character but one.
    """
    found: dict[str, None] = {}
    for text, at in _unknown(opened, phrases):
        one, other = text[at], text[at + 1]
        near = (other + one, text[at - 1 : at] + other, one + text[at + 2 : at + 3])
        found.update(
            (pair, None) for pair in near if len(pair) == PAIR and opened.wordings.rows(pair)
        )
    return list(found)


def _unknown(opened: Opened, phrases: Iterable[Phrase]) -> Iterator[tuple[str, int]]:
    for phrase in phrases:
        text = joined(phrase)
        for at in range(len(text) - 1):
            pair = text[at : at + PAIR]
            if is_han(pair[0]) and is_han(pair[1]) and not opened.wordings.rows(pair):
                yield text, at
