"""`dianzhi export`: what is public, in the form of another tool."""

from datetime import date
from pathlib import Path

import click

from dianzhi.cli import failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import day_option, source_option
from dianzhi.cli.values import Folder, OneOf

KINDS = ("meilisearch", "opensearch")


@command(help="把公开的问答导出给外部搜索引擎：设置、文档和一个重建索引的脚本。一般的店用不着。")
@click.argument("kind", type=OneOf(KINDS))
@source_option
@day_option
@option(
    "--out",
    required=True,
    type=Folder(),
    help="放到哪个文件夹。",
)
def export(kind: str, source: Path, day: date, out: Path) -> None:
    """Write the files; the same content gives the same bytes."""
    from dianzhi import exporting, pipeline
    from dianzhi.model.shop import EngineKind
    from dianzhi.write.edit import replace_files

    with failures.told(source):
        failures.apart(source, out)
        loaded = pipeline.load(source, day)
        if loaded.catalog is None:
            report.tell(report.shown(loaded.problems, source))
            raise SystemExit(1)
        public = loaded.catalog.public
        artifacts = exporting.engine_files(public, EngineKind(kind))
        replace_files(out, {one.path: one.content for one in artifacts})
        click.echo(f"已导出 {len(public.entries)} 条公开问答到 {out}；接着运行 {out}/reindex.py")
