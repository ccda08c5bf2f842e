"""From logs to proposals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dianzhi.catalog.types import Catalog
from dianzhi.learning.asked import Log
from dianzhi.learning.choosing import Choice, Proposal, Refusal
from dianzhi.learning.gathering import Question, gather, grouped
from dianzhi.learning.matching import Basis, Candidate, sort_out
from dianzhi.learning.pasting import Paste, synonym, wordings
from dianzhi.learning.synonyms import Synonym, synonyms
from dianzhi.learning.trial import Shop
from dianzhi.learning.words import Words
from dianzhi.problems import Span

ALIKE_AT_ALL: Final = 0.3
"""Share of pairs in common (Dice) that puts two questions without an entry into one group."""


@dataclass(frozen=True, slots=True)
class EntryProposals:
    """What is proposed for one entry."""

    entry: str
    question: str
    place: Span
    """Of the entry, relative to the content folder."""
    basis: Basis
    """Whether shoppers opened the entry, for all of the proposals."""
    proposals: tuple[Proposal, ...]
    paste: Paste

    @property
    def asked(self) -> int:
        """How often the questions were asked."""
        return sum(one.asked for one in self.proposals)


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that a run found."""

    texts: int
    """Texts in the logs, repeats counted."""
    masked: int
    days: tuple[str, str]
    """First and last day, empty where the logs are not dated."""
    questions: tuple[Question, ...]
    """Different ones, most asked first, those asked too seldom included."""
    rare: int
    """Of these asked too seldom to be looked at."""
    left: int
    """Failing ones beyond the limit, not looked at either."""
    found: tuple[Candidate, ...]
    entries: tuple[EntryProposals, ...]
    """Those that shoppers opened first; most asked first."""
    refused: tuple[Refusal, ...]
    synonyms: tuple[tuple[Synonym, Paste], ...]
    homeless: tuple[tuple[Question, ...], ...]
    """Groups of questions that belong to no entry, most asked first."""
    titles: Mapping[str, str]
    """The questions of the public entries by id."""


def learn(
    catalog: Catalog, files: Mapping[str, bytes], logs: Sequence[Log], *, least: int, limit: int
) -> Learnt:
    """Return what logs teach: of questions asked `least` times, the `limit` most asked failing ones.

    `files` are those that the catalog was made from.
    """
    shop = Shop(catalog.public)
    asked = [one for log in logs for one in log.asked]
    questions = gather(asked, shop.index.said)
    words = Words(catalog.public)
    known = sort_out(shop, words, [one for one in questions if one.count >= least])
    choice = Choice(shop, known.candidates[:limit])
    opened = [one for one in (*known.found, *known.candidates) if one.basis == "opened"]
    days = sorted(one.day for one in asked if one.day)
    groups = sorted(grouped(known.homeless, ALIKE_AT_ALL), key=_group_order)
    return Learnt(
        texts=sum(one.count for one in asked),
        masked=sum(log.masked for log in logs),
        days=(days[0], days[-1]) if days else ("", ""),
        questions=tuple(questions),
        rare=sum(one.count < least for one in questions),
        left=max(0, len(known.candidates) - limit),
        found=known.found,
        entries=_by_entry(catalog, files, choice.chosen),
        refused=tuple(choice.refused),
        synonyms=tuple((one, _synonym_paste(files, one)) for one in synonyms(shop, words, opened)),
        homeless=tuple(groups),
        titles={one.id: one.question.zh for one in catalog.public.entries},
    )


def _group_order(group: Sequence[Question]) -> tuple[int, str]:
    return -sum(one.count for one in group), group[0].text


def _by_entry(
    catalog: Catalog, files: Mapping[str, bytes], chosen: Sequence[Proposal]
) -> tuple[EntryProposals, ...]:
    by_entry: dict[tuple[Basis, str], list[Proposal]] = {}
    for one in chosen:
        by_entry.setdefault((one.candidate.basis, one.candidate.entry), []).append(one)
    written = {one.id: one for one in catalog.content.entries}
    found = [
        EntryProposals(
            entry=name,
            question=written[name].question.zh,
            place=written[name].at.whole.span,
            basis=basis,
            proposals=tuple(ones),
            paste=wordings(
                files,
                written[name].at.whole.path,
                name,
                [one.candidate.question.text for one in ones],
            ),
        )
        for (basis, name), ones in by_entry.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.basis != "opened", -one.asked, one.place)))


def _synonym_paste(files: Mapping[str, bytes], one: Synonym) -> Paste:
    words = [one.shop_word, one.word] if one.group is None else [one.word]
    return synonym(files, one.group, words)
