"""What the person who imports decides."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of one import; ids are those of the shop's files."""

    day: date
    """Today in Shanghai: when the texts were edited."""
    category: str | None = None
    """Category, by id or name, for rows that name none or an unknown one."""
    create_categories: bool = False
    """Make the categories that the shop lacks."""
    editor: str | None = None
    """Who edited; without it the first editor of `people.yaml`."""
    approved_by: str | None = None
    """Who approved; without it everything that is new or changed is a draft."""
