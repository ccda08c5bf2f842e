"""The sentences that the table of meaning learns from: all written or generated here.

`python training/sentences.py` prints them, one a line. Four sources:

- `matters/*.txt`: what shoppers say about the trade's matters, as patterns (see `expand`);
- `topics/*.txt`: things with what is done to them and what befalls them, and ways to ask about it;
- `shop.txt`: the sample shop's questions, other wordings, keywords and the sentences of its answers, as
  they were when the table was learned (`python training/sentences.py shop` prints those of today): the
  shop's texts change, and the table shall be the same when it is learned again;
- jieba's dictionary (MIT): its words alone, and set into frames of questions by their kind.
"""

import random
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
SHOP = HERE.parent / "faq_src" / "faq"
SEED = 20261122
PER_PATTERN = 150
"""Expansions of one pattern at most: beyond, the same words come again."""
PER_TOPIC = 260
"""Questions of one topic."""
TOLD = 40000
"""Expansions with something told before or after them: shoppers tell stories."""
STRANGE = 0.3
"""How often a slot for goods takes any noun of the dictionary: shops sell everything."""
AFTER = 0.3
"""How often it is told after."""
SINGLE, WORDS = 3600, 12500
"""Characters and words of jieba's dictionary, the most frequent."""
FRAMED = 40000
"""Questions made of a frame and words of the dictionary."""
NAMES = ("nr", "ns", "nrt", "nrfg", "nt")
"""Kinds of words left out: people, places, bodies."""
FRAMES = (
    "{n}怎么{v}", "怎么{v}{n}", "为什么{n}不能{v}", "{n}多少钱", "什么是{n}", "{n}在哪里",
    "{n}是什么意思", "可以{v}{n}吗", "{n}坏了怎么办", "{n}什么时候{v}", "如何{v}{n}", "{n}{v}不了",
    "有没有{a}的{n}", "{n}{a}吗", "{n}太{a}了", "我想{v}{n}", "{n}和{m}有什么区别", "{n}能{v}多久",
    "哪里可以{v}{n}", "谁负责{v}{n}", "{n}没有{v}怎么办", "{v}{n}要多久", "{v}了{n}还能{w}吗",
    "{n}为什么这么{a}", "{n}需要{v}吗", "已经{v}了{n}", "不想{v}{n}", "帮我{v}一下{n}", "{n}的{m}",
    "{n}丢了怎么办", "忘记{v}了", "{v}以后还要{w}吗", "{n}是不是{a}的", "{n}和{m}哪个好", "{n}有用吗",
    "谁可以{v}", "{n}怎么没有了", "多少{n}可以{v}", "能不能先{v}后{w}", "{n}被{v}了", "哪种{n}比较{a}",
    "{n}一直{v}", "{v}失败了", "{n}不{a}怎么办", "我的{n}在哪里看", "{n}收费吗", "没有{n}可以{v}吗",
)  # fmt: skip
"""Frames of questions: n and m are nouns, v and w verbs, a adjectives."""


def matters() -> Iterator[str]:
    """Yield the expansions of all patterns, each once, in the order of the files."""
    chance = random.Random(SEED)  # noqa: S311  # a seed makes it repeatable
    slots = _slots()
    for path in sorted((HERE / "matters").glob("*.txt")):
        if path.name == "slots.txt":
            continue
        for line in _lines(path):
            if not line.startswith("#"):
                said = (expand(line, slots, chance) for _ in range(PER_PATTERN))
                yield from dict.fromkeys(said)


def expand(pattern: str, slots: dict[str, Sequence[str]], chance: random.Random) -> str:
    """Return one way to say a pattern: `(a|b|)` is one of these, `{name}` a value of a slot."""
    inner = re.compile(r"\(([^()]*)\)")
    while "(" in pattern:
        pattern = inner.sub(lambda found: chance.choice(found[1].split("|")), pattern, count=1)
    return re.sub(r"\{(\w+)\}", lambda found: chance.choice(slots[found[1]]), pattern)


def topics() -> Iterator[str]:
    """Yield questions about all topics: a form with a topic's thing, doing and trouble set in."""
    chance = random.Random(SEED)  # noqa: S311
    forms = [line for line in _lines(HERE / "topics" / "forms.txt") if not line.startswith("#")]
    for line in _lines(HERE / "topics" / "topics.txt"):
        if not line.startswith("#"):
            cells = [cell.split(" | ") for cell in line.split(" : ")]
            yield from dict.fromkeys(_asked(cells, forms, chance) for _ in range(PER_TOPIC))


def _asked(cells: Sequence[Sequence[str]], forms: Sequence[str], chance: random.Random) -> str:
    things, doings, troubles = cells
    done, then = chance.sample(doings, 2)
    thing, trouble = chance.choice(things), chance.choice(troubles)
    return chance.choice(forms).format(o=thing, v=done, w=then, s=trouble)


def told() -> Iterator[str]:
    """Yield Chinese sentences of `matters` and `topics` with a context before or after."""
    chance = random.Random(SEED)  # noqa: S311
    slots = _slots()
    said = [text for text in (*matters(), *topics()) if re.search(r"[\u4e00-\u9fff]", text)]
    contexts = [line for line in _lines(HERE / "contexts.txt") if not line.startswith("#")]
    for _ in range(TOLD):
        pair = [expand(chance.choice(contexts), slots, chance), chance.choice(said)]
        if chance.random() < AFTER:
            pair.reverse()
        yield "，".join(pair)


def shop() -> list[str]:
    """Return the sample shop's texts as they were when the table was learned."""
    return _lines(HERE / "shop.txt")


def shop_of_today() -> Iterator[str]:
    """Yield the sample shop's wordings and the sentences of its answers, Chinese and English."""
    for path in sorted(SHOP.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text("utf-8"))["entries"]:
            said = [entry["question"], *entry.get("similar", ()), *entry.get("keywords", ())]
            yield from (text for one in said for text in _languages(one))
            for answer in _languages(entry.get("answer", "")):
                parts = re.split(
                    r"[。！？；\n]|\. ", re.sub(r"[*`>#]|\{[^}]*\}|\d+\. ", "", answer)
                )
                yield from (part.strip() for part in parts if len(part.strip()) > 3)  # noqa: PLR2004


@cache
def dictionary() -> list[tuple[str, str]]:
    """Return the most frequent characters and words of jieba with their kinds."""
    found = [line.split(" ") for line in _dictionary_lines()]
    ranked = sorted((-int(count), word, kind) for word, count, kind in found if _is_plain(word))
    plain = [(word, kind) for _, word, kind in ranked if kind not in NAMES]
    single = [pair for pair in plain if len(pair[0]) == 1][:SINGLE]
    return single + [pair for pair in plain if len(pair[0]) > 1][:WORDS]


def framed() -> Iterator[str]:
    """Yield questions made of frames and the dictionary's words."""
    chance = random.Random(SEED)  # noqa: S311
    words = [pair for pair in dictionary() if len(pair[0]) > 1]
    kinds = {kind: [word for word, its in words if its == kind] for kind in ("n", "v", "a")}
    for number in range(FRAMED):
        places = {"n": "n", "m": "n", "v": "v", "w": "v", "a": "a"}
        chosen = {place: chance.choice(kinds[kind]) for place, kind in places.items()}
        yield FRAMES[number % len(FRAMES)].format(**chosen)


def sentences() -> list[str]:
    """Return everything, each text once: matters, topics, told, shop, frames, words."""
    words = (word for word, _ in dictionary())
    return list(dict.fromkeys([*matters(), *topics(), *told(), *shop(), *framed(), *words]))


def _languages(text: object) -> list[str]:
    return [str(one) for one in text.values()] if isinstance(text, dict) else [str(text)]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").split("\n") if line]


@cache
def _dictionary_lines() -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it was written for older Pythons
        jieba = import_module("jieba")
    with jieba.get_dict_file() as file:
        return [line for line in file.read().decode("utf-8").split("\n") if line]


def _is_plain(word: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff]{1,5}", word) is not None


def _slots() -> dict[str, Sequence[str]]:
    lines = _lines(HERE / "matters" / "slots.txt")
    named = (line.split(" = ") for line in lines if " = " in line)
    slots = {name: values.split(" | ") for name, values in named}
    nouns = [word for word, kind in dictionary() if kind == "n" and len(word) > 1]
    often = round(len(nouns) * (1 - STRANGE) / STRANGE / len(slots["goods"]))
    return slots | {"goods": slots["goods"] * often + nouns}


if __name__ == "__main__":
    print("\n".join(dict.fromkeys(shop_of_today()) if sys.argv[1:] == ["shop"] else sentences()))
