"""Limits of the model, checked on one value."""

from collections.abc import Callable
from typing import Any

from dianzhi.model.kinds import PROSE, Length, Pattern, Range

LETTERS_PER_CHARACTER = 4
"""English takes about four letters where Chinese takes one character."""
Found = tuple[str, str, str]
"""Code, message and hint."""


def broken(value: Any, marks: tuple[Any, ...]) -> Found | None:  # noqa: ANN401  # any value of the model
    """Return the first limit that `value` breaks, as code, message and hint."""
    checks = ((_CHECKS[type(mark)], mark) for mark in marks if type(mark) in _CHECKS)
    return next((found for check, mark in checks if (found := check(value, mark))), None)


def _length(value: Any, mark: Length) -> Found | None:  # noqa: ANN401
    if isinstance(value, tuple):
        return _within(len(value), mark, "list-length", "项")
    if isinstance(value, PROSE):
        letters = len(value.en or "")
        if letters > mark.high * LETTERS_PER_CHARACTER:
            limit = Length(1, mark.high * LETTERS_PER_CHARACTER)
            return _within(letters, limit, "text-length", "个字母（英文）")
        value = value.zh
    return _within(len(value), mark, "text-length", "个字")


def _within(size: int, mark: Length, code: str, unit: str) -> Found | None:
    if mark.low <= size <= mark.high:
        return None
    what = "太少" if size < mark.low else "太多"
    return code, f"{what}了：现在 {size} {unit}", f"要 {mark.low} 到 {mark.high} {unit}"


def _range(value: int, mark: Range) -> Found | None:
    if mark.low <= value <= mark.high:
        return None
    return "number-range", f"{value} 超出了范围", f"要在 {mark.low} 和 {mark.high} 之间"


def _pattern(value: str, mark: Pattern) -> Found | None:
    return None if mark.fits(value) else ("bad-form", f"{value} 的写法不对", mark.words)


_CHECKS: dict[type, Callable[[Any, Any], Found | None]] = {
    Length: _length,
    Range: _range,
    Pattern: _pattern,
}
