"""axe-core finds nothing to object to in any state of the popup, light and dark, at both sizes."""

import json

import pytest
from playwright.sync_api import expect


def closed(visit):
    visit.go("demo/")


def home(visit):
    visit.open()
    visit.panel.get_by_role("heading", name="编辑推荐").wait_for()


def category(visit):
    home(visit)
    visit.panel.locator(".tile", has_text="七天无理由与退款").click()
    visit.panel.locator("h3.question").wait_for()


def found(visit):
    home(visit)
    visit.ask("多久发货")
    expect(visit.status).to_contain_text("找到")


def urgent(visit):
    home(visit)
    visit.ask("还没发货，我要退款")
    expect(visit.panel.locator(".urgent")).to_have_text("优先处理")
    visit.rows.first.wait_for()


def read_otherwise(visit):
    home(visit)
    visit.ask("baozhiqi")
    expect(visit.status).to_contain_text("按“")


def nothing_found(visit):
    home(visit)
    visit.ask("zzzzqqq")
    expect(visit.status).to_have_text("没有找到")


def answer(visit):
    home(visit)
    visit.page.evaluate("dianzhi.show('opened-use')")
    visit.answer.wait_for()


def answer_of_a_batch(visit):
    home(visit)
    visit.page.evaluate("dianzhi.show('batch-date')")
    visit.panel.get_by_role("button", name="查我这批的日期").wait_for()


def expired_answer(visit):
    visit.page.clock.set_fixed_time("2026-11-16T10:00:00+08:00")
    home(visit)
    visit.page.evaluate("dianzhi.show('ship-promo')")
    expect(visit.panel.locator("article")).to_contain_text("已过有效期")


def which_product(visit):
    """An answer with facts of a product, on a page that names none."""
    visit.open("pages/bare.html")
    visit.page.evaluate("dianzhi.show('opened-use')")
    visit.panel.locator(".which").wait_for()


def night(visit):
    visit.page.clock.set_fixed_time("2026-11-22T23:30:00+08:00")
    home(visit)
    expect(visit.panel.locator(".head")).to_contain_text("休息中")


def flow_options(visit):
    home(visit)
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


CAMERA = """
window.BarcodeDetector = class {
  static getSupportedFormats = async () => ['data_matrix']
  detect = async () => []
}
navigator.mediaDevices.getUserMedia = async () => {
  const canvas = document.createElement('canvas')
  canvas.getContext('2d').fillRect(0, 0, 9, 9)
  return ALLOWED ? canvas.captureStream(5) : Promise.reject(new DOMException('', 'NotAllowedError'))
}
"""
"""A stand-in: this browser has neither detector nor camera."""


def scanning(shown, *, allowed=True):
    def state(visit):
        visit.page.add_init_script(CAMERA.replace("ALLOWED", json.dumps(allowed)))
        batch_form(visit)
        visit.panel.get_by_role("button", name="扫包装上的码").click()
        visit.panel.locator(shown).wait_for()

    return state


def rated(name, shown):
    def state(visit):
        answer(visit)
        visit.panel.get_by_role("button", name=name, exact=True).click()
        expect(visit.panel).to_contain_text(shown)

    return state


def person(platform, handoff=None):
    def state(visit):
        home(visit)
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


def link_not_copied(visit):
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false"
    )
    answer(visit)
    visit.panel.get_by_role("button", name="复制链接").click()
    visit.panel.get_by_label("这条回答的链接").wait_for()


def themed(theme):
    """Return a state that a page's own word about light and dark leads to, whatever the system's."""

    def state(visit):
        urgent(visit)
        visit.page.evaluate("(theme) => dianzhi.setContext({ theme })", theme)

    return state


def on_the_left(visit):
    home(visit)
    visit.page.evaluate("dianzhi.setContext({ position: 'left' })")


def lost(path, go):
    """Return a state in which a file does not come."""

    def state(visit):
        visit.expect_console("404")
        visit.page.route(path, lambda route: route.fulfill(status=404, body=""))
        go(visit)

    return state


def without_index(visit):
    visit.open()
    visit.panel.get_by_role("alert").wait_for()


def without_answer(visit):
    home(visit)
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.panel.get_by_role("alert").wait_for()


def without_panel(visit):
    visit.go("demo/")
    visit.launcher.click()
    expect(visit.launcher).to_have_text("没有打开，点此重试")


def english(go):
    def state(visit):
        visit.open("pages/english.html")
        visit.rows.first.wait_for()
        go(visit)

    return state


def english_results(visit):
    visit.ask("发货")
    expect(visit.status).to_contain_text("Perhaps you mean")


def english_flow(visit):
    visit.panel.locator(".offer", has_text="Chase my order").click()
    visit.panel.locator(".choices").get_by_role("button", name="Pre-order").click()
    visit.panel.locator(".say .tag").wait_for()


def english_person(visit):
    visit.panel.locator(".offer", has_text="person").click()
    visit.panel.get_by_label("A note for them").wait_for()


def english_answer(visit):
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.answer.wait_for()


STATES = {
    "closed": closed,
    "home": home,
    "home at night": night,
    "category": category,
    "results": found,
    "results, doubtful, with an urgent offer": urgent,
    "results, read otherwise": read_otherwise,
    "nothing found": nothing_found,
    "answer": answer,
    "answer about a batch": answer_of_a_batch,
    "expired answer": expired_answer,
    "which product": which_product,
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
    "rated useful": rated("有用", "谢谢您的反馈"),
    "rated useless": rated("没用", "哪里不合适？"),
    "link not copied": link_not_copied,
    "person: in the app": person("douyin"),
    "person: several channels": person("site", "/handoff"),
    "person: the shop has the note": handed_over,
    "person: the shop refused": refused,
    "theme: dark": themed("dark"),
    "theme: light": themed("light"),
    "on the left": on_the_left,
    "no index": lost("**/index.bin", without_index),
    "no answer": lost("**/answers/*", without_answer),
    "no panel": lost("**/panel.js*", without_panel),
    "English": english(lambda _visit: None),
    "English results": english(english_results),
    "English flow": english(english_flow),
    "English person": english(english_person),
    "English answer": english(english_answer),
}


SMALL = """
(dialog) => [...dialog.querySelectorAll('button, input, textarea, a, [tabindex="0"]')]
  .filter((one) => one.checkVisibility() && !one.closest('.answer'))
  .filter(({ offsetWidth, offsetHeight }) => offsetWidth < 44 || offsetHeight < 44)
  .map(({ outerHTML }) => outerHTML)
"""
"""Links within an answer's sentences are as high as their line."""


@pytest.mark.parametrize("state", STATES)
def test_axe_objects_to_nothing_and_fingers_find_every_target(make_visit, axe, size, state):
    visit = make_visit(size)
    STATES[state](visit)
    assert axe(visit.page) == []
    small = visit.panel.evaluate_all(f"(all) => all.flatMap({SMALL})")
    assert small == []


SPOILT = {
    "button-name": "panel.querySelector('.close').removeAttribute('aria-label')",
    "label": "panel.querySelector('.input').removeAttribute('aria-label'); panel.querySelector('.input').placeholder = ''",
    "dark: color-contrast": "panel.host.style.setProperty('--dianzhi-muted-dark', '#333')",
    "color-contrast at": "panel.querySelector('.heading').style.backgroundImage = 'linear-gradient(red, blue)'",
}


@pytest.mark.parametrize("rule", SPOILT)
def test_axe_sees_what_is_spoilt(visit, axe, rule):
    """In the panel, through its shadow root."""
    home(visit)
    panel = "document.querySelector('dianzhi-faq').shadowRoot"
    visit.page.evaluate(f"(() => {{ const panel = {panel}; {SPOILT[rule]} }})()")
    assert any(one.startswith(rule) for one in axe(visit.page))
