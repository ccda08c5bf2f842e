"""The knowledge base in a browser: found by typing, copied with one key, whole without a network."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.knowledge import PLAIN, ROOT, box, copied, rows

SCRIPT = "scripts/urge-shipping.html"


def test_every_kind_of_page_loads_without_complaint(make_page, kb_site):
    page = make_page()
    for path in sorted(kb_site.rglob("*.html")):
        address = path.relative_to(kb_site).as_posix()
        if address != "404.html":
            page.goto(ROOT + address)
            expect(page.locator("h1")).to_have_count(1)
            expect(box(page)).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_window(make_page, kb_site, width):
    page = make_page(width=width)
    for folder in (
        "faq",
        "scripts",
        "flows",
        "products",
        "meetings",
        "categories",
        "source/faq",
        "",
    ):
        address = next(
            one for one in sorted((kb_site / folder).glob("*.html")) if one.name != "404.html"
        )
        page.goto(ROOT + address.relative_to(kb_site).as_posix())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_typing_finds_an_entry_and_enter_opens_it(make_page):
    page = make_page("people.html")
    page.keyboard.press("/")
    page.keyboard.type("发票怎么开")
    row = rows(page).first
    expect(row).to_contain_text("问答")
    expect(row.locator("mark").first).to_be_visible()
    expect(row).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/faq/"))
    expect(page.locator("h1")).to_contain_text("发票")


def test_the_box_says_how_it_read_pinyin(make_page):
    page = make_page("people.html")
    box(page).fill("baozhiqi")
    expect(page.get_by_text("按“保质期”查找")).to_be_visible()
    expect(rows(page).first).to_be_visible()


def test_arrows_move_and_escape_closes(make_page):
    page = make_page("people.html")
    box(page).fill("发货")
    expect(rows(page).nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(rows(page).nth(1)).to_have_attribute("aria-selected", "true")
    assert box(page).get_attribute("aria-activedescendant") == rows(page).nth(1).get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(rows(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(rows(page).first).to_be_hidden()
    expect(box(page)).to_be_focused()


def test_a_slash_typed_into_a_field_stays_a_slash(make_page):
    page = make_page(SCRIPT)
    field = page.get_by_label("订单号")
    field.focus()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_three_letters_and_enter_copy_a_script_with_the_order_number(make_page):
    page = make_page(SCRIPT)
    page.get_by_label("订单号").fill("68801")
    page.get_by_label("买家昵称").fill("小满")
    page.keyboard.press("Escape")
    box(page).fill("cfh")
    expect(rows(page).first).to_contain_text("cfh1")
    expect(rows(page).first).to_contain_text("订单 68801 已经")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    lines = copied(page).splitlines()
    assert lines[0] == "小满，让您等了。我看到订单 68801 已经在排队打包。"
    assert len(lines) == 2


def test_one_line_is_copied_and_empty_blanks_are_warned_about(make_page):
    page = make_page(SCRIPT)
    page.get_by_label("买家昵称").fill("小满")
    page.get_by_role("button", name="复制", exact=True).first.click()
    expect(page.get_by_role("status").filter(has_text="还没填：订单号")).to_be_visible()
    assert copied(page) == "小满，让您等了。我看到订单 {订单号} 已经在排队打包。"


def test_blanks_are_kept_from_page_to_page_until_cleared(make_page):
    page = make_page(SCRIPT)
    page.get_by_label("买家昵称").fill("小满")
    page.goto(ROOT + "scripts/bzq-check.html")
    expect(page.locator(".dz-line").first).to_contain_text("小满您好")
    page.get_by_role("button", name="清空").click()
    expect(page.locator(".dz-line").first).to_contain_text("{买家昵称}您好")
    expect(page.get_by_label("买家昵称")).to_have_value("")


def test_copying_works_on_plain_http(make_page):
    page = make_page(PLAIN + SCRIPT)
    assert page.evaluate("navigator.clipboard === undefined")
    page.evaluate(
        "document.addEventListener('copy', () => (window.taken = String(document.activeElement.value)))"
    )
    page.get_by_role("button", name="全部复制").click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    assert "排队打包" in page.evaluate("window.taken")


def test_an_answer_is_copied_as_words(make_page):
    page = make_page("faq/when-ship.html")
    page.get_by_role("button", name="复制答案").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    text = copied(page)
    assert len(text) > 10
    assert not re.search(r"[*<>]", text)


def test_values_still_missing_in_a_copied_answer_are_named(make_page):
    page = make_page("faq/shelf-life.html")
    page.get_by_role("button", name="复制答案").click()
    toast = page.get_by_role("status").filter(has_text="已复制")
    expect(toast).to_have_text("已复制，还没填：商品名称、保质期")
    assert "未开封的{商品名称}保质期是 {保质期}" in copied(page)


COUNT_SEARCHES = """() => {
    const box = customElements.get('dz-search').prototype, search = box.search
    window.searches = 0
    box.search = function () { window.searches += 1; return search.call(this) }
}"""


def test_nothing_is_searched_while_an_input_method_composes(make_page):
    page = make_page()
    box(page).click()
    page.evaluate(COUNT_SEARCHES)
    session = page.context.new_cdp_session(page)
    for text in ("t", "tui'huo"):
        where = {"selectionStart": len(text), "selectionEnd": len(text)}
        session.send("Input.imeSetComposition", {"text": text, **where})
    assert page.evaluate("[document.activeElement.value, searches]") == ["tui'huo", 0]
    session.send("Input.insertText", {"text": "退货"})
    expect(rows(page).first).to_be_visible()
    expect(box(page)).to_have_value("退货")


def test_a_deep_link_into_the_changelog_shows_the_change(make_page, kb_site):
    found = re.search(
        r'class="dz-item" id="([^"]+)"', (kb_site / "changelog/index.html").read_text("utf-8")
    )
    assert found
    page = make_page(f"changelog/index.html#{found[1]}")
    expect(page.locator(f"[id='{found[1]}']")).to_be_in_viewport()


def test_edit_leads_to_the_line_in_the_file(make_page):
    page = make_page("faq/when-ship.html")
    page.mouse.wheel(0, 4000)  # the theme writes to the history a moment after scrolling
    page.get_by_role("link", name="编辑这一条").click()
    page.wait_for_url(re.compile(r"/source/faq/shipping\.yaml\.html#L\d+"))
    expect(page.locator(".dz-source :target")).to_contain_text("when-ship")


def test_going_from_page_to_page_keeps_one_working_search(make_page):
    page = make_page("people.html")
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="话术", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("话术")
    page.get_by_role("link", name="催发货").first.click()
    expect(page.locator("h1")).to_contain_text("催发货")
    page.get_by_label("买家昵称").fill("小满")
    expect(page.locator(".dz-line").first).to_contain_text("小满")
    page.go_back()
    expect(page.locator("h1")).to_have_text("话术")
    assert page.evaluate("window.stays") is True
    expect(page.locator("dz-search input")).to_have_count(1)
    page.keyboard.press("/")
    page.keyboard.type("cfh1")
    expect(rows(page).first).to_contain_text("催发货")


def test_the_home_page_shows_one_search_and_it_is_the_big_one(make_page):
    page = make_page()
    expect(box(page)).to_have_count(1)
    page.keyboard.press("/")
    expect(page.locator("dz-search.dz-big input")).to_be_focused()


def test_what_is_not_there_is_said_so(make_page):
    page = make_page("people.html")
    box(page).fill("zzqqxx")
    expect(page.locator(".dz-search-status:visible")).to_contain_text("没有找到")


def test_dark_follows_the_system(make_page):
    def ground(page: Page) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light, dark = (make_page("people.html", color_scheme=one) for one in ("light", "dark"))
    assert ground(light) == "rgb(255, 255, 255)"
    assert ground(dark) == "rgb(20, 25, 30)"


def test_paper_is_light_and_cuts_nothing_off(make_page):
    page = make_page("flows/urge-shipping.html", width=718, color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    drawing = page.locator("svg.dz-flow")
    drawing.evaluate("drawing => drawing.setAttribute('width', 2000)")
    page.emulate_media(media="print")
    assert drawing.evaluate("drawing => drawing.getBoundingClientRect().right <= innerWidth")
    dark = (
        "element => Math.max(...getComputedStyle(element).color.match(/[0-9]+/g).slice(0, 3)) < 100"
    )
    assert page.locator(".dz-page").evaluate(dark), "light letters on white paper"


def test_a_copy_on_disk_can_be_searched_and_walked(make_page, kb_site):
    page = make_page((kb_site / "faq/when-ship.html").as_uri())
    box(page).fill("cfh1")
    expect(rows(page).first).to_contain_text("催发货")
    rows(page).first.get_by_role("link").click()
    page.wait_for_url(re.compile(r"^file:.*/scripts/urge-shipping\.html$"))
    expect(page.locator("h1")).to_contain_text("催发货")


def test_a_flow_on_a_phone_starts_at_its_start(make_page, kb_site):
    name = next((kb_site / "flows").glob("*.html")).name
    page = make_page(f"flows/{name}", width=390)
    expect(page.locator("svg.dz-flow rect").first).to_be_in_viewport(ratio=0.9)
