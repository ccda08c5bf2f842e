"""What data slots are filled with: the shop's promises, the product's facts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from dianzhi.model.kinds import Text
from dianzhi.model.product import Product
from dianzhi.model.shop import Hours, Promise, Shop

SLOT_LABELS: Final[Mapping[str, Text]] = {
    "product.name": Text("商品名称", "Product"),
    "product.kind": Text("类别", "Kind"),
    "product.net": Text("净含量", "Net content"),
    "product.shelf_life": Text("保质期", "Shelf life"),
    "product.after_opening": Text("开封后", "After opening"),
    "product.storage": Text("保存方法", "Storage"),
    "batch.number": Text("批号", "Batch number"),
    "batch.produced": Text("生产日期", "Produced on"),
    "batch.expires": Text("限用日期", "Use by"),
    "shop.name": Text("店铺名", "Shop"),
    "shop.hours": Text("工作时间", "Hours"),
}
"""What the slots that every shop has are called."""
BATCH_SLOTS: Final = ("number", "produced", "expires")
WEEKDAYS: Final = ("一", "二", "三", "四", "五", "六", "日")
WEEKDAYS_EN: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS_PER_WEEK: Final = 7


def product_slots(product: Product) -> dict[str, Text]:
    """Return the public values of a product by slot name, in a fixed order."""
    return {name: value for name, value in _product_values(product) if value is not None}


def _product_values(product: Product) -> Iterator[tuple[str, Text | None]]:
    yield "name", product.name
    yield "kind", Text(product.kind.label, product.kind.value)
    yield "net", product.net
    yield "shelf_life", _months(product.shelf_life_months) or _days(product.shelf_life_days)
    yield "after_opening", _months(product.after_opening_months)
    yield "storage", product.storage
    yield from ((fact.id, fact.value) for fact in product.facts)


def _months(count: int | None) -> Text | None:
    return None if count is None else Text(f"{count} 个月", f"{count} months")


def _days(count: int | None) -> Text | None:
    return None if count is None else Text(f"{count} 天", f"{count} days")


def shop_slots(shop: Shop) -> dict[str, Text]:
    """Return the shop's values by slot name: `name`, `hours` and every promise."""
    promises = {promise.id: promise.value for promise in shop.promises}
    return {"name": shop.name, "hours": hours_text(shop.hours)} | promises


def in_force(promise: Promise, day: date) -> bool:
    """Return whether the shop is bound by `promise` on `day`."""
    return promise.since <= day and (promise.until is None or day <= promise.until)


def hours_text(hours: Sequence[Hours]) -> Text:
    """Return the weekly hours in words, such as `每天 9:00–22:00`."""
    zh = "，".join(f"{_days_zh(one.days)} {_times(one)}" for one in hours)
    en = ", ".join(f"{_days_en(one.days)} {_times(one)}" for one in hours)
    return Text(zh, en)


def _times(hours: Hours) -> str:
    return f"{hours.opens.removeprefix('0')}–{hours.closes.removeprefix('0')}"


def _days_zh(days: Sequence[int]) -> str:
    if len(set(days)) == DAYS_PER_WEEK:
        return "每天"
    return "周" + "、".join(WEEKDAYS[day - 1] for day in sorted(set(days)))


def _days_en(days: Sequence[int]) -> str:
    if len(set(days)) == DAYS_PER_WEEK:
        return "daily"
    return "/".join(WEEKDAYS_EN[day - 1] for day in sorted(set(days)))
