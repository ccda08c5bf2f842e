"""A large shop in the browser: its index comes in parts, and only those that a question needs."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.files import PAUSE
from tests.e2e.fixtures.large import NAMES, TOPICS
from tests.e2e.fixtures.site import LARGE_SHARDS, fnv1a
from tests.e2e.test_failures import MORNING, NOON
from tests.e2e.test_popup import names
from tests.e2e.visit import Held

BARE = "pages/bare.html"
FILES_MOST = 6
"""Files of the index for one question: the head, its rest, four parts."""
QUESTION = "怀孕了能用海盐唇膏吗"
SALT_LIPSTICK = NAMES.index("海盐唇膏")


@pytest.fixture
def shop(make_visit, large_site):
    """Return a function that starts a visit to the large shop."""

    def start(*arguments, **options):
        visit = make_visit(*arguments, **options)
        visit.site = large_site
        return visit

    return start


def parts_read(visit):
    return [path for path in visit.requests if "/parts/" in path]


def found(visit, text):
    expect(visit.rows.first).to_contain_text(text)


def test_one_question_reads_six_files_of_the_index_at_most(shop, size):
    visit = shop(size)
    visit.open(BARE)
    visit.ask(QUESTION)
    found(visit, "怀孕了能用海盐唇膏吗")
    index = [name for name in names(visit.requests) if name.endswith(".bin")]
    assert index[:2] == ["index.bin", "more.bin"]
    assert 2 < len(index) <= FILES_MOST
    code = [name for name in names(visit.requests) if name.endswith(".js")]
    assert sorted(code)[:5] == ["faq.js", "panel.js", "parts.js", "search.js", "typing.js"]


def test_before_a_question_no_part_is_read_and_the_usual_questions_are_there(shop):
    visit = shop()
    visit.open(BARE)
    expect(visit.panel.get_by_role("heading", name="编辑推荐")).to_be_visible()
    found(visit, "下单后多久发货")
    assert parts_read(visit) == []


def test_a_greeting_reads_no_part(shop):
    visit = shop()
    visit.open(BARE)
    visit.ask("你好，在吗")
    expect(visit.panel).to_contain_text("没有找到")
    assert parts_read(visit) == []
    visit.ask("海盐唇膏")
    found(visit, "海盐唇膏")
    assert parts_read(visit) != []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("海盐唇膏孕期安全么", "怀孕了能用海盐唇膏吗"),
        ("茉莉身体乳拆了能放多久", "茉莉身体乳打开以后能放几个月"),
        ("海鹽唇膏孕婦可以用嗎", "怀孕了能用海盐唇膏吗"),
        ("haiyanchungaozenmeyong", "海盐唇膏怎么用"),
        ("hai yan chun gao 怎么用", "海盐唇膏怎么用"),
        ("海盐春膏怎么用", "海盐唇膏怎么用"),
        ("海唇盐膏怎么用", "海盐唇膏怎么用"),
        ("多久发货", "下单后多久发货"),
    ],
    ids=[
        "words",
        "of another topic",
        "traditional",
        "pinyin",
        "spaced",
        "slip",
        "swapped",
        "of the shop",
    ],
)
def test_whatever_is_typed_the_entry_of_the_product_comes_first(shop, typed, shown):
    visit = shop()
    visit.open(BARE)
    visit.ask(typed)
    found(visit, shown)


@pytest.fixture
def ticking(shop):
    """A visit with a list on the screen, where time passes only as the test says."""
    visit = shop(now=None)
    visit.page.clock.install(time=MORNING)
    visit.open(BARE)
    visit.ask("多久发货")
    found(visit, "下单后多久发货")
    visit.page.wait_for_load_state("networkidle")
    visit.page.clock.pause_at(NOON)
    return visit


def test_nothing_is_read_while_keys_follow_one_another(ticking):
    before = parts_read(ticking)
    for at in range(1, len(QUESTION) + 1):
        ticking.ask(QUESTION[:at])
        ticking.page.clock.run_for(PAUSE - 50)
    assert parts_read(ticking) == before
    ticking.page.clock.run_for(50)
    found(ticking, "怀孕了能用海盐唇膏吗")
    assert len(parts_read(ticking)) <= len(before) + FILES_MOST - 2


def test_a_list_stays_until_the_next_one_is_there(ticking):
    ticking.page.evaluate(
        "() => { window.seen = []; const root = document.querySelector('dianzhi-faq').shadowRoot;"
        " new MutationObserver(() => seen.push(root.querySelectorAll('.row').length))"
        " .observe(root.querySelector('.body'), { childList: true }) }"
    )
    ticking.ask("雪松护手霜瓶子破了")  # of a part that is not at hand
    ticking.page.clock.run_for(PAUSE + 100)
    found(ticking, "收到的雪松护手霜漏液了怎么办")
    assert 0 not in ticking.page.evaluate("seen")


def test_what_is_at_hand_is_shown_while_the_rest_is_on_its_way(shop):
    visit = shop()
    visit.open(BARE)
    visit.ask(QUESTION)
    found(visit, "怀孕了能用海盐唇膏吗")
    before = set(parts_read(visit))
    held = Held(visit.page, "**/parts/*.bin")
    with visit.page.expect_request("**/parts/*.bin"):
        visit.ask("孕期用海盐护手霜安全吗，收到的漏液了")
    found(visit, "怀孕了能用海盐护手霜吗")
    held.let_go()
    expect(visit.rows.filter(has_text="收到的海盐护手霜漏液了怎么办")).to_have_count(1)
    assert len(set(parts_read(visit))) == len(parts_read(visit)), "no part is read twice"
    assert before < set(parts_read(visit))


def test_a_question_asked_again_reads_nothing(shop):
    visit = shop()
    visit.open(BARE)
    for question in (QUESTION, "多久发货", QUESTION):
        visit.ask(question)
        found(visit, question[:2])
        read = parts_read(visit)
    visit.ask("多久发货")
    found(visit, "下单后多久发货")
    assert parts_read(visit) == read


def lose(visit, place):
    """Let the part that is asked for at this place among the others not come; return what names it."""
    visit.expect_console("Failed to load resource")
    asked = []

    def reply(route):
        url = route.request.url
        if url not in asked:
            asked.append(url)
        if asked.index(url) == place:
            route.fulfill(status=404, body="")
        else:
            route.continue_()

    visit.page.route("**/parts/*.bin", reply)
    return lambda: asked[place].removeprefix(visit.site)


def test_without_a_part_of_four_what_the_others_find_is_shown(shop):
    visit = shop()
    lose(visit, 3)
    visit.open(BARE)
    visit.ask(QUESTION)
    found(visit, "怀孕了能用海盐唇膏吗")
    expect(visit.panel.get_by_role("alert")).to_have_count(0)


def test_three_parts_are_shown_though_the_fourth_does_not_come(shop):
    visit = shop()
    visit.page.add_init_script("AbortSignal.timeout = () => new AbortController().signal")
    asked, held = [], []

    def reply(route):
        asked.append(route)
        if len(asked) == 4:
            held.append(route)
        else:
            route.continue_()

    visit.page.route("**/parts/*.bin", reply)
    visit.open(BARE)
    visit.ask(QUESTION)
    found(visit, "怀孕了能用海盐唇膏吗")
    expect(visit.status).to_contain_text("找到")
    assert len(held) == 1
    held[0].continue_()


@pytest.mark.parametrize(
    ("typed", "shown", "status"),
    [
        ("防伪码", "怎么辨别", "没有找到"),
        ("海盐唇膏有没有防伪码", "怎么辨别海盐唇膏的真假", "没有完全对上的"),
    ],
    ids=["nothing found", "nothing sure"],
)
def test_what_is_not_sure_says_that_a_part_was_lost_which_comes_when_asked_again(
    shop, typed, shown, status
):
    visit = shop()
    lost = lose(visit, 0)
    visit.open(BARE)
    visit.ask(typed)
    expect(visit.panel.get_by_role("alert")).to_contain_text("有一份内容暂时取不到")
    expect(visit.status).to_contain_text(status)
    expect(visit.panel.locator(".offer", has_text="联系人工")).to_be_visible()
    assert parts_read(visit).count(lost()) == 1
    visit.page.unroute_all(behavior="wait")
    visit.button("再试一次").click()
    found(visit, shown)
    expect(visit.panel.get_by_role("alert")).to_have_count(0)
    assert parts_read(visit).count(lost()) == 2


def test_on_a_product_page_a_lost_part_is_waited_for_once(shop):
    visit = shop()
    lost = lose(visit, 0)
    visit.open(BARE)
    visit.page.evaluate(f"dianzhi.setContext({{ sku: 'p{SALT_LIPSTICK}' }})")
    visit.ask("防伪码")
    expect(visit.panel.get_by_role("alert")).to_be_visible()
    assert parts_read(visit).count(lost()) == 1


def test_a_product_page_finds_its_own_entries(shop, size):
    visit = shop(size)
    visit.open(BARE)
    visit.page.evaluate(f"dianzhi.setContext({{ sku: 'p{SALT_LIPSTICK}' }})")
    visit.ask("孕妇可以用吗")
    found(visit, "怀孕了能用海盐唇膏吗")
    others = [name for name in NAMES if name != "海盐唇膏"]
    for text in visit.rows.all_inner_texts():
        assert not [name for name in others if name in text]


def test_home_lists_the_own_entries_of_the_product_on_the_page(shop, size):
    visit = shop(size)
    visit.open(BARE)
    visit.page.evaluate(f"dianzhi.setContext({{ sku: 'p{SALT_LIPSTICK}' }})")
    expect(visit.panel.get_by_role("heading", name="这件商品常看")).to_be_visible()
    own = ["海盐唇膏怎么用？", "怀孕了能用海盐唇膏吗？", "敏感肌能用海盐唇膏吗？"]
    for text in own:
        expect(visit.rows.filter(has_text=text)).to_have_count(1)
    assert parts_read(visit) == []


def test_a_category_lists_the_usual_questions_and_says_that_there_are_more(shop, size):
    visit = shop(size)
    visit.open(BARE)
    visit.panel.get_by_role("button", name="保质期与批次").click()
    count = 42 * (len(TOPICS) - 1) + 3
    expect(visit.panel.locator("h3.question")).to_have_text(f"保质期与批次 共 {count} 条")
    assert 2 < visit.rows.count() < 50
    expect(visit.panel.locator(".hint")).to_have_text(re.compile("在上面搜索"))
    visit.page.evaluate("dianzhi.setContext({ lang: 'en' })")
    expect(visit.panel.locator(".hint")).to_have_text(re.compile("search above"))
    assert parts_read(visit) == []


def test_an_english_panel_marks_what_is_shown_in_chinese(shop):
    visit = shop()
    visit.open(BARE)
    visit.page.evaluate("dianzhi.setContext({ lang: 'en' })")
    visit.ask(QUESTION)
    found(visit, f"pregnant of product {SALT_LIPSTICK}")
    expect(visit.rows.first.locator(".tag")).to_have_count(0)
    visit.ask("什么快递")
    expect(visit.rows.first.locator(".tag")).to_have_count(1)


def test_a_link_to_an_answer_reads_that_answer_and_no_part(shop):
    visit = shop()
    visit.go(f"{BARE}#faq=origin-p{SALT_LIPSTICK}")
    expect(visit.answer).to_have_text("海盐唇膏：杭州。")
    assert parts_read(visit) == []
    shard = fnv1a(f"origin-p{SALT_LIPSTICK}") % LARGE_SHARDS
    assert names(visit.requests).count(f"{shard}.json") == 1


@pytest.mark.parametrize("unknown", ["nowhere", "constructor"])
def test_a_link_to_nothing_says_so(shop, unknown):
    visit = shop()
    visit.go(f"{BARE}#faq={unknown}")
    expect(visit.panel).to_contain_text("没有这条内容")
    expect(visit.panel.get_by_role("alert")).to_have_count(0)


def test_related_entries_are_named_though_no_index_at_hand_holds_them(shop):
    visit = shop()
    visit.go(f"{BARE}#faq=origin-p{SALT_LIPSTICK}")
    related = ["海盐唇膏打开以后能放几个月？", "敏感肌能用海盐唇膏吗？"]
    expect(visit.rows).to_have_text(related)
    visit.rows.first.click()
    expect(visit.answer).to_have_text("海盐唇膏：十二个月。")


def test_a_dialogue_names_the_entry_that_it_ends_with(shop):
    visit = shop()

    def ends_elsewhere(route):
        body = route.fetch().text().replace('"entry":"ship-time"', '"entry":"leaking-p3"')
        route.fulfill(body=body, content_type="application/json")

    visit.page.route("**/flows/urge-shipping.json", ends_elsewhere)
    visit.open(BARE)
    visit.panel.locator(".offer", has_text="催发货").click()
    visit.button("预售").click()
    found(visit, f"收到的{NAMES[3]}漏液了怎么办")


def test_offline_what_was_read_still_answers(shop):
    visit = shop()
    visit.expect_console("Failed to load resource")
    visit.open(BARE)
    visit.ask(QUESTION)
    found(visit, "怀孕了能用海盐唇膏吗")
    visit.page.context.set_offline(True)
    visit.ask("孕期用海盐护手霜安全吗")
    found(visit, "怀孕了能用海盐护手霜吗")


def test_a_reader_of_the_screen_has_nothing_to_object(shop, axe, size):
    visit = shop(size)
    visit.open(BARE)
    visit.panel.get_by_role("button", name="保质期与批次").click()
    expect(visit.panel.locator(".hint")).to_be_visible()
    assert axe(visit.page) == []
