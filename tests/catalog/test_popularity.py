"""What people ask most comes first of what fits alike: the rule, and where it is in force."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi import pipeline
from dianzhi.catalog.popularity import BELIEVED, MOST_STEPS, URGENCY, asked_steps
from dianzhi.exporting import engine_files
from dianzhi.model.shop import EngineKind
from dianzhi.render.public import documents, search_index
from dianzhi.search import Index
from dianzhi.search.document import PRIORITY_LAST

CASES = [
    ((0, 0, 9), 0, "nobody asked for anything"),
    ((1, 1, 100), 1, "asked once, as the only one: six beside five, .52 of a step"),
    ((5, 5, 100), 2, "five times, as the only one: ten beside five"),
    ((40, 40, 100), 6, "forty times, as the only one: nine times as often as believed"),
    ((0, 100, 2), 0, "not asked for"),
    ((50, 100, 2), 0, "the mean itself"),
    ((40, 100, 2), 0, "below the mean nothing is taken off"),
    ((119, 200, 2), 0, "124 beside 105: .48 of a step"),
    ((120, 200, 2), 1, "125 beside 105: just over half a step, 2^(1/4) = 1.1892"),
    ((171, 300, 3), 1, "176 beside 105: just below a step and a half"),
    ((172, 300, 3), 2, "177 beside 105: just over it"),
    ((205, 300, 3), 2, "twice as often"),
    ((415, 800, 8), 4, "four times"),
    ((835, 1000, 10), 6, "eight times"),
    ((700, 1000, 10), 5, "705 beside 105: 5.494 steps"),
    ((999_999_999, 1_000_000_000, 100_000), 6, "never more than six"),
]


@pytest.mark.parametrize(
    ("asked", "steps"), [one[:2] for one in CASES], ids=[one[2] for one in CASES]
)
def test_the_steps_of_a_count(asked, steps):
    assert asked_steps(*asked) == steps


SHOPS = st.lists(st.integers(0, 10**6), min_size=1, max_size=40)


def steps_of(counts):
    return [asked_steps(count, sum(counts), len(counts)) for count in counts]


@given(SHOPS)
def test_asked_more_often_is_never_less_and_steps_have_bounds(counts):
    steps = [one for _, one in sorted(zip(counts, steps_of(counts), strict=True))]
    assert steps == sorted(steps)
    assert set(steps) <= set(range(MOST_STEPS + 1))


@given(SHOPS, st.integers(2, 1000))
def test_the_same_shares_of_more_questions_are_surer(counts, times):
    more = steps_of([count * times for count in counts])
    assert all(one >= few for few, one in zip(steps_of(counts), more, strict=True))


@given(SHOPS)
def test_it_is_twice_the_logarithm_rounded(counts):
    mean = sum(counts) / len(counts)
    for count, steps in zip(counts, steps_of(counts), strict=True):
        exact = 2 * math.log2((count + BELIEVED) / (mean + BELIEVED))
        near_a_border = abs(exact - math.floor(exact) - 0.5) < 1e-6
        assert near_a_border or steps == min(MOST_STEPS, max(0, round(exact)))


def test_the_editors_steps_and_these_are_what_an_index_has():
    assert max(URGENCY.values()) + MOST_STEPS == PRIORITY_LAST


ASKED = """\
asked:
  - {entry: no-reason, count: 30}
  - {entry: how-long, count: 10}
  - {entry: gone-since, count: 5000}
"""
DRAFT = """\
- id: how-long-ago
    category: returns
    question: 以前怎么退
    answer: 没有了。
    state: draft
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    effective: 2026-09-03
    review_by: 2027-01-31
"""


@pytest.fixture
def catalog_with(shop_files, catalog_of):
    def made(asked, **replaced):
        files = shop_files | ({"asked.yaml": asked.encode()} if asked else {})
        text = files["faq/shelf-life.yaml"].decode()
        for old, new in replaced.items():
            text = text.replace(f"- id: {old.replace('_', '-')}\n", new)
        return catalog_of(files | {"faq/shelf-life.yaml": text.encode()})

    return made


def priorities(docs):
    return {doc.id: doc.priority for doc in docs}


def test_the_popup_and_the_knowledge_base_have_them(catalog_with):
    """Thirty of forty questions, in a shop of two entries: 1.5 times the mean, a step (1.17)."""
    urgent = "- id: no-reason\n    priority: urgent\n"
    catalog = catalog_with(ASKED, no_reason=urgent)
    wanted = {"how-long": 1, "no-reason": 3 + 1}
    assert priorities(documents(catalog.public)) == wanted
    assert priorities(Index.from_bytes(search_index(catalog.public)).documents) == wanted
    inside = priorities(Index.from_bytes(pipeline.internal_index(catalog)).documents)
    assert {name: inside[f"entry/{name}"] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [(EngineKind.MEILISEARCH, "priority", [1, 2]), (EngineKind.OPENSEARCH, "lift", [65 / 64, 66 / 64])],
)  # fmt: skip
def test_the_exports_have_them(kind, field, values, catalog_with):
    files = {one.path: one.content for one in engine_files(catalog_with(ASKED).public, kind)}
    found = [json.loads(line)[field] for line in files["documents.ndjson"].splitlines()]
    assert found == values


def test_without_the_file_the_editors_priority_stands_alone(catalog_with):
    assert priorities(documents(catalog_with(None).public)) == {"how-long": 1, "no-reason": 1}


def test_what_is_not_public_has_no_part_in_the_mean(catalog_with):
    """Asked 900 times in the mean, it would leave the other without a step."""
    asked = "asked: [{entry: how-long, count: 5}, {entry: no-reason, count: 30}]\n"
    assert priorities(documents(catalog_with(asked).public))["no-reason"] == 1 + 1
    more = asked.replace("count: 5}", "count: 5}, {entry: how-long-ago, count: 900}")
    catalog = catalog_with(more, no_reason=DRAFT + "  - id: no-reason\n")
    assert priorities(documents(catalog.public)) == {"how-long": 1, "no-reason": 2}
    inside = Index.from_bytes(pipeline.internal_index(catalog))
    assert priorities(inside.documents)["entry/how-long-ago"] == 0


def test_counts_of_an_entry_with_a_mistake_of_its_own_are_not_reported_as_well(
    broken_shop, problems_in
):
    files = broken_shop("faq/shelf-life.yaml", "    category: returns", "    category: []")
    files["asked.yaml"] = b"asked: [{entry: no-reason, count: 9}]\n"
    assert [one.code for one in problems_in(files)] == ["not-a-text"]
