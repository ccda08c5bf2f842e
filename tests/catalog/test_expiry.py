"""Last days by spec/vectors/expiry.json, and months counted in another way."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.catalog.expiry import add_months, last_day
from dianzhi.model.kinds import Text
from dianzhi.model.product import ExpiryRule, Product, ProductKind

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "spec/vectors/expiry.json").read_text("utf-8"))
MONTHS = st.integers(0, 120)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def product(case):
    return Product(
        id="a",
        name=Text("甲"),
        kind=ProductKind.FOOD,
        net=Text("1 g"),
        storage=Text("常温"),
        shelf_life_months=case.get("months"),
        shelf_life_days=case.get("days"),
        expiry_rule=ExpiryRule(case.get("rule", "civil")),
    )


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["why"])
def test_last_day(case):
    found = last_day(date.fromisoformat(case["produced"]), product(case))
    assert (found and found.isoformat()) == case["expires"]


def days_of_the_month(day, months):
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=32)).replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return [first + timedelta(days=one) for one in range((following - first).days)]


@given(DAYS, MONTHS)
def test_the_corresponding_day_is_the_latest_in_the_month_that_is_not_later(day, months):
    fitting = [one for one in days_of_the_month(day, months) if one.day <= day.day]
    assert add_months(day, months) == max(fitting)


@given(DAYS, DAYS, MONTHS)
def test_who_was_made_later_expires_no_earlier(one, other, months):
    earlier, later = sorted((one, other))
    assert add_months(earlier, months) <= add_months(later, months)


@given(DAYS)
def test_twelve_months_are_a_year(day):
    expected = day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else None
    assert add_months(day, 12) == (expected or date(day.year + 1, 2, 28))


def test_the_reference_shows_every_case():
    page = (ROOT / "docs/reference/dates.md").read_text("utf-8")
    for case in VECTORS:
        life = (
            f"{case['months']} 个月"
            if "months" in case
            else f"{case['days']} 天"
            if "days" in case
            else "没有写"
        )
        rule = f"`{case.get('rule', 'civil')}`" if "months" in case else "—"
        row = f"| {case['produced']} | {life} | {rule} | {case['expires'] or '不推算'} |"
        assert row in page
    assert page.count("\n| 1") + page.count("\n| 2") == len(VECTORS)
