"""The popup on pages whose scripts changed what every script builds on: it works, or says it cannot.

What is withstood, and what not, stands in widget/README.md; these tests hold both lists.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

README = Path("widget/README.md").read_text("utf-8")
NEEDED = re.search(r"`Array\.prototype`: (.+?)\.\n", README, re.DOTALL)[1].replace("`", "").split()
"""Methods of an array that every script of a page lives on, and the popup too."""
OTHERS = (
    "Object.getOwnPropertyNames(Array.prototype).filter((name) =>"
    f" name !== 'constructor' && !{json.dumps([name.strip(',') for name in NEEDED])}.includes(name)"
    " && typeof Array.prototype[name] === 'function')"
)
UNDEFINED = "function () {}"
THROWING = "function () { throw new Error('ours') }"
WATCH = (
    "window.harm = [];"
    "addEventListener('error', (event) => harm.push(event.message));"
    "addEventListener('unhandledrejection', (event) => harm.push(String(event.reason)))"
)


def button(visit, name):
    return visit.panel.get_by_role("button", name=name, exact=True)


def home(visit):
    while visit.panel.locator(".back").is_visible():
        visit.panel.locator(".back").click()


def read(visit):
    """Open, search by words and by pinyin, read an answer."""
    visit.launcher.click()
    visit.ask("kaifenghou neng yong duojiu")
    expect(visit.rows.first).to_contain_text("开封后能用多久")
    visit.ask("多久发货")
    expect(visit.rows.first).to_contain_text("下单后多久发货")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("48 小时内")


def use(visit):
    """Everything a shopper may do, from opening to closing."""
    read(visit)
    button(visit, "没用").click()
    button(visit, "联系人工").click()
    note = visit.panel.get_by_label("给客服的说明")
    note.fill("想问发货")
    button(visit, "复制说明").click()
    expect(visit.panel.locator(".said")).not_to_be_empty()
    home(visit)
    visit.panel.locator(".offer", has_text="催发货").click()
    visit.panel.locator(".choices").get_by_role("button", name="现货").click()
    visit.panel.get_by_label("订单号", exact=True).fill("6920123456789012345")
    button(visit, "下一步").click()
    expect(visit.panel.locator(".summary")).to_contain_text("6920123456789012345")
    home(visit)
    visit.panel.locator(".offer", has_text="保质期查询").click()
    visit.panel.get_by_role("textbox").fill("B2026-0301")
    button(visit, "查询").click()
    expect(visit.panel.locator(".outcome")).to_contain_text("2029-03-01")
    visit.panel.locator(".close").click()
    expect(visit.panel).to_be_hidden()


def test_the_methods_that_are_needed_are_those_of_1999_and_2009():
    """So no library that fills in what is newer can stand in the way."""
    names = "concat every filter forEach indexOf join map pop push slice some sort"
    assert [name.strip(",") for name in NEEDED] == names.split()


@pytest.mark.parametrize("instead", [UNDEFINED, THROWING], ids=["undefined", "throwing"])
def test_no_other_method_of_an_array_is_missed(make_visit, instead):
    visit = make_visit(now=None)  # a clock of the tests would live on the same arrays
    visit.go("pages/plain.html")
    count = visit.page.evaluate(
        f"(() => {{ const names = {OTHERS};"
        f" for (const name of names) Array.prototype[name] = {instead}; return names.length }})()"
    )
    assert count >= 20
    use(visit)


OWN = "(function () { const own = Array.prototype; const { slice } = own; %s })()"
MISTAKES = {
    "at goes round and round": "own.at = function (at) {"
    " return this[((at % this.length) + this.length) % this.length] }",
    "flatMap does not flatten": "own.flatMap = function (f) { return this.map(f) }",
    "flat flattens nothing": "own.flat = function () { return slice.call(this) }",
    "includes forgets the first": "own.includes = function (one) { return this.indexOf(one) > 0 }",
    "find gives a place": "own.find = function (f) {"
    " for (let i = 0; i < this.length; i++) if (f(this[i])) return i; return -1 }",
    "findIndex of nothing is undefined": "own.findIndex = function (f) {"
    " for (let i = 0; i < this.length; i++) if (f(this[i])) return i }",
    "fill knows no range": "own.fill = function (value) {"
    " for (let i = 0; i < this.length; i++) this[i] = value; return this }",
    "reverse makes a copy": "const { reverse } = own;"
    "own.reverse = function () { return reverse.call(slice.call(this)) }",
    "map and filter tell no whole, as in Prototype": "const { map, filter } = own;"
    "own.map = function (f, of) { return map.call(this, (one, at) => f.call(of, one, at)) };"
    "own.filter = function (f, of) { return filter.call(this, (one, at) => f.call(of, one, at)) }",
    "entries are an array, as in Prototype": "own.entries = function () { return slice.call(this) }",
    "some and every give what they found": "own.some = function (f) {"
    " for (let i = 0; i < this.length; i++) { const is = f(this[i], i, this); if (is) return is }"
    " return null };"
    "own.every = function (f) {"
    " for (let i = 0; i < this.length; i++) if (!f(this[i], i, this)) return 0; return 1 }",
    "indexOf is not strict": "own.indexOf = function (one) {"
    " for (let i = 0; i < this.length; i++) if (this[i] == one) return i; return -1 }",
    "push gives the array": "const { push } = own;"
    "own.push = function (...all) { push.apply(this, all); return this }",
    "toJSON of arrays": "own.toJSON = function () { return '[' + this.join() + ']' }",
    "more methods, enumerable": "own.remove = own.contains = own.first = own.last = function () {};"
    "Object.prototype.clone = Object.prototype.open = Object.prototype.batch = function () {}",
    "replaceAll takes patterns": "String.prototype.replaceAll = function (what, instead) {"
    " return this.replace(new RegExp(what, 'g'), instead) };"
    "String.prototype.at = String.prototype.contains = function () {}",
    "dates are parsed to dates, as in Datejs": "Date.parse = (text) => new Date(text);"
    "Date.prototype.toString = () => 'a date'",
    "promises without their later helpers": "for (const name of ['allSettled', 'any', 'try',"
    " 'withResolvers']) Promise[name] = () => { throw new Error('ours') };"
    "Object.groupBy = Array.from = window.structuredClone = () => []",
}
"""What home-made polyfills and libraries of 2005 to 2015 do."""


@pytest.mark.parametrize("case", MISTAKES)
def test_what_libraries_do_to_the_built_ins_is_withstood(visit, case):
    visit.page.add_init_script(OWN % MISTAKES[case])
    visit.go("pages/plain.html")
    expect(visit.panel).to_be_hidden()
    use(visit)


WITHSTOOD = {
    "a clock that is no number": "Date.now = () => NaN",
    "no crypto": "Object.defineProperty(window, 'crypto', { value: undefined })",
    "a bare navigator": "for (const name of ['clipboard', 'onLine', 'mediaDevices', 'connection'])"
    " Object.defineProperty(navigator, name, { value: undefined });"
    "document.execCommand = undefined",
    "an old media query": "const { matchMedia } = window;"
    "window.matchMedia = (query) => ({ matches: matchMedia(query).matches, addListener() {} })",
    "no viewport nor observers": "for (const name of ['visualViewport', 'ResizeObserver',"
    " 'IntersectionObserver', 'requestAnimationFrame', 'requestIdleCallback', 'structuredClone',"
    " 'Intl']) Object.defineProperty(window, name, { value: undefined })",
    "no name for elements": "customElements.define = () => { throw new Error('ours') }",
    "no history": "history.pushState = history.replaceState = () => { throw new Error('ours') }",
    "no performance": "Object.defineProperty(window, 'performance', { value: undefined })",
    "wrapped listeners": "const { addEventListener } = EventTarget.prototype;"
    "EventTarget.prototype.addEventListener = function (type, heard, options) {"
    " return addEventListener.call(this, type, typeof heard === 'function'"
    " ? function (...all) { return heard.apply(this, all) } : heard, options) }",
    "wrapped JSON": "const { parse } = JSON; JSON.parse = (text, revive) => parse(text, revive)",
    "no events": "window.CustomEvent = function () { throw new Error('ours') }",
}
REFUSED = {
    "no network": "window.fetch = () => { throw new Error('ours') }",
    "no media queries": "window.matchMedia = undefined",
}
SPOILED = {
    "no dates": "window.Date = function () {}; Date.now = () => 1",
    "no abort": "AbortSignal.timeout = undefined",
    "no arrays to speak of": "setTimeout(() => { Array.prototype.map = function () {} }, 400)",
}


def is_unharmed(visit):
    """Nothing for the page to catch, and its own buttons do their work."""
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("harm") == []
    visit.page.evaluate("buy.onclick = () => { window.bought = true }")
    visit.page.locator("#buy").click()
    return visit.page.evaluate("bought")


def spoil(visit, script):
    visit.page.add_init_script(WATCH)
    visit.page.add_init_script(f"{{ {script} }}")
    visit.go("pages/plain.html")


@pytest.mark.parametrize("case", WITHSTOOD)
def test_a_page_that_lacks_something_is_left_alone(visit, case):
    spoil(visit, WITHSTOOD[case])
    use(visit)
    visit.page.evaluate("dianzhi.destroy()")
    assert is_unharmed(visit)


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_open_says_so_on_the_launcher(visit, case):
    spoil(visit, REFUSED[case])
    visit.launcher.click()
    expect(visit.launcher).to_have_text("没有打开，点此重试")
    visit.page.evaluate("dianzhi.search('多久发货'); dianzhi.show('ship-time'); dianzhi.close()")
    assert is_unharmed(visit)


@pytest.mark.parametrize("case", SPOILED)
def test_what_goes_wrong_in_a_spoiled_page_is_never_left_to_the_page(visit, case):
    spoil(visit, SPOILED[case])
    visit.page.wait_for_timeout(500)
    for call in (
        "open()", "search('多久发货')", "show('ship-time')", "setContext({ lang: 'en' })",
        "show('batch-date')", "search('人工')", "close()", "toggle()", "destroy()",
    ):  # fmt: skip
        visit.page.evaluate(f"void dianzhi.{call}")
        visit.page.wait_for_timeout(300)
    assert is_unharmed(visit)


def test_a_note_is_sent_whole_where_arrays_write_themselves(visit):
    visit.page.add_init_script(OWN % MISTAKES["toJSON of arrays"])
    visit.page.route("**/notes", lambda route: route.fulfill(status=204))
    visit.go("pages/plain.html")
    visit.page.evaluate("dianzhi.setContext({ handoff: '/notes' })")
    read(visit)
    button(visit, "没用").click()
    button(visit, "联系人工").click()
    visit.panel.get_by_label("给客服的说明").fill("想问发货")
    with visit.page.expect_request("**/notes") as sent:
        button(visit, "提交给店铺").click()
    assert sent.value.post_data_json["entries"] == ["ship-time"]


WRONG = {"body": "export const other = 1", "content_type": "text/javascript"}


@pytest.mark.parametrize("name", ["typing.js", "meaning.js"])
def test_a_part_of_the_search_with_other_exports_leaves_the_search_to_words(visit, name):
    visit.page.route(f"**/{name}*", lambda route: route.fulfill(**WRONG))
    visit.go("pages/plain.html")
    visit.launcher.click()
    visit.ask("多久发货")
    expect(visit.rows.first).to_contain_text("下单后多久发货")


def test_a_part_of_the_search_with_other_exports_is_mended_by_a_retry(visit):
    visit.page.route("**/typing.js*", lambda route: route.fulfill(**WRONG))
    visit.open("pages/plain.html")
    visit.ask("kaifenghou")
    expect(visit.panel.get_by_role("alert")).to_contain_text("有一份内容暂时取不到")
    visit.page.unroute_all()
    button(visit, "再试一次").click()
    expect(visit.rows.first).to_contain_text("开封后能用多久")


def expect_incomplete_then_mended(visit):
    """An answer is asked for; what came is said to be incomplete, and one click later it is there."""
    visit.go("pages/plain.html")
    visit.page.evaluate("dianzhi.show('ship-time')")
    expect(visit.panel.get_by_role("alert")).to_contain_text("收到的内容不完整")
    visit.page.unroute_all()
    button(visit, "再试一次").click()
    expect(visit.answer).to_contain_text("48 小时内")


@pytest.mark.parametrize("name", ["search.js", "answer.js"])
def test_code_with_other_exports_is_said_to_be_incomplete(visit, name):
    visit.page.route(f"**/{name}*", lambda route: route.fulfill(**WRONG))
    expect_incomplete_then_mended(visit)


SHAPES = [
    "null",
    "[]",
    "1",
    '"text"',
    '{"ship-time": 5}',
    '{"ship-time": {"answer": {"zh": "text"}}}',
]


@pytest.mark.parametrize("body", SHAPES)
def test_answers_of_another_shape_are_said_to_be_incomplete(visit, body):
    visit.page.route("**/answers/*", lambda route: route.fulfill(body=body))
    expect_incomplete_then_mended(visit)


def test_a_moved_body_does_not_move_an_element_placed_outside_it(visit):
    spoil(
        visit,
        "addEventListener('DOMContentLoaded', () => { document.body.style.transform = 'scale(1)';"
        " document.body.style.height = '3000px' });"
        "addEventListener('DOMContentLoaded', () => document.documentElement.append("
        "document.createElement('dianzhi-faq')))",
    )
    visit.launcher.click()
    visit.panel.wait_for()
    visit.panel.evaluate("(e) => Promise.all(e.getAnimations().map((one) => one.finished))")
    box = visit.panel.bounding_box()
    assert box["y"] + box["height"] == 780
