"""The knowledge base of the starter shop, served to a browser out of the files of a built site.

Under a made-up host on its usual port: the theme goes from page to page without a load only there,
because it does not compare ports.
"""

import mimetypes
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from dianzhi import building, pipeline
from dianzhi.source.shipped import read_shipped
from dianzhi.write.site import build_site

ROOT = "https://kb.test/kb/"
PLAIN = "http://kb.test/kb/"


@pytest.fixture(scope="session")
def kb_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge base of the shop that `dianzhi init` makes."""
    loaded = pipeline.load(Path("dianzhi/starter/faq_src"), date(2026, 11, 22))
    assert loaded.catalog
    folder = tmp_path_factory.mktemp("kb")
    made = building.kb_files(loaded.catalog, {}, read_shipped(Path.cwd()), loaded.files)
    for one in made:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    build_site(folder / "mkdocs.yml", folder / "site", epoch=1795276800)
    return folder / "site"


def answer(site: Path, route: Route) -> None:
    path = site / re.sub(r"[?#].*", "", route.request.url.split("/kb/", 1)[1])
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if path.is_file():
        route.fulfill(body=path.read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404, body="")


@pytest.fixture
def make_page(browser: Browser, kb_site: Path) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address; at the end no page may have complained."""
    wrong: list[str] = []
    pages: list[Page] = []

    def make(address: str = "index.html", *, width: int = 1280, **more: str) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **more)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on(
            "console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda r: (
                None if r.url.startswith((ROOT, PLAIN, "data:", "file:")) else wrong.append(r.url)
            ),
        )
        page.route("**://kb.test/**", lambda route: answer(kb_site, route))
        page.goto(address if ":" in address else ROOT + address)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.context.close()
    assert wrong == []


def box(page: Page):
    return page.locator("dz-search input:visible")


def rows(page: Page):
    return page.get_by_role("option")


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))
