"""The text rules for whole texts, where places do not matter: much faster than `chunks`."""

import re
from functools import cache, lru_cache
from typing import Final

from dianzhi.text.normalize import HAN, INVISIBLE, WIDE_FIRST, WIDE_LAST, fold
from dianzhi.text.tables import fold_pairs

RANGES: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN)
KEPT: Final = re.compile(f"[a-z0-9{RANGES}]+")
HAN_RUN: Final = re.compile(f"[{RANGES}]+")
REMEMBERED: Final = 1 << 16
"""Texts whose chunks are remembered: a build asks for the same ones again and again."""


@lru_cache(REMEMBERED)
def chunk_texts(text: str) -> tuple[str, ...]:
    """Return the text of each chunk of `chunks(text, fold_pairs())`."""
    return tuple(KEPT.findall(text.translate(_folds())))


@cache
def _folds() -> dict[int, str | None]:
    pairs = fold_pairs()
    codes = (*map(ord, pairs), *range(WIDE_FIRST, WIDE_LAST + 1), *range(ord("A"), ord("Z") + 1))
    hidden = (code for first, last in INVISIBLE for code in range(first, last + 1))
    return {code: fold(chr(code), pairs) for code in codes} | dict.fromkeys(hidden)
