"""What an agent must know before using a text: is it approved, in force, and still looked after?"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dianzhi.model.review import Reviewed, State

Tone = Literal["stop", "wait", "care"]


@dataclass(frozen=True, slots=True)
class Banner:
    """One warning above a text. `stop`: do not send; `wait`: not yet; `care`: ask first."""

    tone: Tone
    label: str
    """Two to four characters, for lists."""
    text: str


def standing(text: Reviewed, day: date) -> tuple[Banner, ...]:
    """Return the warnings for `day`, gravest first; empty when all is well."""
    if text.state is not State.APPROVED:
        return (state_banner(text.state),)
    if text.effective > day:
        return (Banner("wait", "未生效", f"还没生效：{text.effective} 起才能用。"),)
    if text.until is not None and text.until < day:
        return (Banner("stop", "已失效", f"已经失效：{text.until} 是最后一天，不要再发给买家。"),)
    if overdue(text, day):
        return (_overdue(text),)
    return ()


def state_banner(state: State) -> Banner:
    """Return the warning for a text that is not approved."""
    if state is State.DRAFT:
        return Banner("stop", "草稿", "草稿：还没有审核，不要发给买家。")
    return Banner("stop", "已停用", "已停用：留着备查，不要再发给买家。")


def overdue(text: Reviewed, day: date) -> bool:
    """Return whether someone should have read the text again before `day`."""
    return text.state is not State.RETIRED and text.review_by < day


def _overdue(text: Reviewed) -> Banner:
    return Banner("care", "待复核", f"复核日期 {text.review_by} 已过：有疑问先问负责人。")
