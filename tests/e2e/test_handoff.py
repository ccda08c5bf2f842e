"""Sending the note to the shop's own address: what goes, when, and what becomes of it."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.person import note, reach

SLOW = (
    "AbortSignal.timeout = (ms) => { window.patience = ms; const one = new AbortController();"
    " one.abort(new DOMException('late', 'TimeoutError')); return one.signal }"
)
FAILURES = {
    "refused": (lambda route: route.fulfill(status=422), "店铺没有收下"),
    "broken": (lambda route: route.fulfill(status=500), "店铺没有收下"),
    "sent elsewhere": (
        lambda route: route.fulfill(status=302, headers={"location": "/"}),
        "没能连上店铺",
    ),
    "unreachable": (lambda route: route.abort(), "没能连上店铺"),
}


def answering(visit, handler):
    """Let the shop's address answer with `handler`; return what arrives there."""
    arrived = []

    def take(route):
        arrived.append(json.loads(route.request.post_data))
        handler(route)

    visit.page.unroute_all()
    visit.page.route("**/handoff", take)
    return arrived


@pytest.mark.parametrize("case", FAILURES)
def test_what_could_not_be_sent_stays_and_is_sent_again_as_the_same(visit, case):
    handler, words = FAILURES[case]
    visit.expect_console("Failed to load resource")
    reach(visit, "site", "/handoff")
    visit.hear("handoff")
    refused = answering(visit, handler)
    note(visit).fill("少了一瓶")
    visit.button("提交给店铺").click()
    expect(visit.panel.get_by_role("status").filter(has_text=words)).to_be_visible()
    expect(note(visit)).to_have_value("少了一瓶")
    assert visit.heard() == []
    accepted = answering(visit, lambda route: route.fulfill(status=204))
    visit.button("再次提交").click()
    expect(visit.panel).to_contain_text("店铺已经收到。")
    assert visit.heard() == [["handoff", {"channel": "post"}]]
    assert accepted == refused[:1]


def test_a_shop_that_does_not_answer_is_given_up_after_ten_seconds(visit):
    reach(visit, "site", "/handoff")
    visit.page.evaluate(SLOW)
    visit.button("提交给店铺").click()
    expect(visit.panel).to_contain_text("等了十秒没有回应")
    assert visit.page.evaluate("patience") == 10_000


def test_the_shop_gets_what_was_shown_and_nothing_else(make_visit, size):
    visit = make_visit(size)
    arrived = []
    reach(visit, "site", "/handoff")
    arrived = answering(visit, lambda route: route.fulfill(status=200, body="{}"))
    expect(visit.panel).to_contain_text("说明只在本页，您自己发出之前什么都不会发送。")
    expect(visit.panel).to_contain_text("一起发送商品、批号和看过的问题编号")
    note(visit).fill("少了一瓶")
    assert arrived == []
    sending = visit.button("提交给店铺")
    sending.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.button("已提交")).to_be_focused()
    visit.page.keyboard.press("Enter")
    expect(visit.panel).to_contain_text("店铺已经收到。")
    [body] = arrived
    assert len(body.pop("id")) == 32
    assert body == {
        "summary": "少了一瓶",
        "sku": "amino-cleanser",
        "batch": None,
        "platform": "site",
        "entries": ["ship-time"],
        "flow": None,
        "content": "0123456789abcdef",
    }
    note(visit).fill("少了一瓶，还漏了")
    visit.button("提交给店铺").click()
    expect(visit.panel).to_contain_text("店铺已经收到。")
    assert [one["summary"] for one in arrived[1:]] == ["少了一瓶，还漏了"]
    assert arrived[1]["id"] != arrived[0].get("id")


@pytest.mark.parametrize("address", ["http://desk.example/faq", "javascript:alert(1)", "https://"])
def test_nothing_is_sent_in_the_clear_to_others(visit, address):
    reach(visit, "site", address)
    expect(visit.button("复制说明")).to_be_visible()
    expect(visit.button("提交给店铺")).to_have_count(0)


def test_without_a_word_nothing_is_copied_or_sent(visit):
    reach(visit, handoff="/handoff")
    note(visit).fill("  ")
    for name in ("提交给店铺", "复制说明"):
        visit.button(name).click()
        expect(visit.panel).to_contain_text("先写一句想问的")
        expect(note(visit)).to_be_focused()
    assert "handoff" not in visit.requests


@pytest.mark.parametrize("name", ["demo/", "pages/strict.html", "pages/nonce.html"])
def test_a_strict_policy_has_nothing_to_object_to(visit, name):
    reach(visit, "site", "/handoff", path=name)
    visit.page.route("**/handoff", lambda route: route.fulfill(status=200))
    visit.button("提交给店铺").click()
    expect(visit.panel).to_contain_text("店铺已经收到。")
    assert visit.page.evaluate("violations") == []
