"""The words the model is written in: kinds of text, their limits, and keys with a manual.

Public and internal prose have different types, so that a renderer of public pages, which takes
`Text` and `Markdown`, cannot be handed an `InternalText`: the type checker refuses it.
"""

import dataclasses
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final


@dataclass(frozen=True, slots=True)
class Text:
    """Public plain text: Chinese, and English where someone wrote it."""

    zh: str
    en: str | None = None


@dataclass(frozen=True, slots=True)
class Markdown:
    """Public CommonMark with tables and data slots, without raw HTML."""

    zh: str
    en: str | None = None


@dataclass(frozen=True, slots=True)
class InternalText:
    """Prose for the shop's own people. Never reaches `dist/public/`."""

    zh: str
    en: str | None = None


PROSE: Final = (Text, Markdown, InternalText)


@dataclass(frozen=True, slots=True)
class Length:
    """Limits of a text in code points, or of a list in items; both ends allowed."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Range:
    """Limits of a whole number; both ends allowed."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """The form a string must have, as a regular expression and in words for editors."""

    regex: str
    words: str

    def fits(self, text: str) -> bool:
        """Return whether the whole of `text` has the form."""
        return re.fullmatch(self.regex, text) is not None


@dataclass(frozen=True, slots=True)
class Refers:
    """The value is the id of a record of this kind (`entry`, `product`, …)."""

    kind: str


Slug = Annotated[
    str,
    Length(1, 64),
    Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "只用小写字母、数字和连字符，例如 seven-day-return"),
]
"""An address: ASCII, at most 64 characters, never reused."""
Name = Annotated[
    str, Length(1, 40), Pattern(r"[a-z][a-z0-9_]*", "以小写字母开头，只用小写字母、数字和下划线")
]
"""The name of a value used in a data slot or a flow."""
OneLine: Final = Pattern(r"[^\n]*", "写在一行里，不要换行")
Label = Annotated[Text, Length(1, 60), OneLine]
"""A short public text on one line."""
Word = Annotated[str, Length(1, 40), OneLine]
"""A word or phrase for search."""
Link = Annotated[str, Length(8, 500), Pattern(r"https?://\S+", "以 http:// 或 https:// 开头的网址")]
Clock = Annotated[
    str, Pattern(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00", '加引号的 24 小时制时间，例如 "09:00"')
]
"""A time of day in Shanghai, `HH:MM`; `24:00` only as an end."""

EntryRef = Annotated[str, OneLine, Refers("entry")]
ScriptRef = Annotated[str, OneLine, Refers("script")]
FlowRef = Annotated[str, OneLine, Refers("flow")]
ProductRef = Annotated[str, OneLine, Refers("product")]
CategoryRef = Annotated[str, OneLine, Refers("category")]
PlatformRef = Annotated[str, OneLine, Refers("platform")]
PersonRef = Annotated[str, OneLine, Refers("person")]
CampaignRef = Annotated[str, OneLine, Refers("campaign")]


def key(
    label: str,
    about: str,
    *,
    name: str | None = None,
    default: Any = dataclasses.MISSING,  # noqa: ANN401  # of any type
) -> Any:  # noqa: ANN401  # stands for a field of any type
    """Declare a field that editors write: its Chinese label and one line of manual.

    `name` is the key in YAML where Python cannot use the word (`not`, `from`).
    """
    metadata = {"label": label, "about": about, "name": name}
    return dataclasses.field(default=default, metadata=metadata)
