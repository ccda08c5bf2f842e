"""A command line that cannot be run: what is wrong with it, in Chinese. Exit code 2."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, Final

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

EMPTY: Final = "“”"
"""Stands for a word in which nothing is written."""


class Misuse(click.UsageError):
    """What is wrong, shown below how the command is called."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write to stderr, or to a file."""
        if self.ctx:
            click.echo(self.ctx.get_usage(), file=file, err=True)
            click.echo(f"看说明：{self.ctx.command_path} --help\n", file=file, err=True)
        click.echo(f"没有完成：{self.message}", file=file, err=True)


@contextmanager
def told(ctx: click.Context) -> Iterator[None]:
    """Raise every refusal of click's as a `Misuse`; help for want of arguments is none."""
    try:
        yield
    except (Misuse, NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        where = error.ctx or ctx
        raise Misuse(_words(error, where), where) from None


def _words(error: click.UsageError, ctx: click.Context) -> str:
    match error:
        case click.MissingParameter():
            return f"缺少{_named(error.param, ctx)}{_choices(error.param, ctx)}"
        case click.BadParameter():
            return f"{_named(error.param, ctx)}：{error.message}"
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项{_near(error.possibilities)}"
        case NoSuchCommand():
            return f"没有 {error.command_name or EMPTY} 这个命令{_near(error.possibilities)}"
        case click.BadOptionUsage():
            return _value(error.option_name, ctx)
        case _:  # the one refusal that click gives no class of its own
            return "后面要写一个命令"


def _named(param: click.Parameter | None, ctx: click.Context) -> str:
    if isinstance(param, click.Argument):
        return f"参数“{param.make_metavar(ctx).strip('[].')}”"
    return f"选项 {' / '.join(param.opts)}" if param else "参数"


def _choices(param: click.Parameter | None, ctx: click.Context) -> str:
    message = param.type.get_missing_message(param, ctx) if param else None
    return f"，{message}" if message else ""


def _near(possibilities: Sequence[str] | None) -> str:
    return f"，是不是想写 {' 或 '.join(possibilities)}？" if possibilities else ""


def _value(name: str, ctx: click.Context) -> str:
    flags = {
        written
        for param in ctx.command.get_params(ctx)
        if isinstance(param, click.Option) and param.is_flag
        for written in param.opts
    }
    return f"选项 {name} 后面不写值" if name in flags else f"选项 {name} 后面要写一个值"
