"""`dianzhi learn`: what shoppers typed into proposals and counts; an editor decides what is applied."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dianzhi.cli import failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import File, Whole

if TYPE_CHECKING:
    from dianzhi.catalog.types import Catalog
    from dianzhi.learning.learn import Learnt


@command(
    help="从搜索记录和聊天记录里，找出该加的相似问法、同义词和缺的问答。只给建议，不改问答。"
    "可以读访问日志、.csv、.xlsx、.json、.jsonl 和每行一句的文本。"
)
@click.argument("logs", nargs=-1, required=True, type=File(), metavar="记录...")
@source_option
@day_option
@option(
    "--min",
    "least",
    type=Whole(1),
    default=2,
    show_default=True,
    help="至少问过几次才看。",
)
@option(
    "--limit",
    type=Whole(1),
    default=50,
    show_default=True,
    help="没找到的问题最多看几个，问得多的先看。",
)
@option("--out", type=File(), help="写到这个 Markdown 文件里。")
@option(
    "--asked",
    type=File(),
    help="另外写一个 .yaml 文件：每条问答被问了几次；已有的整个换掉，不累加。"
    "写成内容文件夹里的 asked.yaml 才起作用：差不多的答案里，问得多的排前面。",
)
@option("--json", "as_json", is_flag=True, help="输出 JSON。")
def learn(
    logs: tuple[Path, ...],
    source: Path,
    day: date,
    least: int,
    limit: int,
    out: Path | None,
    asked: Path | None,
    as_json: bool,
) -> None:
    """Print the report, or write it; exit 1 when the content has errors, 2 when nothing was asked."""
    from dianzhi import pipeline
    from dianzhi.learning.learn import learn as learnt_from
    from dianzhi.learning.read import read_log
    from dianzhi.learning.report import Report

    with failures.told(Path()):
        read = [read_log(path.as_posix(), path.read_bytes()) for path in logs]
        report.tell([problem for log in read for problem in log.problems])
    with failures.told(source):
        failures.apart(source, out)
        _check_place(source, asked)
        _check_apart(logs, out, asked)
        loaded = pipeline.load(source, day)
        if loaded.catalog is None:
            report.tell(report.shown(loaded.problems, source))
            raise SystemExit(1)
        if not any(log.asked for log in read):
            failures.stop("文件里没有买家的提问；能读哪些写法，看 docs/how-to/learn.md")
        click.echo("· 试一试加上以后搜得到吗 …", err=True)
        found = learnt_from(loaded.catalog, loaded.files, read, least=least, limit=limit)
        shown = Report(found, source.as_posix())
        if as_json:
            _told(json.dumps(shown.json(), ensure_ascii=False, indent=2) + "\n", out)
        else:
            _told(shown.text(), out)
        if asked:
            _count(loaded.catalog, found, asked)


def _check_place(source: Path, asked: Path | None) -> None:
    """Refuse a place where the counts would be read as something else, or replace a log."""
    from dianzhi.model.files import ASKED

    if asked is None or asked.resolve() == (source / ASKED).resolve():
        return
    if asked.resolve().is_relative_to(source.resolve()):
        failures.stop(f"{asked} 在内容文件夹里，那里只能写成 {source / ASKED}")
    if asked.suffix != ".yaml":
        failures.stop(f"--asked {asked} 要以 .yaml 结尾")


def _check_apart(logs: tuple[Path, ...], *places: Path | None) -> None:
    """Refuse to write over a log, which nobody has twice, or one output over the other."""
    taken = {path.resolve() for path in logs}
    for place in filter(None, places):
        if place.resolve() in taken:
            failures.stop(f"{place} 是要读的记录，或者另一个要写的文件；换一个名字")
        taken.add(place.resolve())


def _count(catalog: "Catalog", found: "Learnt", asked: Path) -> None:
    from dianzhi.learning.popularity import asked_yaml, popularity
    from dianzhi.write.edit import replace_files

    click.echo(f"· 数一数每条问答被问了几次（{len(found.questions)} 个问题）…", err=True)
    counted = popularity(catalog, found)
    replace_files(asked.parent, {asked.name: asked_yaml(counted)})
    times = sum(one.count for one in counted.asked)
    click.echo(f"已写入 {asked}：{len(counted.asked)} 条问答，{times} 次", err=True)


def _told(text: str, out: Path | None) -> None:
    from dianzhi.write.edit import replace_files

    if out is None:
        click.echo(text, nl=False)
    else:
        replace_files(out.parent, {out.name: text.encode()})
        click.echo(f"已写入 {out}")
