"""The kinds of values that options and arguments take, and what each says of a wrong one."""

import math
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    _PathType = click.Path[Path]
else:
    _PathType = click.Path  # takes no parameter at run time before click 8.5.1

YEARS = range(2000, 3000)
"""So that days may be counted forth and back from a date."""


class Day(click.ParamType[date]):
    """A date, `YYYY-MM-DD`."""

    name = "日期"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date, or fail with a message."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} 不是日期，写成 2026-11-22 这样", param, ctx)
        if day.year not in YEARS:
            self.fail(f"{value} 不在 {YEARS[0]} 年到 {YEARS[-1]} 年之间", param, ctx)
        return day


class Whole(click.IntRange):
    """A whole number of a range."""

    name = "整数"

    def wanted(self) -> str:
        """Return which numbers may stand, in words."""
        return (
            f"{self.min} 或更大的整数" if self.max is None else f"{self.min} 到 {self.max} 的整数"
        )

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401  # as click's
        """Return the number, or fail with a message."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value} 不行，写 {self.wanted()}", param, ctx)


class Share(click.FloatRange):
    """A part of a whole: 0 is none of it and 1 all."""

    name = "小数"

    def __init__(self) -> None:
        super().__init__(0, 1)

    def wanted(self) -> str:
        """Return which numbers may stand, in words."""
        return "0 到 1 的小数"

    def convert(
        self,
        value: Any,  # noqa: ANN401  # as click's
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the number, or fail with a message."""
        try:
            share = super().convert(value, param, ctx)
        except click.BadParameter:
            share = math.nan
        if math.isnan(share):  # "nan" is a number, and no number is below or above it
            self.fail(f"{value} 不行，写 {self.wanted()}", param, ctx)
        return share


class OneOf(click.Choice[str]):
    """One of a few words."""

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Return what may stand where nothing stands."""
        del param, ctx
        return f"只能是 {'、'.join(self.choices)}"

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """Return what may stand where another word stands."""
        del ctx
        return f"{value} 不行，只能是 {'、'.join(self.choices)}"


class _Place(_PathType):
    """A path; what exists there must be of the right kind and readable."""

    def convert(
        self,
        value: Any,  # noqa: ANN401  # as click's
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return the path, or fail with a message."""
        if value == "":  # a variable that was never set; as a path it would be this folder
            self.fail("是空的，要写一个路径", param, ctx)
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            readable = os.access(value, os.R_OK)
            reason = f"不是{self.name}" if readable else "不能读，没有权限"
            self.fail(f"{os.fsdecode(value)} {reason}", param, ctx)


class Folder(_Place):
    """A folder, there or not yet."""

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)
        self.name = "文件夹"


class File(_Place):
    """A file, there or not yet."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)
        self.name = "文件"
