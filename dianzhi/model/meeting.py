"""The weekly update meeting and the seasonal campaigns. Internal as a whole."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from dianzhi.model.kinds import (
    EntryRef,
    InternalText,
    Length,
    OneLine,
    PersonRef,
    PlatformRef,
    ProductRef,
    Range,
    ScriptRef,
    Slug,
    key,
)
from dianzhi.model.place import Places


class ChangeKind(StrEnum):
    """The groups of the changelog, in its order."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"
    CORRECTED = "corrected"
    RISK = "risk"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        names = ("新增", "变更", "停用", "更正", "风险提示")
        return dict(zip(ChangeKind, names, strict=True))[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One item of the changelog: what to say from now on, and what no longer."""

    id: Slug = key("编号", "全店唯一，就是更新日志里的锚点")
    kind: ChangeKind = key(
        "类型", "added 新增 / changed 变更 / retired 停用 / corrected 更正 / risk 风险提示"
    )
    title: Annotated[InternalText, Length(2, 60), OneLine] = key("标题", "一句话说清楚改了什么")
    say_now: Annotated[InternalText, Length(2, 500)] | None = key(
        "现在怎么说", "从生效日起的说法", default=None
    )
    say_no_longer: Annotated[InternalText, Length(2, 500)] | None = key(
        "不再这么说", "停止使用的说法", default=None
    )
    why: Annotated[InternalText, Length(2, 500)] = key("原因", "为什么改")
    effective: date = key("生效日期", "从哪天起")
    owner: PersonRef = key("负责人", "people.yaml 里的编号")
    entries: tuple[EntryRef, ...] = key("相关问答", "改了哪些问答", default=())
    scripts: tuple[ScriptRef, ...] = key("相关话术", "改了哪些话术", default=())
    products: tuple[ProductRef, ...] = key("相关商品", "涉及哪些商品", default=())
    platforms: tuple[PlatformRef, ...] = key("相关平台", "涉及哪些平台", default=())
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """A question that came up that week."""

    question: Annotated[InternalText, Length(2, 200)] = key("问题", "买家的原话")
    times: Annotated[int, Range(1, 100000)] | None = key("次数", "这周大约几次", default=None)
    entry: EntryRef | None = key("对应问答", "已经有答案就写编号", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something somebody promised to do."""

    what: Annotated[InternalText, Length(2, 200)] = key("事项", "做什么")
    owner: PersonRef = key("负责人", "谁做")
    due: date = key("截止日期", "哪天之前")
    done: bool = key("完成", "true / false", default=False)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One weekly meeting."""

    id: Slug = key("编号", "例如 meeting-2026-11-16")
    day: date = key("日期", "开会的日期", name="date")
    title: Annotated[InternalText, Length(2, 60), OneLine] = key("标题", "这次会议的主题")
    host: PersonRef = key("主持", "谁主持")
    recorder: PersonRef = key("记录", "谁记录")
    present: tuple[PersonRef, ...] = key("到会", "到会的人", default=())
    absent: tuple[PersonRef, ...] = key("缺席", "没到的人", default=())
    questions: tuple[NewQuestion, ...] = key("新问题", "这周新出现的问题", default=())
    changes: Annotated[tuple[Change, ...], Length(1, 30)] = key("更新", "进更新日志的每一条")
    tasks: tuple[Task, ...] = key("待办", "谁在什么时候之前做什么", default=())
    undecided: tuple[InternalText, ...] = key("未决", "还没有结论的事", default=())
    notes: InternalText | None = key("纪要", "其他讨论", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A dated step of a campaign."""

    day: date = key("日期", "年-月-日", name="date")
    what: Annotated[InternalText, Length(2, 200)] = key("事项", "这天发生什么")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A season with its own scripts."""

    id: Slug = key("编号", "例如 double-11-2026")
    title: Annotated[InternalText, Length(2, 40), OneLine] = key("标题", "活动名称")
    starts: date = key("开始", "第一天")
    ends: date = key("结束", "最后一天")
    owner: PersonRef = key("负责人", "people.yaml 里的编号")
    milestones: tuple[Milestone, ...] = key("时间表", "活动的几个日子", default=())
    products: tuple[ProductRef, ...] = key("参与商品", "不写就是全部", default=())
    entries: tuple[EntryRef, ...] = key("相关问答", "活动期间常用的问答", default=())
    scripts: tuple[ScriptRef, ...] = key("活动话术", "活动期间用的话术", default=())
    notes: InternalText | None = key("备注", "内部说明", default=None)
    at: Places = Places()
