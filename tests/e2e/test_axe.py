"""axe-core finds nothing to object to in the popup, light and dark, at both sizes.

Dialogues, look-ups and persons are in test_axe_parts.py, built pages in test_axe_pages.py.
"""

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


def of_another_product(visit):
    visit.open("demo/?sku=amino-cleanser")
    visit.ask("对坚果过敏能吃吗")
    expect(visit.panel.locator(".row small")).to_have_text("商品：每日坚果")


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


def rated(name, shown):
    def state(visit):
        answer(visit)
        visit.panel.get_by_role("button", name=name, exact=True).click()
        expect(visit.panel).to_contain_text(shown)

    return state


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


def english_answer(visit):
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.answer.wait_for()


STATES = {
    "closed": closed,
    "home": home,
    "home at night": night,
    "category": category,
    "results": found,
    "results, of another product": of_another_product,
    "results, doubtful, with an urgent offer": urgent,
    "results, read otherwise": read_otherwise,
    "nothing found": nothing_found,
    "answer": answer,
    "answer about a batch": answer_of_a_batch,
    "expired answer": expired_answer,
    "which product": which_product,
    "rated useful": rated("有用", "谢谢您的反馈"),
    "rated useless": rated("没用", "哪里不合适？"),
    "link not copied": link_not_copied,
    "theme: dark": themed("dark"),
    "theme: light": themed("light"),
    "on the left": on_the_left,
    "no index": lost("**/index.bin", without_index),
    "no answer": lost("**/answers/*", without_answer),
    "no panel": lost("**/panel.js*", without_panel),
    "English": english(lambda _visit: None),
    "English results": english(english_results),
    "English answer": english(english_answer),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_to_object_to(make_visit, axe, size, state):
    visit = make_visit(size)
    STATES[state](visit)
    assert axe(visit.page) == []


SPOILT = {
    "button-name": "panel.querySelector('.close').removeAttribute('aria-label')",
    "label": "panel.querySelector('.input').removeAttribute('aria-label'); panel.querySelector('.input').placeholder = ''",
    "dark: color-contrast": "panel.host.style.setProperty('--dianzhi-muted-dark', '#333')",
    "too small": "panel.querySelector('.close').style.width = '43px'",
    "color-contrast at": "panel.querySelector('.heading').style.backgroundImage = 'linear-gradient(red, blue)'",
}


@pytest.mark.parametrize("rule", SPOILT)
def test_what_is_spoilt_is_seen(visit, axe, rule):
    """In the panel, through its shadow root."""
    home(visit)
    panel = "document.querySelector('dianzhi-faq').shadowRoot"
    visit.page.evaluate(f"(() => {{ const panel = {panel}; {SPOILT[rule]} }})()")
    assert any(one.startswith(rule) for one in axe(visit.page))
