"""A made shop of any size, for the figures of large ones.

Products of made-up brands, of each the topics of the sample shop, of each ten of its wordings in the
templates below; a fifth of the entries are about no product, halves of two wordings glued together. A
question is a wording that its entry does not hold, with a slip. The same in every run.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dianzhi import pipeline
from dianzhi.catalog.types import Catalog
from dianzhi.search import SearchDoc

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)
WORDINGS = 10
GENERAL = 0.2
"""Share of the entries that are about no product."""
QUESTIONS = 500
BRANDS = "云青白山禾木溪原南桥小满朝露远岚松间半夏知秋一舟晴川未名拾光野渡竹里花间雨前霜降"
NOUNS = (
    "面霜", "精华水", "洁面乳", "防晒霜", "面膜", "眼霜", "身体乳", "洗发水", "护发素", "沐浴露", "牙膏", "口红",
    "粉底液", "气垫", "卸妆油", "香水", "坚果", "曲奇", "燕麦片", "蜂蜜", "藕粉", "果干", "肉脯", "辣酱",
    "咖啡", "绿茶", "红茶", "花茶", "酸奶", "米饼", "巧克力", "鸡胸肉", "毛巾", "枕头", "床单", "保温杯",
    "雨伞", "书包", "拖鞋", "袜子", "台灯", "充电器", "耳机", "键盘", "水壶", "饭盒", "砂锅", "菜刀",
)  # fmt: skip
LINES = ("清润", "舒缓", "经典", "轻享", "焕亮", "原味", "无糖", "便携", "儿童", "男士", "家庭", "礼盒")  # fmt: skip
TEMPLATES = (
    "{p}{w}", "{w} {p}", "我买的{p}{w}", "{p}的{w}", "问下{p} {w}", "{b}{n}{w}", "{n}{w}",
    "{b}家的{n} {w}", "{w}，是{p}", "{l}{n}{w}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """An entry, and how it is asked for."""

    wordings: Sequence[str]
    asked: str
    on_page: str
    """Without the product's name, as a page of the product says it."""
    product: int
    """Below 0: none."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A shop, and what is asked of it."""

    docs: tuple[SearchDoc, ...]
    questions: tuple[tuple[str, str], ...]
    """Each with the id of its entry; from all over the shop."""
    on_page: tuple[tuple[str, str, str], ...]
    """The same entries asked for on a product's page, whose id is the third; of an entry of none any."""
    names: tuple[str, ...]
    """Of products, as a shop's build knows them; the product of number n is `p<n>`."""


def corpus(count: int) -> Corpus:
    """Return a shop of so many entries."""
    catalog = pipeline.load(ROOT / "faq_src", DAY).catalog
    if catalog is None:
        sys.exit("the sample shop has errors: run dianzhi check")
    known = topics(catalog)
    made = list(entries(count, known))
    docs = tuple(_document(number, one) for number, one in enumerate(made))
    step = max(1, count // QUESTIONS)
    chosen = [(f"e{at}", at, made[at]) for at in range(step // 2, len(made), step)]
    names = tuple(one["p"] for one in _products_of(count, known))
    on_page = ((one.on_page, name, _page(one, at, len(names))) for name, at, one in chosen)
    return Corpus(docs, tuple((one.asked, name) for name, _, one in chosen), tuple(on_page), names)


def _page(made: Made, number: int, products: int) -> str:
    return f"p{made.product if made.product >= 0 else number % products}"


def _document(number: int, made: Made) -> SearchDoc:
    question, *similar = dict.fromkeys(made.wordings)
    products = (f"p{made.product}",) if made.product >= 0 else ()
    return SearchDoc(f"e{number}", question, similar=tuple(similar), products=products)


def topics(catalog: Catalog) -> list[list[str]]:
    """Return the Chinese wordings of the sample's entries."""
    return [
        [text.zh for text in (entry.question, *entry.similar) if not text.zh.isascii()]
        for entry in catalog.public.entries
    ]


def products(count: int, rng: random.Random) -> list[dict[str, str]]:
    """Return names: a brand of two characters, a line, a noun."""
    found: dict[str, dict[str, str]] = {}
    while len(found) < count:
        brand = "".join(rng.sample(BRANDS, 2))
        line, noun = rng.choice(LINES), rng.choice(NOUNS)
        found[brand + line + noun] = {"b": brand, "l": line, "n": noun, "p": brand + line + noun}
    return list(found.values())


def _products_of(count: int, known: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    told = int(count * (1 - GENERAL))
    return products(-(-told // len(known)), random.Random(count))  # noqa: S311  # not secret


def entries(count: int, known: Sequence[Sequence[str]]) -> Iterator[Made]:
    """Yield in author order entries with questions that are not among their wordings."""
    rng = random.Random(count)  # noqa: S311  # the same entries in every run
    told = int(count * (1 - GENERAL))
    for number, product in enumerate(products(-(-told // len(known)), rng)):
        for topic in known[: max(0, told)]:
            yield _entry(topic, product, number, rng)
        told -= len(known)
    every = [wording for topic in known for wording in topic]
    for _ in range(count - int(count * (1 - GENERAL))):
        one, other = rng.sample(every, 2)
        halves = [one[: len(one) // 2 + 1], other[len(other) // 2 :]]
        yield _entry(["".join(halves), " ".join(reversed(halves))], None, -1, rng)


def _entry(
    topic: Sequence[str], product: dict[str, str] | None, number: int, rng: random.Random
) -> Made:
    wordings = [_wording(rng.choice(topic), product, rng) for _ in range(WORDINGS)]
    text = rng.choice(topic)
    asked = _disturbed(_wording(text, product, rng), rng)
    on_page = _disturbed(text, random.Random(text)) if product else asked  # noqa: S311  # the same
    return Made(wordings, asked, on_page, number)


def _wording(text: str, product: dict[str, str] | None, rng: random.Random) -> str:
    if product:
        return rng.choice(TEMPLATES).format(w=text, **product)
    at = rng.randrange(len(text))
    return rng.choice(("请教", "", "想问", "")) + text[:at] + text[at + rng.randrange(2) :]


def _disturbed(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    ways = (text, text[:at] + text[at + 1 :], text[:at] + text[at : at + 2][::-1] + text[at + 2 :])
    return rng.choice(ways) or text
