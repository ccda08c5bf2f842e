"""The popup while its files are still coming, or come damaged: nothing moves under a finger."""

import pytest
from playwright.sync_api import expect

from tests.e2e.visit import Held

HEARD = (
    "heard = []; said = [];"
    "for (const type of ['search', 'noresult'])"
    " document.addEventListener('dianzhi:' + type, (e) => heard.push([type, e.detail.query]));"
    "new MutationObserver(() => said.push(status.textContent)).observe("
    "status = document.querySelector('dianzhi-faq').shadowRoot.querySelector('.status'),"
    " { childList: true, characterData: true, subtree: true })"
)
WORSE = """
import * as whole from './search.js?whole'
export const { IndexFormatError } = whole
export const openIndex = async (options) => {
  const shop = await whole.openIndex(options)
  const search = shop.search.bind(shop)
  shop.search = async (...all) => (await search(...all))
    .map((hit) => ({ ...hit, score: hit.score - !shop.complete }))
  return shop
}
"""
"""An engine whose list is sure to change when the second half of the index joins."""
MARK = "(row) => { row.dataset.drawn = 'before' }"


@pytest.fixture
def early(visit):
    """A search whose first list stands, drawn without the second half of the index."""
    held = Held(visit.page, "**/more.bin")
    script = {"body": WORSE, "content_type": "text/javascript"}
    visit.page.route("**/search.js", lambda route: route.fulfill(**script))
    visit.open("pages/plain.html")
    visit.page.evaluate(HEARD)
    visit.ask("多久发货")
    expect(visit.rows.first).to_contain_text("下单后多久发货")
    visit.rows.first.evaluate(MARK)
    visit.let_go = held.let_go
    return visit


def joined(visit):
    with visit.page.expect_response("**/more.bin"):
        visit.let_go()
    visit.page.wait_for_timeout(500)


def drawn_before(visit):
    return visit.panel.locator("[data-drawn]").count() == 1


def test_a_better_list_takes_the_place_of_the_first_one_once_it_can(early):
    joined(early)
    expect(early.rows.first).to_contain_text("下单后多久发货")
    assert not drawn_before(early)
    assert early.focused() == "input"


REACHES = {
    "a key went into the list": lambda visit: visit.input.press("ArrowDown"),
    "a mouse went over a row": lambda visit: visit.rows.nth(1).hover(),
    "a finger is on the list": lambda visit: visit.rows.first.dispatch_event("pointerdown"),
    "the list was scrolled": lambda visit: visit.panel.locator(".body").evaluate(
        "(body) => { body.style.flex = '0 0 80px'; body.scrollTop = 9 }"
    ),
}


@pytest.mark.parametrize("reach", REACHES)
def test_a_list_in_use_stays_as_it_is(early, reach):
    REACHES[reach](early)
    focused = early.focused()
    joined(early)
    assert drawn_before(early)
    assert early.focused() == focused


def test_a_list_drawn_again_is_announced_and_reported_once(early):
    early.page.wait_for_timeout(900)  # the search counts as meant
    joined(early)
    early.page.wait_for_timeout(900)
    assert not drawn_before(early)
    assert early.page.evaluate("heard") == [["search", "多久发货"]]
    assert len(early.page.evaluate("said")) == 1


def test_pinyin_waits_for_what_understands_it(visit):
    held = Held(visit.page, "**/more.bin")
    visit.open("pages/plain.html")
    visit.rows.first.wait_for()
    visit.ask("kaifenghou")
    expect(visit.status).to_have_text("正在查找…")
    held.let_go()
    expect(visit.rows.first).to_contain_text("开封后能用多久")


def test_a_retry_keeps_the_keyboard_inside(visit):
    visit.expect_console("Failed to load resource")
    visit.page.route("**/answers/*", lambda route: route.fulfill(status=404, body=""))
    visit.open("pages/plain.html")
    visit.rows.first.click()
    retry = visit.panel.get_by_role("button", name="再试一次")
    retry.focus()
    visit.page.unroute_all()
    visit.page.keyboard.press("Enter")
    expect(visit.answer).to_contain_text("48 小时内")
    assert visit.focused() == "question"
    visit.page.keyboard.press("Escape")
    expect(visit.rows.first).to_be_focused()


def test_a_slow_answer_keeps_the_keyboard_inside(visit):
    held = Held(visit.page, "**/answer.js*")
    visit.open("pages/plain.html")
    visit.rows.first.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.status).to_have_text("正在读取…")
    assert visit.focused() == "body"
    visit.page.keyboard.press("Escape")
    expect(visit.input).to_be_visible()
    expect(visit.rows.first).to_be_focused()
    held.let_go()


def test_a_tapped_row_does_not_stay_lit(make_visit):
    visit = make_visit("phone")
    visit.open("pages/plain.html")
    plain = visit.rows.first.evaluate("(row) => getComputedStyle(row).backgroundColor")
    visit.rows.first.hover()
    assert visit.rows.first.evaluate("(row) => row.matches(':hover')")
    assert visit.rows.first.evaluate("(row) => getComputedStyle(row).backgroundColor") == plain


def test_an_address_of_nothing_leads_on(visit):
    visit.go("pages/plain.html#faq=gone")
    expect(visit.panel.locator(".notice")).to_contain_text("没有这条内容")
    expect(visit.panel.locator(".tile")).to_have_count(4)
    visit.panel.locator(".offer", has_text="联系人工").click()
    expect(visit.panel.locator(".question")).to_contain_text("人工")


def test_broken_events_of_the_page_do_not_break_the_panel(visit):
    visit.go("pages/plain.html")
    visit.page.evaluate("void (CustomEvent = function () { throw new Error('ours') })")
    visit.launcher.click()
    visit.ask("多久发货")
    visit.page.wait_for_timeout(900)  # the search is reported
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("48 小时内")


@pytest.mark.parametrize("opened", [False, True])
def test_a_page_that_wrote_itself_anew_can_open_the_panel(visit, opened):
    visit.go("pages/plain.html")
    if opened:
        visit.launcher.click()
        visit.panel.wait_for()
    visit.page.evaluate("document.open(); document.write('<h1>新的一页</h1>'); document.close()")
    visit.page.evaluate("dianzhi.open()")
    visit.ask("多久发货")
    expect(visit.rows.first).to_contain_text("下单后多久发货")


PAGES = {
    "a base elsewhere": "<base href='https://elsewhere.invalid/'>",
    "written from right to left": "<script>document.documentElement.dir = 'rtl'</script>",
    "tiny root, styles unset": "<style>html{font-size:1px}*{all:unset!important;display:none}</style>",
    "something above all": "<style>body::after{content:'';position:fixed;inset:0;z-index:999;"
    "background:#fcc}</style>",
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_of_its_own_mind_leaves_the_popup_alone(visit, case):
    def reply(route):
        page = route.fetch().text().replace("../faq.js", f"{visit.site}faq.js")
        route.fulfill(
            body=page.replace("</head>", PAGES[case] + "</head>"), content_type="text/html"
        )

    boxes = []
    for pattern in ("**/none", "**/plain.html"):
        visit.page.route(pattern, reply)
        visit.go("pages/plain.html")
        launcher = visit.launcher.bounding_box()
        visit.launcher.click()
        visit.ask("多久发货")
        visit.rows.first.click()
        expect(visit.answer).to_contain_text("48 小时内")
        boxes.append([launcher, visit.panel.bounding_box()])
    assert boxes[0] == boxes[1]


def test_four_times_as_large_all_can_be_reached(visit):
    visit.page.set_viewport_size({"width": 320, "height": 256})
    visit.open("pages/plain.html")
    visit.ask("多久发货")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("48 小时内")
    assert visit.panel.evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
    visit.panel.get_by_role("button", name="复制链接").click()
    visit.panel.locator(".close").click()
    expect(visit.panel).to_be_hidden()
