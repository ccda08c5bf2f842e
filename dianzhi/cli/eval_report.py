"""What `dianzhi eval` says: figures first, then what to mend."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dianzhi.catalog.public import Public
from dianzhi.search.evaluation import (
    SHOWN,
    Figures,
    Outcome,
    answered_anyway,
    by_group,
    confusions,
    failures,
    figures,
    trust,
)

HEAD = "hit@1  hit@3 hit@10 MRR@10  没找到  题数"
CONFIDENCES = {"direct": "直接回答", "likely": "很可能是", "maybe": "可能是"}


class Report:
    """One run: the questions asked and the entries they were asked of."""

    def __init__(self, public: Public, outcomes: list[Outcome]) -> None:
        self.outcomes = outcomes
        self.answerable = [one for one in outcomes if one.wanted]
        self.unanswerable = [one for one in outcomes if not one.wanted]
        self.questions = {entry.id: entry.question.zh for entry in public.entries}
        names = {category.id: category.name.zh for category in public.categories}
        self.categories = {entry.id: names[entry.category] for entry in public.entries}

    def json(self) -> dict[str, Any]:
        """Return everything for programs; shares from 0 to 1."""
        return {
            "answerable": _named(figures(self.answerable)),
            "unanswerable": {
                "count": len(self.unanswerable),
                "refused": round(figures(self.unanswerable).refused, 4),
            },
            "categories": {
                name: _named(found)
                for name, found in by_group(self.outcomes, self.categories).items()
            },
            "confidence": [asdict(one) for one in trust(self.outcomes)],
            "confusions": [asdict(one) for one in confusions(self.outcomes)],
            "failures": [self._row(one) for one in failures(self.outcomes)],
            "answered_anyway": [self._row(one) for one in answered_anyway(self.outcomes)],
        }

    def text(self) -> str:
        """Return everything for people."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield HEAD
        yield f"{_line(figures(self.answerable))}  能答的题"
        if self.unanswerable:
            refused = figures(self.unanswerable).refused
            yield f"答不了的 {len(self.unanswerable)} 题，答“没有找到”的占 {refused:.1%}"
        yield from _titled("按分类", self._categories())
        yield from _titled("把握：第一条标成这样时，答对几题", self._trust())
        yield from _titled("常混的：该找到 ← 先找到的", self._confusions())
        yield from _titled(f"前 {SHOWN} 条里没有答案的题", self._failures())
        yield from _titled("答不了却给了答案的题", self._answered())

    def _categories(self) -> Iterator[str]:
        for name, found in by_group(self.outcomes, self.categories).items():
            yield f"{_line(found)}  {name}"

    def _trust(self) -> Iterator[str]:
        for one in trust(self.outcomes):
            if one.count:
                share = f"{one.right} / {one.count} 题（{one.right / one.count:.0%}）"
                also = f"，其中 {one.unanswerable} 题本来答不了" if one.unanswerable else ""
                yield f"{CONFIDENCES[one.confidence]} {one.confidence}：{share}{also}"

    def _confusions(self) -> Iterator[str]:
        for one in confusions(self.outcomes):
            yield f"{one.count} 次  {self._entry(one.wanted)} ← {self._entry(one.found)}"

    def _failures(self) -> Iterator[str]:
        for one in failures(self.outcomes):
            place = f"排在第 {one.place}" if one.place else "没找到"
            yield f"- {one.query}"
            yield f"    该找到：{'；'.join(map(self._entry, one.wanted))}，{place}"
            found = "；".join(self._entry(hit.id) for hit in one.hits[:SHOWN])
            yield f"    却找到：{found or '什么也没有'}"

    def _answered(self) -> Iterator[str]:
        for one in answered_anyway(self.outcomes):
            first = one.hits[0]
            yield f"- {one.query} → {self._entry(first.id)}，{CONFIDENCES[first.confidence]}"

    def _entry(self, name: str) -> str:
        return f"{name} {self.questions[name]}"

    def _row(self, outcome: Outcome) -> dict[str, Any]:
        found = [
            {"id": hit.id, "question": hit.question, "confidence": hit.confidence}
            for hit in outcome.hits[:SHOWN]
        ]
        return {
            "query": outcome.query,
            "wanted": list(outcome.wanted),
            "place": outcome.place,
            "found": found,
        }


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"{title}：", *found)


def _line(found: Figures) -> str:
    shares = (found.hit1, found.hit3, found.hit10, found.mrr)
    return "  ".join(f"{share:.3f}" for share in shares) + f"  {found.refused:6.1%} {found.count:5}"


def _named(found: Figures) -> dict[str, float]:
    return {
        "count": found.count,
        "hit@1": round(found.hit1, 4),
        "hit@3": round(found.hit3, 4),
        "hit@10": round(found.hit10, 4),
        "mrr@10": round(found.mrr, 4),
        "refused": round(found.refused, 4),
    }
