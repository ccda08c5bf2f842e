"""What a shopper says of an answer, and the link to it."""

import pytest
from playwright.sync_api import expect

PLAIN = "pages/plain.html"


def read(visit, path=PLAIN, entry="ship-time"):
    visit.go(path)
    visit.page.evaluate(
        "window.heard = []; document.addEventListener('dianzhi:rate', (e) => heard.push(e.detail))"
    )
    visit.page.evaluate("(id) => dianzhi.show(id)", entry)
    visit.answer.wait_for()


def heard(visit):
    return visit.page.evaluate("heard")


def test_a_useful_answer_is_told_to_the_page_and_stays_marked(make_visit, size):
    visit = make_visit(size)
    read(visit)
    requests = len(visit.requests)
    expect(visit.button("有用")).to_have_attribute("aria-pressed", "false")
    visit.button("有用").click()
    expect(visit.button("有用")).to_be_focused()
    expect(visit.panel.get_by_role("status").filter(has_text="谢谢您的反馈")).to_be_visible()
    assert heard(visit) == [{"id": "ship-time", "useful": True}]
    assert len(visit.requests) == requests, "nothing is sent"
    visit.answer.get_by_role("link", name="发什么快递").click()
    expect(visit.button("有用")).to_have_attribute("aria-pressed", "false")
    visit.button("返回").click()
    expect(visit.button("有用")).to_have_attribute("aria-pressed", "true")


def test_a_useless_one_may_be_given_a_reason_and_another_mind(make_visit, size):
    visit = make_visit(size)
    read(visit)
    visit.button("没用").click()
    reasons = visit.panel.get_by_role("group", name="哪里不合适？")
    reasons.get_by_role("button", name="不是我要问的").click()
    reasons.get_by_role("button", name="和实际不一样").click()
    visit.button("有用").click()
    expect(reasons).to_have_count(0)
    assert heard(visit) == [
        {"id": "ship-time", "useful": False},
        {"id": "ship-time", "useful": False, "reason": "other"},
        {"id": "ship-time", "useful": False, "reason": "wrong"},
        {"id": "ship-time", "useful": True},
    ]
    pressed = visit.panel.locator("[aria-pressed=true]")
    expect(pressed).to_have_text(["有用"])


def test_an_expired_or_unknown_answer_asks_for_no_opinion(visit):
    visit.open(PLAIN)
    for entry in ("ship-promo", "no-such-entry"):
        visit.page.evaluate("(id) => dianzhi.show(id)", entry)
        expect(visit.panel.locator("p.notice")).to_be_visible()
        expect(visit.button("有用")).to_have_count(0)


def test_the_link_is_copied_and_opens_the_answer_again(make_visit, size):
    visit = make_visit(size)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read(visit, "pages/plain.html?from=ad#top")
    visit.button("复制链接").click()
    expect(visit.panel).to_contain_text("已复制")
    link = visit.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{visit.site}pages/plain.html?from=ad#faq=ship-time"
    assert visit.page.url.endswith("#top"), "copying leaves the page where it is"
    visit.page.goto("about:blank")
    visit.page.goto(link)
    expect(visit.answer).to_contain_text("48 小时内")


def test_where_copying_is_denied_the_link_is_shown_and_selected(visit):
    visit.page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));"
        "document.execCommand = () => false"
    )
    read(visit)
    field = visit.panel.get_by_label("这条回答的链接")
    expect(field).to_be_hidden()
    visit.button("复制链接").click()
    expect(visit.panel).to_contain_text("没能自动复制，链接已选中")
    expect(field).to_be_focused()
    selected = field.evaluate("(e) => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert selected == f"{visit.site}pages/plain.html#faq=ship-time"


def test_a_page_that_steers_by_its_hash_gets_no_link_that_would_lead_it_astray(visit):
    read(visit, "pages/plain.html#/item/1")
    expect(visit.button("有用")).to_be_visible()
    expect(visit.button("复制链接")).to_have_count(0)


def kept(visit):
    return visit.page.evaluate(
        "[localStorage.length, document.cookie, JSON.stringify({ ...sessionStorage })]"
    )


def test_only_a_page_that_asks_for_it_remembers_ratings_in_this_tab(visit):
    read(visit)
    visit.button("有用").click()
    assert kept(visit) == [0, "", "{}"]
    assert not [url for url in visit.requests if "remember.js" in url]
    read(visit, "pages/remember.html")
    visit.button("没用").click()
    visit.button("没看懂").click()
    assert kept(visit) == [0, "", '{"dianzhi:rated":"{\\"ship-time\\":false}"}']
    read(visit, "pages/remember.html")
    expect(visit.button("没用")).to_have_attribute("aria-pressed", "true")
    assert heard(visit) == []


@pytest.mark.parametrize(
    "damage",
    [
        "sessionStorage.setItem('dianzhi:rated', '{half')",
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no') } })",
    ],
    ids=["what was kept is broken", "the browser forbids it"],
)
def test_storage_that_fails_costs_nothing_but_memory(visit, damage):
    visit.page.add_init_script(damage)
    read(visit, "pages/remember.html")
    visit.button("有用").click()
    expect(visit.panel.get_by_role("status").filter(has_text="谢谢您的反馈")).to_be_visible()
