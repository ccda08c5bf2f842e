"""A visit to a page with the popup, as tests speak of it, and files that come late."""

import re

from playwright.sync_api import Locator, Page, Route

SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
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

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name, exact=True)

    def hear(self, *types: str) -> None:
        """From now on remember these events of the popup."""
        self.page.evaluate(
            "(types) => { window.heard = []; for (const type of types)"
            " document.addEventListener('dianzhi:' + type, (e) => heard.push([type, e.detail])) }",
            list(types),
        )

    def heard(self) -> object:
        """Return types and details of the events remembered."""
        return self.page.evaluate("heard")

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


class Held:
    """Files that come when the test says so, and from then on at once."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.kept: list[Route] | None = []
        page.route(pattern, self._keep)

    def _keep(self, route: Route) -> None:
        if self.kept is None:
            route.continue_()
        else:
            self.kept.append(route)

    def let_go(self) -> None:
        kept, self.kept = self.kept or [], None
        for route in kept:
            route.continue_()
