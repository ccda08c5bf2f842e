"""`dianzhi eval`: how many questions with known answers search gets right, and which it does not."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from dianzhi.cli import eval_report, failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import File, Share
from dianzhi.model.content import Check
from dianzhi.problems import SourceErrors
from dianzhi.search.evaluation import figures


@command(
    "eval",
    help="用神秘顾客题给搜索打分。不写文件就用店里的 checks/；"
    '也可以给同样写法的 .yaml，或每行一个 {"query", "relevant"} 的 .jsonl。',
)
@click.argument("files", nargs=-1, type=File(), metavar="[文件]...")
@source_option
@day_option
@option("--min-hit1", type=Share(), default=0.0, help="hit@1 低于它就算没通过。")
@option("--min-hit3", type=Share(), default=0.0, help="hit@3 低于它就算没通过。")
@option(
    "--min-refused", type=Share(), default=0.0, help="答不了的题里答“没有找到”的低于它就算没通过。"
)
@option("--json", "as_json", is_flag=True, help="输出 JSON。")
def evaluate(
    files: tuple[Path, ...],
    source: Path,
    day: date,
    min_hit1: float,
    min_hit3: float,
    min_refused: float,
    as_json: bool,
) -> None:
    """Print figures and failures; exit 1 below a threshold, 2 when there is nothing to ask."""
    from dianzhi import pipeline, searching

    with failures.told(source):
        loaded = pipeline.load(source, day)
        if loaded.catalog is None:
            report.tell(report.shown(loaded.problems, source))
            raise SystemExit(1)
        try:
            checks = _read(files) if files else loaded.catalog.content.checks
            outcomes, left_out = searching.asked(loaded, checks)
        except SourceErrors as found:
            report.tell(found.problems)
            raise SystemExit(1) from None
    _tell_left_out(left_out, Path() if files else source)
    if not outcomes:
        failures.stop("没有题可问；写在内容文件夹的 checks/ 里，或者在命令后面写上文件")
    shown = eval_report.Report(loaded.catalog.public, outcomes)
    text = shown.json() if as_json else shown.text()
    click.echo(json.dumps(text, ensure_ascii=False, indent=2) if as_json else text)
    answerable = figures(one for one in outcomes if one.wanted)
    unanswerable = figures(one for one in outcomes if not one.wanted)
    held = (
        _holds("hit@1", answerable.hit1, min_hit1),
        _holds("hit@3", answerable.hit3, min_hit3),
        _holds("答不了的题答“没有找到”", unanswerable.refused, min_refused),
    )
    raise SystemExit(not all(held))


def _read(files: Iterable[Path]) -> list[Check]:
    from dianzhi.source.checks import read_checks

    return [check for file in files for check in read_checks(file.as_posix(), file.read_bytes())]


def _tell_left_out(left_out: Iterable[Check], source: Path) -> None:
    for check in left_out:
        place = check.at.whole.span.under(source.as_posix())
        click.echo(f"{place}: 没有算这一题：{'、'.join(check.entries)} 这一天没有公开", err=True)


def _holds(name: str, reached: float, wanted: float) -> bool:
    if reached < wanted:
        click.echo(f"没有通过：{name} 是 {reached:.3f}，要求 {wanted:.3f}", err=True)
    return reached >= wanted
