"""Makes dianzhi/text/tables/meaning.bin: `python training/train.py CACHE [OUT]`.

CACHE is the folder that `teachers.py` filled.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import numpy as np
from learning import Matrix, Settings, learn, unit
from sentences import matters, sentences
from teachers import answers

from dianzhi.search.meaning import Table
from dianzhi.text.normalize import chunks, kind_of
from dianzhi.text.tables import fold_pairs

OUT = Path(__file__).resolve().parents[1] / "dianzhi" / "text" / "tables" / "meaning.bin"
CHARS, PAIRS, LETTERS = 2050, 550, 450
"""Terms of the table at most: Han characters, pairs of them, runs of letters or digits."""
PAIR_LEAST, LETTERS_LEAST = 40, 5
"""Sentences that must hold a pair, or a run."""
PAIRS_TRIED, LETTERS_TRIED = 6000, 1500
"""How many are tried before the best are kept."""
SECOND = 3.0
"""Weight of the second teacher's nearness beside the first's: its cosines lie closer together."""
RIDGE = 10.0


def terms_of(text: str) -> list[str]:
    """Return the terms of a text that may have vectors (spec/meaning.md), each once."""
    found: dict[str, None] = {}
    for chunk in chunks(text, fold_pairs()):
        for kind, chars in groupby(chunk.text, kind_of):
            run = "".join(chars)
            pairs = (run[at : at + 2] for at in range(len(run) - 1))
            found.update(dict.fromkeys([*run, *pairs] if kind == "h" else [run]))
    return list(found)


def level(known: dict[str, Matrix], alike: Sequence[str]) -> dict[str, Matrix]:
    """Return a teacher's vectors with texts in letters moved to where the Chinese ones lie.

    A teacher tells languages apart as it tells matters apart; a question is the same in both. `alike`
    are texts about the same matters in either language: between their means lies the way to move.
    """
    rows = {text: unit(row.astype(np.float32)[None])[0] for text, row in known.items()}
    han, letters = (
        [rows[text] for text in alike if has_han(text) is kind] for kind in (True, False)
    )
    way = np.mean(han, axis=0) - np.mean(letters, axis=0)
    return {text: row if has_han(text) else row + way for text, row in rows.items()}


def has_han(text: str) -> bool:
    """Say whether a text holds a Han character."""
    return any(kind_of(char) == "h" for char in text)


def teacher(texts: Sequence[str], first: dict[str, Matrix], second: dict[str, Matrix]) -> Matrix:
    """Return both teachers' vectors beside each other.

    The second one's is guessed from the first's, by a linear map, where it was not asked.
    """
    one = unit(np.stack([first[text] for text in texts]).astype(np.float32))
    known = np.array([place for place, text in enumerate(texts) if text in second])
    two = np.stack([second[texts[place]] for place in known]).astype(np.float32)
    mean = unit(two).mean(0)
    two = unit(unit(two) - mean)
    seen = one[known].astype(np.float64)
    square = seen.T @ seen + RIDGE * np.eye(seen.shape[1])
    guessed = (one @ np.linalg.solve(square, seen.T @ two)).astype(np.float32)
    both = unit(guessed)
    both[known] = two
    return unit(np.hstack([one, both * np.float32(np.sqrt(SECOND))]))


def vocabulary(bags: Sequence[Sequence[str]]) -> list[str]:
    """Return the terms worth trying, the most frequent of each kind."""
    counts = Counter(term for bag in bags for term in bag)
    ranked = [term for term, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    han = [term for term in ranked if kind_of(term[0]) == "h"]
    chars = [term for term in han if len(term) == 1][:CHARS]
    pairs = [term for term in han if len(term) == 2 and counts[term] >= PAIR_LEAST]  # noqa: PLR2004
    rest = [term for term in ranked if kind_of(term[0]) != "h" and counts[term] >= LETTERS_LEAST]
    return [*chars, *rest[:LETTERS_TRIED], *pairs[:PAIRS_TRIED]]


def numbered(
    bags: Iterable[Sequence[str]], terms: Sequence[str], vectors: Matrix
) -> tuple[list[list[int]], Matrix]:
    """Return texts as numbers of terms with their teacher's rows, those without terms left out."""
    places = {term: place for place, term in enumerate(terms)}
    texts = [[places[term] for term in bag if term in places] for bag in bags]
    kept = [place for place, text in enumerate(texts) if text]
    return [texts[place] for place in kept], vectors[kept]


def best(terms: Sequence[str], table: Matrix, bags: Sequence[Sequence[str]]) -> list[str]:
    """Return the terms to keep: all characters, and of the rest what changes sentences most."""
    counts = Counter(term for bag in bags for term in bag)
    weight = {
        term: float(np.linalg.norm(row)) * counts[term] ** 0.5
        for term, row in zip(terms, table, strict=True)
    }
    ranked = sorted(terms, key=lambda term: (-weight[term], term))
    letters = [term for term in ranked if kind_of(term[0]) != "h"]
    pairs = [term for term in ranked if kind_of(term[0]) == "h" and len(term) == 2]  # noqa: PLR2004
    left = {*letters[LETTERS:], *pairs[PAIRS:]}
    return [term for term in terms if term not in left]


def train(texts: Sequence[str], vectors: Matrix, settings: Settings) -> Table:
    """Return the table."""
    bags = [terms_of(text) for text in texts]
    tried = vocabulary(bags)
    trial = replace(settings, levels=255, passes=2, rounded=1.0)  # a short way, nothing rounded
    terms = best(tried, learn(*numbered(bags, tried, vectors), len(tried), trial), bags)
    table = learn(*numbered(bags, terms, vectors), len(terms), settings)
    rows = {term: tuple(map(int, row)) for term, row in zip(terms, table, strict=True) if row.any()}
    return Table(rows, settings.size)


if __name__ == "__main__":
    cache, out = Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else OUT  # noqa: PLR2004
    said, settings = sentences(), Settings()
    alike = list(dict.fromkeys(matters()))
    vectors = teacher(said, *(level(answers(name, cache), alike) for name in ("use", "e5")))
    made = train(said, vectors, settings).to_bytes(settings.levels)
    out.write_bytes(made)
    print(f"{out}: {len(made)} bytes")
