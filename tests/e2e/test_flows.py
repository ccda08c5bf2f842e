"""Dialogues in the popup, from the pill at home to an answer or a person."""

import pytest
from playwright.sync_api import expect

ORDER = "6920123456789012345"


@pytest.fixture
def start(make_visit):
    """Return a function that opens a dialogue by its pill at home and waits for its first turn."""

    def begin(name="催发货", size="desktop", page="demo/"):
        visit = make_visit(size)
        visit.stand_in("person", "summary")
        visit.page.add_init_script(
            "window.heard = []; addEventListener('dianzhi:flow', (e) => heard.push(e.detail))"
        )
        visit.open(page)
        visit.panel.locator(".offer", has_text=name).click()
        visit.panel.get_by_role("log").wait_for()
        return visit

    return begin


def said(visit):
    """Return the words of the log, the shop's and the shopper's."""
    return visit.panel.locator(".say, .reply").all_text_contents()


def option(visit, name):
    return visit.panel.locator(".choices").get_by_role("button", name=name)


def field(visit, name):
    return visit.panel.get_by_label(name, exact=True)


def send(visit, name, *texts):
    for text in texts:
        field(visit, name).fill(text)
        visit.panel.get_by_role("button", name="下一步").click()


def handed(visit):
    visit.panel.get_by_role("button", name="交给人工客服").click()
    return visit.panel.locator(".handed")


def test_a_dialogue_ends_with_a_person_who_is_told_everything(start, size):
    visit = start(size=size)
    option(visit, "现货").click()
    send(visit, "订单号", f"订单号：{ORDER}")
    expect(visit.panel.locator(".summary")).to_contain_text(
        f"催发货：订单 {ORDER} 已过发货时间，请查一下。"
    )
    expect(handed(visit)).to_have_text(f"催发货：订单 {ORDER} 已过发货时间，请查一下。")


def test_a_dialogue_ends_with_an_answer_and_back_leads_into_it(start, size):
    visit = start(size=size)
    option(visit, "预售").click()
    end = visit.panel.get_by_role("button", name="下单后多久发货？")
    end.click()
    expect(visit.answer).to_contain_text("48 小时内")
    visit.panel.get_by_role("button", name="返回").click()
    expect(end).to_be_focused()
    assert said(visit) == [
        "先看看是哪一种：现货，还是预售？",
        "您：预售",
        "预售看这一条，写着怎么算。",
    ]


def test_the_keyboard_alone_is_enough(start):
    visit = start()
    press = visit.page.keyboard.press
    assert visit.focused() == "say"
    press("Tab")
    press("Enter")
    assert visit.focused() == "say"
    press("Tab")
    expect(field(visit, "订单号")).to_be_focused()
    visit.page.keyboard.type(ORDER)
    press("Enter")
    expect(visit.panel.locator(".summary")).to_be_visible()
    assert visit.focused() == "say"
    press("Escape")
    expect(field(visit, "订单号")).to_be_focused()
    expect(field(visit, "订单号")).to_have_value(ORDER)
    press("Escape")
    expect(option(visit, "现货")).to_be_focused()
    press("ArrowDown")
    expect(option(visit, "预售")).to_be_focused()
    press("Escape")
    expect(visit.panel.get_by_role("log")).to_have_count(0)
    expect(visit.panel.locator(".offer", has_text="催发货")).to_be_focused()


@pytest.mark.parametrize("name", ["上一步", "返回"], ids=["in the dialogue", "in the head"])
def test_back_and_restart_keep_what_was_typed(start, name):
    visit = start()
    option(visit, "现货").click()
    field(visit, "订单号").fill("半个号码")
    visit.panel.get_by_role("button", name=name).click()
    assert len(said(visit)) == 1
    option(visit, "现货").click()
    expect(field(visit, "订单号")).to_have_value("半个号码")
    send(visit, "订单号", ORDER)
    visit.panel.get_by_role("button", name="重新开始").click()
    assert said(visit) == ["先看看是哪一种：现货，还是预售？"]
    assert visit.focused() == "say"
    option(visit, "现货").click()
    expect(field(visit, "订单号")).to_have_value(ORDER)


def test_what_was_typed_outlives_a_way_out_and_in_again(start):
    visit = start()
    option(visit, "现货").click()
    field(visit, "订单号").fill(ORDER)
    visit.ask("发货")
    expect(visit.panel.locator("mark").first).to_have_text("发货")
    visit.ask("")
    visit.panel.locator(".offer", has_text="催发货").click()
    option(visit, "现货").click()
    expect(field(visit, "订单号")).to_have_value(ORDER)


def test_closing_and_opening_again_finds_the_same_turn(start):
    visit = start()
    option(visit, "现货").click()
    field(visit, "订单号").fill(ORDER)
    visit.page.evaluate("dianzhi.close()")
    visit.page.evaluate("dianzhi.open()")
    expect(field(visit, "订单号")).to_have_value(ORDER)
    assert len(said(visit)) == 3


ASKED = [
    ("批号", "批号在哪", "ｂ2026－0301", "批号是包装上印的"),
    ("快递单号", "顺丰", "SF 1234567890123", "快递单号一般是"),
    ("收到的日期", "2026-02-30", "昨天", "日期请写年、月、日"),
    ("邮箱", "mei@", "mei＠shop.example", "邮箱中间要有 @"),
    ("哪里不对", "？", "瓶口漏液", "写几个字就行"),
]


def test_each_kind_of_input_says_what_it_expects_and_takes_what_fits(start):
    visit = start("质量问题退换")
    for label, wrong, right, expected in ASKED:
        send(visit, label, wrong)
        expect(visit.panel.get_by_role("alert")).to_contain_text(expected)
        expect(field(visit, label)).to_be_focused()
        expect(field(visit, label)).to_have_attribute("aria-invalid", "true")
        send(visit, label, right)
        expect(field(visit, label)).to_have_count(0)
    expect(visit.panel.locator(".summary")).to_contain_text(
        "质量问题：批号 b2026-0301，单号 SF1234567890123，2026-11-21 收到：瓶口漏液。"
        "回复到 mei@shop.example，订单 （没有填）。"
    )


def test_what_is_doubted_passes_the_second_time_with_a_mild_note(start):
    visit = start()
    option(visit, "现货").click()
    send(visit, "订单号", "123", "123")
    expect(visit.panel.get_by_role("log")).to_contain_text("先照您写的记下了")
    expect(visit.panel.locator(".summary")).to_contain_text("订单 123 已过")


def test_an_input_may_be_skipped(start):
    visit = start()
    option(visit, "现货").click()
    send(visit, "订单号", "")
    expect(visit.panel.get_by_role("alert")).to_contain_text("手边没有也不要紧")
    send(visit, "订单号", "")
    expect(visit.panel.locator(".summary")).to_contain_text("订单 （没有填） 已过")


def test_a_batch_just_given_can_be_looked_up_and_back_leads_into_the_dialogue(start):
    visit = start("质量问题退换")
    visit.stand_in("batch", "number")
    send(visit, "批号", "B2026-0301")
    visit.panel.get_by_role("button", name="查 B2026-0301 的生产日期和到期日").click()
    expect(visit.panel.locator(".handed")).to_have_text("B2026-0301")
    visit.panel.get_by_role("button", name="返回").click()
    expect(field(visit, "快递单号")).to_be_visible()


def press_enter(cdp, *, composing):
    """Press Enter, with the key code that says whose it is: 229 is the input method's."""
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 if composing else 13}
    cdp.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": "\r"} | key)
    cdp.send("Input.dispatchKeyEvent", {"type": "keyUp"} | key)


def test_enter_that_ends_a_composition_sends_nothing(start):
    visit = start()
    option(visit, "现货").click()
    field(visit, "订单号").focus()
    cdp = visit.page.context.new_cdp_session(visit.page)
    for text in ("d", "di", "ding"):
        end = len(text)
        cdp.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end}
        )
    press_enter(cdp, composing=True)
    expect(visit.panel.get_by_role("alert")).to_have_count(0)
    escape = {"key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 229}
    cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown"} | escape)
    expect(field(visit, "订单号")).to_have_value("ding")
    cdp.send("Input.insertText", {"text": "订单"})
    expect(field(visit, "订单号")).to_have_value("订单")
    visit.page.wait_for_timeout(100)  # the afterglow of composition.js
    press_enter(cdp, composing=False)
    expect(visit.panel.get_by_role("alert")).to_contain_text("订单号一般是")


def test_events_say_where_the_shopper_is_and_never_what_was_typed(start):
    visit = start()
    option(visit, "现货").click()
    send(visit, "订单号", "123", ORDER)
    visit.panel.get_by_role("button", name="上一步").click()
    assert visit.page.evaluate("heard") == [
        {"id": "urge-shipping", "node": "kind"},
        {"id": "urge-shipping", "node": "overdue"},
        {"id": "urge-shipping", "node": "person", "outcome": "handoff"},
    ]


def test_nothing_typed_is_kept_or_sent(start):
    visit = start()
    option(visit, "现货").click()
    send(visit, "订单号", ORDER)
    handed(visit)
    assert not [url for url in visit.requests if ORDER in url]
    stored = "[document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)]"
    assert ORDER not in "".join(visit.page.evaluate(stored))


def test_english_falls_back_to_chinese_and_says_so(start):
    visit = start("Chase my order", page="pages/english.html")
    assert said(visit) == ["In stock or a pre-order?"]
    option(visit, "Pre-order").click()
    turn = visit.panel.locator(".say").last
    expect(turn.locator("[lang=zh-CN]")).to_have_text("预售看这一条，写着怎么算。")
    expect(turn.locator(".tag")).to_have_text("Chinese")
    visit.panel.get_by_role("button", name="One step back").click()
    option(visit, "In stock").click()
    field(visit, "Order number").fill(ORDER)
    visit.panel.get_by_role("button", name="Next").click()
    expect(visit.panel.locator(".summary")).to_contain_text(f"Order {ORDER} is late, please check.")


def test_targets_have_room_for_a_finger_and_no_input_zooms(start, size):
    visit = start("质量问题退换", size=size)
    send(visit, "批号", "B2026-0301")
    send(visit, "快递单号", "x")
    small = visit.panel.locator("button:visible, .field").evaluate_all(
        "(all) => all.filter((b) => b.offsetHeight < 44 || b.offsetWidth < 44).map((b) => b.outerHTML)"
    )
    assert small == []
    font = field(visit, "快递单号").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
    assert font >= 16
    assert visit.panel.evaluate("(one) => one.scrollWidth <= one.clientWidth"), "scrolls sideways"


def test_the_turn_that_is_read_and_its_choices_stand_in_view(start, size):
    visit = start("质量问题退换", size=size)
    for label, _, right, _ in ASKED:
        expect(field(visit, label)).to_be_in_viewport()
        expect(visit.panel.locator(".say").last).to_be_in_viewport()
        send(visit, label, right)


def test_the_dialogue_of_a_strict_page_breaks_no_policy(start):
    visit = start(page="pages/strict.html")
    option(visit, "现货").click()
    send(visit, "订单号", ORDER)
    expect(visit.panel.locator(".summary")).to_be_visible()
    assert visit.page.evaluate("violations") == []
