"""`dianzhi check`: everything that is wrong, at once."""

from datetime import date
from pathlib import Path

import click

from dianzhi.cli import failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import OneOf

WRITERS = {"text": report.as_text, "json": report.as_json, "github": report.as_github}


@command(help="检查内容，一次列出所有问题。")
@source_option
@day_option
@option("--format", "form", type=OneOf(report.FORMATS), default="text", help="输出格式。")
@option("--strict", is_flag=True, help="有警告也算没通过。")
def check(source: Path, day: date, form: str, strict: bool) -> None:
    """Print all problems; exit 1 when there is an error (with --strict: or a warning)."""
    from dianzhi import pipeline

    with failures.told(source):
        loaded = pipeline.load(source, day)
        found = pipeline.lint(loaded.catalog) if loaded.catalog else []
    problems = report.shown(sorted([*loaded.problems, *found]), source)
    text = WRITERS[form](problems)
    if text:
        click.echo(text)
    click.echo(f"检查完成：{report.counted(problems)}", err=True)
    raise SystemExit(bool(problems) if strict else loaded.errors > 0)
