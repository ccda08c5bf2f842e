"""How near entries are to one another, by Whoosh: for `check` (near-duplicates) and 相关问题.

An entry's question is asked of all the others' wordings; the score, as a share of what the entry
itself scores, is the nearness. Whoosh is loaded only when it is asked: most commands never do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from heapq import nlargest, nsmallest
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from dianzhi.text.plain import chunk_texts

if TYPE_CHECKING:
    from dianzhi.search.analysis import ChineseTokenizer

MOST_RELATED: Final = 4
CANDIDATES: Final = 12
"""How many of the nearest are looked at, the entry itself among them."""
ROUNDING: Final = 1e-5
"""Scores nearer than this may tie."""
TELLING: Final = 6
"""How many of a question's terms are asked for, rarest first."""
RELATED_FROM: Final = 0.25
"""The least share of an entry's own score that makes another one related."""
DUPLICATE_FROM: Final = 0.75
"""The least likeness of two questions that makes their entries near-duplicates: one changed or
added character in seven still counts, another verb or noun does not."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """An entry as nearness sees it: its id and everything it is asked by."""

    id: str
    question: str
    others: tuple[str, ...]


Nearness = Mapping[str, Sequence[tuple[str, float]]]
"""By id: the nearest other ids with their share (0 to about 1), nearest first."""


def nearness(entries: Sequence[Wordings], words: Sequence[str] = ()) -> Nearness:
    """Return for every entry the nearest others; `words` are the shop's own."""
    from whoosh.fields import ID, TEXT, Schema  # noqa: PLC0415  # Whoosh takes a tenth of a second

    from dianzhi.search.analysis import ChineseTokenizer  # noqa: PLC0415
    from dianzhi.search.memory import memory_index  # noqa: PLC0415

    tokenizer = ChineseTokenizer(tuple(words))
    index = memory_index(Schema(id=ID(stored=True), text=TEXT(analyzer=tokenizer, phrase=False)))
    writer = index.writer()
    for entry in entries:
        writer.add_document(id=entry.id, text="\n".join((entry.question, *entry.others)))
    writer.commit()
    ids = [entry.id for entry in entries]  # Whoosh numbers documents as they come
    with index.searcher() as searcher:
        scores = cache(partial(_scores, searcher))
        asked = (_telling(searcher, tokenizer, entry.question) for entry in entries)
        return {
            ids[own]: _nearest([scores(term) for term in terms], own, ids)
            for own, terms in enumerate(asked)
        }


def _nearest(
    scores: Iterable[Iterable[tuple[int, float]]], own: int, ids: Sequence[str]
) -> list[tuple[str, float]]:
    """Return the best others, given what each term of entry number `own` scores where it stands."""
    sums: dict[int, float] = {}
    for number, score in chain.from_iterable(scores):
        sums[number] = sums.get(number, 0.0) + score
    least = min(nlargest(CANDIDATES, sums.values()), default=0.0) - ROUNDING
    near = [(number, score) for number, score in sums.items() if score >= least]
    best = nsmallest(CANDIDATES, near, key=lambda pair: (-round(pair[1], 6), pair[0]))
    most = sums.get(own, 0.0) or max(sums.values(), default=1.0)
    return [(ids[number], score / most) for number, score in best if number != own]


def _scores(searcher: Any, term: str) -> tuple[tuple[int, float], ...]:  # noqa: ANN401  # Whoosh ships no types
    """Return the documents that have a term with its score there.

    An `Or` of Whoosh would add up the same; but asking it for each entry scores a term again for
    every entry that has it, and most of the time of a large shop's build went there.
    """
    matcher, found = searcher.postings("text", term), []
    while matcher.is_active():
        found.append((matcher.id(), float(matcher.score())))
        matcher.next()
    return tuple(found)


def _telling(searcher: Any, tokenizer: "ChineseTokenizer", question: str) -> list[str]:  # noqa: ANN401
    """Return the terms that tell most about a question; common ones cost time and say little."""
    reader, terms = searcher.reader(), sorted(set(tokenizer.words(question)))
    return sorted(terms, key=lambda term: (reader.doc_frequency("text", term), term))[:TELLING]


def related(near: Nearness) -> dict[str, tuple[str, ...]]:
    """Return at most four related ids for every entry, nearest first."""
    return {
        one: tuple(other for other, share in others if share >= RELATED_FROM)[:MOST_RELATED]
        for one, others in near.items()
    }


def near_duplicates(entries: Sequence[Wordings], near: Nearness) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids that ask the same, each once, in the order of the entries."""
    questions = {entry.id: _bags(entry.question) for entry in entries}
    order = {entry.id: rank for rank, entry in enumerate(entries)}
    for one, others in near.items():
        for other, _ in others:
            seen_before = order[other] < order[one] and one in dict(near[other])
            if not seen_before and _alike(questions[one], questions[other]) >= DUPLICATE_FROM:
                yield (one, other) if order[one] < order[other] else (other, one)


def likeness(one: str, other: str) -> float:
    """Return how much two questions have in common: 0 (nothing) to 1 (the same characters)."""
    return _alike(_bags(one), _bags(other))


def _bags(text: str) -> tuple[Counter[str], Counter[str]]:
    """Return the characters of a text and its pairs of characters."""
    plain = "".join(chunk_texts(text))
    return Counter(plain), Counter(plain[at : at + 2] for at in range(len(plain) - 1))


def _alike(first: Iterable[Counter[str]], second: Iterable[Counter[str]]) -> float:
    return sum(map(_dice, first, second)) / 2


def _dice(first: Counter[str], second: Counter[str]) -> float:
    """Return the Dice coefficient of two bags."""
    common = sum(min(count, second[one]) for one, count in first.items() if one in second)
    return 2 * common / max(first.total() + second.total(), 1)
