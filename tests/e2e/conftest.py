"""A browser, a served site, and pages that fail their test for anything a host would complain of."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dianzhi import building, pipeline
from dianzhi.source.shipped import read_shipped
from tests.e2e.fixtures.site import write_site
from tests.e2e.knowledge import kb_site, make_page  # noqa: F401  # fixtures
from tests.e2e.served import served
from tests.e2e.visit import SIZES, Visit

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
AXE = Path("widget/node_modules/axe-core/axe.min.js")
OBJECTIONS = Path(__file__).parent / "fixtures" / "objections.js"
SUNDAY_MORNING = "2026-11-22T10:00:00+08:00"


@pytest.fixture(scope="session")
def public_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    write_site(folder)
    return folder


@pytest.fixture(scope="session")
def public_site(public_folder: Path) -> Iterator[str]:
    """Address of the served site, with its final slash."""
    with served(public_folder) as address:
        yield address


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site like the public one, but with hundreds of entries and an index in parts."""
    folder = tmp_path_factory.mktemp("large")
    write_site(folder, is_large=True)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def whole_site(sample_dist: Path) -> Iterator[str]:
    """Address of all that a build makes, popup and knowledge base, with its final slash."""
    with served(sample_dist) as address:
        yield address


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
    followed = page.locator("body[data-md-color-scheme]")  # the knowledge base follows by script
    if followed.count():
        expect(followed).to_have_attribute("data-md-color-scheme", "slate")
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
