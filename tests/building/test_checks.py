"""The mystery-shopper questions were written blind and before search was tuned: they stay as they are."""

from hashlib import sha256
from pathlib import Path

import pytest

FROZEN = {
    "shoppers.yaml": "88c3f3ebcb86b27d8fcfa1c3c1e10e169ded101bea5a5e9fed568aee29570510",
    "unanswerable.yaml": "4ad18372341b4360e887d7fc2873f90e508a94bdcfae9a53326a2b993496c9e9",
}


@pytest.mark.parametrize("name", FROZEN)
def test_the_questions_are_frozen(name):
    content = (Path("faq_src/checks") / name).read_bytes()
    assert sha256(content).hexdigest() == FROZEN[name]
