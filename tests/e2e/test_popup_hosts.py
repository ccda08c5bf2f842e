"""The popup on pages that do not wish it well, and when files fail."""

import pytest
from playwright.sync_api import expect


def journey(visit):
    """Open, search, read an answer with a slot."""
    visit.launcher.click()
    visit.ask("开封后能用多久")
    expect(visit.rows.first).to_contain_text("开封后能用多久")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("36 个月")


def holds_nothing(visit):
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    databases = visit.page.evaluate("indexedDB.databases().then((all) => all.length)")
    return (
        visit.page.context.cookies() == [] and databases == 0
        and visit.page.evaluate(kept) == [0, 0, ""]
    )  # fmt: skip


@pytest.mark.parametrize("name", ["demo/", "pages/strict.html", "pages/nonce.html"])
def test_a_strict_policy_with_trusted_types_has_nothing_to_object_to(visit, name):
    visit.go(name)
    journey(visit)
    assert visit.page.evaluate("violations") == []
    visit.expect_console("TrustedHTML|Trusted Type")
    blocked = (
        "(() => { try { document.createElement('p').innerHTML = 'x' } catch { return true } })()"
    )
    assert visit.page.evaluate(blocked), "the policy of this page is not in force"


def test_no_cookie_and_no_storage_before_or_after_use(visit):
    visit.go("pages/plain.html")
    assert holds_nothing(visit)
    journey(visit)
    assert holds_nothing(visit)


def test_hostile_styles_change_nothing(make_visit, size):
    boxes = {}
    for name in ("plain", "hostile"):
        visit = make_visit(size)
        visit.go(f"pages/{name}.html")
        launcher = visit.launcher.bounding_box()
        journey(visit)
        visit.page.wait_for_timeout(300)
        style = visit.answer.evaluate(
            "(e) => [getComputedStyle(e).letterSpacing, getComputedStyle(e).textTransform]"
        )
        boxes[name] = [launcher, visit.panel.bounding_box(), visit.answer.bounding_box(), style]
    assert boxes["plain"] == boxes["hostile"]


def test_two_tags_make_one_popup_with_the_later_product(visit):
    visit.go("pages/twice.html")
    assert visit.page.locator("dianzhi-faq").count() == 1
    visit.page.evaluate("dianzhi.show('opened-use')")
    expect(visit.answer).to_contain_text("玻尿酸保湿精华")


def test_calls_made_before_loading_are_kept(visit):
    visit.go("pages/early.html")
    expect(visit.answer).to_contain_text("48 小时内")
    assert visit.page.evaluate("heard") == ["ready", "ship-time"]


def test_removed_while_open_and_added_again(visit):
    visit.open("pages/plain.html")
    visit.page.evaluate(
        "host = document.querySelector('dianzhi-faq'); host.remove(); document.body.append(host)"
    )
    expect(visit.panel).to_be_hidden()
    journey(visit)


def test_a_page_that_threw_the_popup_away_gets_it_back(visit):
    visit.go("pages/plain.html")
    visit.page.evaluate("document.body.replaceChildren(); dianzhi.mount()")
    journey(visit)


def test_opening_brings_back_what_the_page_threw_away(make_visit, size):
    visit = make_visit(size)
    visit.open("pages/plain.html")
    visit.page.evaluate("document.body.replaceChildren(); dianzhi.open()")
    expect(visit.panel).to_be_visible()
    expect(visit.rows.first).to_be_visible()


def test_destroy_leaves_nothing_and_a_new_tag_starts_anew(visit):
    visit.open("pages/plain.html")
    visit.page.evaluate("dianzhi.destroy()")
    assert visit.page.locator("dianzhi-faq").count() == 0
    assert visit.page.evaluate("window.dianzhi === undefined")
    visit.page.add_script_tag(url=f"{visit.site}faq.js")
    visit.launcher.click()
    expect(visit.panel).to_be_visible()


def test_events_tell_the_page_what_happens(visit):
    visit.go("pages/plain.html")
    visit.page.evaluate(
        "heard = []; for (const type of ['open', 'close', 'search', 'noresult', 'answer'])"
        " document.addEventListener('dianzhi:' + type, (e) => heard.push([type, e.detail]))"
    )
    visit.launcher.click()
    visit.ask("zzzzqqq")
    expect(visit.status).to_have_text("没有找到")
    visit.page.wait_for_function("heard.length === 3")
    visit.page.evaluate("dianzhi.show('courier')")
    visit.answer.wait_for()
    visit.page.evaluate("dianzhi.close()")
    expect(visit.panel).to_be_hidden()
    assert visit.page.evaluate("heard") == [
        ["open", None],
        ["search", {"query": "zzzzqqq", "count": 0}],
        ["noresult", {"query": "zzzzqqq"}],
        ["answer", {"id": "courier", "content": "0123456789abcdef"}],
        ["close", None],
    ]


MISSING = {"status": 404, "body": ""}
HALF = {"body": '{"format": 1, "pan'}
NEWER = {"body": '{"format": 2, "panel": {"path": "%s"}, "shop": "something else"}'}
LAUNCHER_FAILURES = {
    "no manifest": ("manifest.json", MISSING),
    "half a manifest": ("manifest.json", HALF),
    "no panel": ("panel.js", MISSING),
}


@pytest.mark.parametrize("case", LAUNCHER_FAILURES)
def test_a_panel_that_does_not_come_is_said_on_the_launcher_and_a_click_retries(visit, case):
    name, reply = LAUNCHER_FAILURES[case]
    visit.expect_console("Failed to load resource")
    visit.page.route(f"**/{name}*", lambda route: route.fulfill(**reply))
    visit.go("pages/plain.html")
    visit.launcher.click()
    expect(visit.launcher).to_have_text("没有打开，点此重试")
    visit.page.unroute_all()
    visit.launcher.click()
    expect(visit.panel).to_be_visible()
    journey_after_failure(visit)


def journey_after_failure(visit):
    visit.ask("多久发货")
    expect(visit.rows.first).to_contain_text("下单后多久发货")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("48 小时内")


INDEX_FAILURES = {
    "no index": ("index.bin", MISSING, "有一份内容暂时取不到"),
    "half an index": ("index.bin", {"body": "DZ"}, "收到的内容不完整"),
    "no engine": ("search.js", MISSING, "暂时连不上"),
    "server error": ("index.bin", {"status": 500, "body": ""}, "暂时连不上"),
}


@pytest.mark.parametrize("case", INDEX_FAILURES)
def test_a_lost_index_is_said_with_categories_and_a_retry(visit, case):
    name, reply, words = INDEX_FAILURES[case]
    visit.expect_console("Failed to load resource")
    visit.page.route(f"**/{name}*", lambda route: route.fulfill(**reply))
    visit.open("pages/plain.html")
    expect(visit.panel.get_by_role("alert")).to_contain_text(words)
    expect(visit.panel.locator(".tile")).to_have_count(4)
    with visit.page.expect_response(lambda response: name in response.url):
        visit.ask("多久发货")  # tries again, and is refused again: the alert may be the old one
    expect(visit.panel.get_by_role("alert")).to_contain_text(words)
    visit.page.unroute_all()
    visit.panel.get_by_role("button", name="再试一次").click()
    journey_after_failure(visit)


def test_an_engine_that_never_comes_is_given_up_after_ten_seconds(visit):
    never = {"body": "await new Promise(() => {})", "content_type": "text/javascript"}
    visit.page.clock.install()
    visit.page.route("**/search.js*", lambda route: route.fulfill(**never))
    visit.open("pages/plain.html")
    visit.page.clock.fast_forward(10_000)
    expect(visit.panel.get_by_role("alert")).to_contain_text("等了十秒")
    visit.page.unroute_all()
    visit.panel.get_by_role("button", name="再试一次").click()
    expect(visit.rows.first).to_be_visible()


SHARD_FAILURES = {
    "no shard": (MISSING, "有一份内容暂时取不到"),
    "half a shard": (HALF, "收到的内容不完整"),
    "a shard of another version": ({"body": "{}"}, "收到的内容不完整"),
}


@pytest.mark.parametrize("case", SHARD_FAILURES)
def test_a_lost_answer_is_said_and_can_be_asked_for_again(visit, case):
    reply, words = SHARD_FAILURES[case]
    visit.expect_console("Failed to load resource")
    visit.page.route("**/answers/*", lambda route: route.fulfill(**reply))
    visit.open("pages/plain.html")
    visit.rows.first.click()
    expect(visit.panel.get_by_role("alert")).to_contain_text(words)
    visit.page.unroute_all()
    visit.panel.get_by_role("button", name="再试一次").click()
    expect(visit.answer).to_contain_text("48 小时内")


def test_a_manifest_of_a_later_format_asks_to_reload_the_page(visit):
    visit.go("pages/plain.html")
    path = visit.page.evaluate("fetch('../manifest.json').then((r) => r.json())")["panel"]["path"]
    visit.page.route("**/manifest.json", lambda route: route.fulfill(body=NEWER["body"] % path))
    visit.launcher.click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("请刷新页面再看")


def test_offline_is_said_and_the_answer_comes_when_back(visit):
    visit.expect_console("ERR_INTERNET_DISCONNECTED")
    visit.open("pages/plain.html")
    visit.rows.first.wait_for()
    visit.page.context.set_offline(True)
    visit.rows.first.click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("网络好像断开了")
    visit.page.context.set_offline(False)
    visit.panel.get_by_role("button", name="再试一次").click()
    expect(visit.answer).to_contain_text("48 小时内")
