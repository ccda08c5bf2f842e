"""Each file that the popup reads, failing in each way: what is said and offered, and the way back."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e import files
from tests.e2e.files import FILES
from tests.e2e.person import note
from tests.e2e.visit import Held

PAGE = "pages/plain.html"
MORNING, NOON = "2026-11-22T10:00:00+08:00", "2026-11-22T12:00:00+08:00"
PATIENCE = 10_000
"""Milliseconds after which the code counts a reply as lost."""
FLICKER = 200
"""Milliseconds after which it says that it reads."""
BY_THE_CLOCK = """
AbortSignal.timeout = (duration) => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), duration)
  return controller.signal
}
"""
"""The test's clock turns every timer but this one."""
TABLE = Path("dianzhi/text/tables/meaning.bin")


def missing(_visit, _file):
    return lambda route: route.fulfill(status=404, body="")


def half(_visit, _file):
    def reply(route):
        whole = route.fetch()
        route.fulfill(response=whole, body=whole.body()[: len(whole.body()) // 2])

    return reply


def other(_visit, file):
    kind = "text/javascript" if file.is_module else "application/json"
    return lambda route: route.fulfill(body=file.other, content_type=kind)


def offline(visit, _file):
    def reply(route):
        visit.page.context.set_offline(True)
        route.abort("internetdisconnected")

    return reply


FAILURES = {"missing": missing, "half": half, "other": other, "offline": offline}
CASES = [
    (name, failure)
    for name, file in FILES.items()
    for failure in FAILURES
    if failure != "other" or file.other is not None
]


def words(file, failure):
    """Return what is to be said of a loss."""
    if file.place == files.RESULTS:
        return files.MISSING
    return {
        "missing": files.UNREACHABLE if file.is_module else files.MISSING,
        # Half a module may parse, and fail as it runs.
        "half": re.compile(f"{files.BROKEN}|{files.UNREACHABLE}")
        if file.is_module
        else files.BROKEN,
        "other": file.said,
        "offline": "网络好像断开了",
        "slow": "等了十秒还没有读完",
    }[failure]


def expect_loss(visit, file, failure):
    """What happened is said, and whatever still works is offered."""
    if file.place == files.LAUNCHER:
        expect(visit.launcher).to_have_text("没有打开，点此重试")
    if file.place in (files.LAUNCHER, files.NOTHING):
        assert [d["code"] for _, d in visit.heard()] == ["load"] * (file.place == files.LAUNCHER)
        return
    expect(visit.panel.get_by_role("alert")).to_contain_text(words(file, failure))
    expect(visit.panel.locator(".tile")).to_have_count(4)
    if file.place == files.PERSON:
        expect(visit.panel.get_by_role("alert")).to_contain_text("联系抖音店铺客服")
    else:
        expect(visit.panel.locator(".offer", has_text="联系人工")).to_be_visible()


def expect_return(visit, file):
    """One click, and the shopper has what was asked for."""
    if file.place == files.LAUNCHER:
        visit.launcher.click()
    elif file.place != files.NOTHING:
        visit.button("再试一次").click()
    file.works(visit)
    expect(visit.panel).to_have_count(1)
    expect(visit.panel.get_by_role("alert")).to_have_count(0)


@pytest.fixture
def visit(visit, request):
    """A visit that can go to the large shop as well."""
    visit.large = lambda: request.getfixturevalue("large_site")
    return visit


def start(visit, file):
    visit.expect_console("Failed to load resource")
    if file.is_large:
        visit.site = visit.large()
    file.prepare(visit)
    if file.page == "pages/meaning.html":
        give_meaning(visit)
        visit.go(PAGE)
    else:
        visit.go(file.page)
    visit.hear("error")


def give_meaning(visit):
    """Let the site have the table of meaning, as built sites have."""
    content = TABLE.read_bytes()
    file = {"path": "meaning.bin", "bytes": len(content), "format": 1}
    file["sha256"] = hashlib.sha256(content).hexdigest()

    def manifest(route):
        route.fulfill(json=json.loads(route.fetch().body()) | {"vectors": file})

    visit.page.route("**/manifest.json", manifest)
    visit.page.route("**/meaning.bin", lambda route: route.fulfill(body=content))


def online(visit, wanted):
    """Connect or disconnect the browser, and wait for it: the network that the page's requests go
    through hears of it later than the page does, and a click must not overtake the news."""
    visit.page.context.set_offline(not wanted)
    visit.page.wait_for_function(
        "(wanted) => fetch('../faq.js', { method: 'HEAD', cache: 'no-store' })"
        ".then(() => wanted, () => !wanted)",
        arg=wanted,
    )


@pytest.mark.parametrize(("name", "failure"), CASES)
def test_a_loss_is_said_and_made_good(visit, name, failure):
    file = FILES[name]
    start(visit, file)
    visit.page.route(file.pattern, FAILURES[failure](visit, file))
    file.before(visit)
    file.needs(visit)
    expect_loss(visit, file, failure)
    if file.place == files.NOTHING:
        file.works(visit)
    visit.page.unroute_all(behavior="wait")
    online(visit, wanted=True)
    expect_return(visit, file)


def with_a_clock(visit):
    """Let the test say when patience ends, however busy the machine is."""
    visit.page.clock.install(time=MORNING)
    visit.page.add_init_script(BY_THE_CLOCK)


@pytest.fixture
def waiting(visit):
    """Return a function that goes to where a file is needed and does not come; time stands still."""

    def wait(file):
        with_a_clock(visit)
        start(visit, file)
        held = Held(visit.page, file.pattern)
        file.before(visit)
        if file.place != files.NOTHING:
            visit.page.clock.pause_at(NOON)
        with visit.page.expect_request(file.pattern):
            file.needs(visit)
        expect_reading(visit, file)
        return held

    return wait


def expect_reading(visit, file):
    """While a file is on its way that is said, and nothing else is kept from the shopper."""
    if file.place == files.LAUNCHER:
        expect(visit.launcher).to_have_text("正在打开…")
    elif file.place == files.HOME:
        expect(visit.panel.locator(".skeleton")).to_be_visible()
        expect(visit.panel.locator(".tile")).to_have_count(4)
        expect(visit.panel.locator(".offer", has_text="联系人工")).to_be_visible()
    elif file.place == files.NOTHING:
        file.works(visit)
    else:
        visit.page.clock.run_for(FLICKER + (files.PAUSE if file.is_large else 0))
        expect(visit.status).to_have_text(
            "正在查找…" if file.place in (files.RESULTS, files.SEARCH) else "正在读取…"
        )


@pytest.mark.parametrize("name", FILES)
def test_what_comes_within_ten_seconds_needs_no_click(visit, waiting, name):
    held = waiting(FILES[name])
    held.let_go()
    visit.page.clock.resume()
    FILES[name].works(visit)
    expect(visit.panel.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("name", FILES)
def test_what_takes_ten_seconds_is_given_up_and_may_come_later(visit, waiting, name):
    file = FILES[name]
    held = waiting(file)
    visit.page.clock.fast_forward(PATIENCE)
    expect_loss(visit, file, "slow")
    held.let_go()
    visit.page.clock.resume()
    expect_return(visit, file)


def test_offline_is_said_and_the_answer_comes_when_back(visit):
    visit.expect_console("Failed to load resource")
    with_a_clock(visit)
    visit.open(PAGE)
    visit.rows.first.wait_for()
    visit.page.clock.pause_at(NOON)
    online(visit, wanted=False)
    visit.rows.first.click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("网络好像断开了")
    online(visit, wanted=True)
    visit.button("再试一次").click()
    expect(visit.answer).to_contain_text("48 小时内")


def test_a_lost_index_leaves_the_way_to_a_person(visit):
    visit.expect_console("Failed to load resource")
    visit.page.route("**/index.bin", lambda route: route.fulfill(status=404))
    visit.open(PAGE)
    expect(visit.panel.get_by_role("alert")).to_be_visible()
    visit.button("联系人工").first.click()
    expect(note(visit)).to_have_value("商品：氨基酸洁面乳")


def test_a_question_asked_of_a_lost_index_is_refused_with_the_same_words(visit):
    visit.expect_console("Failed to load resource")
    visit.page.route("**/index.bin", lambda route: route.fulfill(status=500))
    visit.open(PAGE)
    alert = visit.panel.get_by_role("alert")
    expect(alert).to_contain_text("暂时连不上")
    with visit.page.expect_response("**/index.bin"):
        visit.ask("多久发货")  # tries again, and is refused again: the alert may be the old one
    expect(alert).to_contain_text("暂时连不上")
    visit.page.unroute_all()
    visit.button("再试一次").click()
    expect(visit.rows.first).to_contain_text("下单后多久发货")


def test_even_without_its_part_the_channels_are_said(visit):
    visit.expect_console("Failed to load resource|ERR_FAILED")
    for lost in ("**/index.bin", "**/person.js*"):
        visit.page.route(lost, lambda route: route.abort())
    visit.go(PAGE)
    visit.page.evaluate("dianzhi.setContext({ platform: 'site' })")
    visit.launcher.click()
    expect(visit.panel.get_by_role("alert")).to_be_visible()
    visit.button("联系人工").first.click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("打电话 400-000-0000")
