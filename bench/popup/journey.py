"""One shopper's way through one popup, measured: load, rest, tap, ask, first result."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import brotli
from candidates import Candidate, host_of
from playwright.sync_api import Browser, Page, Request, Route
from playwright.sync_api import TimeoutError as NeverCame
from served import Sent

WATCH = Path(__file__).with_name("watch.js").read_text("utf-8")
THROTTLE = 4
REST = 1_500
"""Milliseconds without a touch: what a popup does by itself it does by then."""
PATIENCE = 8_000
"""Milliseconds until a result is given up."""
LOOK = 50
"""Milliseconds between looks whether it has come; the time itself is taken in the page."""
ALLOWED = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}
QUESTION = "发货"
"""A word that every candidate finds."""


@dataclass
class Seen:
    """What one journey showed; times in milliseconds, None where it never came."""

    blocking: float = 0
    shift: float = 0
    before: tuple[int, int] = (0, 0)
    """Requests and bytes until the first touch."""
    until: tuple[int, int] = (0, 0)
    """Requests and bytes until the first result was seen."""
    opening: float | None = None
    answering: float | None = None
    violations: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    @property
    def waiting(self) -> float | None:
        """What a shopper waits in all."""
        if self.opening is None or self.answering is None:
            return None
        return self.opening + self.answering


class Journey:
    """A browser context of its own for one candidate."""

    def __init__(
        self, browser: Browser, site: str, sent: Sent, answer: Callable[[Request], str]
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="zh-CN"
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.add_init_script(WATCH)
        self.site, self.sent, self.answer = site, sent, answer
        self.seen = Seen()
        self.page.on("request", lambda request: self._note_host(request.url))
        cdp = self.context.new_cdp_session(self.page)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})

    def _note_host(self, url: str) -> None:
        if url.startswith("http") and not url.startswith(self.site):
            self.seen.hosts.add(host_of(url))

    def _reply(self, route: Route) -> None:
        body = self.answer(route.request)
        if route.request.method != "OPTIONS":
            self.sent.note(route.request.url, len(brotli.compress(body.encode())))
        route.fulfill(body=body, content_type="application/json", headers=ALLOWED)

    def go(self, candidate: Candidate, name: str) -> Seen:
        """Return what a whole journey showed; the context is closed."""
        self.sent.replies.clear()
        path = f"{candidate.folder}/{name}"
        if candidate.server:
            self.page.route(f"https://{candidate.server}/**", self._reply)
        self.page.goto(self.site + path)
        self.page.wait_for_timeout(REST)
        self._look({f"/{path}"})
        if candidate.trigger:
            self._ask(candidate, {f"/{path}"})
        self.seen.violations = self.page.evaluate("bench.violations")
        cookies = [one["name"] for one in self.context.cookies()]
        self.seen.kept = cookies + self.page.evaluate("bench.keys()")
        self.context.close()
        return self.seen

    def _look(self, own: set[str]) -> None:
        self.seen.before = self.sent.until(time.time(), own)
        self.seen.blocking = self.page.evaluate("bench.blocking")
        self.seen.shift = self.page.evaluate("bench.shift")

    def _wait_for(self, name: str) -> None:
        """Ask by the debugger: `wait_for_function` evaluates strings, which policies forbid."""
        for _ in range(PATIENCE // LOOK):
            if self.page.evaluate(f"'{name}' in bench.at"):
                return
            self.page.wait_for_timeout(LOOK)
        raise NeverCame(name)

    def _ask(self, candidate: Candidate, own: set[str]) -> None:
        page = self.page
        with suppress(NeverCame):
            page.evaluate("(path) => bench.watch('opened', path)", list(candidate.input))
            page.locator(candidate.trigger).tap()
            self._wait_for("opened")
            page.evaluate("(path) => bench.watch('result', path)", list(candidate.result))
            page.locator(" ".join(candidate.input)).fill(QUESTION)
            self._wait_for("result")
        at = page.evaluate("bench.at")
        self.seen.opening = at["opened"] - at["click"] if "opened" in at else None
        self.seen.answering = at["result"] - at["input"] if "result" in at else None
        origin = page.evaluate("performance.timeOrigin")
        self.seen.until = self.sent.until((origin + at.get("result", PATIENCE * 2)) / 1000, own)
