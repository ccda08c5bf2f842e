"""`dianzhi serve`: look at `dist/` on this machine."""

from pathlib import Path

import click

from dianzhi.cli import failures
from dianzhi.cli.command import command, option
from dianzhi.cli.values import Folder, Whole


@command(help="在本机打开构建好的文件夹（只有本机能访问）。")
@option(
    "--dist",
    type=Folder(),
    default=Path("dist"),
    show_default=True,
    help="构建好的文件夹。",
)
@option(
    "--port",
    type=Whole(0, 65535),
    default=8000,
    show_default=True,
    help="端口，0 表示任选一个。",
)
def serve(dist: Path, port: int) -> None:
    """Serve until interrupted."""
    from dianzhi.write.serve import make_server

    if not dist.is_dir():
        failures.stop(f"没有 {dist}，先运行 dianzhi build")
    try:
        server = make_server(dist, port=port)
    except OSError as error:
        failures.stop(f"端口 {port} 不能用（{error.strerror}），用 --port 换一个")
    base = f"http://127.0.0.1:{server.server_port}"
    click.echo(f"知识库 {base}/kb/\n演示商品页 {base}/public/demo/\n按 Ctrl+C 结束")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("已结束")
