"""`dianzhi search`: what shoppers would find, what agents would find, or the whole archive."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dianzhi.cli import failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import Whole

if TYPE_CHECKING:
    from dianzhi.pipeline import Loaded


@command(help="搜索内容。默认和浮窗里一样；--internal 和知识库里一样；--archive 搜全部档案。")
@click.argument("words", nargs=-1, required=True, metavar="词...")
@source_option
@day_option
@option("--internal", is_flag=True, help="连话术、流程、草稿一起搜。")
@option(
    "--archive",
    is_flag=True,
    help="搜全部档案：支持 kind:script、owner:he-yu、day:[20261001 to 20261031]、AND/OR/NOT、引号。",
)
@option("--limit", type=Whole(1, 100), default=10, show_default=True, help="最多几条。")
@option("--json", "as_json", is_flag=True, help="输出 JSON。")
def search(
    words: tuple[str, ...],
    source: Path,
    day: date,
    internal: bool,
    archive: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Print hits, best first; exit 1 when there is none."""
    from dianzhi import searching
    from dianzhi.search.errors import QueryError

    query = " ".join(words)
    with failures.told(source):
        loaded = _loaded(source, day)
        find = (
            searching.archive if archive else searching.internal if internal else searching.public
        )
        try:
            rows = find(loaded, source, query, limit)
        except QueryError as error:
            failures.stop(f"看不懂这个查询：{error}；日期写成 day:[20261001 to 20261031] 这样")
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else _text(rows))
    raise SystemExit(0 if rows else 1)


def _loaded(source: Path, day: date) -> Loaded:
    from dianzhi import pipeline

    loaded = pipeline.load(source, day)
    if loaded.catalog is None:
        report.tell(report.shown(loaded.problems, source))
        raise SystemExit(1)
    return loaded


def _text(rows: list[dict[str, Any]]) -> str:
    lines = [
        f"{number}. {row['question']}  （{row['id']}，{row['score']}）{_place(row)}"
        for number, row in enumerate(rows, 1)
    ]
    return "\n".join(lines) or "没有找到"


def _place(row: dict[str, Any]) -> str:
    return f"  {row['place']}" if "place" in row else ""
