"""The plan of an import: what it would add and change, and the files as they would be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from dianzhi.catalog.compile import compile_catalog
from dianzhi.importing.categories import Categories, NewCategory, with_categories
from dianzhi.importing.changes import Addition, Change, addition, change, remarks
from dianzhi.importing.matching import Matched, match
from dianzhi.importing.options import Options
from dianzhi.importing.people import Reviewers, reviewers
from dianzhi.importing.rows import read_rows
from dianzhi.importing.table import Table, warning
from dianzhi.importing.yaml_file import YamlFile
from dianzhi.importing.yaml_record import records_of
from dianzhi.importing.yaml_text import record
from dianzhi.model.content import Content
from dianzhi.model.review import State
from dianzhi.problems import Level, Problem
from dianzhi.source.folder import Files, media_of
from dianzhi.source.understand import understand

Item = TypeVar("Item", Addition, Change)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would do. Nothing is ever taken away from the shop."""

    table: Table
    adds: tuple[Addition, ...] = ()
    changes: tuple[Change, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Ids of entries that already say what the sheet says."""
    categories: tuple[NewCategory, ...] = ()
    problems: tuple[Problem, ...] = ()
    """In the sheet and in the options, sorted."""
    shop_problems: tuple[Problem, ...] = ()
    """In the shop's files, sorted, by path below its folder: those that it had, or would have."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Each touched file as it would be, by path below the folder; empty after an error."""

    @property
    def errors(self) -> int:
        """Return how many problems are errors; with any, nothing may be written."""
        found = (*self.problems, *self.shop_problems)
        return sum(problem.level is Level.ERROR for problem in found)


def plan_import(table: Table, content_files: Mapping[str, bytes], options: Options) -> Plan:
    """Compare a table with a shop and return what importing it would do.

    `content_files` are all files below the shop's folder. A shop with mistakes of its own is not
    touched: its problems are returned.
    """
    understood = understand(content_files)
    broken = Plan(table=table, shop_problems=tuple(sorted(understood.problems)))
    if understood.content is None or broken.errors:
        return broken
    return _Importer(table, content_files, options, understood.content).plan()


@dataclass(frozen=True, slots=True)
class _Importer:
    table: Table
    files: Mapping[str, bytes]
    options: Options
    content: Content

    def plan(self) -> Plan:
        wanted, problems = read_rows(self.table)
        people, found = reviewers(self.content, self.options)
        categories = Categories.of(self.content, self.options)
        matched, clashes = match(wanted, self.content, categories)
        problems += [*self.table.problems, *found, *categories.problems, *clashes]
        adds = [addition(one, people, self.options) for one in matched if one.entry is None]
        changes = self.changes(matched, people, problems)
        touched = {one.entry.id for one in changes}
        unchanged = [one.id for one in matched if one.entry and one.id not in touched]
        new: dict[str, bytes] = {}
        if not any(problem.level is Level.ERROR for problem in problems):
            new = written(self.files, adds, changes, categories.made)
        later = new_problems(self.files, new, self.options.day) if new else []
        broken = any(problem.level is Level.ERROR for problem in later)
        return Plan(
            table=self.table,
            adds=tuple(adds),
            changes=tuple(changes),
            unchanged=tuple(unchanged),
            categories=tuple(categories.made),
            problems=tuple(sorted(problems)),
            shop_problems=tuple(sorted(later)),
            files={} if broken else new,
        )

    def changes(
        self, matched: Iterable[Matched], people: Reviewers, problems: list[Problem]
    ) -> list[Change]:
        changes: list[Change] = []
        for one in matched:
            found = change(one, one.entry, people, self.options) if one.entry else None
            if one.entry is None or found is None:
                continue
            if one.entry.state is State.RETIRED:
                message = f"{one.id} 已停用，没有改"
                hint = "要重新启用，先在 YAML 里把 state 改成 draft"
                problems.append(warning(one.wanted.span("row"), "import-retired", message, hint))
                continue
            problems += remarks(one, one.entry, found)
            changes.append(found)
        return changes


def written(
    files: Mapping[str, bytes],
    adds: Iterable[Addition],
    changes: Iterable[Change],
    made: list[NewCategory],
) -> dict[str, bytes]:
    """Return the touched files as they would be, by path in order."""
    new = with_categories(files, made)
    for path, ours in _by_path(changes).items():
        file = YamlFile.read(files[path])
        records = records_of(file, "entries")
        for one in ours:
            one.apply(records[one.entry.id])
        new[path] = file.content()
    for path, added in _by_path(adds).items():
        before = new.get(path, files.get(path))
        new[path] = _fresh_file(added) if before is None else _appended(before, added)
    return {path: new[path] for path in sorted(new) if new[path] != files.get(path)}


def _by_path(items: Iterable[Item]) -> dict[str, list[Item]]:
    grouped: dict[str, list[Item]] = {}
    for one in items:
        grouped.setdefault(one.path, []).append(one)
    return grouped


def _fresh_file(added: list[Addition]) -> bytes:
    return ("entries:\n" + "\n".join(record(one.pairs, 2) for one in added)).encode()


def _appended(content: bytes, added: list[Addition]) -> bytes:
    file = YamlFile.read(content)
    file.append("entries", [one.pairs for one in added])
    return file.content()


def new_problems(before: Mapping[str, bytes], new: Mapping[str, bytes], day: date) -> list[Problem]:
    """Return the problems that a build of the changed shop would have and the present one has not."""
    known = Counter(map(_without_line, _all_problems(before, day)))
    found = []
    for problem in _all_problems({**before, **new}, day):
        if known[_without_line(problem)]:
            known[_without_line(problem)] -= 1
        else:
            found.append(problem)
    return found


def _without_line(problem: Problem) -> tuple[str, str, str]:
    return problem.span.path, problem.code, problem.message


def _all_problems(files: Mapping[str, bytes], day: date) -> list[Problem]:
    ordered = Files({path: files[path] for path in sorted(files)})
    understood = understand(ordered)
    if understood.content is None:
        return list(understood.problems)
    _, found = compile_catalog(
        understood.content, broken=understood.broken_ids, media=media_of(ordered), day=day
    )
    return [*understood.problems, *found]
