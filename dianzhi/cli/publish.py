"""`dianzhi publish`: the public files to where they are served from, and back again."""

from datetime import date
from pathlib import Path

import click

from dianzhi.cli import failures
from dianzhi.cli.command import command, option
from dianzhi.cli.options import today
from dianzhi.cli.values import Day, Folder, Whole


@command(help="把公开文件发布到目的地；--rollback 退回上一个版本。")
@click.argument("dest", type=Folder(), metavar="目的地")
@option(
    "--from",
    "dist",
    type=Folder(),
    default=Path("dist"),
    show_default=True,
    help="构建好的文件夹。",
)
@option("--rollback", is_flag=True, help="退回上一个发布过的版本。")
@option(
    "--keep-days",
    type=Whole(1, 3650),
    default=30,
    show_default=True,
    help="旧版本保留几天，让已经打开的页面继续能用。",
)
@option("--date", "day", type=Day(), default=today, help="发布日期，默认是上海时间今天。")
def publish(dest: Path, dist: Path, rollback: bool, keep_days: int, day: date) -> None:
    """Publish or roll back; say what is served now."""
    from dianzhi.write import publish as publishing

    with failures.told(dist):
        if rollback:
            served = publishing.rollback(dest, today=day)
        else:
            served = publishing.publish(dist, dest, today=day, keep_days=keep_days)
        done = "已退回" if rollback else "已发布"
        click.echo(f"{done} {dest}：内容版本 {served.entry.content}，保留着 {served.kept} 个版本")
