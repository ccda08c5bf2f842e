"""Addresses for what comes without one: the same sheet gives the same ids every time."""

import re
from hashlib import sha256
from typing import Final

MAX_SLUG: Final = 64
DIGITS: Final = 8
"""Hexadecimal digits of a digest: 300 questions collide once in 100,000 sheets."""


def slug_of(text: str) -> str:
    """Return ASCII text as a slug, such as `faq-012` for `FAQ_012`; empty for any other text."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()) if text.isascii() else ""
    return slug[:MAX_SLUG].strip("-")


def derived_slug(prefix: str, text: str) -> str:
    """Return `<prefix>-<digest of text>`, at most 64 characters."""
    head = prefix[: MAX_SLUG - DIGITS - 1].strip("-")
    return f"{head}-{sha256(text.encode()).hexdigest()[:DIGITS]}"


def entry_id(written: str, question: str, category: str) -> str:
    """Return the id of a new entry: as written where it can be, else made from what is known."""
    return slug_of(written) or derived_slug(category, written or question)


def category_id(name: str) -> str:
    """Return the id of a new category."""
    return slug_of(name) or derived_slug("category", name)
