"""Words of letters that the index has, and that are pinyin as well."""

import pytest

from dianzhi.search import Index, SearchDoc, build_index

DOCS = (
    SearchDoc(
        id="get", question="怎么开发票", question_en="Can I get a fapiao", similar=("要发票",)
    ),
    SearchDoc(id="when", question="发票多久开好", similar=("电子发票什么时候发",)),
    SearchDoc(id="who", question="我的会员", similar=("women only", "women day")),
    SearchDoc(id="long", question="龙年礼盒", question_en="How long is it"),
)
INDEX = Index.from_bytes(build_index(DOCS))


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("fapiao 在哪弄", "发票 在哪弄"),
        ("fapiao", "发票"),
        ("get a fapiao", ""),
        ("women 会员", ""),
        ("long 会员", ""),
    ],
    ids=[
        "more wordings say it in characters",
        "alone as well",
        "among English it is English",
        "the word is said more often",
        "one syllable is no pair",
    ],
)
def test_a_known_word_is_pinyin_where_more_wordings_say_it_so(query, reading):
    assert {hit.reading for hit in INDEX.search(query)} == {reading}


def test_a_sign_in_two_halves_is_no_other_reading():
    assert {hit.reading for hit in INDEX.search("发票\ud83d\ude00")} == {""}
    assert {hit.reading for hit in INDEX.search("fapiao\ud83d\ude00")} == {"发票😀"}
