"""Files that people wrote keep every byte that the import has no business with."""

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dianzhi.importing.answers import read_answer
from dianzhi.importing.cells import cleaned, one_line
from dianzhi.importing.yaml_file import YamlFile, value_of
from dianzhi.importing.yaml_record import records_of
from dianzhi.importing.yaml_text import Block, flow_record, inline, record
from dianzhi.model.entry import Entry
from dianzhi.model.files import EntriesFile
from dianzhi.source.decode import Decoder
from dianzhi.source.read_yaml import read_yaml

REVIEW = """state: draft
    owner: a
    edited_by: a
    edited_on: 2026-01-01
    effective: 2026-01-01
    review_by: 2026-06-01
"""
HAND = f"""\
# 顶上的说明

entries:   # 问答
  - id:   first     # 对齐的空格
    category: c
    question:   '第一个问题呀'   # 单引号
    similar: [甲甲,  "乙: 乙" ]   # 紧凑
    answer: |-   # 块
        缩进四格的答案

        第二段
    # 夹在中间的说明
    {REVIEW}
  # 两条之间

  - id: second
    category: c
    question: {{zh: 第二个问题呀,   en: "Second?"}}
    answer: >
      折叠的
      答案

    {REVIEW}
  - {{id: third, category: c, question: 第三个问题呀, answer: "花括号里的\\n答案", state: draft,
     owner: a, edited_by: a, edited_on: 2026-01-01, effective: 2026-01-01, review_by: 2026-06-01}}
  -   id: fourth
      category: c
      question: "双引号
        折行的问题"
      similar:
      - 顶格的列表
      answer:
        zh: 一行的答案   # 还有英文
        en: |
          English
      state: approved
      approved_by: b
      approved_on: 2026-01-02
      owner: a
      edited_by: a
      edited_on: 2026-01-01
      effective: 2026-01-01
      review_by: 2026-06-01

# 末尾的说明
"""
ODD = "甲乙 \n:#-?,[]{}&*!|>'\"%@`~=<\\.01289yesnoul\t\u3000é😀\u2028\x85\ufeff\u00a0"
TEXTS = st.text(alphabet=ODD, max_size=40) | st.text(max_size=40)
IDS = ["first", "second", "third", "fourth"]


def understood(text):
    decoder = Decoder()
    node, problems = read_yaml("faq/x.yaml", text)
    assert problems == []
    assert node is not None
    found = decoder.record(node, EntriesFile)
    assert decoder.problems == []
    return {entry.id: entry for entry in found.entries}


def spoken(entry: Entry):
    return entry.question, entry.similar, entry.answer, entry.state, entry.approved_by


@settings(max_examples=200)
@given(st.sampled_from(IDS), TEXTS)
def test_a_new_answer_leaves_every_other_line_and_value(name, cell):
    text = read_answer(cell).text
    if len(text) < 2 or "\ufffd" in text:
        return
    file = YamlFile.read(HAND.encode())
    records_of(file, "entries")[name].set_text("answer", text)
    after = file.content().decode()
    entries, before = understood(after), understood(HAND)
    assert entries[name].answer.zh == text
    assert entries[name].answer.en == before[name].answer.en
    for other in IDS:
        if other != name:
            assert spoken(entries[other]) == spoken(before[other])
    lines = HAND.split("\n")
    kept = [line for line in lines if "#" in line and "答案" not in line and "块" not in line]
    assert [line for line in kept if line not in after.split("\n")] == []


@settings(max_examples=200)
@given(st.sampled_from(IDS), TEXTS, st.lists(TEXTS, min_size=1, max_size=3))
def test_questions_wordings_and_dates_are_read_back_as_written(name, question, similar):
    question = one_line(question)
    wordings = [line for one in similar if (line := one_line(one)) and "\ufffd" not in line]
    if not 4 <= len(question) <= 60 or "\ufffd" in question or not wordings:
        return
    file = YamlFile.read(HAND.encode())
    found = records_of(file, "entries")[name]
    found.set_text("question", question)
    found.add_to_list("similar", wordings, "question")
    found.set_scalar("approved_by", "no", "edited_on")
    found.set_scalar("approved_on", date(2026, 2, 3), "edited_on")
    found.set_scalar("edited_on", date(2026, 2, 2), "id")
    entry, before = understood(file.content().decode())[name], understood(HAND)[name]
    assert entry.question.zh == question
    assert [one.zh for one in entry.similar] == [*(one.zh for one in before.similar), *wordings]
    assert (entry.approved_by, entry.edited_on) == ("no", date(2026, 2, 2))


@given(TEXTS)
def test_new_records_are_read_back_as_written(cell):
    answer, line = cleaned(cell), one_line(cell)
    if not answer or "\ufffd" in answer:
        return
    pairs = {"id": "no", "text": line, "answer": Block(answer), "list": (line, line)}
    for text in (record(pairs, 2), f"- {flow_record(pairs)}"):
        node, problems = read_yaml("x.yaml", text)
        assert problems == []
        (item,) = yaml.safe_load(text)
        assert item == {
            "id": "no",
            "text": line,
            "answer": item["answer"],
            "list": [line, line],
        }
        assert item["answer"].rstrip("\n") == answer
        assert node is not None


def test_a_change_changes_nothing_but_the_value():
    file = YamlFile.read(HAND.encode())
    records_of(file, "entries")["first"].set_text("answer", "缩进四格的答案\n\n换掉的")
    assert file.content().decode() == HAND.replace("|-   # 块", "|   # 块").replace(
        "第二段", "换掉的"
    )


def test_keys_are_added_and_removed_with_their_lines():
    file = YamlFile.read(HAND.encode())
    records = records_of(file, "entries")
    records["fourth"].remove("approved_by")
    records["fourth"].remove("approved_on")
    records["third"].remove("owner")
    records["first"].remove("not-there")
    assert file.content().decode() == HAND.replace(
        "      approved_by: b\n      approved_on: 2026-01-02\n", ""
    ).replace(",\n     owner: a, edited_by", ", edited_by")


BYTES = [
    ("Windows line breaks", HAND.replace("\n", "\r\n").encode()),
    ("a mark at the start", HAND.encode("utf-8-sig")),
    ("no line break at the end", HAND.rstrip().removesuffix("# 末尾的说明").rstrip().encode()),
]


@pytest.mark.parametrize("content", [b[1] for b in BYTES], ids=[b[0] for b in BYTES])
def test_bytes_that_are_not_text_stay_too(content):
    file = YamlFile.read(content)
    assert file.content() == content
    file.append("entries", [{"id": "new", "answer": Block("甲\n乙")}])
    records_of(file, "entries")["fourth"].remove("approved_by")
    after = file.content()
    text = after.decode("utf-8-sig")
    assert text.count("\r\n") == (text.count("\n") if b"\r\n" in content else 0)
    assert after.startswith(content[:60])
    assert text.endswith("\n") == content.endswith(b"\n")
    first, *_, last = yaml.safe_load(text)["entries"]
    assert (first["id"], last["id"], last["answer"].strip()) == ("first", "new", "甲\n乙")


LISTS = [
    ("an empty list", "entries: []\n", "entries:\n  - id: x\n"),
    ("a list in brackets", "entries: [{id: a}]\n", 'entries: [{id: a}, {id: "x"}]\n'),
    ("a list at the margin", "entries:\n- id: a\n", "entries:\n- id: a\n- id: x\n"),
    (
        "items that stand apart",
        "entries:\n  - id: a\n\n  - id: b\n# 完\n",
        "entries:\n  - id: a\n\n  - id: b\n\n  - id: x\n# 完\n",
    ),
    (
        "a key below the list",
        "entries:\n  - id: a  # 一\n\n# 下面\nmore: 1\n",
        "entries:\n  - id: a  # 一\n  - id: x\n\n# 下面\nmore: 1\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), [one[1:] for one in LISTS], ids=[o[0] for o in LISTS])
def test_a_record_joins_a_list_in_its_own_style(before, after):
    file = YamlFile.read(before.encode())
    file.append("entries", [{"id": "x"}])
    assert file.content().decode() == after


CHILDREN = [
    (
        "none yet",
        "c:\n  - id: a\n    n: 1\n",
        "c:\n  - id: a\n    n: 1\n    children:\n      - id: x\n",
    ),
    ("in braces", "c:\n  - {id: a}\n", 'c:\n  - {id: a, children: [{id: "x"}]}\n'),
    (
        "some",
        "c:\n  - id: a\n    children:\n      - id: b\n",
        "c:\n  - id: a\n    children:\n      - id: b\n      - id: x\n",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [c[1:] for c in CHILDREN], ids=[c[0] for c in CHILDREN]
)
def test_a_child_joins_its_parent(before, after):
    file = YamlFile.read(before.encode())
    records_of(file, "c")["a"].add_children([{"id": "x"}])
    assert file.content().decode() == after


TRAPS = ["no", "1:30", "010", "12:30", "{x}", "2026-11-05", "1e5", "+.5", "~", "null", "- a", "# a"]


@pytest.mark.parametrize("text", TRAPS)
def test_texts_that_yaml_misreads_are_quoted(text):
    assert inline(text) == f'"{text}"'
    assert yaml.safe_load(inline(text)) == text


def test_a_missing_list_is_an_error_of_the_caller():
    file = YamlFile.read(b"entries: []\n")
    assert value_of(file.root, "x") is None
    with pytest.raises(KeyError):
        file.append("x", [])
