"""Letters to the likeliest characters of the index. Twin of widget/src/search/lattice.js."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dianzhi.search.constants import (
    ALONE_COST,
    BEAM,
    PARTIAL_COST,
    SHORT_COST,
    SHORT_MOST,
    SYLLABLE_LONGEST,
    UNHEARD_COST,
)
from dianzhi.search.sounds import Sounds
from dianzhi.text.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class State:
    """The cheapest way to a character that ends at a place."""

    char: str
    cost: int
    before: "State | None"
    links: int
    """Neighbours on the way that the index knows as a pair, less words of letters."""
    size: int
    """Characters on the way."""

    def text(self) -> str:
        """Return the characters of the whole way."""
        return (self.before.text() if self.before else "") + self.char


def spell_out(sounds: Sounds, runs: Sequence[str], *, last: bool) -> str:
    """Return the characters that letters stand for; empty if they are no pinyin of this index.

    No syllable crosses the end of a run. `last` says that the query ends here, so that the last
    syllable may be cut short.
    """
    full = _Lattice(sounds, runs, short=False, last=last).walk()
    if full and (full.links > 0 or full.size <= len(runs)):
        return full.text()
    if len(runs) > 1:
        return ""
    short = _Lattice(sounds, runs, short=True, last=last).walk()
    if not short or short.size == 1:
        return ""
    return short.text() if short.cost <= ALONE_COST + SHORT_MOST * short.size else ""


class _Lattice:
    """Ways through letters: each step is a character whose syllable, or its beginning, is there."""

    def __init__(self, sounds: Sounds, runs: Sequence[str], *, short: bool, last: bool) -> None:
        self._sounds = sounds
        self._short = short
        """Syllables may be given by their initials; then all neighbours are pairs."""
        self._last = last
        self._letters = "".join(runs)
        self._ends: list[int] = []
        for run in runs:
            self._ends += [len(self._ends) + len(run)] * len(run)
        self._places: list[dict[str, State]] = [{} for _ in range(len(self._letters) + 1)]

    def walk(self) -> State | None:
        """Return the cheapest way to the end."""
        for at in range(len(self._letters)):
            states = self._cheapest(at)
            if at and not states:
                continue
            for state in states:
                self._follow(at, state)
            if at == 0 or not self._short:
                self._restart(at, states[0] if states else None)
        return next(iter(self._cheapest(len(self._letters))), None)

    def _cheapest(self, at: int) -> list[State]:
        """Return the states kept at a place; of equal ones the one reached first."""
        return sorted(self._places[at].values(), key=lambda state: state.cost)[:BEAM]

    def _follow(self, at: int, state: State) -> None:
        """Go on with the characters that follow in the index."""
        for char, cost in self._sounds.followers.get(state.char, ()):
            for syllable in self._sounds.readings.get(char, ()):
                self._step(at, syllable, char, state.cost + cost, state, 1)

    def _restart(self, at: int, before: State | None) -> None:
        """Go on with any character, as if nothing stood before."""
        base = (before.cost if before else 0) + ALONE_COST
        for syllable in self._sounds.chars if self._short else self._spelled(at):
            known = self._sounds.chars.get(syllable, ())
            if not known and is_syllable(syllable):
                self._reach(at + len(syllable), syllable, base + UNHEARD_COST, before, 0)
            for char, cost in known:
                link = -1 if syllable == char else 0  # a word of letters
                self._step(at, syllable, char, base + cost, before, link)

    def _spelled(self, at: int) -> Iterator[str]:
        """Yield what may be a syllable at a place, and what may become one at the open end."""
        end = min(self._ends[at], at + SYLLABLE_LONGEST)
        yield from (self._letters[at:stop] for stop in range(at + 1, end + 1))
        rest = self._letters[at:]
        if self._last and end == len(self._letters):
            known = self._sounds.chars
            yield from (s for s in known if len(s) > len(rest) and s.startswith(rest))

    def _step(
        self, at: int, syllable: str, char: str, cost: int, before: State | None, link: int
    ) -> None:
        if self._letters[at] != syllable[0]:
            return
        size = len(self._letters)
        if self._letters.startswith(syllable, at, self._ends[at]):
            self._reach(at + len(syllable), char, cost, before, link)
        elif self._last and self._ends[at] == size and syllable.startswith(self._letters[at:]):
            self._reach(size, char, cost + PARTIAL_COST, before, link)
        if self._short and syllable != char:
            self._reach(at + 1, char, cost + SHORT_COST, before, link)

    def _reach(self, end: int, char: str, cost: int, before: State | None, link: int) -> None:
        known = self._places[end].get(char)
        if known and known.cost <= cost:
            return
        links, size = (before.links, before.size) if before else (0, 0)
        self._places[end][char] = State(char, cost, before, links + link, size + 1)
