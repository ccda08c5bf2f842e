"""Options that several commands share, and the one place where the clock is read."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

SHANGHAI = ZoneInfo("Asia/Shanghai")
YEARS = range(2000, 3000)
"""So that days may be counted forth and back from a date."""


def today() -> date:
    """Return today's date in Shanghai."""
    return datetime.now(SHANGHAI).date()


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


source_option = click.option(
    "--source",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("faq_src"),
    show_default=True,
    help="内容文件夹。",
)
day_option = click.option(
    "--date",
    "day",
    type=Day(),
    default=today,
    help="按哪一天生效来构建，默认是上海时间今天。",
)
