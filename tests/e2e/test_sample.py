"""The sample shop as it is served: a shopper on the demo page, an agent in the knowledge base."""

import pytest
from playwright.sync_api import expect

KB_PAGES = [
    "index.html",
    "changelog/index.html",
    "faq/unopened-shelf-life.html",
    "flows/urge-shipping.html",
    "scripts.html",
    "products/amino-cleanser.html",
    "meetings/meeting-2026-11-16.html",
    "campaigns/double-11-2026.html",
    "categories/returns.html",
    "people.html",
    "sources.html",
]


@pytest.fixture(scope="module")
def public_site(whole_site):
    """Stands for the fixture site of the other browser tests."""
    return whole_site


ASKED = [
    ("保质期多久", "没开封的能放多久"),
    ("怎么退货", "想退货，在哪里操作"),
    ("催发货", "过了发货时间还没发怎么办"),
    ("退貨運費誰出", "退货运费谁出"),
]


@pytest.mark.parametrize(("typed", "found"), ASKED, ids=[typed for typed, _ in ASKED])
def test_a_shopper_types_and_finds(make_visit, size, typed, found):
    visit = make_visit(size)
    visit.open("public/demo/index.html")
    visit.ask(typed)
    expect(visit.rows.first).to_contain_text(found)


READ = [("baozhiqi", "保质期"), ("保值期多久", "保质期多久"), ("bzq", "保质期")]


@pytest.mark.parametrize(("typed", "read"), READ, ids=[typed for typed, _ in READ])
def test_the_panel_says_how_it_read_what_was_typed(make_visit, size, typed, read):
    visit = make_visit(size)
    visit.open("public/demo/index.html")
    visit.ask(typed)
    expect(visit.status).to_contain_text(f"按“{read}”显示")
    expect(visit.rows.filter(has_text="没开封的能放多久")).to_be_visible()


OTHERS = [
    ("里面有花生吗", "花生过敏能吃每日坚果吗"),
    ("面膜敷多久", "面膜一周敷几次一次多久"),
    ("防晒多久补一次", "防晒乳要涂多少多久补一次"),
]


@pytest.mark.parametrize(("typed", "found"), OTHERS, ids=[typed for typed, _ in OTHERS])
def test_what_only_another_product_answers_is_found_all_the_same(make_visit, size, typed, found):
    visit = make_visit(size)
    visit.open("public/demo/index.html?sku=amino-cleanser")
    visit.ask(typed)
    expect(visit.rows.first).to_contain_text(found)
    visit.rows.first.click()
    expect(visit.answer).to_be_visible()
    expect(visit.answer).not_to_contain_text("氨基酸洁面乳")


def test_the_answer_speaks_of_the_product_on_the_page(make_visit, size):
    visit = make_visit(size)
    visit.open("public/demo/index.html?sku=hya-serum")
    visit.ask("没开封的能放多久")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("玻尿酸保湿精华")
    expect(visit.answer).to_contain_text("24 个月")


def test_the_panel_shows_hours_recommendations_and_categories(make_visit, size):
    visit = make_visit(size)
    visit.open("public/demo/index.html")
    expect(visit.panel).to_contain_text("工作时间 9:00–22:00")
    expect(visit.panel).to_contain_text("七天无理由与退款")
    expect(visit.panel).to_contain_text("编辑推荐")
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_hidden()


DIALOGUES = [
    "发票申请",
    "物流异常",
    "质量问题退换",
    "退款进度",
    "七天无理由",
    "保质期疑问",
    "催发货",
]


@pytest.mark.parametrize(("lang", "more"), [("zh", "更多"), ("en", "More")])
def test_home_stays_calm_with_many_dialogues_and_shows_the_rest_on_a_tap(
    make_visit, size, lang, more
):
    visit = make_visit(size)
    visit.open("public/demo/index.html")
    visit.page.evaluate("(lang) => dianzhi.setContext({ lang })", lang)
    pills = visit.panel.locator(".is-short .offer")
    expect(pills).to_have_count(6)
    tops = pills.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert len(set(tops)) == 3
    visit.panel.get_by_role("button", name=more, exact=True).click()
    expect(pills).to_have_count(len(DIALOGUES) + 2)
    expect(pills.nth(3)).to_be_focused()
    pills.nth(5).click()
    visit.panel.get_by_role("log").wait_for()
    visit.panel.locator(".back").click()
    expect(pills.nth(5)).to_be_focused()


@pytest.mark.parametrize("title", DIALOGUES)
def test_a_dialogue_leads_to_an_answer_or_a_person(make_visit, size, title):
    visit = make_visit(size)
    visit.open("public/demo/index.html")
    visit.panel.get_by_role("button", name="更多").click()
    visit.panel.locator(".offer", has_text=title).click()
    end = visit.panel.locator(".is-main, .summary")
    for _ in range(8):
        choice = visit.panel.locator(".choices .row").last
        expect(choice.or_(visit.panel.locator(".field")).or_(end).first).to_be_visible()
        if end.count():
            break
        if visit.panel.locator(".field").count():
            visit.panel.locator(".field").fill("6920123456789012345")
            visit.panel.get_by_role("button", name="下一步").click()
        else:
            choice.click()
    expect(end).to_be_visible()


def test_copying_a_withdrawn_script_from_the_search_is_warned_about(make_visit):
    visit = make_visit()
    visit.page.goto(f"{visit.site}kb/index.html")
    box = visit.page.locator("main dz-search input")
    box.fill("cfth0")
    expect(visit.page.locator("main dz-search li").first).to_contain_text("已停用")
    box.press("Enter")
    toast = visit.page.get_by_role("status").filter(has_text="已复制")
    expect(toast).to_have_text("已复制，注意：已停用")
    expect(toast).to_have_class("dz-toast dz-warns dz-shown")


@pytest.mark.parametrize("path", KB_PAGES)
def test_knowledge_base_pages_load_without_a_complaint(make_visit, size, path):
    page = make_visit(size).page
    page.goto(f"{make_visit(size).site}kb/{path}")
    expect(page.locator("dz-search").first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"


def test_meaning_comes_last_and_ranks_again_under_the_strict_policy(make_visit):
    visit = make_visit("desktop")
    visit.go("public/demo/index.html")
    with visit.page.expect_response("**/meaning.bin") as table:
        visit.launcher.click()
    assert table.value.ok
    visit.ask("便宜点")
    expect(visit.rows.first).to_contain_text("能不能再便宜点给我改个价")
    names = [request.rsplit("/", 1)[-1] for request in visit.requests]
    last = [names.index(name) for name in ("index.bin", "more.bin", "meaning.bin")]
    assert last == sorted(last)
