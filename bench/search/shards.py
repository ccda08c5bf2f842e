"""Beyond one file: what an index in shards would cost, and what it would lose.

Run: python bench/search/shards.py [ENTRIES …] (default 20000 100000; ten wordings each). Writes a
made corpus, one entry after the other, and lets shards.mjs compare designs with the unsharded
ranking. The bytes of a shard are measured by building real ones of the same entries.

The corpus: products of made-up brands, of each the topics of the sample shop, of each its wordings
in the templates below; a fifth of the entries are about no product. A question is a wording that its
entry does not hold, with a slip.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import brotli

from dianzhi import pipeline
from dianzhi.catalog.types import Catalog
from dianzhi.search import SearchDoc, build_index, split

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)
WORDINGS = 10
SHARDS = (200, 500, 1000)
"""Entries of a shard."""
GENERAL = 0.2
"""Share of the entries that are about no product."""
QUESTIONS = 500
BRANDS = "云青白山禾木溪原南桥小满朝露远岚松间半夏知秋一舟晴川未名拾光野渡竹里花间雨前霜降"
NOUNS = [
    "面霜",
    "精华水",
    "洁面乳",
    "防晒霜",
    "面膜",
    "眼霜",
    "身体乳",
    "洗发水",
    "护发素",
    "沐浴露",
    "牙膏",
    "口红",
    "粉底液",
    "气垫",
    "卸妆油",
    "香水",
    "坚果",
    "曲奇",
    "燕麦片",
    "蜂蜜",
    "藕粉",
    "果干",
    "肉脯",
    "辣酱",
    "咖啡",
    "绿茶",
    "红茶",
    "花茶",
    "酸奶",
    "米饼",
    "巧克力",
    "鸡胸肉",
    "毛巾",
    "枕头",
    "床单",
    "保温杯",
    "雨伞",
    "书包",
    "拖鞋",
    "袜子",
    "台灯",
    "充电器",
    "耳机",
    "键盘",
    "水壶",
    "饭盒",
    "砂锅",
    "菜刀",
]
LINES = [
    "清润",
    "舒缓",
    "经典",
    "轻享",
    "焕亮",
    "原味",
    "无糖",
    "便携",
    "儿童",
    "男士",
    "家庭",
    "礼盒",
]
TEMPLATES = (
    "{p}{w}", "{w} {p}", "我买的{p}{w}", "{p}的{w}", "问下{p} {w}", "{b}{n}{w}", "{n}{w}",
    "{b}家的{n} {w}", "{w}，是{p}", "{l}{n}{w}",
)  # fmt: skip


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


def entries(count: int, catalog: Catalog) -> Iterator[tuple[list[str], str, int]]:
    """Yield in author order wordings, a question that is not among them, the product or -1."""
    rng = random.Random(count)  # noqa: S311  # the same entries in every run
    known = topics(catalog)
    told = int(count * (1 - GENERAL))
    for number, product in enumerate(products(-(-told // len(known)), rng)):
        for topic in known[: max(0, told)]:
            yield *_entry(topic, product, rng), number
        told -= len(known)
    every = [wording for topic in known for wording in topic]
    for _ in range(count - int(count * (1 - GENERAL))):
        one, other = rng.sample(every, 2)
        halves = [one[: len(one) // 2 + 1], other[len(other) // 2 :]]
        yield *_entry(["".join(halves), " ".join(reversed(halves))], None, rng), -1


def _entry(
    topic: Sequence[str], product: dict[str, str] | None, rng: random.Random
) -> tuple[list[str], str]:
    wordings = [_wording(rng.choice(topic), product, rng) for _ in range(WORDINGS)]
    asked = _wording(rng.choice(topic), product, rng)
    return wordings, _disturbed(asked, rng)


def _wording(text: str, product: dict[str, str] | None, rng: random.Random) -> str:
    if product:
        return rng.choice(TEMPLATES).format(w=text, **product)
    at = rng.randrange(len(text))
    return rng.choice(("请教", "", "想问", "")) + text[:at] + text[at + rng.randrange(2) :]


def _disturbed(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    ways = (text, text[:at] + text[at + 1 :], text[:at] + text[at : at + 2][::-1] + text[at + 2 :])
    return rng.choice(ways) or text


def write_corpus(path: Path, count: int, catalog: Catalog) -> None:
    """Write each entry's wordings and its question, one entry a line."""
    with path.open("w", encoding="utf-8") as lines:
        for entry in entries(count, catalog):
            lines.write(json.dumps(entry, ensure_ascii=False) + "\n")


def core_bytes(path: Path, size: int) -> int:
    """Return the size of a real shard's core in bytes of brotli: the middle one of the corpus."""
    with path.open(encoding="utf-8") as lines:
        corpus = [json.loads(line)[0] for line in lines]
    start = len(corpus) // 2 // size * size
    docs = list(documents(corpus[start : start + size]))
    return len(brotli.compress(split(build_index(docs))[0]))


def documents(corpus: Iterable[list[str]]) -> Iterator[SearchDoc]:
    """Yield the entries of wordings, as the index takes them."""
    for number, wordings in enumerate(corpus):
        question, *similar = dict.fromkeys(wordings)
        yield SearchDoc(id=f"e{number}", question=question, similar=tuple(similar))


def main(sizes: Sequence[int]) -> None:
    """Print a table for each size."""
    catalog = pipeline.load(ROOT / "faq_src", DAY).catalog
    if catalog is None:
        sys.exit("the sample shop has errors: run dianzhi check")
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            corpus = Path(name) / "corpus.jsonl"
            write_corpus(corpus, count, catalog)
            shards = [f"{size}:{core_bytes(corpus, size)}" for size in SHARDS]
            script = str(Path(__file__).with_suffix(".mjs"))
            words = ["node", "--max-old-space-size=3000", script, name, str(QUESTIONS), *shards]
            subprocess.run(words, check=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [20_000, 100_000])
