"""The compiled whole: every id unique, every reference resolved, every answer a tree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dianzhi.catalog.public import Public
from dianzhi.catalog.rich import Rich
from dianzhi.model.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """What the internal renderers take: all the content, and what became of it."""

    day: date
    """The build's day, Asia/Shanghai."""
    content: Content
    """Everything the authors wrote, drafts and retired texts included; in scripts the shop's values
    stand for `{shop.x}`."""
    answers: Mapping[str, Rich]
    """Compiled answers of all entries by id, in author order."""
    public: Public
