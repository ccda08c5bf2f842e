"""A text without quotes ends where a comment begins, and YAML says nothing: `满 99 元 # 包邮`."""

import re
from typing import Final

from dianzhi.model.kinds import PROSE, OneLine, Pattern, Refers, Text
from dianzhi.model.shape import Shape
from dianzhi.problems import Level, Problem
from dianzhi.source.nodes import Node, Scalar
from dianzhi.source.scalars import described, is_empty

LANGUAGE: Final = Shape(Text)
"""What stands behind `zh` or `en`."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_HINT = "# 是这段文字里的，就用英文引号把整段包起来；真的是注释，就挪到上面单独一行"


def cut_off(node: Node, shape: Shape) -> list[Problem]:
    """Return a warning where a comment may be the end of a text, else nothing.

    Behind ids, numbers, dates and the like a comment is a comment. Where nothing is left of a text,
    that is a mistake of its own.
    """
    if not isinstance(node, Scalar) or node.comment is None:
        return []
    if is_empty(node) or not _is_text(node, shape):
        return []
    message = f"从 # 起被当成了注释，文字只剩{described(node)}"
    return [Problem(node.comment.span, "yaml-comment", message, _HINT, Level.WARNING)]


def _is_text(node: Scalar, shape: Shape) -> bool:
    """Say whether people read it: prose, or a wording; an address has no Chinese in it."""
    if shape.base in PROSE:
        return True
    form = shape.mark(Refers) or any(
        isinstance(mark, Pattern) and mark != OneLine for mark in shape.marks
    )
    return shape.base is str and not form and _CHINESE.search(node.value) is not None
