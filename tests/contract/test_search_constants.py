"""The numbers of the ranking stand in two languages; they are the same."""

import json
import re
from pathlib import Path

import dianzhi.search.constants as python
from dianzhi.text.tables import frame
from dianzhi.text.vocabulary import SINGLE_COST

SOURCE = Path(__file__).parents[2] / "widget" / "src" / "search" / "constants.js"


def read(value):
    """Read a JavaScript number, list, or object of numbers with bare or quoted keys."""
    quoted = re.sub(r"'([^']+)'", r'"\1"', value)
    return json.loads(re.sub(r"([{,]\s*)(\w+):", r'\1"\2":', quoted))


def test_both_languages_rank_by_the_same_numbers():
    text = SOURCE.read_text("utf-8")
    javascript = {name: read(value) for name, value in re.findall(r"const (\w+) =\s+(.+)", text)}
    ours = {name: getattr(python, name) for name in dir(python) if name.isupper()}
    ours = {name: list(v) if isinstance(v, tuple) else v for name, v in ours.items()}
    framed = {*javascript.pop("FRAME_CHARACTERS"), *javascript.pop("FRAME_WORDS").split(" ")}
    assert framed == frame()
    assert javascript == {**ours, "SINGLE_COST": SINGLE_COST}
