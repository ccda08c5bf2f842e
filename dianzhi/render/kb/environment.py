"""Jinja2 for pages: everything is escaped, a name that does not exist is an error.

Content only ever comes in as values; it is never template text.
"""

import json
from collections.abc import Mapping
from datetime import date

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

WEEKDAYS = "一二三四五六日"


def environment(templates: Mapping[str, str]) -> Environment:
    """Return the environment over templates by name."""
    found = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["front"] = front
    found.filters["weekday"] = weekday
    return found


def front(text: str) -> Markup:
    """Return `text` as a YAML string for front matter, escaped for the theme, which does not."""
    return Markup(json.dumps(str(escape(text)), ensure_ascii=False))  # noqa: S704  # escaped


def weekday(day: date) -> str:
    """Return the weekday in Chinese, such as 周一."""
    return f"周{WEEKDAYS[day.weekday()]}"
