"""How every command is declared: help and misuse in Chinese, on click's own hooks.

click's messages are English and go through gettext, which follows the terminal's language and
knows a message by its English words, other words in another version. Here nothing reads them: what
is said is made anew from what click's exceptions, options and types hold.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

import click

from dianzhi.cli import misuse
from dianzhi.cli.columns import columns
from dianzhi.cli.values import Share, Whole

HEADINGS: Final = {"Options": "选项", "Commands": "命令"}
"""The headings that click gives to the parts of a help text."""


class Formatter(click.HelpFormatter):
    """Help under Chinese headings, its columns straight where characters are two columns wide."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = "用法：") -> None:
        """Write how the command is called."""
        super().write_usage(prog, args, prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a part."""
        self.write(f"{HEADINGS.get(heading, heading)}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms and what they mean; long lines are left to the terminal."""
        del col_max  # no term here is so long that its meaning had to begin on the next line
        known = list(rows)
        left = max(columns(term) for term, _ in known) + col_spacing
        for term, meaning in known:
            gap = " " * (left - columns(term))
            self.write(f"{'':>{self.current_indent}}{term}{gap}{meaning}\n")


class Context(click.Context):
    """What click keeps while a command runs."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose default and range are shown in Chinese."""

    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ANN401  # a type private to click
        """Return nothing: click would put it into words."""
        del ctx
        return {}

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option as it is written and what it means; none when it is hidden."""
        record = super().get_help_record(ctx)
        extra = super().get_help_extra(ctx)
        said = [
            *([f"默认 {extra['default']}"] if "default" in extra else []),
            *([self.type.wanted()] if isinstance(self.type, (Whole, Share)) else []),
            *(["必填"] if "required" in extra else []),
        ]
        return (record[0], f"{record[1]}（{'，'.join(said)}）") if record and said else record

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:  # noqa: ANN401  # as click's
        """Return the value as its type has it; fail where it is empty: a variable was never set."""
        if value == "":
            raise click.BadParameter("是空的，后面要写一个值", ctx, self)
        return super().type_cast_value(ctx, value)


class Command(click.Command):
    """A command that is helped and refused in Chinese."""

    context_class = Context
    allow_extra_args = True  # refused below, in Chinese

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as click's
        super().__init__(*args, **kwargs)
        self.options_metavar = "[选项]"

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`."""
        return _explained(super().get_help_option(ctx))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, however long: click would look for an English one."""
        del limit
        return (self.help or "").partition("。")[0] + "。"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command line; raise what is wrong with them."""
        with misuse.told(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise misuse.Misuse(f"多写了 {' '.join(one or misuse.EMPTY for one in rest)}", ctx)
        return rest


class Group(click.Group):
    """The program: its commands, helped and refused in Chinese."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as click's
        super().__init__(*args, **kwargs)
        self.options_metavar = "[选项]"
        self.subcommand_metavar = "命令 …"

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`."""
        return _explained(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words before the command's name."""
        with misuse.told(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # as click's
        """Find the command and run it."""
        with misuse.told(ctx):
            return super().invoke(ctx)


def _explained(shown: click.Option | None) -> click.Option | None:
    if shown:
        shown.help = "显示这段说明。"
    return shown


command: Callable[..., Callable[[Callable[..., Any]], Command]] = partial(
    click.command, cls=Command
)
"""As `click.command`."""
option: Callable[..., Callable[[Callable[..., Any]], Callable[..., Any]]] = partial(
    click.option, cls=Option
)
"""As `click.option`."""
