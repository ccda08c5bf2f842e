"""What an import does to one entry: the new record, or the fields that change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dianzhi.importing.matching import Matched
from dianzhi.importing.options import Options
from dianzhi.importing.people import Reviewers
from dianzhi.importing.table import warning
from dianzhi.importing.yaml_record import Record
from dianzhi.importing.yaml_text import Block, Pairs, Value
from dianzhi.model.entry import Entry
from dianzhi.model.review import State
from dianzhi.problems import Problem

REVIEW_DAYS: Final = 180
"""Days until someone must read an imported text again."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A new entry."""

    id: str
    question: str
    path: str
    """The file it goes to."""
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an entry; for `similar` the new value holds only what is added."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that the import changes."""

    entry: Entry
    texts: tuple[FieldChange, ...]
    similar: tuple[str, ...]
    """Wordings to add; none is ever taken away."""
    review: tuple[tuple[str, str | date | None], ...]
    """New values of review fields; None takes the field away."""

    @property
    def path(self) -> str:
        """Return the file of the entry."""
        return self.entry.at.whole.path

    def apply(self, record: Record) -> None:
        """Write the changes into the entry's record."""
        for change in self.texts:
            if change.field == "category":
                record.set_scalar("category", change.new, "id")
            else:
                record.set_text(change.field, change.new)
        if self.similar:
            record.add_to_list("similar", self.similar, "question")
        for key, value in self.review:
            if value is None:
                record.remove(key)
            else:
                kept = key == "approved_on" and self.entry.approved_by is not None
                record.set_scalar(key, value, "approved_by" if kept else "edited_on")


def addition(matched: Matched, people: Reviewers, options: Options) -> Addition:
    """Return the record of a new entry: approved where someone approved it, else a draft."""
    wanted, day = matched.wanted, options.day
    approval: dict[str, Value] = {}
    if people.approver:
        approval = {"approved_by": people.approver, "approved_on": day}
    pairs: dict[str, Value] = {
        "id": matched.id,
        "category": matched.category,
        "question": wanted.question,
        **({"similar": wanted.similar} if wanted.similar else {}),
        "answer": Block(wanted.answer.text),
        "state": State.APPROVED if people.approver else State.DRAFT,
        "owner": people.editor,
        "edited_by": people.editor,
        "edited_on": day,
        **approval,
        "effective": day,
        "review_by": day + timedelta(days=REVIEW_DAYS),
    }
    return Addition(matched.id, wanted.question, f"faq/{matched.category}.yaml", pairs)


def change(matched: Matched, entry: Entry, people: Reviewers, options: Options) -> Change | None:
    """Return what changes in an entry, or None."""
    texts = tuple(_texts(matched, entry))
    known = {entry.question.zh, *(one.zh for one in entry.similar)}
    similar = tuple(one for one in matched.wanted.similar if one not in known)
    if not texts and not similar:
        return None
    return Change(entry, texts, similar, tuple(_review(entry, people, options.day)))


def _texts(matched: Matched, entry: Entry) -> Iterator[FieldChange]:
    wanted = matched.wanted
    if matched.category and matched.category != entry.category:
        yield FieldChange("category", entry.category, matched.category)
    if wanted.question != entry.question.zh.strip():
        yield FieldChange("question", entry.question.zh, wanted.question)
    if entry.answer.zh.strip() not in (wanted.answer.text, wanted.answer.cell):
        yield FieldChange("answer", entry.answer.zh, wanted.answer.text)


def _review(entry: Entry, people: Reviewers, day: date) -> Iterator[tuple[str, str | date | None]]:
    """Yield the review fields that change: an approval holds for the text that was approved."""
    new: dict[str, str | date | None] = {"edited_by": people.editor, "edited_on": day}
    if people.approver is None:
        new |= {"state": State.DRAFT, "approved_by": None, "approved_on": None}
    else:
        new |= {"state": State.APPROVED, "approved_by": people.approver, "approved_on": day}
        over = entry.until is not None and entry.until < day
        starts = entry.effective if over else max(day, entry.effective)
        new["effective"] = starts
        if entry.review_by < max(day, starts):
            new["review_by"] = max(day, starts) + timedelta(days=REVIEW_DAYS)
    yield from ((key, value) for key, value in new.items() if value != getattr(entry, key))


def remarks(matched: Matched, entry: Entry, found: Change) -> Iterator[Problem]:
    """Yield what the import leaves to a person: translations that no longer fit."""
    for one in found.texts:
        if one.field in ("question", "answer") and getattr(entry, one.field).en is not None:
            message = f"{entry.id} 的中文改了，英文没有跟着改"
            hint = f"改好 {found.path} 里的 en"
            yield warning(matched.wanted.span(one.field), "import-english", message, hint)
