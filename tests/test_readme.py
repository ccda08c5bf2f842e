"""README.md and README.zh-CN.md say the same, and promise only what works."""

import re
from pathlib import Path

import pytest

from dianzhi.cli import main

ENGLISH = Path("README.md").read_text("utf-8")
CHINESE = Path("README.zh-CN.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def test_both_show_the_same_commands_and_code():
    assert FENCE.findall(ENGLISH) == FENCE.findall(CHINESE)


def test_both_have_the_same_sections():
    assert HEADING.findall(ENGLISH) == HEADING.findall(CHINESE)


def test_both_list_every_command_that_works_and_no_other():
    for text in (ENGLISH, CHINESE):
        assert set(re.findall(r"^\| `dianzhi (\w+)` \|", text, re.MULTILINE)) == set(main.commands)


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_links_lead_somewhere(text):
    assert [link for link in LINK.findall(text) if not Path(link).exists()] == []


def test_the_test_command_is_what_ci_runs():
    assert Path(".ci/run").read_text("utf-8").splitlines()[-1] == "exec make test"
