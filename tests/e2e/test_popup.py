"""The popup as shoppers meet it, on the phone and on the desktop."""

import pytest
from playwright.sync_api import Page, expect

HOME_REQUESTS = ["faq.js", "manifest.json", "panel.js", "search.js", "index.bin"]


def names(requests, since=0):
    """Last parts of the addresses asked for, without the page's own files."""
    own = ("demo/", "pages/")
    return [
        url.rsplit("/", 1)[-1] for url in requests[since:] if not url.startswith((*own, "data:"))
    ]


def compose(page: Page, *texts: str):
    """Type as an input method does, without ending the composition; returns the CDP session."""
    cdp = page.context.new_cdp_session(page)
    for text in texts:
        end = len(text)
        cdp.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end}
        )
    return cdp


def test_before_any_interest_only_the_loader_is_read(visit):
    visit.go("demo/")
    visit.page.wait_for_timeout(300)
    assert names(visit.requests) == ["faq.js"]


def test_the_launcher_has_a_name_and_room_for_a_finger(make_visit, size):
    visit = make_visit(size)
    visit.go("demo/")
    button = visit.page.get_by_role("button", name="问题咨询")
    box = button.bounding_box()
    assert box["height"] >= 44
    assert box["width"] >= 44
    assert button.get_attribute("aria-haspopup") == "dialog"


def test_typing_leads_to_the_answer_with_this_product_s_values(make_visit, size):
    visit = make_visit(size)
    visit.open("demo/?sku=hya-serum")
    visit.ask("打开以后多久用完")
    expect(visit.rows.first).to_contain_text("开封后能用多久")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text(
        "玻尿酸保湿精华 未开封可以放 24 个月，开封后请在 6 个月 内用完。"
    )
    expect(visit.panel).to_contain_text("更新于 2026-11-09 · 有效至 2026-12-31")


def test_the_first_ranked_list_takes_five_requests(visit):
    visit.open()
    visit.ask("多久发货")
    expect(visit.status).to_contain_text("找到")
    first, later = names(visit.requests)[:5], names(visit.requests)[5:]
    assert sorted(first) == sorted(HOME_REQUESTS)
    assert set(later) <= {"more.bin", "typing.js"}  # what joins the ranking in its own time


def test_matching_words_are_marked(visit):
    visit.open()
    visit.ask("多久发货")
    expect(visit.rows.first.locator("mark")).to_have_text("多久发货")


def test_the_head_says_hours_in_shanghai_and_the_promise(visit):
    visit.open()
    expect(visit.panel.locator(".head")).to_contain_text("工作时间内")
    expect(visit.panel.locator(".head")).to_contain_text(
        "工作时间 9:00–22:00 · 平均响应 小于 1 分钟"
    )
    expect(visit.panel).to_contain_text("2026-11-01 起，数据来源：抖音飞鸽后台，2026 年 10 月")
    expect(visit.panel).not_to_contain_text("价格保护")


def test_at_night_the_head_says_when_someone_is_back(make_visit):
    visit = make_visit(now="2026-11-22T23:30:00+08:00")
    visit.open()
    expect(visit.panel.locator(".head")).to_contain_text("休息中，明早 9:00 恢复")
    expect(visit.panel).not_to_contain_text("在线")


def test_home_offers_recommended_questions_and_categories_that_apply_here(visit):
    visit.open()
    expect(visit.panel.get_by_role("heading", name="编辑推荐")).to_be_visible()
    expect(visit.rows).to_have_count(4)
    expect(visit.panel).not_to_contain_text("对坚果过敏")
    expect(visit.panel.locator(".tile")).to_have_count(4)


def test_home_remembers_what_was_asked_in_this_visit_and_only_in_memory(visit):
    visit.open()
    expect(visit.panel.get_by_role("heading", name="刚才问过")).to_have_count(0)
    visit.ask("多久发货")
    expect(visit.status).to_contain_text("找到")
    visit.page.wait_for_timeout(900)  # a question counts once typing rests
    visit.panel.get_by_role("button", name="返回").click()
    again = visit.panel.get_by_role("button", name="多久发货", exact=True)
    again.click()
    expect(visit.status).to_contain_text("找到")
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0
    visit.page.reload()
    visit.page.get_by_role("button", name="问题咨询").click()
    expect(visit.rows.first).to_be_visible()
    expect(visit.panel.get_by_role("heading", name="刚才问过")).to_have_count(0)


def test_a_product_s_own_questions_come_first(visit):
    visit.open("demo/?sku=nut-mix")
    expect(visit.panel.get_by_role("heading", name="这件商品常看")).to_be_visible()
    expect(visit.rows.first).to_contain_text("对坚果过敏能吃吗")


def test_a_category_lists_its_questions_for_this_platform(visit):
    visit.open()
    visit.panel.get_by_role("button", name="七天无理由与退款").click()
    expect(visit.rows).to_have_text(["支持七天无理由退货吗？", "退款多久到账？"])
    assert visit.focused() == "question"


def test_what_is_typed_in_a_category_finds_that_category_s_questions_first(visit):
    visit.open()
    visit.ask("久")
    expect(visit.rows.first).to_contain_text("开封后能用多久")
    visit.ask("")
    visit.panel.locator(".tile", has_text="退款").click()
    visit.ask("久")
    expect(visit.rows.first).to_contain_text("退款多久到账")
    visit.ask("多久发货")  # what plainly belongs elsewhere
    expect(visit.rows.first).to_contain_text("多久发货")
    visit.panel.get_by_role("button", name="返回").click()
    expect(visit.panel.locator(".question")).to_contain_text("退款")
    visit.ask("久")
    expect(visit.rows.first).to_contain_text("退款多久到账")
    visit.panel.get_by_role("button", name="清空").click()
    expect(visit.panel.locator(".question")).to_contain_text("退款")
    visit.page.evaluate("dianzhi.search('久')")  # the page looks at no category
    expect(visit.rows.first).to_contain_text("开封后能用多久")
    visit.panel.get_by_role("button", name="返回").click()
    expect(visit.panel.locator(".tile").first).to_be_visible()


def test_a_question_emptied_in_a_category_is_gone_and_back_leads_through_no_category_twice(visit):
    visit.open()
    tile = visit.panel.locator(".tile", has_text="退款")
    for _ in range(2):
        visit.ask("zzzzqqq")
        tile.click()
        expect(visit.panel.locator(".question")).to_contain_text("退款")
    clear = visit.panel.get_by_role("button", name="清空")
    clear.click()
    expect(clear).to_have_count(0)
    expect(visit.panel.locator(".question")).to_contain_text("退款")
    visit.panel.get_by_role("button", name="返回").click()
    expect(visit.panel.get_by_role("heading", name="编辑推荐")).to_be_visible()


def test_nothing_found_is_said_and_categories_are_offered(visit):
    visit.open()
    visit.ask("zzzzqqq")
    expect(visit.status).to_have_text("没有找到")
    expect(visit.panel.locator(".tile")).to_have_count(4)


def test_an_expired_answer_is_not_shown(make_visit):
    for day, shown in [("2026-11-15", True), ("2026-11-16", False)]:
        visit = make_visit(now=f"{day}T23:59:00+08:00")
        visit.open()
        visit.page.evaluate("dianzhi.show('ship-promo')")
        text = "活动期间付款后 72 小时内发出。" if shown else "这条内容已过有效期，不再显示。"
        expect(visit.panel.locator("article")).to_contain_text(text)
        assert visit.answer.count() == shown


def test_an_expired_entry_is_neither_found_nor_listed(make_visit):
    for day, shown in [("2026-11-15", 1), ("2026-11-16", 0)]:
        visit = make_visit(now=f"{day}T23:59:00+08:00")
        visit.open()
        visit.ask("双十一发货会慢吗")
        expect(visit.status).not_to_be_empty()
        expect(visit.rows.filter(has_text="双十一期间")).to_have_count(shown)
        visit.page.evaluate("dianzhi.show('ship-time')")
        expect(visit.answer).to_be_visible()
        visit.panel.get_by_role("button", name="清空").click()
        visit.panel.locator(".tile", has_text="发货").click()
        expect(visit.panel.locator(".question")).to_contain_text(f"共 {2 + shown} 条")
        expect(visit.rows.filter(has_text="双十一期间")).to_have_count(shown)


def test_an_answer_that_needs_a_product_asks_which(visit):
    visit.open("pages/bare.html")
    visit.rows.filter(has_text="开封后能用多久").click()
    expect(visit.panel.get_by_role("heading", name="您问的是哪件商品？")).to_be_visible()
    visit.rows.filter(has_text="每日坚果").click()
    expect(visit.answer).to_contain_text(
        "每日坚果 未开封可以放 270 天，开封后请在 （以包装标注为准） 内用完。"
    )
    visit.panel.get_by_role("button", name="换一件").click()
    visit.rows.filter(has_text="玻尿酸").click()
    expect(visit.answer).to_contain_text("24 个月")


@pytest.mark.parametrize(
    ("batch", "text"),
    [
        ("b2026 0301", "批号 B2026-0301 的到期日是 2029-03-01（推算，以包装为准）。"),
        ("N-88", "批号 （以包装标注为准） 的到期日是 （以包装标注为准）。"),
        ("没有这个", "批号 （以包装标注为准） 的到期日是 （以包装标注为准）。"),
    ],
    ids=["computed dates say so", "a batch of another product", "an unknown batch"],
)
def test_batch_values_are_of_this_product_s_batch(visit, batch, text):
    visit.open()
    visit.page.evaluate("(batch) => dianzhi.setContext({ batch })", batch)
    visit.page.evaluate("dianzhi.show('batch-date')")
    expect(visit.answer).to_have_text(text)


def test_answers_are_elements_of_the_list_and_nothing_else(visit):
    visit.open()
    visit.page.evaluate("dianzhi.show('courier')")
    expect(visit.answer).to_contain_text("这里的标签不在清单里，只留下文字。")
    assert visit.answer.locator("marquee").count() == 0


def test_links_between_answers_open_in_the_panel_and_back_returns(visit):
    visit.open()
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.answer.get_by_role("link", name="发什么快递").click()
    expect(visit.panel.locator("article")).to_contain_text("暂时不能指定")
    visit.panel.get_by_role("button", name="返回").click()
    expect(visit.panel.locator("article")).to_contain_text("48 小时内")
    assert "#" not in visit.page.url


def test_the_keyboard_alone_is_enough(visit):
    visit.go("pages/plain.html")
    visit.launcher.focus()
    press = visit.page.keyboard.press
    press("Enter")
    expect(visit.input).to_be_focused()
    visit.page.keyboard.type("什么时候发货")
    expect(visit.rows.first).to_contain_text("下单后多久发货")
    press("Enter")
    assert visit.answer.count() == 0, "Enter must not open the first row by itself"
    press("ArrowDown")
    assert visit.focused() == "row"
    press("Enter")
    visit.answer.wait_for()
    assert visit.focused() == "question"
    press("Escape")
    expect(visit.rows.first).to_be_focused()
    press("ArrowUp")
    expect(visit.input).to_be_focused()
    press("Escape")
    expect(visit.input).to_have_value("")
    expect(visit.panel).to_be_visible()
    press("Escape")
    expect(visit.panel).to_be_hidden()
    expect(visit.launcher).to_be_focused()


def test_closing_leaves_the_focus_of_a_shopper_who_went_on(visit):
    visit.open("pages/plain.html")
    visit.page.locator("#buy").focus()
    visit.page.evaluate("dianzhi.close()")
    expect(visit.panel).to_be_hidden()
    expect(visit.page.locator("#buy")).to_be_focused()


def test_the_page_stays_usable_on_the_desktop_and_is_covered_on_the_phone(make_visit, size):
    visit = make_visit(size)
    visit.open("pages/plain.html")
    modal = visit.panel.evaluate("(dialog) => dialog.matches(':modal')")
    assert modal == (size == "phone")
    assert visit.focused() == ("h2" if size == "phone" else "input")


def test_nothing_is_searched_while_an_input_method_composes(visit):
    visit.open()
    visit.rows.first.wait_for()
    cdp = compose(visit.page, "f", "fa", "fa h", "fa huo")
    expect(visit.input).to_have_value("fa huo")
    expect(visit.status).to_have_text("")
    key = {"key": "Escape", "windowsVirtualKeyCode": 229}
    cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown"} | key)
    expect(visit.panel).to_be_visible()
    expect(visit.input).to_have_value("fa huo")
    cdp.send("Input.insertText", {"text": "发货"})
    expect(visit.panel.locator("mark").first).to_have_text("发货")
    expect(visit.input).to_have_value("发货")


def test_the_keys_of_the_popup_do_not_reach_the_page_s_shortcuts(visit):
    visit.open("pages/plain.html")
    visit.page.evaluate("heard = []; addEventListener('keydown', (e) => heard.push(e.key))")
    visit.page.keyboard.type("s/")
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("heard") == []


@pytest.mark.parametrize("state", ["home", "results", "answer"])
def test_every_target_has_room_for_a_finger_and_no_input_zooms(make_visit, size, state):
    visit = make_visit(size)
    visit.open()
    visit.rows.first.wait_for()
    if state != "home":
        visit.ask("开封后能用多久")
        expect(visit.status).to_contain_text("找到")
    if state == "answer":
        visit.rows.first.click()
        visit.answer.wait_for()
    small = visit.panel.locator("button:visible").evaluate_all(
        "(all) => all.filter((b) => b.offsetHeight < 44 || b.offsetWidth < 44).map((b) => b.outerHTML)"
    )
    assert small == []
    font = visit.input.evaluate("(input) => parseFloat(getComputedStyle(input).fontSize)")
    assert font >= 16


def test_the_sheet_stays_above_the_keyboard(make_visit):
    visit = make_visit("phone")
    visit.page.add_init_script(
        "const view = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 });"
        "Object.defineProperty(window, 'visualViewport', { value: view })"
    )
    visit.open()
    visit.page.evaluate(
        "visualViewport.height = 480; visualViewport.offsetTop = 30;"
        "visualViewport.dispatchEvent(new Event('resize'))"
    )
    visit.page.wait_for_timeout(300)
    sheet, field = visit.panel.bounding_box(), visit.input.bounding_box()
    assert (sheet["y"], sheet["y"] + sheet["height"]) == (42, 510)
    assert field["y"] + field["height"] < 510


def test_english_falls_back_to_chinese_and_says_so(visit):
    visit.open("pages/english.html")
    expect(visit.panel).to_contain_text("Within opening hours")
    expect(visit.rows.filter(has_text="When will my order be dispatched?")).to_be_visible()
    visit.page.evaluate("dianzhi.show('invoice-how')")
    article = visit.panel.locator("article")
    expect(article.locator("[lang=zh-CN] .answer")).to_contain_text("申请开票")
    expect(article.locator(".tag").first).to_have_text("Chinese")


def test_the_demo_switches_products(visit):
    visit.open("demo/")
    visit.panel.get_by_role("button", name="关闭").click()
    visit.page.get_by_role("link", name="每日坚果").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("每日坚果")
    visit.launcher.click()
    visit.rows.filter(has_text="开封后能用多久").click()
    expect(visit.answer).to_contain_text("每日坚果 未开封")
