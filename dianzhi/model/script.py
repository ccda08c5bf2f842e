"""话术: what an agent says, step by step. Internal as a whole."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dianzhi.model.kinds import (
    CategoryRef,
    EntryRef,
    InternalText,
    Length,
    OneLine,
    Pattern,
    PlatformRef,
    ProductRef,
    key,
)
from dianzhi.model.place import Places
from dianzhi.model.review import Reviewed


class ScriptKind(StrEnum):
    """The occasion of a script; it decides the steps."""

    PRESALES = "presales"
    OBJECTION = "objection"
    SOOTHING = "soothing"
    AFTERSALE = "aftersale"
    LOGISTICS = "logistics"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        names = ("售前三步", "价格异议", "情绪安抚", "售后处理", "物流跟进")
        return dict(zip(ScriptKind, names, strict=True))[self]


class Step(StrEnum):
    """The role of one message in a script."""

    CONFIRM = "confirm"
    ANSWER = "answer"
    GUIDE = "guide"
    ACKNOWLEDGE = "acknowledge"
    EXPLAIN = "explain"
    CLOSE = "close"
    SAY = "say"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        names = ("确认需求", "结构化回答", "主动引导", "先认可", "再解释", "促成交", "回复")
        return dict(zip(Step, names, strict=True))[self]


STEPS = {
    ScriptKind.PRESALES: (Step.CONFIRM, Step.ANSWER, Step.GUIDE),
    ScriptKind.OBJECTION: (Step.ACKNOWLEDGE, Step.EXPLAIN, Step.CLOSE),
}
"""The steps a kind must have, in order; the other kinds take one or more `say`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message as the agent sends it."""

    step: Step = key(
        "步骤",
        "confirm 确认需求 / answer 结构化回答 / guide 主动引导；acknowledge 先认可 / explain 再解释 / close 促成交；say 回复",
    )
    text: Annotated[InternalText, Length(2, 500)] = key(
        "话术", "发给买家的原话；{买家昵称} 这样的占位符要先在 shop.yaml 里登记"
    )
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script(Reviewed):
    """A script of one or more messages."""

    code: Annotated[
        str, Length(2, 12), Pattern(r"[a-z][a-z0-9]*", "小写字母开头，只用字母和数字，例如 cfh1")
    ] = key("快捷编码", "客服输入几个字母就能找到，全店唯一")
    kind: ScriptKind = key(
        "类型",
        "presales 售前三步 / objection 价格异议 / soothing 情绪安抚 / aftersale 售后处理 / logistics 物流跟进",
    )
    title: Annotated[InternalText, Length(2, 40), OneLine] = key("标题", "一眼看出什么时候用")
    situation: Annotated[InternalText, Length(2, 200)] = key(
        "使用场景", "买家说了什么、处在什么情况下用这条"
    )
    category: CategoryRef = key("分类", "categories.yaml 里的编号")
    lines: Annotated[tuple[Line, ...], Length(1, 8)] = key("话术内容", "按顺序发送的每一句")
    avoid: tuple[Annotated[InternalText, Length(2, 200)], ...] = key(
        "注意", "不能说的、不能做的，和发之前要留意的", default=()
    )
    entries: tuple[EntryRef, ...] = key("相关问答", "对应的问答编号", default=())
    products: tuple[ProductRef, ...] = key("适用商品", "只对这些商品有效；不写就是全部", default=())
    platforms: tuple[PlatformRef, ...] = key(
        "适用平台", "只对这些平台有效；不写就是全部", default=()
    )
