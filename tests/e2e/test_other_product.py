"""On a product's page a row of another product says whose it is, before it is opened."""

import pytest
from playwright.sync_api import expect

from tests.e2e.served import served
from tests.e2e.visit import Held

NUTS = "**/products/nut-mix.json"
ASKED = "对坚果过敏能吃吗"
A_PAUSE = 1_000
"""Milliseconds without a key pressed."""


def ask_of_nuts(visit, path="demo/?sku=amino-cleanser"):
    visit.open(path)
    visit.rows.first.wait_for()
    visit.ask(ASKED)
    return visit.rows.filter(has_text=ASKED)


def test_the_row_says_whose_it_is(make_visit, size):
    visit = make_visit(size)
    row = ask_of_nuts(visit)
    expect(row.locator("small")).to_have_text("商品：每日坚果")
    expect(row).to_have_accessible_name(f"{ASKED}？ 商品：每日坚果")
    inside = row.bounding_box()["y"] + row.bounding_box()["height"]
    name = row.locator("small").bounding_box()
    assert name["y"] + name["height"] <= inside


def test_it_says_so_in_english(make_visit, size):
    visit = make_visit(size)
    row = ask_of_nuts(visit)
    visit.page.evaluate("dianzhi.setContext({ lang: 'en' })")
    expect(row.locator("small")).to_have_text("For Daily Nut Mix")
    expect(row).to_have_accessible_name(f"{ASKED}？ Chinese For Daily Nut Mix")


SAID_ALREADY = [
    ("the page's own product", "demo/?sku=nut-mix"),
    ("a page of no product", "pages/bare.html"),
]


@pytest.mark.parametrize(
    "path", [case[1] for case in SAID_ALREADY], ids=[c[0] for c in SAID_ALREADY]
)
def test_nothing_is_said_of(visit, path):
    row = ask_of_nuts(visit, path)
    expect(row).to_have_accessible_name(f"{ASKED}？")
    assert not any("products/nut-mix" in request for request in visit.requests)


def test_what_holds_for_all_products_says_nothing(visit):
    visit.open("demo/?sku=amino-cleanser")
    visit.ask("多久发货")
    expect(visit.status).to_contain_text("找到")
    expect(visit.panel.locator(".row small")).to_have_count(0)


def test_the_list_waits_for_no_name(visit):
    names = Held(visit.page, NUTS)
    row = ask_of_nuts(visit)
    expect(row.locator("small")).to_have_text("其他商品")
    names.let_go()
    expect(row.locator("small")).to_have_text("商品：每日坚果")
    assert sum("products/" in request for request in visit.requests) == 1


@pytest.mark.parametrize(("lang", "says"), [("zh", "其他商品"), ("en", "Another product")])
def test_a_name_that_does_not_come(visit, lang, says):
    visit.expect_console("404")
    visit.page.route(NUTS, lambda route: route.fulfill(status=404, body=""))
    row = ask_of_nuts(visit)
    visit.page.evaluate("(lang) => dianzhi.setContext({ lang })", lang)
    expect(row.locator("small")).to_have_text(says)


def test_in_a_large_shop_too(visit, large_site):
    visit.site = large_site
    visit.open("demo/?sku=amino-cleanser")
    visit.rows.first.wait_for()
    visit.ask("白桃面霜怎么用")
    row = visit.rows.filter(has_text="白桃面霜怎么用？")
    expect(row.locator("small")).to_have_text("商品：白桃面霜")


@pytest.mark.parametrize(
    ("lang", "says"), [("zh", "商品：每日坚果等"), ("en", "For Daily Nut Mix and others")]
)
def test_several_products_are_called_by_the_first(visit, sample_public, lang, says):
    with served(sample_public) as visit.site:
        visit.open("public/demo/index.html?sku=amino-cleanser")
        visit.rows.first.wait_for()
        visit.page.evaluate("(lang) => dianzhi.setContext({ lang })", lang)
        visit.ask("零食配料表都有什么")
        expect(visit.rows.first.locator("small")).to_have_text(says)


def test_who_types_on_asks_for_no_names(visit):
    """Up to ten products a list: with every keystroke they would stand in the way of the index."""
    visit.page.clock.install()
    visit.open("demo/?sku=amino-cleanser")
    visit.rows.first.wait_for()
    visit.page.wait_for_load_state("networkidle")
    visit.page.clock.pause_at(visit.page.evaluate("Date.now()") + 60_000)
    visit.ask(ASKED)
    nuts = visit.rows.filter(has_text=ASKED)
    expect(nuts.locator("small")).to_have_text("其他商品")
    visit.ask("多久发货")
    expect(nuts).to_have_count(0)
    visit.page.clock.run_for(A_PAUSE)
    assert not any("nut-mix" in request for request in visit.requests)
    visit.ask(ASKED)
    expect(nuts.locator("small")).to_have_text("其他商品")
    visit.page.clock.run_for(A_PAUSE)
    expect(nuts.locator("small")).to_have_text("商品：每日坚果")
    visit.ask("")
    visit.ask(ASKED)
    expect(nuts.locator("small")).to_have_text("商品：每日坚果")
