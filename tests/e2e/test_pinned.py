"""The pinned loader on a page of another origin: code of known bytes runs, any other does not."""

import functools
import json
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import expect

from tests.e2e.served import served

REST = "; connect-src {0}; img-src {0}; require-trusted-types-for 'script'"
STRICT = "default-src 'none'; script-src {0}" + REST
NONCE = "default-src 'none'; script-src 'nonce-r4nd0m'" + REST


class Pasted(HTMLParser):
    """The tag of embed.html that an engineer would copy."""

    def __init__(self, page):
        super().__init__()
        self.inside, self.tag = False, ""
        self.feed(page)

    def handle_starttag(self, _tag, attrs):
        self.inside = ("id", "pinned") in attrs

    def handle_data(self, data):
        self.tag += data if self.inside else ""

    def handle_endtag(self, _tag):
        self.inside = False


@pytest.fixture(scope="module")
def cdn(sample_public):
    """The public files under their own origin, with the headers that the docs ask for."""
    with served(sample_public) as address:
        yield f"{address}public/"


@pytest.fixture
def host(browser, cdn, sample_public, tmp_path):
    """Open a page of another origin with the pasted tag; returns page, requests and events."""
    tag = Pasted((sample_public / "public/embed.html").read_text("utf-8")).tag
    contexts = []
    shop = tmp_path / "shop"
    shop.mkdir()

    def go(policy=STRICT, change=lambda tag: tag, spoil=None):
        context = browser.new_context(locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        page.add_init_script(
            "heard = []; violations = [];"
            "for (const type of ['ready', 'open', 'error'])"
            " addEventListener('dianzhi:' + type, (e) => heard.push(type));"
            "addEventListener('securitypolicyviolation', (e) => violations.push(e.blockedURI), true)"
        )
        pasted = change(tag.replace("https://你的域名/faq/", cdn))
        if policy is NONCE:
            pasted = pasted.replace("<script ", '<script nonce="r4nd0m" ')
        origin = cdn.removesuffix("/public/")
        (shop / "index.html").write_text(
            '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>商品</title>'
            f'<meta http-equiv="Content-Security-Policy" content="{policy.format(origin)}">{pasted}',
            encoding="utf-8",
        )
        if spoil:
            page.route(f"**/{spoil}*", functools.partial(spoiled, sample_public / "public"))
        page.goto(f"{address}index.html")
        return page, requests

    with served(shop) as address:
        yield go
        for context in contexts:
            context.close()


def spoiled(public, route):
    """Answer with the same code and one statement more, as a broken-into server would."""
    path = route.request.url.partition("/public/")[2].partition("?")[0]
    body = (public / path).read_text("utf-8") + "\nwindow.broken = true"
    headers = {"Access-Control-Allow-Origin": "*"}
    route.fulfill(body=body, content_type="text/javascript", headers=headers)


def answer(page):
    page.locator("dianzhi-faq .launcher").click()
    page.get_by_role("searchbox").fill("没开封的能放多久")
    page.locator("dianzhi-faq .row").first.click()
    expect(page.locator("dianzhi-faq .answer")).to_contain_text("从生产日期算起")


@pytest.mark.parametrize("policy", [STRICT, NONCE], ids=["hosts named", "nonce alone"])
def test_the_pasted_tag_works_across_origins_and_reads_each_module_once(host, policy):
    page, requests = host(policy)
    answer(page)
    modules = [re.sub(r"^.*/", "", url) for url in requests if url.endswith(".js")]
    assert sorted(modules) == [
        "answer.js",
        "meaning.js",
        "panel.js",
        "pinned.js",
        "search.js",
        "typing.js",
    ]
    assert page.evaluate("[violations, window.broken]") == [[], None]


def test_a_loader_of_other_bytes_is_refused_and_the_link_stays(host):
    page, _ = host(change=lambda tag: tag.replace("sha384-", "sha384-AAAA"))
    expect(page.get_by_role("link", name="常见问题")).to_be_visible()
    assert page.locator("dianzhi-faq .launcher").count() == 0
    page, _ = host(spoil="pinned.js")
    expect(page.get_by_role("link", name="常见问题")).to_be_visible()
    assert page.evaluate("window.broken === undefined && window.dianzhi === undefined")


def test_a_panel_of_other_bytes_never_runs_not_even_on_retry(host):
    page, requests = host(spoil="panel.js")
    launcher = page.locator("dianzhi-faq .launcher")
    for _ in range(2):
        launcher.click()
        expect(launcher).to_have_text("没有打开，点此重试")
    assert page.evaluate("window.broken") is None
    page.unroute("**/panel.js*")
    answer(page)
    assert any("panel.js" in url for url in requests)


@pytest.mark.parametrize("part", ["search.js", "typing.js", "meaning.js", "answer.js"])
def test_a_later_part_of_other_bytes_never_runs_and_the_panel_says_so(host, part):
    page, _ = host(spoil=part)
    page.locator("dianzhi-faq .launcher").click()
    if part == "answer.js":
        page.locator("dianzhi-faq .row").first.click()
    alert = page.locator("dianzhi-faq").get_by_role("alert")
    expect(alert).to_contain_text("暂时连不上")
    page.get_by_role("button", name="再试一次").click()
    expect(alert).to_contain_text("暂时连不上")
    assert page.evaluate("window.broken") is None


def test_content_may_change_under_a_pinned_tag_and_newer_code_is_left_alone(host, sample_public):
    """After an upgrade the manifest names other code; a pinned page goes on with its own."""
    page, requests = host()
    later = newer(json.loads((sample_public / "public/manifest.json").read_text("utf-8")))
    headers = {"Access-Control-Allow-Origin": "*"}
    page.route("**/manifest.json", lambda route: route.fulfill(json=later, headers=headers))
    answer(page)
    expect(page.locator("dianzhi-faq h2").first).to_have_text("改了名的店")
    assert not [url for url in requests if "/v/ffffffffffffffff/" in url]


def newer(manifest):
    for name in ("panel", "search"):
        manifest[name]["path"] = f"v/ffffffffffffffff/{name}.js"
    manifest["shop"]["name"] = "改了名的店"
    return manifest


def test_a_browser_that_cannot_prove_bytes_is_refused(host):
    page, requests = host()
    page.evaluate("DOMTokenList.prototype.supports = () => false")
    page.locator("dianzhi-faq .launcher").click()
    expect(page.locator("dianzhi-faq .launcher")).to_have_text("没有打开，点此重试")
    assert not [url for url in requests if url.endswith("panel.js")]


def test_the_spoiled_code_would_run_without_integrity(host):
    """The attack has teeth: the ordinary tag runs what the server gives."""
    pinned = re.compile(r'.*<script async src="([^"]*/)v/.*', re.DOTALL)
    ordinary = r'<dianzhi-faq></dianzhi-faq><script async src="\1faq.js"></script>'
    page, _ = host(
        change=lambda tag: pinned.sub(ordinary, tag),
        spoil="panel.js",
    )
    page.locator("dianzhi-faq .launcher").click()
    page.locator("dianzhi-faq dialog").wait_for()
    assert page.evaluate("window.broken") is True
