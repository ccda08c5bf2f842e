"""The theming page: what is chosen on it is what the popup wears, under a strict policy."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

DOCUMENTED = Path("widget/README.md").read_text("utf-8").partition("## Theming")[2]


@pytest.fixture
def themed(make_visit, size):
    visit = make_visit(size)
    visit.go("demo/theme.html")
    return visit


def colour_of(locator, name):
    return locator.evaluate(f"(e) => getComputedStyle(e).{name}")


def test_the_page_shows_every_documented_property_and_no_other(themed):
    names = themed.page.locator("[name^='--']").evaluate_all("(all) => all.map((e) => e.name)")
    assert sorted(names) == sorted(set(re.findall(r"`(--dianzhi-[a-z-]+)`", DOCUMENTED)))
    parts = re.findall(r"`([a-z]+)`", DOCUMENTED.partition("\nParts:")[2].partition("\n\n")[0])
    shown = " ".join(themed.page.locator("code").all_text_contents())
    assert parts
    assert [part for part in parts if f"::part({part})" not in shown] == []


def test_a_colour_reaches_the_popup_at_once_and_goes_again(themed):
    page = themed.page
    before = colour_of(themed.launcher, "backgroundColor")
    page.locator("[name='--dianzhi-accent']").fill("#8a2be2")
    expect(themed.launcher).to_have_css("background-color", "rgb(138, 43, 226)")
    expect(page.locator("#css")).to_have_text("dianzhi-faq {\n  --dianzhi-accent: #8a2be2;\n}")
    page.get_by_role("button", name="恢复默认").click()
    expect(themed.launcher).to_have_css("background-color", before)
    expect(page.locator("#css")).to_have_text("/* 还没有改动 */")
    assert page.evaluate("violations") == []


def test_parts_can_be_styled_from_the_page(themed):
    page = themed.page
    page.locator("#launcher-part").check()
    page.locator("#panel-part").check()
    expect(themed.launcher).to_have_css("border-top-left-radius", "6px")
    page.get_by_role("button", name="打开浮窗").click()
    expect(themed.panel).to_have_css("border-top-width", "3px")
    expect(page.locator("#css")).to_contain_text("::part(launcher)")
    assert page.evaluate("violations") == []


def test_what_the_page_says_to_paste_does_what_was_shown(make_visit):
    """The text of the box, put into the style sheet of a page of its own."""
    visit = make_visit()
    visit.go("demo/theme.html")
    visit.page.locator("[name='--dianzhi-accent']").fill("#8a2be2")
    visit.page.locator("[name='--dianzhi-inset-x']").fill("64")
    visit.page.locator("#launcher-part").check()
    sheet = visit.page.locator("#css").text_content()
    other = make_visit()
    other.go("pages/plain.html")
    other.page.add_style_tag(content=sheet)
    expect(other.launcher).to_have_css("background-color", "rgb(138, 43, 226)")
    expect(other.launcher).to_have_css("border-top-left-radius", "6px")
    box = other.launcher.bounding_box()
    assert round(box["x"] + box["width"]) == 1280 - 64
