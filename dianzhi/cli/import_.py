"""`dianzhi import`: a spreadsheet into the shop's YAML, shown before it is done."""

from datetime import date
from pathlib import Path

import click

from dianzhi.cli import failures, report
from dianzhi.cli.command import command, option
from dianzhi.cli.options import today
from dianzhi.cli.values import Day, File, Folder


@command("import", help="把表格（.xlsx、.csv、.jsonl）导入成 YAML；先用 --dry-run 看看会改什么。")
@click.argument("file", type=File(), metavar="文件")
@option(
    "--into",
    type=Folder(),
    default=Path("faq_src"),
    show_default=True,
    help="内容文件夹。",
)
@option("--dry-run", is_flag=True, help="只显示会新增、修改什么，不写文件。")
@option("--sheet", metavar="名字", help="工作表的名字；不写就用第一张。")
@option("--category", metavar="分类", help="没写分类或分类不认识时，放进这个分类（编号或名称）。")
@option(
    "--create-categories", is_flag=True, help="表里有、店里没有的分类，新建在 categories.yaml 里。"
)
@option("--editor", metavar="编号", help="编辑人编号；不写就用 people.yaml 里的第一位编辑。")
@option("--approved-by", metavar="编号", help="审核人编号；不写就导入成草稿。")
@option("--date", "day", type=Day(), default=today, help="编辑日期，默认是上海时间今天。")
def import_(
    file: Path,
    into: Path,
    dry_run: bool,
    sheet: str | None,
    category: str | None,
    create_categories: bool,
    editor: str | None,
    approved_by: str | None,
    day: date,
) -> None:
    """Show the plan; write it unless --dry-run or an error; exit 1 on errors."""
    from dianzhi.importing.options import Options
    from dianzhi.importing.plan import plan_import
    from dianzhi.importing.preview import preview
    from dianzhi.importing.read import read_table
    from dianzhi.source.folder import read_folder
    from dianzhi.write.edit import replace_files

    options = Options(
        day=day,
        category=category,
        create_categories=create_categories,
        editor=editor,
        approved_by=approved_by,
    )
    with failures.told(Path()):
        table = read_table(file.as_posix(), file.read_bytes(), sheet)
        plan = plan_import(table, read_folder(into), options)
        click.echo(preview(plan))
        report.tell([*plan.problems, *report.shown(plan.shop_problems, into)])
        if plan.errors:
            click.echo("没有导入：先改好上面的错误。文件没有动。", err=True)
            raise SystemExit(1)
        if dry_run:
            click.echo("试运行，文件没有动；去掉 --dry-run 就写入。")
            return
        replace_files(into, plan.files)
        click.echo(f"已写入 {len(plan.files)} 个文件；接着运行 dianzhi check")
