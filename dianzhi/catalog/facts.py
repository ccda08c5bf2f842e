"""The shop's own facts: hours, promises, channels, products and batches that make sense."""

from collections.abc import Iterator
from datetime import date

from dianzhi.catalog.expiry import last_day
from dianzhi.model.content import Content
from dianzhi.model.product import Batch, Product
from dianzhi.model.shop import ChannelKind, Platform, Promise, Shop
from dianzhi.problems import Level, Problem

OUTSIDE = (ChannelKind.WECOM, ChannelKind.PHONE, ChannelKind.MAIL)
"""Channels that lead off a selling platform."""


def check_facts(content: Content, day: date) -> Iterator[Problem]:
    """Yield what contradicts itself in the shop's card, platforms, products and batches."""
    yield from _hours(content.shop)
    yield from _names(content.shop)
    for promise in content.shop.promises:
        yield from _promise(promise)
    for platform in content.platforms:
        yield from _channels(platform)
    products = {product.id: product for product in content.products}
    for product in content.products:
        yield from _shelf_life(product)
    for batch in content.batches:
        yield from _batch(batch, products.get(batch.product), day)


def _hours(shop: Shop) -> Iterator[Problem]:
    if "zh" not in shop.languages:
        yield Problem(shop.at.span("languages"), "shop-language", "语言里没有 zh", "中文必须有")
    for hours in shop.hours:
        if hours.closes <= hours.opens:
            message = f"结束时间 {hours.closes} 不晚于开始时间 {hours.opens}"
            yield Problem(hours.at.span("closes"), "hours-order", message, "跨零点时写成两段")
    for holiday in shop.holidays:
        opens, closes = holiday.opens, holiday.closes
        if (opens is None) != (closes is None) or (opens and closes and closes <= opens):
            hint = "from 和 to 一起写，to 要晚于 from；全天休息就都不写"
            message = f"{holiday.day} 的时间不完整或顺序不对"
            yield Problem(holiday.at.span(), "hours-order", message, hint)


def _names(shop: Shop) -> Iterator[Problem]:
    hint = "换一个名称；name 和 hours 是固定的"
    seen = {"name", "hours"}
    for promise in shop.promises:
        if promise.id in seen:
            message = f"承诺名称 {promise.id} 重复，或者和固定的名称相同"
            yield Problem(promise.at.span("id"), "duplicate-id", message, hint)
        seen.add(promise.id)
    for placeholder in shop.placeholders:
        if placeholder.name in seen:
            message = f"占位符 {placeholder.name} 登记了两次"
            yield Problem(placeholder.at.span("name"), "duplicate-id", message, "删掉一个")
        seen.add(placeholder.name)


def _promise(promise: Promise) -> Iterator[Problem]:
    if promise.until is not None and promise.until < promise.since:
        message = f"承诺 {promise.id} 的结束日期早于开始日期"
        yield Problem(promise.at.span("until"), "dates-order", message, "检查 since 和 until")
    if promise.measured and promise.source is None:
        message = f"承诺 {promise.id} 是实测数据，但没有写出处"
        hint = "在 source 里写明在哪里、统计了哪段时间；没有出处就不要公布数字"
        yield Problem(promise.at.span("measured"), "promise-source", message, hint)


def _channels(platform: Platform) -> Iterator[Problem]:
    for channel in platform.channels:
        if channel.kind in OUTSIDE and not platform.outside_contacts:
            message = f"{platform.name.zh}不允许站外联系方式（{channel.kind}）"
            hint = "删掉这个渠道，或确认平台允许后把 outside_contacts 改为 true"
            yield Problem(channel.at.span("kind"), "channel-forbidden", message, hint)
        if channel.kind in OUTSIDE and channel.address is None:
            message, hint = "这个渠道没有写地址", "写上 address"
            yield Problem(channel.at.span("kind"), "channel-address", message, hint)


def _shelf_life(product: Product) -> Iterator[Problem]:
    if product.shelf_life_months is not None and product.shelf_life_days is not None:
        message, hint = "保质期的月和天都写了", "以标签为准，只留一个"
        yield Problem(product.at.span("shelf_life_days"), "shelf-life-twice", message, hint)
    seen: set[str] = set()
    reserved = {"name", "kind", "net", "shelf_life", "after_opening", "storage"}
    for fact in product.facts:
        if fact.id in seen | reserved:
            message = f"信息名称 {fact.id} 重复，或者和固定的名称相同"
            yield Problem(fact.at.span("id"), "duplicate-id", message, "换一个名称")
        seen.add(fact.id)


def _batch(batch: Batch, product: Product | None, day: date) -> Iterator[Problem]:
    if batch.produced > day:
        message = f"生产日期 {batch.produced} 在今天（{day}）之后"
        hint = "检查生产日期；还没生产的批次先不要写"
        yield Problem(batch.at.span("produced"), "batch-dates", message, hint)
    elif batch.expires is not None and batch.expires <= batch.produced:
        message = f"限用日期 {batch.expires} 不晚于生产日期 {batch.produced}"
        yield Problem(batch.at.span("expires"), "batch-dates", message, "核对包装上的两个日期")
    elif batch.expires is not None and product is not None:
        yield from _printed(batch, batch.expires, product)


def _printed(batch: Batch, printed: date, product: Product) -> Iterator[Problem]:
    computed, tolerance = last_day(batch.produced, product), 31
    if computed is not None and abs((printed - computed).days) > tolerance:
        message = f"印的 {printed} 和按保质期推算的 {computed} 相差一个月以上"
        hint = "核对包装；确实如此就不用改，以印的为准"
        yield Problem(batch.at.span("expires"), "batch-printed", message, hint, Level.WARNING)
