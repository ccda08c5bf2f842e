"""The small shop with one careless edit anywhere: everything downstream holds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dianzhi.catalog.compile import compile_catalog
from dianzhi.problems import Level
from dianzhi.source.folder import Files, media_of
from dianzhi.source.understand import understand

SCRAPS = (
    "", " ", "  ", "\n", ":", ": ", "-", "- ", "#", '"', "'", "[", "]", "{", "}", "{product.x}", "&a", "*a",
    "!t", "：", "“", "\t", "|", ">", "**", "<b>", "2026-02-30", "9999-12-31", "0001-01-01", "no", "010", "~",
    "退", "😀", "\u200b", "\x07", "---\n", "[a](b)", "zh: ", "id: x\n", "x" * 200,
)  # fmt: skip


@st.composite
def edits(draw):
    return draw(st.floats(0, 1)), draw(st.integers(0, 30)), draw(st.sampled_from(SCRAPS))


def edited(text, edit):
    where, cut, scrap = edit
    at = int(where * len(text))
    return text[:at] + scrap + text[at + cut :]


@given(which=st.integers(0, 50), edit=edits(), two=st.none() | edits())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_careless_edit_comes_to_problems_in_their_places_or_to_a_catalog(
    shop_files, day, which, edit, two
):
    paths = [path for path in shop_files if not path.startswith("media/")]
    path = paths[which % len(paths)]
    text = edited(shop_files[path].decode(), edit)
    text = edited(text, two) if two else text
    files = Files(shop_files | {path: text.encode()})
    understood = understand(files)
    problems, catalog = list(understood.problems), None
    if understood.content is not None:
        catalog, found = compile_catalog(
            understood.content, broken=understood.broken_ids, media=media_of(files), day=day
        )
        problems += found
    wrong = any(problem.level is Level.ERROR for problem in problems)
    assert wrong or catalog is not None
    for problem in problems:
        lines = files[problem.span.path].decode().replace("\r", "\n").split("\n")
        assert 1 <= problem.span.line <= len(lines) + 1
        if not problem.span.path.endswith(".csv"):
            assert 1 <= problem.span.column <= len([*lines, ""][problem.span.line - 1]) + 1
        assert problem.message.strip()
        assert "\n" not in problem.message
        assert problem.hint.strip()
