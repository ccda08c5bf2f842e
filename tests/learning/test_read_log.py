"""Logs and chats of every shape come to the same: what a shopper typed, and what was opened."""

import io
import json

import openpyxl
import pytest

from dianzhi.learning.asked import Asked
from dianzhi.learning.read import read_log
from dianzhi.problems import SourceErrors

LINE = '{ip} - - [22/Nov/2026:10:00:00 +0800] "POST /log?{query} HTTP/2.0" 204 0 "-" "{agent}"\n'


def access(*lines):
    return "".join(LINE.format(ip=ip, query=query, agent="Phone") for ip, query in lines)


def jsonl(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


A, B = "203.0.113.1", "203.0.113.2"
DAY = "2026-11-22"
CASES = [
    ("a.txt", "怎么退\n\n几天到\n", [Asked("怎么退"), Asked("几天到")], "a question a line"),
    ("a.txt", "2026-11-20 10:00:00\t怎么退\n", [Asked("怎么退", day="2026-11-20")], "dated lines"),
    ("a.log", access((A, "type=search&query=%E6%80%8E%E4%B9%88%E9%80%80&count=2"),
                     (A, "type=answer&id=no-reason")),
     [Asked("怎么退", "no-reason", day=DAY)], "a search and what was opened"),
    ("a.log", access((A, "type=search&query=x1&count=2"), (B, "type=answer&id=no-reason")),
     [Asked("x1", day=DAY)], "another shopper opened something"),
    ("a.log", access((A, "type=search&query=bzq&count=0"), (A, "type=noresult&query=bzq")),
     [Asked("bzq", day=DAY)], "a search and its report of nothing are one"),
    ("a.log", access((A, "type=search&query=bao&count=0"), (A, "type=search&query=baozhi&count=0")),
     [Asked("baozhi", day=DAY)], "half typed first"),
    ("a.log", access((A, "type=search&query=bao&count=1"), (A, "type=answer&id=how-long"),
                     (A, "type=search&query=baozhi&count=0")),
     [Asked("bao", "how-long", day=DAY), Asked("baozhi", day=DAY)], "half typed, but answered"),
    ("a.log", access((A, "page=2"), (A, "type=open")), [], "other requests"),
    ("a.jsonl", jsonl({"type": "dianzhi:search", "detail": {"query": "怎么退", "count": 1}, "session": "s"},
                      {"type": "dianzhi:answer", "detail": {"id": "no-reason"}, "session": "s"}),
     [Asked("怎么退", "no-reason")], "the popup's events as they are"),
    ("a.jsonl", jsonl({"type": "search", "query": "怎么退"}, {"type": "answer", "id": "no-reason"}),
     [Asked("怎么退")], "without a session nobody knows who opened it"),
    ("a.jsonl", jsonl({"query": "怎么退", "entry": "no-reason", "times": 3, "time": "2026-11-01T10:00"}),
     [Asked("怎么退", "no-reason", 3, "2026-11-01")], "counted elsewhere"),
    ("a.jsonl", jsonl({"query": "怎么退", "time": "2026-13-01"}), [Asked("怎么退")], "no day at all"),
    ("a.json", json.dumps([{"question": "怎么退"}]), [Asked("怎么退")], "a list"),
    ("a.json", json.dumps({"messages": [{"role": "user", "content": "怎么退"},
                                        {"role": "agent", "content": "您好"}]}),
     [Asked("怎么退")], "a list inside, agents left out"),
    ("a.csv", "发送时间,账号类型,发送内容\n2026/11/2 9:00,买家,怎么退\n2026/11/2 9:01,客服,您好\n",
     [Asked("怎么退", day="2026-11-02")], "a row a message, with roles"),
    ("a.csv", "昵称;内容\n店铺:小何;您好\ntb01;怎么退\n", [Asked("怎么退")], "roles from names, semicolons"),
    ("a.csv", "搜索词,次数\n怎么退,12\n几天到,\n", [Asked("怎么退", count=12), Asked("几天到")], "counted"),
    ("a.csv", '会话ID,会话记录\n1,"tb01 2026-11-20 10:00:00\n怎么退\n店铺:小何 10:00:09\n您好\n"\n',
     [Asked("怎么退", day="2026-11-20")], "a whole transcript in a cell"),
    ("a.txt", "[tb01] 2026-11-20 10:00:00\n怎么退\n要几天\n[店铺:小何] 2026-11-20 10:00:09\n您好\n",
     [Asked("怎么退", day="2026-11-20"), Asked("要几天", day="2026-11-20")], "a transcript"),
    ("a.txt", "tb01(2026-11-20 10:00:00): 我电话13800138000\n",
     [Asked("我电话〔电话〕", day="2026-11-20")], "said behind the name, masked"),
    ("a.xlsx", workbook(["买家提问", "点开的编号"], ["怎么退", "no-reason"], ["几天到", None]),
     [Asked("怎么退", "no-reason"), Asked("几天到")], "a workbook"),
    ("a.log", jsonl({"query": "怎么退"}, {"query": "几天到"}), [Asked("怎么退"), Asked("几天到")],
     "a log of JSON lines"),
    ("a.txt", "怎么退".encode("gb18030"), [Asked("怎么退")], "saved by an old editor"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "expected"), [one[:3] for one in CASES], ids=[one[3] for one in CASES]
)
def test_what_was_asked(name, content, expected):
    content = content.encode() if isinstance(content, str) else content
    assert list(read_log(name, content).asked) == expected


def test_texts_with_masks_are_counted():
    assert read_log("a.txt", "我电话13800138000\n怎么退\n".encode()).masked == 1


REFUSED = [
    ("a.csv", "商品,价格\n精华,99\n", "learn-columns"),
    ("a.jsonl", '{"query": "怎么退"\n', "learn-syntax"),
    ("a.jsonl", "[1]\n", "learn-syntax"),
    ("a.json", "{", "learn-syntax"),
    ("a.xlsx", "no workbook", "import-unreadable"),
]


@pytest.mark.parametrize(("name", "content", "code"), REFUSED)
def test_refused(name, content, code):
    with pytest.raises(SourceErrors) as caught:
        read_log(name, content.encode())
    assert [problem.code for problem in caught.value.problems] == [code]
