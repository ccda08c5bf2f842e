"""Wanted entries and those the shop has: by id, else by the same question."""

from collections.abc import Iterator
from dataclasses import dataclass

from dianzhi.importing.categories import Categories
from dianzhi.importing.ids import entry_id, slug_of
from dianzhi.importing.rows import Wanted
from dianzhi.importing.table import warning
from dianzhi.model.content import Content
from dianzhi.model.entry import Entry
from dianzhi.problems import Problem


@dataclass(frozen=True, slots=True)
class Matched:
    """A wanted entry with its place in the shop."""

    wanted: Wanted
    id: str
    entry: Entry | None
    """The entry of the shop; None for a new one."""
    category: str
    """Where it goes; empty when that is not known, which has been reported."""


def match(
    wanted: list[Wanted], content: Content, categories: Categories
) -> tuple[list[Matched], list[Problem]]:
    """Return what each row with a question means in the shop, and the rows that clash."""
    by_id = {entry.id: entry for entry in content.entries}
    by_question = {same_question(entry.question.zh): entry for entry in content.entries}
    default = categories.default()
    matched = [
        _matched(one, by_id, by_question, categories, default) for one in wanted if one.question
    ]
    categories.report_unknown(default)
    problems = [*_clashes(matched, by_question), *_id_remarks(matched)]
    if default is None:
        problems += _without_category(matched)
    return matched, problems


def same_question(question: str) -> str:
    """Return what two equal questions have in common: everything but spaces."""
    return "".join(question.split())


def _matched(
    wanted: Wanted,
    by_id: dict[str, Entry],
    by_question: dict[str, Entry],
    categories: Categories,
    default: str | None,
) -> Matched:
    entry = by_id.get(slug_of(wanted.id)) or by_question.get(same_question(wanted.question))
    named = categories.resolve(wanted, None if entry else default)
    category = named or (entry.category if entry else default) or ""
    made = entry_id(wanted.id, wanted.question, category)
    entry = entry or by_id.get(made)
    return Matched(wanted, entry.id if entry else made, entry, category)


def _clashes(matched: list[Matched], by_question: dict[str, Entry]) -> Iterator[Problem]:
    ids: dict[str, int] = {}
    questions: dict[str, int] = {}
    for one in matched:
        question = same_question(one.wanted.question)
        other = by_question.get(question)
        row = one.wanted.row
        if questions.setdefault(question, row) != row:
            message = f"标准问题和第 {questions[question]} 行一样"
            yield _clash(one, "question", message)
            continue
        earlier = [ids.setdefault(name, row) for name in _names(one)]
        if min(earlier) != row:
            yield _clash(one, "id", f"编号 {one.wanted.id or one.id} 和第 {min(earlier)} 行一样")
        elif other is not None and other.id != one.id:
            message = f"标准问题和已有的 {other.id}（{other.at.span()}）一样"
            yield _clash(one, "question", message)


def _names(one: Matched) -> tuple[str, ...]:
    """Return the id a row comes to and the one it says: they differ where the question decided."""
    said = slug_of(one.wanted.id) or one.wanted.id
    return (one.id, said) if said else (one.id,)


def _clash(one: Matched, role: str, message: str) -> Problem:
    hint = "合并成一行（另一种问法放进“相似问法”），或者改成不同的问题"
    return Problem(one.wanted.span(role), "import-duplicate", message, hint)


def _id_remarks(matched: list[Matched]) -> Iterator[Problem]:
    for one in matched:
        if one.wanted.id and one.wanted.id != one.id:
            message = f"编号 {one.wanted.id} 用作 {one.id}"
            hint = "编号只用小写字母、数字和连字符；问题和已有的一样时沿用已有的编号"
            yield warning(one.wanted.span("id"), "import-id", message, hint)


def _without_category(matched: list[Matched]) -> Iterator[Problem]:
    for one in matched:
        if not one.category and not one.wanted.category:
            hint = "在表格里填上分类，或者用 --category 指定一个"
            message = "这一行没有分类"
            yield Problem(one.wanted.span("category"), "import-missing", message, hint)
