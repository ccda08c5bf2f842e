"""How often people asked for which entry: `asked.yaml`, written by `dianzhi learn --asked`."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from dianzhi.model.kinds import Range, Slug, key
from dianzhi.model.place import Places

MOST_ASKED: Final = 999_999_999
"""As many digits as a whole number of the content may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often one entry was what people asked for. Internal."""

    entry: Slug = key("问答编号", "哪一条问答；已经没有的不起作用")
    count: Annotated[int, Range(1, MOST_ASKED)] = key("次数", "被问了几次；没人问的不用写")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Popularity:
    """What logs were counted to. Internal: only steps of priority in search come of it."""

    since: date | None = key("从哪天", "记录的第一天，只给人看", name="from", default=None)
    until: date | None = key("到哪天", "记录的最后一天，只给人看", name="to", default=None)
    asked: tuple[Tally, ...] = key(
        "被问次数", "一条问答一行（内部）；差不多的答案里，问得多的排前面", default=()
    )
    at: Places = Places()
