"""Words in, words out. All work is below; nothing imports this package.

Exit codes: 0 clean, 1 problems found or out of date, 2 could not run.
"""

import sys
from io import TextIOWrapper
from typing import Any

import click

from dianzhi import __version__
from dianzhi.cli import failures
from dianzhi.cli.build import build
from dianzhi.cli.check import check
from dianzhi.cli.command import Group
from dianzhi.cli.eval import evaluate
from dianzhi.cli.export import export
from dianzhi.cli.import_ import import_
from dianzhi.cli.init import init
from dianzhi.cli.learn import learn
from dianzhi.cli.publish import publish
from dianzhi.cli.search import search
from dianzhi.cli.serve import serve


class _Program(Group):
    """The commands, on whatever terminal and disk they run."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401  # as click's
        """Begin, help included: what a terminal has no character for is printed as its code."""
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        with failures.never_a_traceback():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # as click's
        """Run a command; no error of the system is shown as a traceback."""
        with failures.never_a_traceback():
            return super().invoke(ctx)


@click.group(cls=_Program, help="店知：把一个文件夹的 YAML 变成知识库、FAQ 浮窗和更新日志。")
@click.version_option(
    __version__, prog_name="dianzhi", message="%(prog)s %(version)s", help="显示版本号。"
)
def main() -> None:
    """Run one of the commands."""


for _command in (build, check, evaluate, export, import_, init, learn, publish, search, serve):
    main.add_command(_command)
