"""The lines to paste fit where the report says, in whatever style the file is written."""

import pytest
import yaml

from dianzhi.learning import pasting

ENTRY = "entries:\n  - id: a\n    category: c\n    question: 怎么退\n"
AFTER = "    answer: 好\n  - {id: b, question: 另一条}\n"
NEW = ("几天能退", "7: 天")
CASES = [
    (ENTRY + "    similar:\n      - 退货\n" + AFTER, 6, False, "a block"),
    (
        ENTRY + "    similar:\n    - 退货 # 常问\n\n" + AFTER,
        6,
        False,
        "a block that is not indented",
    ),
    (ENTRY + "    similar:\n      - {zh: 退货, en: return}\n" + AFTER, 6, False, "two languages"),
    (ENTRY + "    similar: [退货]\n" + AFTER, 5, True, "in brackets"),
    (ENTRY + "    similar: []\n" + AFTER, 5, True, "an empty list"),
    (ENTRY + AFTER, 4, False, "none yet"),
    (
        ENTRY + "    similar:\n      - >-\n        退\n        货\n" + AFTER,
        8,
        False,
        "a folded text last",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "replaces"), [one[:3] for one in CASES], ids=[one[3] for one in CASES]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_wordings(text, line, replaces, end):
    paste = pasting.wordings({"f": text.replace("\n", end).encode()}, "f", "a", NEW)
    assert (paste.line, paste.replaces) == (line, replaces)
    before, after = yaml.safe_load(text), yaml.safe_load(paste.into(text))
    old = before["entries"][0].get("similar", [])
    assert after["entries"][0].pop("similar") == [*old, *NEW]
    before["entries"][0].pop("similar", None)
    assert after == before


LEXICON = [
    ("synonyms:\n  - [a, b]\n  - [c, d] # 注\nwords: [x]\n", "groups in brackets"),
    ("synonyms: [[a, b], [c, d]]\n", "all in brackets"),
    ("synonyms:\n  - - a\n    - b\n  - - c\n    - d\nwords: [x]\n", "groups in lines"),
]


@pytest.mark.parametrize("text", [one[0] for one in LEXICON], ids=[one[1] for one in LEXICON])
@pytest.mark.parametrize("group", [0, 1, None])
def test_synonyms(text, group):
    paste = pasting.synonym({"lexicon.yaml": text.encode()}, group, ["新词", "y"])
    expected = yaml.safe_load(text)
    if group is None:
        expected["synonyms"].append(["新词", "y"])
    else:
        expected["synonyms"][group] += ["新词", "y"]
    assert yaml.safe_load(paste.into(text)) == expected


@pytest.mark.parametrize("text", ["words: [x]\n", "", "# 店里的词\n", "synonyms: []\n"])
def test_the_first_synonyms(text):
    paste = pasting.synonym({"lexicon.yaml": text.encode()} if text else {}, None, ["a", "b"])
    assert yaml.safe_load(paste.into(text))["synonyms"] == [["a", "b"]]
