"""Records in their order into what shoppers asked, each with the entry that was opened for it.

The popup reports `search` once typing rests, `noresult` behind it, and `answer` when an entry is
opened (widget/README.md). Who belongs together is used here and kept nowhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dianzhi.learning.lines import EVENTS, from_transcript
from dianzhi.learning.tables import Record

_SHOPPERS = frozenset(("买家", "客户", "顾客", "用户", "访客", "消费者", "buyer", "customer", "user", "visitor", "shopper", "other", "in", "对方"))  # fmt: skip
_AGENT_NAMES = re.compile(r"[:：]|客服|机器人|系统|官方|旗舰店|专营店")
"""In a nickname: agents are `店铺:名字` on most platforms."""
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")


@dataclass(slots=True)
class Typed:
    """One thing typed, as the log has it: not masked yet."""

    text: str
    entry: str | None
    count: int
    day: str


def typed(records: Iterable[Record]) -> Iterator[Typed]:
    """Yield what shoppers typed; of a question typed with rests, the last state."""
    waiting: dict[str, Typed] = {}
    for record in records:
        kind = record.get("type", "").removeprefix("dianzhi:")
        if kind in EVENTS:
            yield from _event(kind, record, waiting)
        elif "transcript" in record:
            yield from typed(from_transcript(record["transcript"].splitlines()))
        elif record.get("text") and _is_shopper(record):
            yield _typed(record)
    yield from waiting.values()


def _event(kind: str, record: Record, waiting: dict[str, Typed]) -> Iterator[Typed]:
    session, text = record.get("session", ""), record.get("text", "")
    before = waiting.get(session)
    if kind == "answer" and not text:
        if before and session:  # who opened it is not known without a session
            before.entry = record.get("entry") or before.entry
    elif before and before.text == text:
        before.entry = record.get("entry") or before.entry
    elif text:
        if before and not (session and before.entry is None and before.text in text):
            yield before
        waiting[session] = _typed(record)


def _typed(record: Record) -> Typed:
    times = record.get("times", "")
    count = int(times) if re.fullmatch(r"[0-9]{1,9}", times) else 1
    return Typed(record["text"], record.get("entry") or None, max(1, count), _day(record))


def _day(record: Record) -> str:
    found = _DAY.search(record.get("day", ""))
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:  # 2026-13-01: no day at all
        return ""


def _is_shopper(record: Record) -> bool:
    """Say whether a shopper said it: by the role where there is one, else by the name."""
    if record.get("role"):
        return record["role"].strip().lower() in _SHOPPERS
    return not _AGENT_NAMES.search(record.get("sender", ""))
