"""`dianzhi init`: a new shop that builds at once."""

import json
from pathlib import Path

import click

from dianzhi.cli import failures
from dianzhi.cli.command import command
from dianzhi.cli.values import Folder


@command(help="新建一个店铺，马上就能构建。")
@click.argument("folder", type=Folder(), metavar="文件夹")
def init(folder: Path) -> None:
    """Write the starter shop and its schemas into a new or empty folder."""
    from dianzhi.model.schema import schemas
    from dianzhi.starter import starter_files
    from dianzhi.write.edit import replace_files

    if folder.exists() and any(folder.iterdir()):
        failures.stop(f"{folder} 不是空文件夹，换一个名字")
    files = dict(starter_files())
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        files[f".dianzhi/schema/{name}.schema.json"] = text.encode()
    with failures.told(folder):
        replace_files(folder, files)
    click.echo(
        f"已新建 {folder}：内容在 {folder}/faq_src\n接着：cd {folder} && dianzhi build && dianzhi serve"
    )
