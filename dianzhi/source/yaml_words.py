"""What the YAML library complains of, said so that an editor can act on it."""

import re
from typing import Any

from dianzhi.problems import Problem, Span

DOCUMENTS = ("一个文件里出现了第二个 “---”", "删掉这一行 “---”，或者把后面的内容放到另一个文件里")
ANCHOR = ("用了 YAML 的引用写法（& 或 *）", "文字以 & 或 * 开头时请加引号；内容要重复就照写一遍")
COMPLEX_KEY = ("这里的键不是一个词", "键要写成 “名字: 值”，名字里不要有 [ ] { }")
DEPTH = ("缩进层级太深", "检查从这里开始的缩进，同一级要对齐")
_KNOWN = (
    (r"mapping values are not allowed", "这一行里多了一个 “: ”", "值里面有冒号加空格时，要用英文引号把整个值包起来"),
    (r"could not find expected ':'", "这一行少了英文冒号", "写成 “键: 值”，冒号用英文半角，后面空一格"),
    (r"did not find expected key|expected <block end>", "缩进不对，或者上一行没有写完", "同一级的键要左对齐；检查上一行的引号、括号有没有配对"),
    (r"did not find expected '-'|block sequence entries are not allowed", "列表的缩进不对", "同一个列表的 “- ” 要上下对齐，“-” 后面空一格"),
    (r"unexpected end of stream|while scanning a quoted scalar", "引号没有配对", "检查从这里开始的引号，开头和结尾要用同一种英文引号"),
    (r"unknown escape", "双引号里的反斜杠写法不对", "双引号里的 \\ 有特殊含义，改用单引号"),
    (r"flow (sequence|mapping)|expected ',' or", "方括号或花括号没有配对，或者少了逗号", "检查 [ ] 和 { }，每一项之间用英文逗号"),
    (r"cannot start any token", "这个符号不能放在值的开头", "用英文引号把整个值包起来"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans(
    {"：": ":", "“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "－": "-"}
)


def tag(name: str) -> tuple[str, str]:
    """Return message and hint for a `!tag`."""
    return f"用了 YAML 的类型标记 {name}", "文字以 ! 开头时请加引号"


def syntax_problem(path: str, text: str, error: Any) -> Problem:  # noqa: ANN401  # untyped library
    """Turn a syntax error of the library into a problem at its place."""
    opened = re.search("quoted|flow", error.context or "")
    mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
    line = text.split("\n")[mark.line] if mark.line < text.count("\n") + 1 else ""
    span = Span(path, mark.line + 1, mark.column + 1)
    if "\t" in line[: mark.column + 1]:
        span = Span(path, mark.line + 1, line.index("\t") + 1)
        return Problem(
            span, "yaml-tab", "这一行用了制表符（Tab）", "把 Tab 换成空格：每一级缩进两个空格"
        )
    message, hint = _known(f"{error.context} {error.problem}")
    return Problem(span, "yaml-syntax", message, _full_width_hint(line) or hint)


def _known(said: str) -> tuple[str, str]:
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return message, hint
    return f"看不懂这里的写法（{said.strip()}）", "对照旁边写对的条目，检查缩进、冒号和引号"


def _full_width_hint(line: str) -> str | None:
    if re.match(r"\s*(- )?[\w-]+：", line):
        return "冒号用了中文的 “：”，改成英文半角 “:”，后面空一格"
    found = re.search(r"[:\-] *[“‘”’]", line)
    return f"引号用了中文的 “{found[0][-1]}”，改成英文半角引号" if found else None


def character_problem(path: str, text: str, error: Any) -> Problem:  # noqa: ANN401  # untyped library
    """Turn an unreadable character into a problem at its place."""
    at = int(error.position or 0)
    before = text[:at]
    span = Span(path, before.count("\n") + 1, at - before.rfind("\n"))
    code = text[at : at + 1] or "?"
    return Problem(
        span,
        "yaml-character",
        f"这里有一个看不见的控制字符 U+{ord(code):04X}",
        "删掉这个字符，重新输入这几个字",
    )
