"""An index made ready to be asked: texts cut, terms counted. Twin of widget/src/search/opened.js."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from dianzhi.search.constants import QUERY_LIMIT
from dianzhi.search.contents import Contents
from dianzhi.search.meaning import Meaning, Table
from dianzhi.search.postings import Postings
from dianzhi.search.sounds import Sounds
from dianzhi.text.normalize import Chunk, chunks, kind_of
from dianzhi.text.terms import Synonyms, terms
from dianzhi.text.vocabulary import Phrase, Token, Vocabulary


class Opened:
    """The contents of an index with what is derived from them."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.meaning: Meaning | None = None
        self.synonyms = Synonyms(contents.synonyms)
        words = contents.words
        self.vocabulary = Vocabulary(contents.costs, {words[i] for i in contents.ignored})
        self.latin = [word for word in words if kind_of(word[0]) == "a"]
        ignored = (words[i] for i in contents.ignored)
        self.expressions = [*ignored, *(word for group in contents.synonyms for word in group)]
        """Chatter and synonyms."""
        self.letters = {*self.latin, *self.expressions}
        """Letters that stand for themselves, never for pinyin."""
        self.owner: list[int] = []
        """Of each wording its document."""
        texts = list(self._wordings())
        self.wordings = self._postings(texts, self.owner)
        answers = [_spread([(i,) for i in bag], words) for bag in contents.bags]
        self.answers = self._postings(answers, range(len(answers)))

    @cached_property
    def sounds(self) -> Sounds:
        """Made when first needed: most queries are Chinese and without slips."""
        return Sounds(self.contents.readings, self.wordings, self.expressions)

    def join(self, table: Table) -> None:
        """Let nearness in meaning join the ranking; its words of letters are no pinyin from now on."""
        self.letters.update(table.vectors)
        self.meaning = Meaning(table, self.wordings, len(self.contents.documents))

    def phrases(self, text: str, limit: int | None = None) -> list[tuple[Chunk, Phrase]]:
        """Cut a text as the index was cut."""
        return list(self.vocabulary.phrases(chunks(text, self.contents.folds, limit)))

    def is_chatter(self, text: str) -> bool:
        """Say whether what counts of a query is chatter; of a head, to which names of products are not."""
        words, chatter = self.contents.words, self.contents.chatter
        read = chunks(text, self.contents.folds, QUERY_LIMIT)
        cut = (self.vocabulary.cut(chunk.text) for chunk in read)
        return {token.text for tokens in cut for token in tokens} <= {words[i] for i in chatter}

    def _postings(self, texts: Sequence[Sequence[Phrase]], owners: Sequence[int]) -> Postings:
        return Postings([terms(text, self.synonyms) for text in texts], owners)

    def _wordings(self) -> Iterator[list[Phrase]]:
        """Yield the texts that an entry is found by: questions, similar, keywords."""
        words = self.contents.words
        for number, doc in enumerate(self.contents.documents):
            texts = [[p for _, p in self.phrases(q)] for q in (doc.question, doc.question_en)]
            texts += [_spread(wording, words) for wording in self.contents.similar[number]]
            texts.append(_spread(self.contents.keywords[number], words))
            for text in filter(None, texts):
                self.owner.append(number)
                yield text


def _spread(wording: Iterable[Iterable[int]], words: Sequence[str]) -> list[Phrase]:
    return [_phrase([words[i] for i in phrase]) for phrase in wording]


def _phrase(words: Iterable[str]) -> Phrase:
    phrase, at = [], 0
    for word in words:
        phrase.append(Token(word, at))
        at += len(word)
    return phrase
