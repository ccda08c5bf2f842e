"""Pictures that would do more than be looked at: an SVG is a document and can run and load things."""

import re
from typing import Final

from dianzhi.model.place import Place
from dianzhi.source.decode import Decoder

UNSAFE: Final = (
    (re.compile(r"<\s*script", re.IGNORECASE), "脚本"),
    (re.compile(r"<\s*foreignObject", re.IGNORECASE), "嵌入的网页（foreignObject）"),
    (re.compile(r"<!(ENTITY|DOCTYPE)", re.IGNORECASE), "文档声明（DOCTYPE）"),
    (re.compile(r"<\?xml-stylesheet", re.IGNORECASE), "外部样式"),
    (re.compile(r"\son[a-z]+\s*=", re.IGNORECASE), "会执行的属性（on…）"),
    (re.compile(r"(href|src)\s*=\s*[\"']?\s*(?!#)[^\s\"'#>]", re.IGNORECASE), "指向别处的链接"),
    (re.compile(r"url\(\s*[\"']?\s*(?!#)[^\s\"'#)]|@import", re.IGNORECASE), "从别处加载的内容"),
)
"""What an SVG may not have, and what it is called."""


def check_picture(decoder: Decoder, path: str, content: bytes) -> None:
    """Report the first unsafe thing in an SVG; other pictures are not looked into."""
    if not path.endswith(".svg"):
        return
    text = content.decode("utf-8", "replace")
    found = sorted((hit.start(), name) for form, name in UNSAFE if (hit := form.search(text)))
    if found:
        offset, name = found[0]
        line = text.count("\n", 0, offset) + 1
        place = Place(path, line, offset - text.rfind("\n", 0, offset))
        hint = "在画图软件里另存为“纯 SVG”，或者改用 PNG"
        decoder.fail(place, "unsafe-picture", f"图片里有{name}，公开后可能被利用", hint)
