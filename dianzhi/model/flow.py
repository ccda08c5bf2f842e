"""A scenario dialogue as a small graph, such as 催发货 or 发票申请."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dianzhi.model.kinds import (
    CategoryRef,
    EntryRef,
    InternalText,
    Label,
    Length,
    Name,
    OneLine,
    PersonRef,
    Slug,
    Text,
    Word,
    key,
)
from dianzhi.model.place import Places
from dianzhi.model.review import State


class InputKind(StrEnum):
    """What a shopper types, and so how it is checked."""

    ORDER_NUMBER = "order-number"
    TRACKING_NUMBER = "tracking-number"
    BATCH_NUMBER = "batch-number"
    DATE = "date"
    EMAIL = "email"
    TEXT = "text"


class Outcome(StrEnum):
    """How a dialogue ends."""

    ANSWER = "answer"
    HANDOFF = "handoff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice a shopper can tap."""

    label: Annotated[Text, Length(1, 30), OneLine] = key("选项", "按钮上的字")
    to: Slug = key("下一步", "选了以后去哪个节点")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One value a shopper types; it stays in the page until the shopper sends it."""

    name: Name = key("名称", "在转人工摘要里用 {名称} 引用")
    kind: InputKind = key(
        "类型", "order-number / tracking-number / batch-number / date / email / text"
    )
    label: Label = key("标签", "输入框上的字")
    to: Slug = key("下一步", "填好以后去哪个节点")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An outcome: an entry's answer, or a person with a summary."""

    outcome: Outcome = key("结果", "answer 显示答案 / handoff 转人工")
    entry: EntryRef | None = key("问答", "outcome 为 answer 时显示哪一条", default=None)
    summary: Annotated[Text, Length(2, 200)] | None = key(
        "摘要", "outcome 为 handoff 时带给客服的话，可用 {名称} 引用买家填的内容", default=None
    )
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One turn: something said, and then options, an input or an end."""

    id: Slug = key("节点编号", "在这个流程里唯一")
    say: Annotated[Text, Length(2, 300)] = key("说什么", "显示给买家的话（公开）")
    options: Annotated[tuple[Option, ...], Length(0, 6)] = key("选项", "给买家点的按钮", default=())
    input: Input | None = key("输入", "让买家填一项", default=None)
    end: End | None = key("结束", "到这里结束", default=None)
    internal: InternalText | None = key("内部备注", "只给客服看", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A dialogue, approved as a whole. Public but for its notes."""

    id: Slug = key("编号", "就是页面地址，发布后不要改")
    title: Annotated[Text, Length(2, 20), OneLine] = key("标题", "例如 催发货")
    category: CategoryRef = key("分类", "categories.yaml 里的编号")
    words: Annotated[tuple[Word, ...], Length(1, 20)] = key(
        "触发词", "买家说了这些就提供这个流程（公开）"
    )
    start: Slug = key("起点", "从哪个节点开始")
    nodes: Annotated[tuple[Node, ...], Length(2, 40)] = key("节点", "每一步")
    state: State = key("状态", "draft / approved / retired")
    owner: PersonRef = key("负责人", "people.yaml 里的编号")
    edited_by: PersonRef = key("最后编辑", "最后一次改内容的人")
    approved_by: PersonRef | None = key("审核人", "不能是最后编辑的人自己", default=None)
    internal: InternalText | None = key("内部备注", "只给客服看", default=None)
    at: Places = Places()
