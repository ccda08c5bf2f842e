"""The page for search engines: schema.org FAQPage, by https://schema.org/FAQPage.

Only what the page shows, as text. It stands in a script element, so the characters that could end
one, or begin a comment in it, are written as JSON escapes.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

from dianzhi.render.public.page.entries import Item

ESCAPES: Final = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}


def linked_data(items: Iterable[Item], lang: str, address: str | None) -> str:
    """Return JSON for a script element; `address` is the page's own, if it is known."""
    questions = [
        _question(one, address) for one in items if not (one.foreign_question or one.foreign_answer)
    ]
    page = {"@context": "https://schema.org", "@type": "FAQPage", "inLanguage": lang}
    return in_script(page | ({"url": address} if address else {}) | {"mainEntity": questions})


def in_script(value: Any) -> str:  # noqa: ANN401  # any JSON value
    """Return JSON that no HTML parser takes for anything but text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def _question(item: Item, address: str | None) -> dict[str, Any]:
    answer = {"@type": "Answer", "text": item.plain, "dateModified": item.updated.isoformat()}
    if item.until:
        answer["expires"] = item.until.isoformat()
    named = {"@type": "Question", "name": item.question}
    place = {"url": f"{address}#{item.id}"} if address else {}
    return named | place | {"acceptedAnswer": answer}
