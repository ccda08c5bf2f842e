"""Looking up a batch in the popup: what is typed or pasted, and what is said about it."""

import json
import re

import brotli
import pytest
from playwright.sync_api import expect

from tests.e2e.batches import (
    BARE,
    GTIN,
    PAGE,
    field,
    look_up,
    open_batch,
    outcome,
    title,
    with_camera,
)

NUTS = "02000000000114"
LISTEN = "addEventListener('dianzhi:batch', (e) => { (window.heard ??= []).push(JSON.stringify(e.detail)) })"
"""Most bytes one look-up may move, as a server compresses them."""
MOST_BYTES = 1_000


def test_a_number_is_typed_and_its_dates_are_told(make_visit, size):
    visit = make_visit(size)
    open_batch(visit)
    expect(field(visit)).to_be_focused()
    field(visit).press_sequentially("b2026 0301")
    visit.panel.get_by_role("button", name="查询").click()
    expect(title(visit)).to_have_text("还有 830 天")
    expect(title(visit)).to_be_focused()
    expect(outcome(visit)).to_contain_text("氨基酸洁面乳 · 批号 B2026-0301")
    expect(outcome(visit)).to_contain_text("有效期至2029-03-01 推算，以包装为准")
    expect(outcome(visit)).to_contain_text("生产日期2026-03-01")
    expect(outcome(visit)).to_contain_text(
        "12 个月内用完，也不要晚于有效期。今天打开的话，最晚用到 2027-11-22"
    )
    expect(outcome(visit)).to_contain_text("怎么保存置于阴凉干燥处")


TOLD = [
    ("a printed date", BARE, "N-88", "还有 157 天", "2027-04-28 包装上印的日期"),
    ("hyphens", PAGE, "2026-03-01", "还有 830 天", "2029-03-01 推算，以包装为准"),
    ("dots", PAGE, "2026.3.1", "还有 830 天", "2029-03-01 推算，以包装为准"),
    ("eight digits", PAGE, "20260301", "还有 830 天", "2029-03-01 推算，以包装为准"),
    ("Chinese", PAGE, "2026年3月1日", "还有 830 天", "2029-03-01 推算，以包装为准"),
    ("six digits", PAGE, "260301", "还有 830 天", "2029-03-01 推算，以包装为准"),
    ("expired as printed", PAGE, "AC24-A1", "已过期 12 天", "请先停用，再看一眼包装上印的日期"),
    ("past as computed", PAGE, "AC23-B1", "按推算已过 31 天", "以包装为准"),
    ("the last day", PAGE, "AC24-C1", "今天到期", "今天还在有效期内"),
    ("soon", BARE, "hy25d1", "还有 18 天", "建议先用这一件"),
    ("no shelf life known", BARE, "HY-X9", "以包装标注为准", "没有登记这件商品的保质期"),
    ("another product's", PAGE, "N88", "还有 157 天", "这个批号不是当前页面上的商品"),
    ("a scanner's text", BARE, f"]d201{GTIN}10B2026-0301", "还有 830 天", "氨基酸洁面乳"),
    ("a Digital Link", BARE, f"https://id.example/01/{NUTS}/10/N-88", "还有 157 天", "每日坚果"),
    (
        "the package says another date",
        BARE,
        "(10)N-88(17)270501",
        "还有 160 天",
        "店铺登记的是 2027-04-28，和您包装上的不一样",
    ),
    (
        "a link to an unlisted batch",
        BARE,
        f"https://id.example/01/{GTIN}/10/ZZ-99",
        "没有查到 ZZ-99",
        "可能看错了一位",
    ),
    ("no such day", PAGE, "2026-02-30", "日历上没有 2026-02-30 这一天", "按年、月、日的顺序写"),
    ("a day to come", PAGE, "2027-01-01", "2027-01-01 还没有到", "请对照包装再看一遍"),
    ("a barcode", BARE, "2000000000015", "这是商品条码", "氨基酸洁面乳"),
]


@pytest.mark.parametrize(
    ("path", "text", "heading", "said"), [case[1:] for case in TOLD], ids=[c[0] for c in TOLD]
)
def test_what_is_told(visit, path, text, heading, said):
    open_batch(visit, path)
    look_up(visit, text)
    expect(title(visit)).to_have_text(heading)
    expect(outcome(visit)).to_contain_text(said)


def test_text_is_pasted_with_its_separator(visit):
    open_batch(visit, BARE)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = f"10N-88\u001d01{NUTS}"
    visit.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    field(visit).focus()
    visit.page.keyboard.press("Control+V")
    expect(field(visit)).to_have_value(text)
    visit.page.keyboard.press("Enter")
    expect(title(visit)).to_have_text("还有 157 天")


def test_an_unknown_number_is_not_found_and_nothing_worse(visit):
    visit.page.route(
        "**/person.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body="export const css = ''\nexport const view = (app, place) =>"
            " ({ nodes: [document.createTextNode(place.summary)] })",
        ),
    )
    open_batch(visit)
    look_up(visit, "ZZ99")
    expect(title(visit)).to_have_text("没有查到 ZZ99")
    expect(outcome(visit)).to_contain_text("可能看错了一位，也可能这一批还没有登记")
    expect(outcome(visit)).to_contain_text("0/O、1/I")
    expect(outcome(visit)).to_contain_text("批号多印在瓶底")
    assert not re.search("真|假|过期", outcome(visit).inner_text())
    outcome(visit).get_by_role("button", name="问客服").click()
    expect(visit.panel.locator(".body")).to_have_text("查这一批的日期：ZZ99（没有查到 ZZ99）")
    visit.panel.get_by_role("button", name="返回").click()
    expect(title(visit)).to_have_text("没有查到 ZZ99")


def test_a_number_that_looks_alike_is_offered_and_never_taken(visit):
    open_batch(visit, BARE)
    look_up(visit, "BZ0Z6O3OI")
    expect(title(visit)).to_have_text("没有查到 BZ0Z6O3OI")
    offered = outcome(visit).locator(".row")
    expect(outcome(visit)).to_contain_text("您是不是想查")
    expect(offered).to_have_text(["B2026-0301"])
    offered.click()
    expect(title(visit)).to_have_text("还有 830 天")
    expect(field(visit)).to_have_value("B2026-0301")


def test_a_number_of_two_products_asks_which(visit):
    open_batch(visit, BARE)
    look_up(visit, "20260709-01")
    expect(title(visit)).to_have_text("是哪一件商品？")
    expect(outcome(visit).locator(".row")).to_have_text(["玻尿酸保湿精华", "每日坚果"])
    outcome(visit).locator(".row", has_text="每日坚果").click()
    expect(outcome(visit)).to_contain_text("每日坚果 · 批号 20260709-01")
    expect(outcome(visit)).to_contain_text("2027-04-05 包装上印的日期")


def test_the_page_says_which_of_two_products(visit):
    open_batch(visit, "demo/?sku=nut-mix")
    look_up(visit, "20260709-01")
    expect(outcome(visit)).to_contain_text("每日坚果 · 批号 20260709-01")


def test_a_date_without_a_product_asks_and_may_be_of_another(visit):
    open_batch(visit, BARE)
    look_up(visit, "2026-08-01")
    expect(title(visit)).to_have_text("是哪一件商品？")
    outcome(visit).locator(".row", has_text="每日坚果").click()
    expect(outcome(visit)).to_contain_text("2027-04-28 推算，以包装为准")
    outcome(visit).get_by_role("button", name="换一件").click()
    outcome(visit).locator(".row", has_text="氨基酸").click()
    expect(outcome(visit)).to_contain_text("2029-08-01 推算，以包装为准")


def test_the_page_s_batch_is_looked_up_at_once(visit):
    visit.open()
    visit.page.evaluate("dianzhi.setContext({ batch: 'n-88' })")
    visit.page.evaluate("dianzhi.show('batch-date')")
    visit.panel.get_by_role("button", name="查我这批的日期").click()
    expect(title(visit)).to_have_text("还有 157 天")
    expect(field(visit)).to_have_value("n-88")


def test_an_answer_that_knows_its_batch_offers_no_look_up(visit):
    visit.open()
    visit.page.evaluate("dianzhi.setContext({ batch: 'B2026-0301' })")
    visit.page.evaluate("dianzhi.show('batch-date')")
    expect(visit.answer).to_contain_text("2029-03-01")
    expect(visit.panel.get_by_role("button", name="查我这批的日期")).to_have_count(0)


def test_the_host_hears_whether_something_was_found_and_no_number(visit):
    visit.page.add_init_script(LISTEN)
    open_batch(visit)
    look_up(visit, "ZZ99")
    expect(title(visit)).to_have_text("没有查到 ZZ99")
    look_up(visit, "B20260301")
    expect(title(visit)).to_have_text("还有 830 天")
    visit.panel.get_by_role("button", name="返回").click()
    visit.panel.get_by_role("button", name="查我这批的日期").click()
    field(visit).wait_for()
    assert [json.loads(one) for one in visit.page.evaluate("heard")] == [
        {"found": False},
        {"found": True},
    ]


@pytest.mark.parametrize("text", ["N-88", "2026-03-01", "BZ0Z6O3OI", "ZZ99"])
def test_one_look_up_moves_less_than_a_kilobyte(visit, text):
    open_batch(visit)
    replies = []
    # Playwright takes no built-in method as a listener.
    visit.page.on("response", lambda response: replies.append(response))  # noqa: PLW0108
    look_up(visit, text)
    visit.page.wait_for_load_state("networkidle")
    moved = [len(brotli.compress(one.body())) for one in replies]
    assert 0 < sum(moved) <= MOST_BYTES, moved


def test_the_keyboard_alone_is_enough(visit):
    visit.open(BARE)
    visit.page.evaluate("dianzhi.show('batch-date')")
    visit.panel.get_by_role("button", name="查我这批的日期").focus()
    press = visit.page.keyboard.press
    press("Enter")
    expect(field(visit)).to_be_focused()
    press("Enter")
    expect(field(visit)).to_be_focused()
    visit.page.keyboard.type("20260709-01")
    press("Enter")
    expect(title(visit)).to_be_focused()
    press("Tab")
    press("Enter")
    expect(outcome(visit)).to_contain_text("玻尿酸保湿精华 · 批号 20260709-01")
    press("Escape")
    expect(visit.answer).to_be_visible()
    expect(visit.panel.get_by_role("button", name="查我这批的日期")).to_be_focused()


def test_english(make_visit, size):
    visit = make_visit(size)
    open_batch(visit, "pages/english.html")
    look_up(visit, "B2026-0301")
    expect(title(visit)).to_have_text("830 days left")
    expect(outcome(visit)).to_contain_text("Amino Acid Cleanser · Batch B2026-0301")
    expect(outcome(visit)).to_contain_text("2029-03-01 computed; the package decides")
    look_up(visit, "ZZ99")
    expect(title(visit)).to_have_text("ZZ99 was not found")
    expect(outcome(visit).get_by_role("button", name="Ask a person")).to_be_visible()


@pytest.mark.parametrize("text", ["", "N-88", "ZZ99", "20260709-01"])
def test_every_target_has_room_for_a_finger_and_no_input_zooms(make_visit, size, text):
    visit = make_visit(size)
    with_camera(visit)
    open_batch(visit, BARE)
    if text:
        look_up(visit, text)
    small = visit.panel.locator("button:visible, input:visible").evaluate_all(
        "(all) => all.filter((b) => b.offsetHeight < 44 || b.offsetWidth < 44).map((b) => b.outerHTML)"
    )
    assert small == []
    assert field(visit).evaluate("(input) => parseFloat(getComputedStyle(input).fontSize)") >= 16
