"""Reaching a person: the ways that are shown, and the note for them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.person import PLAIN, note, reach

NIGHT = "2026-11-22T23:30:00+08:00"
NO_CLIPBOARD = (
    "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
    "document.execCommand = () => false"
)


def ask_and_settle(visit, *questions):
    visit.hear("search")
    for question in questions:
        visit.ask(question)
        visit.page.wait_for_function("(q) => heard.some(([, d]) => d.query === q)", arg=question)


def links(visit):
    return visit.panel.locator(".body a").evaluate_all("(all) => all.map((a) => a.href)")


def test_on_douyin_the_note_is_copied_and_its_own_service_is_the_only_way(make_visit, size):
    visit = make_visit(size)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reach(visit)
    visit.hear("handoff")
    assert visit.focused() == "question"
    expect(visit.panel).to_contain_text("联系抖音店铺客服")
    expect(visit.panel).to_contain_text("打开商品页或订单详情页，点“客服”")
    expect(visit.panel).not_to_contain_text("400")
    assert links(visit) == []
    note(visit).fill("订单 123，少了一瓶")
    visit.button("复制说明").click()
    expect(visit.panel).to_contain_text("已复制，可以去粘贴了。")
    assert visit.page.evaluate("navigator.clipboard.readText()") == "订单 123，少了一瓶"
    assert visit.heard() == [["handoff", {"channel": "copy"}]]


PLATFORMS = {
    "the shop's own when the page says nothing": (None, "联系抖音店铺客服", 0),
    "another platform's own": ("taobao", "联系旺旺客服", 0),
    "a site where the shop allows more": ("site", "打电话", 3),
    "a platform that the shop does not know": ("nowhere", "在您下单的平台", 0),
    "a name that every object has": ("constructor", "在您下单的平台", 0),
}


@pytest.mark.parametrize("case", PLATFORMS)
def test_only_the_channels_of_this_page_s_platform_are_shown(visit, case):
    platform, words, count = PLATFORMS[case]
    reach(visit, platform)
    expect(visit.panel).to_contain_text(words)
    assert len(links(visit)) == count


def test_links_carry_the_note_or_ids_and_tell_the_page(visit):
    reach(visit, "site")
    note(visit).fill("瓶口漏了 & 想换")
    visit.hear("handoff")
    visit.page.evaluate(
        "document.querySelector('dianzhi-faq').shadowRoot.addEventListener('click',"
        " (event) => { if (event.target.closest('a')) event.preventDefault() })"
    )
    for row in visit.panel.locator("a.row").all():
        row.click()
    phone, mail, wecom = links(visit)
    assert phone == "tel:4000000000"
    assert parse_qs(urlsplit(mail).query)["body"] == ["瓶口漏了 & 想换"]
    query = parse_qs(urlsplit(wecom).query)
    assert query["enc_scene"] == ["ENC0example"]
    assert query["scene_param"] == ["s=amino-cleanser&q=ship-time"]
    kinds = [detail["channel"] for _, detail in visit.heard()]
    assert kinds == ["phone", "mail", "wecom"]
    expect(visit.panel).to_contain_text("不带您写的字")


@pytest.mark.parametrize(
    ("now", "shown"),
    [(NIGHT, 1), ("2026-11-22T10:00:00+08:00", 0)],
    ids=["at night when someone is back", "by day nothing"],
)
def test_outside_hours_it_says_when_someone_is_back(make_visit, now, shown):
    visit = make_visit(now=now)
    reach(visit)
    notice = visit.panel.locator(".notice", has_text="休息中，明早 9:00 恢复")
    expect(notice).to_have_count(shown)
    expect(visit.panel).not_to_contain_text("在线")


def test_the_note_says_what_was_asked_about_which_product_and_batch(visit):
    visit.open(PLAIN)
    visit.page.evaluate("dianzhi.setContext({ batch: 'B2026-0301' })")
    ask_and_settle(visit, "多久发货", "能改地址吗")
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.button("没用").click()
    visit.button("联系人工").click()
    expect(note(visit)).to_have_value(
        "想问：多久发货；能改地址吗\n商品：氨基酸洁面乳\n批号：B2026-0301"
    )
    note(visit).fill("我自己写的")
    visit.button("返回").click()
    visit.button("没用").click()
    visit.button("联系人工").click()
    expect(note(visit)).to_have_value("我自己写的")


def test_where_copying_is_denied_the_note_is_left_selected(make_visit, size):
    visit = make_visit(size)
    visit.page.add_init_script(NO_CLIPBOARD)
    reach(visit)
    note(visit).fill("请帮我看看")
    visit.button("复制说明").click()
    expect(visit.panel).to_contain_text("没能自动复制，文字已选中")
    selected = note(visit).evaluate("(e) => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert selected == "请帮我看看"


def test_the_keyboard_alone_reaches_a_person(visit):
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.go(PLAIN)
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.answer.wait_for()
    press = visit.page.keyboard.press
    visit.button("没用").focus()
    press("Enter")
    for _ in range(5):
        press("Tab")  # the link to copy, three reasons, a person
    expect(visit.button("联系人工")).to_be_focused()
    press("Enter")
    note(visit).wait_for()
    assert visit.focused() == "question"
    press("Tab")
    expect(note(visit)).to_be_focused()
    visit.page.keyboard.type("你好")
    press("Tab")
    press("Enter")
    expect(visit.panel).to_contain_text("已复制")
    press("Escape")
    expect(visit.answer).to_be_visible()


def test_after_three_questions_in_vain_a_person_is_offered_until_something_helps(make_visit, size):
    visit = make_visit(size)
    visit.open(PLAIN)
    offer = visit.panel.locator(".tired")
    ask_and_settle(visit, "多久发货", "怎么退货", "发票")
    expect(visit.rows.first).to_be_visible()
    expect(offer).to_have_count(0)
    ask_and_settle(visit, "可以发顺丰吗")
    expect(offer).to_be_visible()
    visit.rows.first.click()
    visit.answer.wait_for()
    expect(offer).to_be_visible()
    visit.button("有用").click()
    expect(offer).to_have_count(0)
    visit.ask("红肿过敏")
    expect(visit.status).not_to_be_empty()
    expect(offer).to_have_count(0)


def test_where_nothing_is_found_a_person_hears_what_was_asked(visit):
    visit.open(PLAIN)
    ask_and_settle(visit, "zzzzqqq", "qqqqzzz", "zqzqzq")
    expect(visit.status).to_have_text("没有找到")
    visit.button("联系人工").click()
    expect(note(visit)).to_have_value("想问：zzzzqqq；qqqqzzz；zqzqzq\n商品：氨基酸洁面乳")


def test_a_note_survives_the_other_language(visit):
    reach(visit)
    note(visit).fill("少了一瓶")
    visit.button("English").click()
    expect(visit.panel.get_by_label("A note for them")).to_have_value("少了一瓶")
    expect(visit.panel.get_by_role("heading", name="Talk to a person")).to_be_visible()


def test_targets_have_room_and_the_note_does_not_zoom(make_visit, size):
    visit = make_visit(size)
    reach(visit, "site", "/handoff")
    small = visit.panel.locator("button:visible, a:visible, textarea").evaluate_all(
        "(all) => all.filter((b) => b.offsetHeight < 44 || b.offsetWidth < 44).map((b) => b.outerHTML)"
    )
    assert small == []
    font = note(visit).evaluate("(field) => parseFloat(getComputedStyle(field).fontSize)")
    assert font >= 16
