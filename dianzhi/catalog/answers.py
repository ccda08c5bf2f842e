"""Entries' answers: compiled, their slots filled or checked, their pictures found."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from dianzhi.catalog.markup import compile_markdown
from dianzhi.catalog.rich import Element, Node, Rich
from dianzhi.catalog.slots import Slot, split_slots
from dianzhi.catalog.values import BATCH_SLOTS, in_force, product_slots, shop_slots
from dianzhi.model.content import Content
from dianzhi.model.entry import Entry
from dianzhi.model.kinds import Text
from dianzhi.model.shop import Promise
from dianzhi.problems import Level, Problem, Span

Language = str
"""`zh` or `en`."""


@dataclass(frozen=True, slots=True)
class _Values:
    shop: Mapping[str, Text]
    promises: Mapping[str, Promise]
    products: Mapping[str, Mapping[str, Text]]
    media: Collection[str]
    entries: Collection[str]
    """Ids that may be linked to: those there are, and those left out for their own mistakes."""
    public: Collection[str]
    day: date


def compile_answers(
    content: Content, media: Collection[str], day: date, broken: frozenset[str] = frozenset()
) -> tuple[dict[str, Rich], list[Problem]]:
    """Return the answers of all entries by id, and the problems found in them.

    `media` are the names of the pictures there are, `broken` ids of records that were left out.
    """
    values = _Values(
        shop_slots(content.shop),
        {promise.id: promise for promise in content.shop.promises},
        {product.id: product_slots(product) for product in content.products},
        media,
        {entry.id: None for entry in content.entries} | dict.fromkeys(sorted(broken)),
        broken | frozenset(entry.id for entry in content.entries if entry.in_force(day)),
        day,
    )
    problems: list[Problem] = []
    answers = {entry.id: _answer(entry, values, problems) for entry in content.entries}
    return answers, problems


def _answer(entry: Entry, values: _Values, problems: list[Problem]) -> Rich:
    problems += _check_media(entry, values.media)
    zh = _language(entry, "zh", entry.answer.zh, values, problems)
    if entry.answer.en is None:
        return Rich(zh)
    return Rich(zh, _language(entry, "en", entry.answer.en, values, problems))


def _language(
    entry: Entry, language: Language, text: str, values: _Values, problems: list[Problem]
) -> tuple[Node, ...]:
    place = entry.at.of("answer", language)
    nodes, faults = compile_markdown(text, _filler(entry, language, values))
    for fault in faults:
        span = place.inside(text, fault.offset)
        problems.append(Problem(span, fault.code, fault.message, fault.hint))
    for part in split_slots(text):
        if isinstance(part, Slot):
            span = place.inside(text, part.offset)
            problems += _check_slot(entry, part.name, values, span)
    for tag, target in _targets(nodes):
        span = place.inside(text, max(text.find(target), 0))
        problems += _check_target(entry, tag, target, values, span)
    return nodes


def _filler(entry: Entry, language: Language, values: _Values) -> Callable[[str], str | None]:
    only = values.products.get(entry.products[0]) if len(entry.products) == 1 else None

    def fill(name: str) -> str | None:
        kind, _, field = name.partition(".")
        table = {"shop": values.shop, "product": only or {}}.get(kind, {})
        return said(table[field], language) if field in table else None

    return fill


def said(text: Text, language: Language) -> str:
    """Return the text in the language, or in Chinese where it has no other."""
    return (text.en if language == "en" else None) or text.zh


def _check_slot(entry: Entry, name: str, values: _Values, span: Span) -> Iterator[Problem]:
    kind, _, field = name.partition(".")
    if kind == "shop" and field in values.shop:
        yield from _check_promise(entry, field, values, span)
    elif kind == "shop":
        yield _unknown(span, name, [f"shop.{one}" for one in values.shop])
    elif kind == "product":
        yield from _check_product(entry, field, values, span)
    elif kind != "batch":
        hint = "数据以 product.、batch. 或 shop. 开头；{买家昵称} 这样的占位符只能写在话术里"
        yield Problem(span, "unknown-slot", f"没有 {{{name}}} 这个数据", hint)
    elif field not in BATCH_SLOTS:
        yield _unknown(span, name, [f"batch.{one}" for one in BATCH_SLOTS])


def _unknown(span: Span, name: str, known: Sequence[str]) -> Problem:
    close = get_close_matches(name, known, n=1)
    hint = f"是不是想写 {{{close[0]}}}？" if close else f"可以用：{'、'.join(known)}"
    return Problem(span, "unknown-slot", f"没有 {{{name}}} 这个数据", hint)


def _check_promise(entry: Entry, name: str, values: _Values, span: Span) -> Iterator[Problem]:
    promise = values.promises.get(name)
    if promise is None or not entry.in_force(values.day):
        return
    if not in_force(promise, values.day):
        message = f"承诺 {name}（{promise.label.zh}）在 {values.day} 不在有效期内"
        hint = "改掉这句话，或者在 shop.yaml 里延长承诺"
        yield Problem(span, "promise-over", message, hint)
    elif promise.until is not None and (entry.until is None or entry.until > promise.until):
        message = f"承诺 {name} 到 {promise.until} 为止，这条问答没有同时失效"
        hint = f"给这条写上 until: {promise.until}，或者去掉这个承诺"
        yield Problem(span, "promise-outlived", message, hint, Level.WARNING)


def _check_product(entry: Entry, field: str, values: _Values, span: Span) -> Iterator[Problem]:
    about = entry.products or tuple(values.products)
    if not about or not set(about) <= values.products.keys():
        return  # what is wrong with the products is said elsewhere
    lacking = [one for one in about if field not in values.products[one]]
    known = list(dict.fromkeys(name for slots in values.products.values() for name in slots))
    if field not in known:
        yield _unknown(span, f"product.{field}", [f"product.{name}" for name in known])
    elif lacking:
        message = f"{len(lacking)} 个商品没有 {field}：{'、'.join(lacking[:5])}"
        hint = "用 products 写明这条只对哪些商品有效，或者补上商品资料"
        yield Problem(span, "slot-missing", message, hint)


def _check_target(
    entry: Entry, tag: str, target: str, values: _Values, span: Span
) -> Iterator[Problem]:
    if tag == "img" and target.removeprefix("media/") not in values.media:
        hint = "把图片放进 faq_src/media，写成 media/文件名"
        yield Problem(span, "unknown-media", f"没有图片 {target}", hint)
    name = target.removeprefix("#faq=")
    if name == target or name in values.public:
        return
    if name not in values.entries:
        close = get_close_matches(name, values.entries, n=1)
        hint = f"是不是想写 #faq={close[0]}？" if close else "写成已有问答的编号"
        yield Problem(span, "unknown-reference", f"没有编号为 {name} 的问答", hint)
    elif entry.in_force(values.day):
        hint = "只能链接到已审核、在有效期内的问答"
        yield Problem(span, "link-not-public", f"链接的问答 {name} 没有公开", hint)


def _check_media(entry: Entry, media: Collection[str]) -> Iterator[Problem]:
    for one in entry.media:
        if one.src not in media:
            span = one.at.span("src")
            yield Problem(span, "unknown-media", f"没有图片 {one.src}", "把图片放进 faq_src/media")


def _targets(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, Element):
            yield from (
                (node.tag, value) for name, value in node.attributes if name in ("src", "href")
            )
            yield from _targets(node.children)
