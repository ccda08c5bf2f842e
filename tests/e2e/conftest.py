"""A browser, a served site, and pages that fail their test for anything a host would complain of."""

import functools
import importlib.util
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from dianzhi import building, pipeline
from dianzhi.source.shipped import read_shipped

SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=30_000)  # milliseconds; the machine may be busy
PART = """
export const css = ''
export const view = (app, { HANDED }) => {
  const said = document.createElement('p')
  said.className = 'handed'
  said.textContent = HANDED ?? '—'
  return { nodes: [said] }
}
"""
"""A part of the panel that only shows what it was handed."""
AXE = Path("widget/node_modules/axe-core/axe.min.js")
OBJECTIONS = Path(__file__).parent / "fixtures" / "objections.js"
SUNDAY_MORNING = "2026-11-22T10:00:00+08:00"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the test says what went wrong."""


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def _fixture_site() -> Callable[[Path], None]:
    path = Path(__file__).parent / "fixtures" / "site.py"
    spec = importlib.util.spec_from_file_location("dianzhi_fixture_site", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    write: Callable[[Path], None] = module.write_site
    return write


@pytest.fixture(scope="session")
def public_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    _fixture_site()(folder)
    return folder


@pytest.fixture(scope="session")
def public_site(public_folder: Path) -> Iterator[str]:
    """Address of the served site, with its final slash."""
    server, address = serve(public_folder)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def sample_public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public files of the sample shop as they are built, below `public/`; no knowledge base."""
    loaded = pipeline.load(Path("faq_src"), date(2026, 11, 22))
    assert loaded.catalog is not None
    related, _ = pipeline.related(loaded.catalog)
    shipped = read_shipped(Path.cwd())
    folder = tmp_path_factory.mktemp("sample")
    for one in building.public_files(loaded.catalog, related, shipped, loaded.files):
        path = folder / "public" / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = (os.environ.get("DIANZHI_CHROME", ""), "chromium", "google-chrome")
    chrome = next(filter(None, map(shutil.which, filter(None, names))), None)
    assert chrome, "没有找到 Chrome：请安装 chromium，或用环境变量 DIANZHI_CHROME 指明它的位置"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chrome, args=ARGUMENTS)
        yield running
        running.close()


class Visit:
    """One page in one context, and everything it did wrong."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.wrong: list[str] = []
        self.requests: list[str] = []
        self._expected: list[str] = []
        page.on("console", lambda m: self._note(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self._note(f"uncaught: {error}"))
        page.on("request", lambda request: self._check_host(request.url))

    def _note(self, text: str) -> None:
        self.wrong.append(text)

    def _check_host(self, url: str) -> None:
        self.requests.append(url.removeprefix(self.site))
        if not url.startswith((self.site, "data:")):
            self._note(f"foreign request: {url}")

    def expect_console(self, pattern: str) -> None:
        """Allow console errors of an injected failure: the browser itself reports lost files."""
        self._expected.append(pattern)

    def complaints(self) -> list[str]:
        return [w for w in self.wrong if not any(re.search(p, w) for p in self._expected)]

    def stand_in(self, part: str, handed: str) -> None:
        """Replace a part of the panel by one that shows this value of its place."""
        body = PART.replace("HANDED", handed)
        self.page.route(
            f"**/{part}.js*", lambda route: route.fulfill(body=body, content_type="text/javascript")
        )

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)
        self.launcher.wait_for(state="attached")

    def open(self, path: str = "demo/") -> None:
        self.go(path)
        self.launcher.click()
        self.panel.wait_for()

    def ask(self, question: str) -> None:
        self.input.fill(question)

    @property
    def launcher(self) -> Locator:
        return self.page.locator("dianzhi-faq .launcher")

    @property
    def panel(self) -> Locator:
        return self.page.locator("dianzhi-faq dialog")

    @property
    def input(self) -> Locator:
        return self.panel.get_by_role("searchbox")

    @property
    def rows(self) -> Locator:
        return self.panel.locator(".row")

    @property
    def status(self) -> Locator:
        return self.panel.locator("p.status")

    @property
    def answer(self) -> Locator:
        return self.panel.locator(".answer")

    def focused(self) -> str:
        """Return class or tag of what has the focus inside the popup, or '' when it is outside."""
        return str(
            self.page.evaluate(
                "() => { const a = document.querySelector('dianzhi-faq').shadowRoot.activeElement;"
                " return a ? a.className || a.tagName.toLowerCase() : '' }"
            )
        )


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make_visit(browser: Browser, public_site: str) -> Iterator[Callable[..., Visit]]:
    """Return a function that starts a visit; at the end none may have anything to complain of."""
    visits: list[Visit] = []

    def make(
        size: str = "desktop", *, now: str | None = SUNDAY_MORNING, dark: bool = False
    ) -> Visit:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=size == "phone",
            is_mobile=size == "phone",
            device_scale_factor=2 if size == "phone" else 1,
            color_scheme="dark" if dark else "light",
            timezone_id="America/Los_Angeles",
            locale="zh-CN",
        )
        page = context.new_page()
        page.set_default_timeout(30_000)
        if now:
            page.clock.set_fixed_time(now)
        page.add_init_script(
            "window.violations = [];"
            "addEventListener('securitypolicyviolation',"
            " (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI), true)"
        )
        visits.append(Visit(page, public_site))
        return visits[-1]

    yield make
    complaints = [complaint for visit in visits for complaint in visit.complaints()]
    for visit in visits:
        visit.page.context.close()
    assert complaints == []


def _objections(page: Page) -> list[str]:
    """Return what axe objects to: every rule in light, colours again in the dark.

    What moves is at rest; axe comes by the debugger, which no policy of the page stops.
    """
    every = {"rules": {"label-content-name-mismatch": {"enabled": True}}}
    colours = {"runOnly": ["color-contrast", "link-in-text-block"]}
    ask = OBJECTIONS.read_text("utf-8").partition("*/")[2].strip()
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    page.evaluate(AXE.read_text("utf-8"))
    light: list[str] = page.evaluate(ask, every)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)  # the knowledge base follows by script
    dark: list[str] = page.evaluate(ask, colours)
    return light + [f"dark: {one}" for one in dark]


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Return a function that says what there is to object to in a page, by axe-core."""
    return _objections


@pytest.fixture
def visit(make_visit: Callable[..., Visit]) -> Visit:
    """One visit on the desktop."""
    return make_visit()
