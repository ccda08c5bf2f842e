"""The popup's own interface: attributes, links, languages, and pages that are built in other ways."""

import pytest
from playwright.sync_api import expect

PLAIN = "pages/plain.html"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(23, 29, 28)"


def background(visit):
    return visit.panel.evaluate("(panel) => getComputedStyle(panel).backgroundColor")


# --- links ---------------------------------------------------------------------------------


def test_a_link_opens_its_answer_on_load_and_leaves_history_alone(make_visit, size):
    visit = make_visit(size)
    visit.go(f"{PLAIN}#faq=ship-time")
    expect(visit.answer).to_contain_text("48 小时内")
    assert visit.page.evaluate("[location.hash, history.length]") == ["#faq=ship-time", 2]


def test_a_changed_hash_opens_another_answer(visit):
    visit.go(PLAIN)
    visit.page.evaluate("location.hash = 'faq=courier'")
    expect(visit.panel.locator("article")).to_contain_text("暂时不能指定")
    visit.page.evaluate("location.hash = 'faq=no-such-entry'")
    expect(visit.panel).to_contain_text("没有这条内容")


@pytest.mark.parametrize(
    "other",
    ["#faq", "#faq=", "#faq=a b", "#/faq=ship-time", "#x&faq=ship-time", "#faq=a/b", "#top"],
)
def test_every_other_hash_belongs_to_the_page(visit, other):
    visit.go(PLAIN + other)
    visit.page.evaluate("location.hash = '#other'")
    visit.page.evaluate("(hash) => { location.hash = hash }", other)
    visit.page.wait_for_timeout(100)
    expect(visit.panel).to_have_count(0)
    assert [url for url in visit.requests if "manifest" in url] == []


def test_after_destroy_a_link_opens_nothing(visit):
    visit.go(PLAIN)
    visit.page.evaluate("dianzhi.destroy(); location.hash = 'faq=courier'")
    visit.page.wait_for_timeout(100)
    assert visit.page.locator("dianzhi-faq").count() == 0


# --- theme and place -----------------------------------------------------------------------

THEMES = {
    "the system's, light": (None, False, LIGHT),
    "the system's, dark": ("auto", True, DARK),
    "dark on a light system": ("dark", False, DARK),
    "light on a dark system": ("light", True, LIGHT),
}


@pytest.mark.parametrize("case", THEMES)
def test_the_theme_is_the_system_s_unless_the_page_says(make_visit, case):
    theme, dark, color = THEMES[case]
    visit = make_visit(dark=dark)
    visit.go(PLAIN)
    visit.page.evaluate("(theme) => dianzhi.setContext({ theme })", theme)
    visit.launcher.click()
    assert background(visit) == color


def test_on_the_left_the_launcher_and_the_card_keep_their_distance(make_visit, size):
    visit = make_visit(size)
    visit.go(PLAIN)
    visit.page.add_style_tag(content="body { --dianzhi-inset-x: 32px }")
    visit.page.evaluate("dianzhi.setContext({ position: 'left' })")
    assert visit.launcher.bounding_box()["x"] == 32
    visit.launcher.click()
    expect(visit.panel).to_be_visible()
    assert visit.panel.bounding_box()["x"] == (0 if size == "phone" else 32)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- language ------------------------------------------------------------------------------

LANGUAGES = {
    "pages/plain.html": ("问题咨询", "工作时间内"),
    "pages/english.html": ("Help", "Within opening hours"),
    "pages/words.html": ("Help", "Within opening hours"),
    "pages/words-zh.html": ("问题咨询", "工作时间内"),
}


@pytest.mark.parametrize("path", LANGUAGES)
def test_the_attribute_wins_over_the_page_s_language(visit, path):
    label, state = LANGUAGES[path]
    visit.go(path)
    expect(visit.launcher).to_have_text(label)
    visit.launcher.click()
    expect(visit.panel.locator(".head")).to_contain_text(state)


def test_a_shopper_switches_languages_where_they_are(make_visit, size):
    visit = make_visit(size)
    visit.go(PLAIN)
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.answer.wait_for()
    visit.button("English").click()
    expect(visit.answer).to_have_text("Within 48 hours of payment.")
    expect(visit.input).to_have_attribute("placeholder", "Ask about shipping, returns…")
    expect(visit.panel).to_have_attribute("lang", "en")
    expect(visit.button("中文")).to_be_focused()
    visit.button("中文").click()
    expect(visit.answer).to_contain_text("48 小时内")
    visit.button("关闭").click()
    expect(visit.launcher).to_have_text("问题咨询")


def test_the_page_switches_languages_too(visit):
    visit.open(PLAIN)
    visit.page.evaluate("dianzhi.setContext({ lang: 'en' })")
    expect(visit.panel.locator(".head")).to_contain_text("Within opening hours")
    visit.page.evaluate(
        "dianzhi.setContext({ lang: null }); document.documentElement.lang = 'en-US'"
    )
    expect(visit.panel.locator(".head")).to_contain_text("Within opening hours")
    visit.page.evaluate("document.documentElement.lang = 'zh-CN'")
    expect(visit.panel.locator(".head")).to_contain_text("工作时间内")


def test_a_shop_of_one_language_offers_no_switch(visit):
    def one_language(route):
        body = route.fetch().json()
        body["shop"]["languages"] = ["zh"]
        route.fulfill(json=body)

    visit.page.route("**/manifest.json", one_language)
    visit.open(PLAIN)
    visit.rows.first.wait_for()
    expect(visit.button("English")).to_have_count(0)


# --- context -------------------------------------------------------------------------------


def product_of_answer(visit):
    visit.page.evaluate("dianzhi.show('opened-use')")
    visit.panel.locator(".chip, .which").wait_for()
    return visit.panel.locator(".chip > span, .which").inner_text()


def test_context_is_set_and_taken_away(visit):
    visit.go(PLAIN)
    assert product_of_answer(visit) == "氨基酸洁面乳"
    visit.page.evaluate("dianzhi.setContext({ sku: 'hya-serum' })")
    expect(visit.panel.locator(".chip > span")).to_have_text("玻尿酸保湿精华")
    for nothing in ("null", "undefined"):
        visit.page.evaluate("dianzhi.setContext({ sku: 'hya-serum' })")
        visit.page.evaluate(f"dianzhi.setContext({{ sku: {nothing} }})")
        expect(visit.panel.locator(".which")).to_be_visible()


def test_an_element_placed_by_hand_is_the_popup_and_its_attributes_win(make_visit, size):
    visit = make_visit(size)
    visit.go("pages/placed.html")
    assert visit.page.locator("dianzhi-faq").count() == 1
    assert visit.page.locator("#here > dianzhi-faq").count() == 1
    expect(visit.page.get_by_role("link", name="常见问题")).to_be_hidden()
    assert visit.launcher.bounding_box()["x"] == 20, "what only the script says holds as well"
    assert product_of_answer(visit) == "玻尿酸保湿精华"
    visit.page.evaluate("document.querySelector('dianzhi-faq').dataset.sku = 'nut-mix'")
    expect(visit.panel.locator(".chip > span")).to_have_text("每日坚果")


def test_an_old_browser_is_left_with_the_link(visit):
    visit.page.add_init_script("CSS.supports = () => false")
    visit.page.goto(f"{visit.site}pages/placed.html", wait_until="load")
    expect(visit.page.get_by_role("link", name="常见问题")).to_be_visible()
    assert visit.page.evaluate("document.querySelector('dianzhi-faq').shadowRoot") is None


def test_a_router_that_draws_the_element_anew_keeps_one_popup(visit):
    visit.open("pages/placed.html")
    visit.page.evaluate(
        "here.innerHTML = ''; const next = document.createElement('dianzhi-faq');"
        "next.dataset.sku = 'nut-mix'; next.append('常见问题'); here.append(next)"
    )
    expect(visit.panel).to_be_hidden()
    expect(visit.page.locator("#here").get_by_text("常见问题")).to_be_hidden()
    assert visit.page.locator("dianzhi-faq .launcher").count() == 1
    assert product_of_answer(visit) == "每日坚果"
    visit.page.evaluate("here.innerHTML = ''")
    expect(visit.page.locator("dianzhi-faq")).to_have_count(0)
    visit.page.evaluate("dianzhi.open()")
    expect(visit.panel).to_be_visible()


def test_two_elements_in_a_page_are_one_popup(visit):
    visit.go("pages/placed.html")
    visit.page.evaluate(
        "const two = document.createElement('dianzhi-faq'); two.dataset.sku = 'nut-mix';"
        "two.append('常见问题二'); document.body.append(two)"
    )
    expect(visit.page.get_by_text("常见问题二")).to_be_hidden()
    assert visit.page.locator("dianzhi-faq .launcher").count() == 1
    assert product_of_answer(visit) == "每日坚果"
    visit.page.evaluate("document.querySelectorAll('dianzhi-faq')[1].remove()")
    expect(visit.panel).to_be_visible()


def test_the_element_is_moved_and_removed_and_added_again(visit):
    visit.open("pages/placed.html")
    visit.page.evaluate("document.body.append(document.querySelector('dianzhi-faq'))")
    expect(visit.panel).to_be_hidden()
    visit.launcher.click()
    expect(visit.panel).to_be_visible()


# --- pages built in other ways -------------------------------------------------------------


@pytest.mark.parametrize("name", ["module", "defer", "late", "prototypes"])
def test_however_the_script_comes_and_whatever_the_page_did_to_the_built_ins(visit, name):
    visit.go(f"pages/{name}.html")
    visit.launcher.click()
    expect(visit.rows.first).to_be_visible()
    for typed in ("开封后能用多久", "kaifenghou"):
        visit.ask(typed)
        expect(visit.rows.first).to_contain_text("开封后能用多久")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("36 个月")
    visit.button("没用").click()
    visit.button("联系人工").click()
    expect(visit.panel.get_by_label("给客服的说明")).to_be_visible()


def test_a_name_that_is_taken_already_does_no_harm(visit):
    visit.page.add_init_script("customElements.define('dianzhi-faq', class extends HTMLElement {})")
    visit.open(PLAIN)
    expect(visit.rows.first).to_be_visible()


def test_the_types_are_published_beside_the_loader(sample_dist):
    types = (sample_dist / "public" / "dianzhi.d.ts").read_text("utf-8")
    assert "interface Window { dianzhi?" in types
