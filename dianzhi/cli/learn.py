"""`dianzhi learn`: what shoppers typed into proposals; an editor decides, nothing is applied."""

import json
from datetime import date
from pathlib import Path

import click

from dianzhi.cli import failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import File, Whole


@command(
    help="从搜索记录和聊天记录里，找出该加的相似问法、同义词和缺的问答。只给建议，不改文件。"
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
@option("--json", "as_json", is_flag=True, help="输出 JSON。")
def learn(
    logs: tuple[Path, ...],
    source: Path,
    day: date,
    least: int,
    limit: int,
    out: Path | None,
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


def _told(text: str, out: Path | None) -> None:
    from dianzhi.write.edit import replace_files

    if out is None:
        click.echo(text, nl=False)
    else:
        replace_files(out.parent, {out.name: text.encode()})
        click.echo(f"已写入 {out}")
