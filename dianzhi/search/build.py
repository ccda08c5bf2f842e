"""Entries to the bytes of an index. Same entries, same bytes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dianzhi.search.contents import Contents, Document, Wording, is_costed
from dianzhi.search.cutting import Cut, Text, amounts_in, costs_of, cut_all, folded, rarest
from dianzhi.search.document import SearchDoc
from dianzhi.search.encode import encode
from dianzhi.search.speaking import readings_of
from dianzhi.search.wordlist import characters, ordered
from dianzhi.text.normalize import kind_of
from dianzhi.text.tables import chatter, fold_pairs
from dianzhi.text.vocabulary import Vocabulary


def build_index(
    docs: Sequence[SearchDoc],
    *,
    synonyms: Sequence[Sequence[str]] = (),
    words: Sequence[str] = (),
    ignore: Sequence[str] = (),
    pinyin: Mapping[str, str] = MappingProxyType({}),
    parts: Sequence[int] = (),
    names: Sequence[str] = (),
) -> bytes:
    """Return `index.bin` for entries in author order.

    `synonyms` are groups of expressions that mean the same, `words` the shop's own words (product
    names), `ignore` what is no part of a question, beside the built-in chatter, `pinyin` the
    syllables of words whose characters are read in several ways, spaces between. Of these, only
    what folds to one unbroken expression is used. `parts`: of each entry the part it speaks for, where
    this is the head of an index in parts, and `names`: of products, which a head ignores as well.

    Raises:
        ValueError: an id appears twice.
    """
    _check_ids(docs)
    own_groups = [group for members in synonyms if len(group := tuple(folded(members))) > 1]
    groups = [*own_groups, *amounts_in(docs)]
    idle = frozenset(folded((*chatter(), *ignore)))
    ignored = idle.union(folded(names))
    own = [*folded(words), *(member for group in groups for member in group), *sorted(ignored)]
    costs = costs_of(docs, own)
    cuts = cut_all(docs, Vocabulary(costs, ignored))
    contents = _contents(docs, cuts, costs, groups, ignored)
    readings = readings_of(contents, docs, pinyin)
    said = tuple(number for number in contents.ignored if contents.words[number] in idle)
    return encode(replace(contents, readings=readings, parts=tuple(parts), chatter=said))


def _check_ids(docs: Iterable[SearchDoc]) -> None:
    twice = [name for name, count in Counter(doc.id for doc in docs).items() if count > 1]
    if twice:
        raise ValueError(f"ids appear more than once: {', '.join(twice)}")


def _contents(
    docs: Sequence[SearchDoc],
    cuts: Sequence[Cut],
    costs: dict[str, int],
    groups: Sequence[tuple[str, ...]],
    ignored: frozenset[str],
) -> Contents:
    bags = rarest(cuts)
    early = ignored.union(*(cut.early for cut in cuts))
    core = ordered(_of_one_kind(early))
    rest = set().union(*bags, *(cut.late for cut in cuts)) - early
    late = ordered(_of_one_kind(rest), characters(core))
    words = (*core, *late)
    place = {word: number for number, word in enumerate(words)}
    documents = tuple(_document(doc) for doc in docs)
    return Contents(
        folds=_folds(words, groups, documents),
        words=words,
        core=len(core),
        costs={word: costs[word] for word in words if is_costed(word)},
        ignored=tuple(sorted(place[word] for word in ignored if word in place)),
        synonyms=tuple(groups),
        documents=documents,
        similar=tuple(tuple(_numbered(text, place) for text in cut.similar) for cut in cuts),
        keywords=tuple(_numbered(cut.keywords, place) for cut in cuts),
        bags=tuple(tuple(sorted(place[word] for word in bag)) for bag in bags),
    )


def _of_one_kind(words: Iterable[str]) -> Iterator[str]:
    """Yield the words that a list can hold: chatter may mix letters and characters."""
    return (word for word in words if len(set(map(kind_of, word))) == 1)


def _numbered(text: Text, place: dict[str, int]) -> Wording:
    return tuple(tuple(place[word] for word in phrase) for phrase in text)


def _folds(
    words: Iterable[str], groups: Iterable[tuple[str, ...]], documents: Iterable[Document]
) -> dict[str, str]:
    """Return the folds that can matter here: those into a character that this index holds."""
    members = (member for group in groups for member in group)
    excluded = (word for doc in documents for word in doc.excluded)
    held = set().union(*words, *members, *excluded)
    return {char: target for char, target in fold_pairs().items() if target in held}


def _document(doc: SearchDoc) -> Document:
    return Document(
        id=doc.id,
        question=_one_line(doc.question),
        question_en=_one_line(doc.question_en),
        url=doc.url,
        category=doc.category,
        shard=doc.shard,
        priority=doc.priority,
        products=doc.products,
        platforms=doc.platforms,
        excluded=tuple(folded(doc.excluded)),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
