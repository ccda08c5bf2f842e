"""`dianzhi build`: the whole content into `dist/`."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dianzhi.cli import failures, progress, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import Folder, OneOf

if TYPE_CHECKING:
    from dianzhi import building
    from dianzhi.write.compare import Differences

PARTS = ("public", "kb")


@command(help="把内容构建成知识库、浮窗和更新日志。")
@source_option
@day_option
@option(
    "--out",
    type=Folder(),
    default=Path("dist"),
    show_default=True,
    help="输出到哪里。",
)
@option("--only", type=OneOf(PARTS), help="只重新生成一部分；其余部分必须是同一版内容。")
@option("--strict", is_flag=True, help="有警告就不构建。")
@option("--check", is_flag=True, help="什么都不写；输出过期就以 1 退出。")
def build(source: Path, day: date, out: Path, only: str | None, strict: bool, check: bool) -> None:
    """Build, or with --check compare; problems go to stderr, the summary to stdout."""
    from dianzhi import building

    parts = (only,) if only else building.PARTS
    order = building.Order(source, out, day, parts, strict=strict)
    with failures.told(source):
        if check:
            with progress.shown() as told:
                found = building.differences(replace(order, progress=told))
            _compared(found, out)
        else:
            started = time.monotonic()
            with progress.shown() as told:
                built = building.build(replace(order, progress=told))
            report.tell(report.shown(built.warnings, source))
            click.echo(_summary(built, out, time.monotonic() - started))
            click.echo(f"嵌入代码（含锁定版本与 SRI）：{out / 'public' / 'embed.html'}")


def _compared(found: Differences, out: Path) -> None:
    for label, paths in (("缺少", found.missing), ("多余", found.extra), ("过期", found.changed)):
        for path in paths:
            click.echo(f"{label} {out / path}")
    if found:
        raise SystemExit(1)
    click.echo(f"{out} 和内容一致")


def _summary(built: building.Built, out: Path, seconds: float) -> str:
    public = built.catalog.public
    counts = (
        f"{len(public.entries)} 条公开问答，{len(built.catalog.content.scripts)} 条话术，"
        f"{len(public.flows)} 个流程，{len(public.products)} 个商品，{len(public.batches)} 个批次，"
        f"{len(built.catalog.content.meetings)} 次例会"
    )
    sizes = "，".join(f"{part} {_size(size)}" for part, size in built.bytes.items())
    return f"已构建 {out}（内容日期 {public.day}）：{counts}\n{built.files} 个文件，{sizes}，用时 {seconds:.1f} 秒"


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1000:.0f} kB"  # noqa: PLR2004  # a megabyte
