"""What was learnt, in Chinese Markdown for editors, and as plain values for programs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from dianzhi.learning.choosing import Proposal, Refusal
from dianzhi.learning.learn import EntryProposals, Learnt
from dianzhi.learning.matching import Candidate
from dianzhi.learning.pasting import Paste
from dianzhi.learning.synonyms import Synonym
from dianzhi.learning.trial import Found

OTHERS: Final = 3
"""Other ways of typing that are shown."""
REASONS: Final = {
    "known": "这一条已经有这个说法",
    "elsewhere": "{owner}已经有这个说法：先定下来它该归哪一条",
    "long": "太长，超过 80 个字：挑里面问的那一句自己写",
    "useless": "加了也排不到第一：看看是不是该拆成两条，或者给别的条目写 not",
    "harmful": "加了以后，搜“{text}”先出来的就不是{entry}了，而是{winner}",
}


class Report:
    """One run, seen from where the command runs."""

    def __init__(self, learnt: Learnt, source: str) -> None:
        self.learnt = learnt
        self.source = source

    def text(self) -> str:
        """Return Markdown that reads well on a terminal too."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# 从搜索和聊天里学到的"
        yield ""
        yield from self._head()
        opened = [one for one in self.learnt.entries if one.basis == "opened"]
        guessed = [one for one in self.learnt.entries if one.basis == "guessed"]
        yield from _section("建议加的说法", "买家问完点开了这一条。", self._entries(opened))
        yield from _section("建议加的说法（猜的）", GUESSED, self._entries(guessed))
        yield from _section("建议加的同义词", SYNONYMS, self._synonyms())
        yield from _section("先别加的", "", map(self._refusal, self.learnt.refused))
        yield from _section("哪一条都不像", HOMELESS, self._homeless())

    def _head(self) -> Iterator[str]:
        learnt = self.learnt
        first, last = learnt.days
        days = f"（{first} 到 {last}）" if first else ""
        masked = f"，其中 {learnt.masked} 句里的个人信息已经遮住" if learnt.masked else ""
        yield f"读到 {learnt.texts} 句提问{days}{masked}。去掉客套、合并重复以后是 {len(learnt.questions)} 个问题："
        yield ""
        yield f"- 本来就直接找到的：{len(learnt.found)} 个"
        yield f"- 建议加说法的：{sum(len(one.proposals) for one in learnt.entries)} 个"
        yield f"- 先别加的：{len(learnt.refused)} 个"
        yield f"- 哪一条都不像的：{sum(map(len, learnt.homeless))} 个"
        yield f"- 问得太少、没有看的：{learnt.rare} 个"
        if learnt.left:
            yield f"- 超过 --limit、这次没有看的：{learnt.left} 个"

    def _entries(self, entries: Iterable[EntryProposals]) -> Iterator[str]:
        for one in entries:
            yield f"### {self._place(one.place.path, one.place.line)} {one.entry} {one.question}"
            yield ""
            yield from (line for each in one.proposals for line in self._proposal(each))
            yield ""
            yield from self._paste(one.paste)
            yield ""

    def _proposal(self, one: Proposal) -> Iterator[str]:
        question, now = one.candidate.question, one.candidate.now
        yield f"- {question.count} 次：{question.text}"
        if question.variants:
            yield f"  - 也这样打：{'；'.join(question.variants[:OTHERS])}"
        for each in one.covers:
            yield f"  - 一起找到：{each.question.text}（{each.question.count} 次）"
        yield f"  - 现在{self._stands(now)}；加上以后{self._stands(one.after)}"

    def _stands(self, found: Found) -> str:
        sure = "" if found.sure else "，但只当作“可能是”"
        if found.place == 1:
            return f"排第 1{sure}"
        place = f"排第 {found.place}" if found.place else "找不到"
        return f"{place}，先找到的是{self._title(found.first)}"

    def _synonyms(self) -> Iterator[str]:
        for one, paste in self.learnt.synonyms:
            yield f"### {one.word} = {one.shop_word}"
            yield ""
            for each in one.candidates:
                yield f"- {each.question.count} 次：{each.question.text} → {self._title(each.entry)}"
            yield ""
            if one.loss:
                winner = self._title(one.loss.winner)
                yield f"先别加：加了以后，搜“{one.loss.text}”先出来的会是{winner}。"
            else:
                yield from self._paste(paste)
            yield ""

    def _refusal(self, one: Refusal) -> str:
        loss = one.loss
        reason = REASONS[one.reason].format(
            owner=self._title(one.owner),
            text=loss.text if loss else "",
            entry=self._title(loss.entry if loss else None),
            winner=self._title(loss.winner if loss else None),
        )
        question = one.candidate.question
        return (
            f"- {question.count} 次：{question.text} → {self._title(one.candidate.entry)}：{reason}"
        )

    def _homeless(self) -> Iterator[str]:
        for group in self.learnt.homeless:
            first, *more = group
            yield f"- {sum(one.count for one in group)} 次：{first.text}"
            yield from (f"  - {one.text}（{one.count} 次）" for one in more)

    def _paste(self, paste: Paste) -> Iterator[str]:
        how = "换成" if paste.replaces else "下面加上"
        yield f"{self._place(paste.path, paste.line)} {how}："
        yield ""
        yield from ("```yaml", *paste.lines, "```")

    def _place(self, path: str, line: int) -> str:
        return f"{self.source}/{path}:{line}"

    def _title(self, name: str | None) -> str:
        return f"“{self.learnt.titles.get(name, name)}”" if name else "（没有）"

    def json(self) -> dict[str, Any]:
        """Return everything for programs."""
        learnt = self.learnt
        return {
            "texts": learnt.texts,
            "masked": learnt.masked,
            "days": list(learnt.days) if learnt.days[0] else None,
            "questions": len(learnt.questions),
            "rare": learnt.rare,
            "left": learnt.left,
            "found": [_asked(one) for one in learnt.found],
            "entries": [self._entry_json(one) for one in learnt.entries],
            "synonyms": [self._synonym_json(*one) for one in learnt.synonyms],
            "refused": [_asked(one.candidate) | {"reason": one.reason} for one in learnt.refused],
            "homeless": [
                [{"text": one.text, "count": one.count} for one in group]
                for group in learnt.homeless
            ],
        }

    def _entry_json(self, one: EntryProposals) -> dict[str, Any]:
        return {
            "id": one.entry,
            "question": one.question,
            "place": self._place(one.place.path, one.place.line),
            "basis": one.basis,
            "wordings": [
                _asked(each.candidate)
                | {
                    "variants": list(each.candidate.question.variants),
                    "covers": [covered.question.text for covered in each.covers],
                    "after": _found(each.after),
                }
                for each in one.proposals
            ],
            "paste": self._paste_json(one.paste),
        }

    def _synonym_json(self, one: Synonym, paste: Paste) -> dict[str, Any]:
        return {
            "word": one.word,
            "shop_word": one.shop_word,
            "asked": [_asked(each) for each in one.candidates],
            "harms": one.loss.text if one.loss else None,
            "paste": self._paste_json(paste),
        }

    def _paste_json(self, paste: Paste) -> dict[str, Any]:
        return {
            "place": self._place(paste.path, paste.line),
            "replaces": paste.replaces,
            "lines": list(paste.lines),
        }


GUESSED: Final = "没有人点开过答案，按搜索猜的：先看是不是同一回事，不是就不要加。"
SYNONYMS: Final = "这些词店里不用，换成店里的词就找得到。真是同一个意思才加。"
HOMELESS: Final = "问的人多，就写一条新的问答；不归店里管的不用理。"


def _section(title: str, about: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"## {title}", "")
        if about:
            yield from (about, "")
        yield from _without_end(found)


def _without_end(lines: Sequence[str]) -> Sequence[str]:
    return lines if lines[-1] else lines[:-1]


def _asked(one: Candidate) -> dict[str, Any]:
    return {
        "text": one.question.text,
        "count": one.question.count,
        "entry": one.entry,
        "basis": one.basis,
        "now": _found(one.now),
    }


def _found(one: Found) -> dict[str, Any]:
    return {"place": one.place, "first": one.first, "sure": one.sure}
