"""A shop's index in parts: what is divided, what the head says, what is refused."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianzhi.processes import shared
from dianzhi.search import Index, IndexFormatError, SearchDoc, build_index, split
from dianzhi.search.decode import decode
from dianzhi.search.parts import PartedIndex, ShopWords, build_part, parted

BRANDS = [
    "云青",
    "白山",
    "禾木",
    "溪原",
    "南桥",
    "小满",
    "朝露",
    "远岚",
    "松间",
    "半夏",
    "知秋",
    "一舟",
]
NOUNS = ["面霜", "牙膏", "坚果", "绿茶", "雨伞", "台灯"]
NAMES = tuple(brand + noun for brand in BRANDS for noun in NOUNS)
TOPICS = {
    "keep": ("保质期多久", "能放几年", "什么时候过期"),
    "ship": ("几天能发货", "下单了怎么还不寄出来", "催一下发货"),
    "invoice": ("可以开发票吗", "抬头填错了怎么办", "电子票发到哪"),
    "returns": ("不喜欢能退货吗", "退回去谁出运费", "拆了还能退么"),
    "gift": ("有没有赠品", "满赠的小样漏了", "送的东西在哪领"),
    "person": ("转人工客服", "我要找真人说话", "机器人听不懂"),
    "store": ("实体店地址在哪", "可以上门自提吗", "线下门店有几家"),
    "hurt": ("用了脸上发红", "过敏了怎么处理", "起疹子要停用吗"),
}
OWN = ShopWords(products=NAMES, words=("满赠",), synonyms=(("运费", "邮费"),), ignore=("宝子",))


def docs(names=NAMES):
    rng = random.Random(4)
    for name in names:
        for topic, texts in TOPICS.items():
            question, *similar = (f"{name}{text}" for text in rng.sample(texts, len(texts)))
            number = NAMES.index(name)
            yield SearchDoc(f"{topic}-{number}", question, similar=tuple(similar), products=(name,))


ENTRIES = tuple(docs())
MOST = 80
MADE = parted(ENTRIES, OWN, most=MOST)


INDEX = PartedIndex(MADE.head, MADE.part)


def test_a_part_asks_one_thing_of_all_products():
    found = [{doc.id.partition("-")[0] for doc in part} for part in MADE.parts]
    assert sorted(map(sorted, found)) == sorted([topic] for topic in TOPICS)


def test_topics_are_joined_until_a_part_has_its_entries():
    sizes = [len(part) for part in parted(ENTRIES, OWN, most=3 * len(NAMES)).parts]
    assert sorted(sizes) == [2 * len(NAMES), 3 * len(NAMES), 3 * len(NAMES)]


def test_a_topic_of_very_many_entries_is_cut_in_author_order():
    made = parted(ENTRIES, OWN, most=len(NAMES) // 2)
    assert len(made.parts) == 2 * len(TOPICS)
    for part in made.parts:
        places = [ENTRIES.index(doc) for doc in part]
        assert places == list(range(places[0], places[-1] + 1, len(TOPICS)))


def test_all_of_a_topic_is_found_however_many_entries_it_has():
    made = parted(ENTRIES, OWN, most=8)
    index = PartedIndex(made.head, made.part)
    for name in NAMES:
        number = NAMES.index(name)
        assert index.search(f"保质期多久 {name}")[0].id == f"keep-{number}"
        assert index.search("保质期多久", sku=name)[0].id == f"keep-{number}"


@pytest.mark.parametrize("name", ["云青面霜", "一舟台灯", "半夏坚果"])
@pytest.mark.parametrize("topic", TOPICS)
def test_a_question_finds_the_entry_of_its_product(name, topic):
    number = NAMES.index(name)
    for text in TOPICS[topic]:
        assert INDEX.search(f"{text} {name}")[0].id == f"{topic}-{number}"


def test_filters_limit_and_doubles_are_as_in_one_index():
    hits = INDEX.search("保质期多久", sku="云青牙膏", limit=3)
    assert hits[0].id == f"keep-{NAMES.index('云青牙膏')}"
    assert len(INDEX.search("保质期多久", limit=7)) == 7
    every = INDEX.search("退货", limit=500)
    assert len({hit.id for hit in every}) == len(every)
    assert [hit.score for hit in every] == sorted((hit.score for hit in every), reverse=True)


def test_a_name_alone_is_put_to_the_first_parts():
    found = INDEX.search("云青面霜", limit=3)
    assert {hit.id.rpartition("-")[2] for hit in found} == {"0"}


@pytest.mark.parametrize(
    "query", ["你好", "在吗，谢谢！", "nihao", "宝子 在吗", "！？", "", "你好" * 64 + "面霜"]
)
def test_mere_chatter_is_put_to_no_part(query):
    read = []
    index = PartedIndex(MADE.head, read.append)
    assert index.search(query) == []
    assert read == []


def test_a_name_beside_chatter_is_no_chatter():
    found = INDEX.search("你好，云青面霜在吗", limit=3)
    assert {hit.id.rpartition("-")[2] for hit in found} == {"0"}


def test_a_name_that_is_chatter_as_well_is_chatter():
    own = replace(OWN, products=(*NAMES, "请问面霜"))
    made = parted(ENTRIES, own, most=MOST)
    assert {"请问", "面霜"} <= set(own.of_products())
    assert Index.from_bytes(made.head).parts_for("请问") == []
    assert Index.from_bytes(made.head).parts_for("面霜") != []


def test_the_head_holds_real_entries_one_a_topic_without_the_texts_of_others():
    head = Index.from_bytes(MADE.head)
    by_id = {doc.id: doc for doc in ENTRIES}
    assert sorted(head.parts) == list(range(len(MADE.parts)))
    for doc, part in zip(head.documents, head.parts, strict=True):
        known = by_id[doc.id]
        assert (doc.question, doc.products) == (known.question, known.products)
        assert known in MADE.parts[part]
    assert [doc.id for doc in head.documents] == [
        one.id for one in ENTRIES if one.id in {doc.id for doc in head.documents}
    ], "in author order"


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({}, ("ship-9",)),
        ({"priority": 3}, ()),
        ({"products": ()}, ()),
    ],
    ids=["recommended", "of weight", "for all products"],
)
def test_who_speaks_for_a_topic(changes, first):
    entries = [replace(doc, **changes) if doc.id == "ship-9" else doc for doc in ENTRIES]
    made = parted(entries, OWN, most=MOST, recommended=first)
    assert "ship-9" in {doc.id for doc in Index.from_bytes(made.head).documents}


def test_all_that_is_recommended_is_in_the_head_for_home_to_list():
    first = ("ship-9", "ship-3", "keep-3")
    made = parted(ENTRIES, OWN, most=MOST, recommended=first)
    head = Index.from_bytes(made.head)
    part_of = dict(zip((doc.id for doc in head.documents), head.parts, strict=True))
    assert set(first) <= part_of.keys()
    assert part_of["ship-9"] == part_of["ship-3"], "one speaks for the topic, the other stands by"
    assert len(part_of) == len(TOPICS) + 1
    assert list(part_of) == [doc.id for doc in ENTRIES if doc.id in part_of], "in author order"


def test_any_number_of_processes_makes_the_same_bytes():
    one = (MADE.head, *MADE.built())
    told = []
    each = shared(lambda stage, done: told.append((stage, done)))
    made = parted(ENTRIES, OWN, most=MOST, each=each)
    assert (made.head, *made.built(each)) == one
    assert told[-1] == ("生成搜索分片", len(TOPICS))
    backwards = parted(ENTRIES, OWN, most=MOST, each=in_any_order)
    assert (backwards.head, *backwards.built(in_any_order)) == one


def in_any_order(function, jobs):
    """Work as some processors would: the last job first."""
    return [function(job) for job in reversed([*jobs])][::-1]


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda texts, products: (texts, products),
            st.lists(
                st.text("退货款保质期发票 a1", min_size=1, max_size=9), min_size=1, max_size=4
            ),
            st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        ),
        max_size=20,
    ),
    st.integers(1, 12),
)
def test_every_entry_is_in_one_part_or_two(entries, most):
    found = [
        SearchDoc(
            f"e{at}", texts[0].strip() or "问", similar=tuple(texts[1:]), products=tuple(names)
        )
        for at, (texts, names) in enumerate(entries)
    ]
    made = parted(found, OWN, most=most)
    places = [doc.id for part in made.parts for doc in part]
    assert set(places) == {doc.id for doc in found}
    assert all(1 <= places.count(name) <= 2 for name in places)
    for part in made.parts:
        assert list(part) == [doc for doc in found if doc in part], "in author order"
    if found:
        assert set(Index.from_bytes(made.head).parts) == set(range(len(made.parts)))


def test_an_index_that_is_no_head_is_refused():
    with pytest.raises(IndexFormatError, match="no head"):
        PartedIndex(build_index(ENTRIES[:3]), MADE.part)


def test_a_head_without_its_second_file_is_refused():
    with pytest.raises(IndexFormatError, match="no head"):
        PartedIndex(split(MADE.head)[0], MADE.part)


def test_a_damaged_part_is_refused():
    index = PartedIndex(MADE.head, lambda number: MADE.part(number)[:-1])
    with pytest.raises(IndexFormatError):
        index.search("保质期多久")


def test_a_part_of_another_head_is_refused():
    def other(number):
        return build_part(OWN, MADE.parts[number - 1])

    with pytest.raises(IndexFormatError, match="another head"):
        PartedIndex(MADE.head, other).search("保质期多久")


def test_a_column_of_parts_that_is_too_short_is_refused():
    with pytest.raises(IndexFormatError):
        Index.from_bytes(build_index(ENTRIES[:3], parts=(0, 1)))


def test_a_part_carries_only_the_synonyms_that_it_has_a_use_for():
    held = [
        {doc.id.partition("-")[0] for doc in part}
        for part, data in zip(MADE.parts, MADE.built(), strict=True)
        if ("运费", "邮费") in decode(data).synonyms
    ]
    assert held == [{"returns"}]
