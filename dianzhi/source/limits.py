"""Limits of the model, checked on one value."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from dianzhi.model.kinds import PROSE, Length, Pattern, Range

LETTERS_PER_CHARACTER = 4
"""English takes about four letters where Chinese takes one character."""
FULL_WIDTH: Final = str.maketrans("：，．－／“”‘’", ":,.-/\"\"''")
Found = tuple[str, str, str]
"""Code, message and hint."""
Part = tuple[str, Any]
"""`zh` or `en` with that text of a prose, or nothing with any other value."""


def broken(value: Any, marks: tuple[Any, ...]) -> tuple[str, str, str, str] | None:  # noqa: ANN401  # any value of the model
    """Return the first limit that `value` breaks: language (or nothing), code, message and hint."""
    checks = ((_CHECKS[type(mark)], mark) for mark in marks if type(mark) in _CHECKS)
    cases = ((check, mark, part) for check, mark in checks for part in _parts(value))
    found = ((part[0], check(part, mark)) for check, mark, part in cases)
    return next(((language, *said) for language, said in found if said), None)


def _parts(value: Any) -> Iterator[Part]:  # noqa: ANN401
    if isinstance(value, PROSE):
        yield "zh", value.zh
        if value.en is not None:
            yield "en", value.en
    else:
        yield "", value


def _length(part: Part, mark: Length) -> Found | None:
    language, value = part
    if isinstance(value, tuple):
        return _within(len(value), mark, "list-length", "项")
    if language == "en":
        limit = Length(1, mark.high * LETTERS_PER_CHARACTER)
        return _within(len(value), limit, "text-length", "个字母（英文）")
    return _within(len(value), mark, "text-length", "个字")


def _within(size: int, mark: Length, code: str, unit: str) -> Found | None:
    if mark.low <= size <= mark.high:
        return None
    what = "太少" if size < mark.low else "太多"
    return code, f"{what}了：现在 {size} {unit}", f"要 {mark.low} 到 {mark.high} {unit}"


def _range(part: Part, mark: Range) -> Found | None:
    value = part[1]
    if mark.low <= value <= mark.high:
        return None
    return "number-range", f"{value} 超出了范围", f"要在 {mark.low} 和 {mark.high} 之间"


def _pattern(part: Part, mark: Pattern) -> Found | None:
    value: str = part[1]
    if mark.fits(value):
        return None
    narrow = value.translate(FULL_WIDTH).strip("\"'")
    hint = f'用了中文标点，写成 "{narrow}"' if narrow != value and mark.fits(narrow) else mark.words
    return "bad-form", f"{value} 的写法不对", hint


_CHECKS: dict[type, Callable[[Any, Any], Found | None]] = {
    Length: _length,
    Range: _range,
    Pattern: _pattern,
}
