"""Wordings that make a question find its entry, and take no other question's first place.

Tried together, as they would be pasted together: in rounds, one wording an entry a round, so that a
wording which an earlier one already covers is not proposed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dianzhi.learning.gathering import key_of
from dianzhi.learning.matching import Candidate
from dianzhi.learning.trial import Found, Loss, Shop, found
from dianzhi.search import Index

LONGEST = 80
"""Characters of a `similar` wording, as the model has it."""
Reason = Literal["known", "elsewhere", "long", "useless", "harmful"]
"""Why a wording is not proposed: the entry has it, another one has it, it is too long, the entry is
still not first with it, another question would lose its first place."""


@dataclass(slots=True)
class Proposal:
    """A wording worth adding."""

    candidate: Candidate
    after: Found
    covers: list[Candidate] = field(default_factory=list)
    """Questions of the same entry that are found with it too."""

    @property
    def asked(self) -> int:
        """How often it and what it covers was asked."""
        return sum(one.question.count for one in (self.candidate, *self.covers))


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wording that would not help, or would harm."""

    candidate: Candidate
    reason: Reason
    loss: Loss | None = None
    owner: str | None = None
    """The entry that has the wording."""


class Choice:
    """Chooses among candidates, most asked first; `chosen` and `refused` are the result."""

    def __init__(self, shop: Shop, candidates: Iterable[Candidate]) -> None:
        self.shop = shop
        self.chosen: list[Proposal] = []
        self.refused: list[Refusal] = []
        self._index_of_chosen = shop.index
        waiting = [one for one in candidates if not self._refused_at_once(one)]
        while waiting:
            waiting = self._round(waiting)
        self._state_finally()

    def _refused_at_once(self, one: Candidate) -> bool:
        owner = self.shop.known.get(key_of(one.question.text))
        if owner is not None:
            reason: Reason = "known" if owner == one.entry else "elsewhere"
            self.refused.append(Refusal(one, reason, owner=owner))
        elif len(one.question.text) > LONGEST:
            self.refused.append(Refusal(one, "long"))
        else:
            return False
        return True

    def _round(self, waiting: Sequence[Candidate]) -> list[Candidate]:
        """Try one candidate of each entry; return those still to be tried."""
        batch = list({one.entry: one for one in reversed(waiting)}.values())
        index = self._index(batch)
        settled = self._useless(index, batch) or self._harmful(index, batch)
        if settled is None:
            self._index_of_chosen = index
            self.chosen += [Proposal(one, one.now) for one in batch]
            rest = [one for one in waiting if one not in batch]
            return [one for one in rest if not self._covered(index, one)]
        self.refused += settled
        done = [one.candidate for one in settled]
        return [one for one in waiting if one not in done]

    def _useless(self, index: Index, batch: Sequence[Candidate]) -> list[Refusal] | None:
        bad = [
            Refusal(one, "useless")
            for one in batch
            if found(index, one.question.text, one.entry).place != 1
        ]
        return bad or None

    def _harmful(self, index: Index, batch: Sequence[Candidate]) -> list[Refusal] | None:
        standing = [(one.candidate.question.text, one.candidate.entry) for one in self.chosen]
        losses = self.shop.losses(index, standing)
        if not losses:
            return None
        winners = {loss.winner: loss for loss in reversed(losses)}
        to_blame = [one for one in batch if one.entry in winners] or batch[-1:]
        return [Refusal(one, "harmful", winners.get(one.entry, losses[0])) for one in to_blame]

    def _covered(self, index: Index, one: Candidate) -> bool:
        if not found(index, one.question.text, one.entry).direct:
            return False
        by = next(each for each in reversed(self.chosen) if each.candidate.entry == one.entry)
        by.covers.append(one)
        return True

    def _index(self, batch: Iterable[Candidate]) -> Index:
        wordings: dict[str, list[str]] = {}
        for one in (*(each.candidate for each in self.chosen), *batch):
            wordings.setdefault(one.entry, []).append(one.question.text)
        return self.shop.built(wordings)

    def _state_finally(self) -> None:
        """Say where each stands with all of them added."""
        for one in self.chosen:
            one.after = found(
                self._index_of_chosen, one.candidate.question.text, one.candidate.entry
            )
