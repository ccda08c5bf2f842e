"""What the YAML library complains of, said so that an editor can act on it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dianzhi.problems import Problem, Span

DOCUMENTS = ("一个文件里出现了第二个 “---”", "删掉这一行 “---”，或者把后面的内容放到另一个文件里")
ANCHOR = ("用了 YAML 的引用写法（& 或 *）", "文字以 & 或 * 开头时请加引号；内容要重复就照写一遍")
COMPLEX_KEY = ("这里的键不是一个词", "键要写成 “名字: 值”，名字里不要有 [ ] { }")
JOINED = ("这一项比上一项缩进得多，会被接到上一项后面", "同一个列表的 “- ” 要上下对齐")
DEPTH = ("缩进层级太深", "检查从这里开始的缩进，同一级要对齐")
UNREADABLE: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no editor shows: control characters, and the line breaks that only some programs see."""
_KNOWN = (
    (r"simple key", "这一行少了英文冒号", "写成 “键: 值”，冒号用英文半角，后面空一格"),
    (r"mapping values are not allowed", "这一行里多了一个 “: ”", "值里面有冒号加空格时，要用英文引号把整个值包起来；也看看上一行有没有写完"),
    (r"did not find expected '-'|block sequence entries are not allowed", "列表的缩进不对", "同一个列表的 “- ” 要上下对齐，“-” 后面空一格"),
    (r"did not find expected key|expected <block end>", "缩进不对，或者上一行没有写完", "同一级的键要左对齐；检查上一行的引号、括号有没有配对"),
    (r"escape|hexdecimal", "双引号里的反斜杠写法不对", "双引号里的 \\ 有特殊含义，改用单引号"),
    (r"quoted scalar", "引号没有配对", "检查从这里开始的引号，开头和结尾要用同一种英文引号"),
    (r"an alias|an anchor", *ANCHOR),
    (r"a tag|tag handle", "文字以 ! 开头", "用英文引号把整个值包起来"),
    (r"block scalar", "“|” 或 “>” 后面不能有别的", "正文从下一行开始写，每行都缩进"),
    (r"directive|YAML document", "这一行以 % 开头", "用英文引号把文字包起来，或者删掉这一行"),
    (r"flow (sequence|mapping)|expected ',' or", "方括号或花括号没有配对，或者少了逗号", "检查 [ ] 和 { }，每一项之间用英文逗号；里面的文字有 { } [ ] 或逗号时要加英文引号"),
    (r"cannot start any token|expected node content", "这个符号不能放在值的开头", "用英文引号把整个值包起来"),
    (r"<document start>", "这里的内容接不上前面的", "检查缩进，以及前面有没有多出来的 “...” 或括号"),
)  # fmt: skip
_FROM_THE_START = re.compile(
    r"simple key|an alias|an anchor|a tag|a directive|unexpected (end of stream|document indicator)|flow (sequence|mapping)|expected ',' or"
)
"""Complaints that stand where something was begun, not where the library gave up."""
_TRAILING = (
    (re.compile(r"[:\-] +[\[{].*[\]}] *$"), "括号后面还有文字", "文字以 { 或 [ 开头时，用英文引号把整个值包起来"),
    (re.compile(r"[:\-] +([\"']).*\1 *$"), "引号后面还有文字", "引号要包住整个值；文字里本来就有引号时，外面用另一种引号"),
)  # fmt: skip
_COMMENTED = re.compile(r"\S\s+#")
_NOT_TEXT = "；空格后面的 # 起是注释，文字里有 # 就用英文引号包起来"


def tag(name: str) -> tuple[str, str]:
    """Return message and hint for a `!tag`."""
    return f"用了 YAML 的类型标记 {name}", "文字以 ! 开头时请加引号"


def syntax_problem(path: str, text: str, error: Any) -> Problem:  # noqa: ANN401  # untyped library
    """Turn a syntax error of the library into a problem at its place."""
    said = f"{error.context or ''} {error.problem}"
    from_the_start = _FROM_THE_START.search(said) and error.context_mark
    mark = from_the_start or error.problem_mark or error.context_mark
    lines = [*text.split("\n"), ""]
    at = (mark.line, _before(lines, mark.line))
    seen = _plain_to_see(path, lines, at)
    if seen:
        return seen
    found = _as_said(path, lines[mark.line], mark, said)
    commented = any(_COMMENTED.search(lines[number]) for number in at)
    return replace(found, hint=found.hint + _NOT_TEXT) if commented else found


def _before(lines: Sequence[str], at: int) -> int:
    return next((line for line in range(at - 1, -1, -1) if lines[line].strip()), at)


def _plain_to_see(path: str, lines: Sequence[str], at: Sequence[int]) -> Problem | None:
    """Return a mistake that the eye finds on one of these lines."""
    for number in at:
        line = lines[number]
        indent = re.match(r"[ \-]*\t", line)
        colon = re.match(r"\s*(- )?[{]?[\w-]+(：)", line)
        if indent:
            message, hint = "缩进用了制表符（Tab）", "把 Tab 换成空格：每一级缩进两个空格"
            return Problem(Span(path, number + 1, indent.end()), "yaml-tab", message, hint)
        if colon:
            message, hint = "冒号用了中文的 “：”", "改成英文半角 “:”，后面空一格"
            return Problem(Span(path, number + 1, colon.end()), "yaml-syntax", message, hint)
    return None


def _as_said(path: str, line: str, mark: Any, said: str) -> Problem:  # noqa: ANN401  # untyped library
    span = Span(path, mark.line + 1, mark.column + 1)
    quote = re.search(r"[:\-] *([“”‘’])", line)
    if quote:
        span = Span(path, mark.line + 1, quote.start(1) + 1)
        return Problem(span, "yaml-syntax", f"引号用了中文的 {quote[1]}", "改成英文半角引号")
    before = line[: mark.column]
    for form, message, hint in _TRAILING:
        if form.search(before) and re.search("expected (key|'-'|<block end>)", said):
            return Problem(span, "yaml-syntax", message, hint)
    return Problem(span, "yaml-syntax", *_known(said))


def _known(said: str) -> tuple[str, str]:
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return message, hint
    return f"看不懂这里的写法（{said.strip()}）", "对照旁边写对的条目，检查缩进、冒号和引号"


def character_problem(path: str, text: str, at: int) -> Problem:
    """Return the problem of the unreadable character at code point `at` of `text`."""
    span = Span(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    message = f"这里有一个看不见的控制字符 U+{ord(text[at]):04X}"
    return Problem(span, "yaml-character", message, "删掉这个字符，重新输入这几个字")
