"""Facts from the supply chain: products and their batches."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from dianzhi.model.kinds import (
    InternalText,
    Label,
    Length,
    Name,
    OneLine,
    Pattern,
    ProductRef,
    Range,
    Slug,
    Text,
    key,
)
from dianzhi.model.place import Places


class ProductKind(StrEnum):
    """What a product is by law; it decides what may be promised about it."""

    COSMETIC = "cosmetic"
    FOOD = "food"
    GOODS = "goods"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        return {"cosmetic": "化妆品", "food": "食品", "goods": "日用品"}[self.value]


class ExpiryRule(StrEnum):
    """How a last day is computed when none is printed (docs/reference/dates.md)."""

    CIVIL = "civil"
    CIVIL_MINUS_ONE = "civil-minus-one"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One more public fact, usable as `{product.<id>}`."""

    id: Name = key("名称", "在答案里写 {product.名称} 引用")
    label: Label = key("标签", "页面上显示的名字")
    value: Annotated[Text, Length(1, 200), OneLine] = key("内容", "事实本身")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One product. Public but for `supplier` and `internal`."""

    id: Slug = key("编号", "就是页面上的 data-sku")
    name: Label = key("名称", "商品名称")
    kind: ProductKind = key("类别", "cosmetic 化妆品 / food 食品 / goods 日用品")
    net: Label = key("净含量", "例如 100 g")
    shelf_life_months: Annotated[int, Range(1, 120)] | None = key(
        "保质期（月）", "标签上按月写的保质期", default=None
    )
    shelf_life_days: Annotated[int, Range(1, 3650)] | None = key(
        "保质期（天）", "标签上按天写的保质期；月和天只写一个", default=None
    )
    expiry_rule: ExpiryRule = key(
        "到期算法",
        "civil 到月对应日 / civil-minus-one 少一天 / days 按天",
        default=ExpiryRule.CIVIL,
    )
    after_opening_months: Annotated[int, Range(1, 60)] | None = key(
        "开封后（月）", "开封后建议几个月内用完", default=None
    )
    storage: Annotated[Text, Length(2, 100), OneLine] = key("保存方法", "标签上的贮存条件")
    sealed: bool = key("一次性密封", "有没有一次性密封包装：true / false", default=False)
    barcode: (
        Annotated[str, Pattern(r"[0-9]{8}|[0-9]{12,14}", "8、12、13 或 14 位数字，加引号")] | None
    ) = key("条码", "商品条码", default=None)
    facts: tuple[Fact, ...] = key("其他信息", "成分、过敏原、产地等可公开的事实", default=())
    supplier: InternalText | None = key("供应商", "内部信息", default=None)
    internal: InternalText | None = key("内部备注", "只给客服看", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One production batch. Public but for `stock` and `note`."""

    product: ProductRef = key("商品", "商品编号")
    number: Annotated[str, Length(2, 40), OneLine] = key("批号", "印在包装上的批号")
    produced: date = key("生产日期", "年-月-日")
    expires: date | None = key(
        "限用日期", "包装上印了“限期使用日期”或“保质期至”才写；印的日期永远优先", default=None
    )
    stock: InternalText | None = key("库存", "内部信息", default=None)
    note: InternalText | None = key("备注", "内部信息", default=None)
    at: Places = Places()
