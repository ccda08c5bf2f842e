"""The mystery-shopper questions were written blind and before search was tuned: they stay as they are."""

from hashlib import sha256
from pathlib import Path

import pytest

PINNED = "2026-11-22"
FROZEN = {
    "shoppers.yaml": "88c3f3ebcb86b27d8fcfa1c3c1e10e169ded101bea5a5e9fed568aee29570510",
    "unanswerable.yaml": "4ad18372341b4360e887d7fc2873f90e508a94bdcfae9a53326a2b993496c9e9",
}


@pytest.mark.parametrize("name", FROZEN)
def test_the_questions_are_frozen(name):
    content = (Path("faq_src/checks") / name).read_bytes()
    assert sha256(content).hexdigest() == FROZEN[name]


# What is reached now minus .01: raised when search gets better, never lowered to let a change in.
FLOOR_HIT1 = 0.757  # reached: 0.767
FLOOR_HIT3 = 0.903  # reached: 0.913


def test_search_is_no_worse_than_it_was(dianzhi):
    floors = ("--min-hit1", str(FLOOR_HIT1), "--min-hit3", str(FLOOR_HIT3))
    done = dianzhi("eval", "--date", PINNED, *floors)
    assert done.returncode == 0, done.stderr
