"""Problems in the three forms that people and programs read."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from dianzhi.problems import Level, Problem

FORMATS = ("text", "json", "github")


def shown(problems: Iterable[Problem], source: Path) -> list[Problem]:
    """Return the problems with paths as seen from where the command runs."""
    return [problem.under(source.as_posix()) for problem in problems]


def as_text(problems: Sequence[Problem]) -> str:
    """Return one block of text a problem, as editors read it."""
    return "\n".join(map(str, problems))


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list of objects: path, line, column, level, code, message, hint."""
    rows = [
        {
            "path": problem.span.path,
            "line": problem.span.line,
            "column": problem.span.column,
            "level": problem.level.value,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that GitHub shows beside the lines of a change."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    span = problem.span
    place = f"file={_escaped(span.path)},line={span.line},col={span.column}"
    text = _escaped(f"{problem.message}\n建议：{problem.hint}")
    return f"::{problem.level.value} {place},title={problem.code}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def counted(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.level is Level.ERROR for problem in problems)
    return f"{errors} 个错误，{len(problems) - errors} 个警告"


def tell(problems: Sequence[Problem]) -> None:
    """Write the problems and their count to stderr."""
    if problems:
        click.echo(as_text(problems), err=True)
        click.echo(counted(problems), err=True)
