"""Whatever people paste: it is refused with a reason, or the shop says afterwards what it said."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dianzhi.importing.options import Options
from dianzhi.importing.plan import plan_import
from dianzhi.importing.rows import read_rows
from dianzhi.importing.table import Row, Table
from dianzhi.source.understand import understand
from dianzhi.starter import starter_files

DAY = date(2026, 11, 22)
SHOP = {
    path.removeprefix("faq_src/"): content
    for path, content in starter_files().items()
    if path.startswith("faq_src/")
}
COLUMNS = {"id": (1,), "question": (2,), "similar": (3,), "answer": (4,), "category-1": (5,)}
ODD = "甲乙丙 \n:#-?,[]{}&*!|>'\"%@`~=<\\.;；0189yesnoulNA\t\u3000é😀\u2028\x85\ufeff\u200b"
WORDS = st.text(alphabet=ODD, max_size=30) | st.text(max_size=30)
SAFE = WORDS.map(lambda text: text.translate({ord(one): None for one in "{}<*[\ufffd"})[:25])
"""Without what is refused, so that most tables come through."""
PLAIN = st.sampled_from(
    ["什么时候发货呀", "1:30 能到吗", "no no no", "010-12345", "怎么申请开发票"]
)
CATEGORIES = st.sampled_from(["shipping", "发货与物流", "", "新的分类", "退换与质量/子类", "No"])
IDS = st.sampled_from(["", "", "A_1", "no", "0x10", "编号", "12"])
WILD = st.tuples(IDS | WORDS, PLAIN | WORDS, WORDS, WORDS, CATEGORIES)
TAME = st.tuples(
    IDS, PLAIN | SAFE.map("问题是{}吗".format), SAFE, SAFE.map("{}答案".format), CATEGORIES
)
REASONS = {
    "import-missing", "import-length", "import-html", "import-markdown", "import-garbled",
    "import-duplicate", "import-formula", "import-braces",
}  # fmt: skip


def table_of(rows):
    cells = ({n: text for n, text in enumerate(row, 1) if text.strip()} for row in rows)
    filled = [Row(number, one) for number, one in enumerate(cells, 2) if one]
    return Table("表.csv", COLUMNS, tuple(filled))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TAME, min_size=1, max_size=4) | st.lists(WILD, min_size=1, max_size=2))
def test_any_table_is_refused_with_a_reason_or_said_by_the_shop(rows):
    table = table_of(rows)
    options = Options(day=DAY, create_categories=True, category="returns")
    plan = plan_import(table, SHOP, options)
    if plan.errors:
        assert not plan.files
        errors = [one for one in plan.problems if one.level == "error"]
        assert {one.code for one in errors} <= REASONS
        assert {one.code for one in plan.shop_problems} <= {"unknown-slot"}
        return
    files = {**SHOP, **plan.files}
    understood = understand({path: files[path] for path in sorted(files)})
    assert understood.problems == ()
    assert understood.content is not None
    entries = {one.question.zh: one for one in understood.content.entries}
    for wanted in read_rows(table)[0]:
        entry = entries[wanted.question]
        assert entry.answer.zh in (wanted.answer.text, wanted.answer.cell)
        assert {one.zh for one in entry.similar} >= set(wanted.similar)
    again = plan_import(table, files, Options(day=DAY + timedelta(days=1), category="returns"))
    assert not again.errors
    assert (again.adds, again.changes, dict(again.files)) == ((), (), {})
