"""Every problem code has its section in the reference, and every one of the content its case."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/reference/problems.md").read_text("utf-8")
CASES = "".join(
    path.read_text("utf-8") for path in sorted((ROOT / "tests/source/broken").glob("*.yaml"))
)
FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
IMPORT_TESTS = "".join(
    path.read_text("utf-8") for path in sorted((ROOT / "tests/importing").glob("*.py"))
)
NO_CODES = {
    "2026-11-05": "a date in a hint",
    "utf-8": "an encoding",
    "utf-8-sig": "an encoding",
    "utf-16": "an encoding",
    "category-1": "a column of spreadsheets",
    "category-2": "a column of spreadsheets",
    "category-3": "a column of spreadsheets",
}
"""Texts in the code that look like a problem code and are none."""


def looks_like_codes(folder):
    """Return every text of that form in the code of a package, docstrings left out."""
    found = set()
    for path in sorted((ROOT / "dianzhi" / folder).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in said
            and FORM.fullmatch(node.value)
        }
    return found


CONTENT = sorted(set().union(*map(looks_like_codes, ("source", "catalog", "lint"))) - set(NO_CODES))
IMPORTING = sorted(code for code in looks_like_codes("importing") if code.startswith("import-"))


def section(code):
    found = re.search(rf"^### {code}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("code", [*CONTENT, *IMPORTING])
def test_it_has_a_section_that_says_what_is_wrong_and_what_is_right(code):
    assert re.search(
        r"[\u4e00-\u9fff]{4}.*```text\n错\n .+\n对\n .+\n```", section(code), re.DOTALL
    )


@pytest.mark.parametrize("code", CONTENT)
def test_it_has_a_case_that_produces_it(code):
    assert re.search(rf": (错误|警告)\[{code}\]", CASES)


@pytest.mark.parametrize("code", CONTENT)
def test_a_warning_is_called_one(code):
    levels = set(re.findall(rf": (错误|警告)\[{code}\]", CASES))
    assert section(code).strip().startswith("警告：") == (levels == {"警告"})


def test_the_page_has_no_section_without_a_code():
    assert set(re.findall(r"^### (.+)$", PAGE, re.MULTILINE)) == {*CONTENT, *IMPORTING}


@pytest.mark.parametrize("text", NO_CODES)
def test_what_is_no_code_is_still_in_the_code(text):
    assert text in set().union(*map(looks_like_codes, ("source", "catalog", "lint", "importing")))


@pytest.mark.parametrize("code", IMPORTING)
def test_the_import_tests_name_it(code):
    assert f'"{code}"' in IMPORT_TESTS
