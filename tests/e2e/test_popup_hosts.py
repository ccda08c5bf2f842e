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


def test_a_manifest_of_a_later_format_asks_to_reload_the_page(visit):
    visit.go("pages/plain.html")
    manifest = visit.page.evaluate("fetch('../manifest.json').then((r) => r.json())")
    body = manifest | {"format": 2, "shop": "something else"}
    visit.page.route("**/manifest.json", lambda route: route.fulfill(json=body))
    visit.launcher.click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("请刷新页面再看")
    visit.page.unroute_all()
    visit.button("再试一次").click()
    expect(visit.rows.first).to_be_visible()
    expect(visit.panel.get_by_role("heading", level=2)).to_have_text("屿光")
