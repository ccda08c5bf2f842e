"""Who edited and who approved, by the rules that `check` holds them to."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from dianzhi.importing.options import Options
from dianzhi.model.content import Content
from dianzhi.model.shop import Person, Role
from dianzhi.problems import Problem, Span

_PLACE = Span("people.yaml", 1, 1)


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Ids of people."""

    editor: str
    approver: str | None


def reviewers(content: Content, options: Options) -> tuple[Reviewers, list[Problem]]:
    """Return who answers for the imported texts, and what speaks against it."""
    people = {person.id: person for person in content.people}
    first = next((one.id for one in content.people if one.role is Role.EDITOR), None)
    editor = options.editor or first or next(iter(people), "")
    return Reviewers(editor, options.approved_by), list(_problems(people, editor, options))


def _problems(people: dict[str, Person], editor: str, options: Options) -> Iterator[Problem]:
    for name in (editor, options.approved_by):
        if name is not None and name not in people:
            close = get_close_matches(name, people, n=1)
            hint = f"是不是想写 {close[0]}？" if close else f"people.yaml 里有：{'、'.join(people)}"
            yield Problem(_PLACE, "import-person", f"people.yaml 里没有 {name or '编辑'}", hint)
    approver = people.get(options.approved_by or "")
    if approver is None:
        return
    able = "、".join(one.id for one in people.values() if one.role.approves and one.id != editor)
    hint = f"可以审核的人：{able or '还没有，先在 people.yaml 里加一位'}"
    if approver.id == editor:
        message = f"编辑和审核不能是同一个人（{editor}）"
        yield Problem(_PLACE, "import-person", message, hint)
    elif not approver.role.approves:
        message = f"{approver.id} 没有审核权（{approver.role.label}）"
        yield Problem(_PLACE, "import-person", message, hint)
