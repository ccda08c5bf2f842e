"""Options that several commands share, and the one place where the clock is read."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dianzhi.cli.command import option
from dianzhi.cli.values import Day, Folder

SHANGHAI = ZoneInfo("Asia/Shanghai")


def today() -> date:
    """Return today's date in Shanghai."""
    return datetime.now(SHANGHAI).date()


source_option = option(
    "--source",
    type=Folder(),
    default=Path("faq_src"),
    show_default=True,
    help="内容文件夹。",
)
day_option = option(
    "--date",
    "day",
    type=Day(),
    default=today,
    help="按哪一天生效的内容，默认是上海时间今天。",
)
