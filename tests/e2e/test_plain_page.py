"""What is left where the popup cannot run: the link, and the page it leads to."""

import pytest
from playwright.sync_api import expect

from tests.e2e.served import served
from tests.e2e.visit import SIZES

PAGES = ["faq.html", "faq.en.html", "embed.html"]


@pytest.fixture(scope="module")
def public_site(sample_public):
    """The sample's public files, served as `dianzhi serve` does."""
    with served(sample_public) as address:
        yield f"{address}public/"


@pytest.fixture
def plain(browser, public_site, size):
    """Open a page of the site without JavaScript; complaints of the browser fail the test."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=False,
        is_mobile=width < 400,
    )
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))

    def go(path):
        page.goto(public_site + path)
        return page

    yield go
    context.close()
    assert complaints == []


def test_without_javascript_the_link_leads_to_every_answer(plain):
    page = plain("demo/")
    page.wait_for_load_state("networkidle")  # its icon comes after the page
    page.locator("dianzhi-faq a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("屿光常见问题")
    page.locator("summary", has_text="七天无理由与退款").click()
    page.get_by_role("navigation").get_by_role("link", name="护肤品拆封了还能退吗").click()
    assert page.url.endswith("faq.html#opened-return")
    heading = page.get_by_role("heading", name="护肤品拆封了还能退吗")
    expect(heading).to_be_in_viewport()
    expect(page.locator("article", has=heading)).to_contain_text("一次性密封")
    expect(page.locator("article", has=heading)).to_contain_text("更新于 2026-10-27")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_and_fingers_find_the_links(plain, path):
    page = plain(path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    low = (
        "(all) => all.filter((e) => e.offsetHeight && e.offsetHeight < 44).map((e) => e.outerHTML)"
    )
    targets = page.locator("summary, nav a, .up a, .language a, dd a")
    assert targets.evaluate_all(low) == []


def test_the_contents_close_and_open_by_keyboard(plain):
    page = plain("faq.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到问题")).to_be_in_viewport()
    first = page.locator("details").first
    first.locator("summary").press("Enter")
    expect(first.get_by_role("link").first).to_be_visible()


def test_a_link_to_one_question_is_an_address_to_send(plain):
    page = plain("faq.html#opened-return")
    expect(page.locator("#opened-return")).to_be_in_viewport()


def test_the_other_language_is_one_link_away(plain):
    page = plain("faq.html")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yuguang: frequent questions")
    assert page.locator("html").get_attribute("lang") == "en"


def test_on_paper_there_are_answers_and_no_navigation(plain):
    page = plain("faq.html")
    page.emulate_media(media="print")
    for one in ("nav", ".skip", ".up", ".language"):
        expect(page.locator(one).first).to_be_hidden()
    expect(page.locator("#opened-return")).to_be_visible()
    colours = "(e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("body").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_does_not_object_to_the_data_for_search_engines(make_visit, path):
    visit = make_visit()
    visit.page.goto(visit.site + path)
    expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
    assert visit.page.evaluate("violations") == []


OLD = {
    "no constructed styles": "delete window.CSSStyleSheet",
    "no shadow roots": "delete Element.prototype.attachShadow",
}


@pytest.mark.parametrize("lack", OLD)
def test_an_old_webview_keeps_the_link(make_visit, size, lack):
    """What older WebViews lack is taken away before the loader runs: it stops, the link stays."""
    visit = make_visit(size)
    visit.expect_console("uncaught")
    visit.page.add_init_script(OLD[lack])
    visit.page.goto(visit.site + "demo/")
    visit.page.wait_for_load_state("load")
    link = visit.page.get_by_role("link", name="常见问题")
    expect(link).to_be_visible()
    assert any("uncaught" in one for one in visit.wrong), "the loader ran: nothing was tried"
    link.click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("屿光常见问题")


UNREAD = {
    "syntax it cannot read": {"body": "const a = b ??? c", "content_type": "text/javascript"},
    "no loader at all": {"status": 404, "body": ""},
}


@pytest.mark.parametrize("case", UNREAD)
def test_a_loader_that_cannot_be_read_leaves_the_link(make_visit, case):
    visit = make_visit()
    visit.expect_console("SyntaxError|Unexpected token|Failed to load resource")
    visit.page.route("**/faq.js", lambda route: route.fulfill(**UNREAD[case]))
    visit.page.goto(visit.site + "demo/")
    visit.page.wait_for_load_state("load")
    assert visit.complaints() != visit.wrong, "the loader was read: nothing was tried"
    expect(visit.page.get_by_role("link", name="常见问题")).to_be_visible()


def test_where_the_popup_runs_the_link_gives_way(visit):
    visit.go("demo/")
    expect(visit.launcher).to_be_visible()
    expect(visit.page.get_by_text("常见问题", exact=True)).to_be_hidden()
