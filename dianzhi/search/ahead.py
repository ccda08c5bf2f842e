"""How a question goes on that is still being typed. Twin of widget/src/search/ahead.js."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dianzhi.search.constants import AHEAD_LEAST, AHEAD_LIMIT, AHEAD_REACH, AHEAD_ROWS
from dianzhi.search.opened import Opened
from dianzhi.text.terms import is_han, joined
from dianzhi.text.vocabulary import Phrase


def ahead(opened: Opened, phrases: Sequence[Phrase], asked: Iterable[str]) -> dict[str, int]:
    """Return the terms that follow the question's last characters in the wordings.

    Each with its part of what it is worth, as often as it follows there, and only those with most.
    None of those asked for; none at all where the query ends in letters or digits, or the index has
    no readings yet.
    """
    text = joined(phrases[-1]) if phrases else ""
    if not opened.contents.readings or not text or not is_han(text[-1]):
        return {}
    wordings = opened.wordings
    last = text[-2:] if len(wordings.rows(text[-2:])) >= AHEAD_LEAST else text[-1]
    rows = wordings.rows(last)
    rows = rows[:: max(1, -(-len(rows) // AHEAD_ROWS))]
    counts = Counter(term for row in rows for term in _after(wordings.texts[row], last))
    known, whole = set(asked), len(rows) + 1
    parts = [
        (term, wordings.worth(term) * count // whole)
        for term, count in counts.items()
        if term not in known
    ]
    return dict(sorted(parts, key=lambda part: -part[1])[:AHEAD_LIMIT])


def _after(terms: Sequence[str], last: str) -> Sequence[str]:
    at = terms.index(last) + 1
    return terms[at : at + AHEAD_REACH]
