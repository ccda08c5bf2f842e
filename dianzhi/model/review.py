"""What every reviewed text carries: who answers for it, and from when to when it holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from dianzhi.model.kinds import InternalText, Length, Link, PersonRef, Slug, Text, key
from dianzhi.model.place import Places


class State(StrEnum):
    """Where a text stands in its review."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        return {"draft": "草稿", "approved": "已审核", "retired": "已停用"}[self.value]


class Priority(StrEnum):
    """How soon a matter must be handled; `urgent` comes first everywhere."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        return {"urgent": "紧急", "high": "优先", "normal": "普通", "low": "较低"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The rule a text rests on."""

    rule: Annotated[Text, Length(2, 80)] = key(
        "依据", "规则或法条的名称，例如 抖音七天无理由退货服务规范"
    )
    url: Link | None = key("网址", "规则原文的网址", default=None)
    effective: date | None = key("生效日期", "这一版规则从哪天起生效", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The part that entries and scripts share. All days are Shanghai days, both ends included."""

    id: Slug = key("编号", "就是页面地址：发布后不要改，停用后也不要再给别的内容用")
    state: State = key("状态", "draft 草稿 / approved 已审核 / retired 已停用；只有已审核的会发布")
    owner: PersonRef = key("负责人", "people.yaml 里的编号：内容有问题先找谁")
    edited_by: PersonRef = key("最后编辑", "最后一次改内容的人")
    edited_on: date = key("编辑日期", "最后一次改内容的日期，显示为“更新于”")
    approved_by: PersonRef | None = key(
        "审核人", "必须有审核权，且不能是最后编辑的人自己", default=None
    )
    approved_on: date | None = key("审核日期", "审核通过的日期，不早于编辑日期", default=None)
    effective: date = key("生效日期", "从哪天起对买家有效")
    until: date | None = key("失效日期", "最后一天有效；长期有效就不写", default=None)
    review_by: date = key("复核日期", "最晚哪天要有人重新看一遍，不早于生效日期")
    sources: tuple[Source, ...] = key("依据", "平台规则、法律条文等出处", default=())
    internal: InternalText | None = key("内部备注", "只给客服看的说明，不会公开", default=None)
    at: Places = Places()

    def in_force(self, day: date) -> bool:
        """Return whether the text may be used on `day`: approved, begun and not yet over."""
        begun = self.effective <= day and (self.until is None or day <= self.until)
        return self.state is State.APPROVED and begun
