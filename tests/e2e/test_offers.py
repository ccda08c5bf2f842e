"""What home and questions offer besides answers: dialogues, the batch lookup, a person."""

import re

import pytest
from playwright.sync_api import expect


def test_home_offers_dialogues_the_lookup_and_a_person(visit):
    visit.open()
    expect(visit.panel.locator(".offer")).to_have_text(
        ["催发货", "质量问题退换", "保质期查询", "联系人工"]
    )


OFFERED = [
    ("用了以后过敏", ["质量问题退换优先处理", "联系人工"]),
    ("还没发货，我要退款", ["联系人工优先处理", "催发货"]),
    ("多久发货，转人工", ["联系人工"]),
    ("批号 B2026-0301", ["查 B2026-0301 的保质期"]),
    ("发什么快递", []),
]


@pytest.mark.parametrize(("typed", "offered"), OFFERED, ids=[typed for typed, _ in OFFERED])
def test_offers_stand_above_the_answers_the_urgent_first(make_visit, size, typed, offered):
    visit = make_visit(size)
    visit.open()
    visit.ask(typed)
    expect(visit.status).to_have_text(re.compile("找到|没有"))
    above = visit.panel.locator(".offers:first-child .offer")
    expect(above if offered else visit.panel.locator(".offer")).to_have_text(offered)
    heights = above.evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert all(height <= 56 for height in heights), "one line each"


def test_a_person_is_offered_where_nothing_is_found(visit):
    visit.open()
    visit.ask("zzzzqqq")
    expect(visit.status).to_have_text("没有找到")
    expect(visit.panel.locator(".offer")).to_have_text(["联系人工"])
    expect(visit.panel.locator(".tile")).to_have_count(4)
