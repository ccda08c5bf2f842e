"""axe-core finds nothing to object to in the popup's dialogues, look-ups and ways to a person."""

import pytest
from playwright.sync_api import expect

from tests.e2e.batches import with_camera


def flow_options(visit):
    visit.open()
    visit.panel.locator(".offer", has_text="催发货").click()
    visit.panel.locator(".choices").wait_for()


def flow_input_with_an_error(visit):
    flow_options(visit)
    visit.panel.locator(".choices").get_by_role("button", name="现货").click()
    visit.panel.get_by_label("订单号", exact=True).fill("123")
    visit.panel.get_by_role("button", name="下一步").click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("订单号一般是")


def flow_end_with_a_person(visit):
    flow_input_with_an_error(visit)
    visit.panel.get_by_role("button", name="下一步").click()
    visit.panel.locator(".summary").wait_for()


def flow_end_with_an_answer(visit):
    flow_options(visit)
    visit.panel.locator(".choices").get_by_role("button", name="预售").click()
    visit.panel.locator(".choices.is-main").wait_for()


def batch_form(visit, page="pages/bare.html"):
    visit.open(page)
    visit.page.evaluate("dianzhi.show('batch-date')")
    visit.panel.locator("article button", has_text="批").first.click()
    visit.panel.get_by_role("textbox").wait_for()


def looked_up(text, heading):
    def state(visit):
        batch_form(visit)
        visit.panel.get_by_role("textbox").fill(text)
        visit.panel.get_by_role("textbox").press("Enter")
        expect(visit.panel.locator(".outcome h3")).to_have_text(heading)

    return state


def scanning(shown, *, allowed=True):
    def state(visit):
        with_camera(visit, allowed=allowed)
        batch_form(visit)
        visit.panel.get_by_role("button", name="扫包装上的码").click()
        visit.panel.locator(shown).wait_for()

    return state


def person(platform, handoff=None):
    def state(visit):
        visit.open()
        visit.page.evaluate(
            "(context) => dianzhi.setContext(context)", {"platform": platform, "handoff": handoff}
        )
        visit.panel.locator(".offer", has_text="联系人工").click()
        visit.panel.get_by_label("给客服的说明").wait_for()

    return state


def handed_over(visit):
    person("site", "/handoff")(visit)
    visit.page.route("**/handoff", lambda route: route.fulfill(status=204))
    visit.panel.get_by_role("button", name="提交给店铺").click()
    expect(visit.panel).to_contain_text("店铺已经收到")


def refused(visit):
    visit.expect_console("422")
    person("site", "/handoff")(visit)
    visit.page.route("**/handoff", lambda route: route.fulfill(status=422))
    visit.panel.get_by_role("button", name="提交给店铺").click()
    expect(visit.panel).to_contain_text("店铺没有收下")


def english_flow(visit):
    visit.open("pages/english.html")
    visit.panel.locator(".offer", has_text="Chase my order").click()
    visit.panel.locator(".choices").get_by_role("button", name="Pre-order").click()
    visit.panel.locator(".say .tag").wait_for()


def english_person(visit):
    visit.open("pages/english.html")
    visit.panel.locator(".offer", has_text="person").click()
    visit.panel.get_by_label("A note for them").wait_for()


STATES = {
    "flow: options": flow_options,
    "flow: input with an error": flow_input_with_an_error,
    "flow: a person at the end": flow_end_with_a_person,
    "flow: an answer at the end": flow_end_with_an_answer,
    "batch: form": batch_form,
    "batch: found": looked_up("b2026-0301", "还有 830 天"),
    "batch: expired": looked_up("AC24-A1", "已过期 12 天"),
    "batch: not found": looked_up("ZZ99", "没有查到 ZZ99"),
    "batch: looks alike": looked_up("BZ0Z6O3OI", "没有查到 BZ0Z6O3OI"),
    "batch: several": looked_up("20260709-01", "是哪一件商品？"),
    "scan": scanning("video"),
    "scan: camera refused": scanning("[role=alert]", allowed=False),
    "person: in the app": person("douyin"),
    "person: several channels": person("site", "/handoff"),
    "person: the shop has the note": handed_over,
    "person: the shop refused": refused,
    "English flow": english_flow,
    "English person": english_person,
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_to_object_to(make_visit, axe, size, state):
    visit = make_visit(size)
    STATES[state](visit)
    assert axe(visit.page) == []
