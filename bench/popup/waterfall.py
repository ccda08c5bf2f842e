"""What a shopper on a slow network waits for: when each file is asked for, and when it is there.

Run: PYTHONPATH=. python bench/popup/waterfall.py. Prints Markdown: the median of five journeys of
our popup alone, tapped and asked as soon as the input can be seen.
"""

import os
import shutil
import tempfile
from pathlib import Path
from statistics import median

from candidates import CANDIDATES, PAGES
from journey import Journey
from playwright.sync_api import sync_playwright
from run import ROUNDS, lay_out_ours, table
from served import serving

OURS = next(one for one in CANDIDATES if one.name == "ours")
ROUND_TRIP = 400
"""Milliseconds that the browser adds to every request."""
RATE = 50_000
"""Bytes a second: 400 kbit/s."""
LIST = "the first ranked list"
TIMES = """() => performance.getEntriesByType('resource').map((one) =>
  [one.name.replace(/.*[/]/, ''), one.startTime, one.responseEnd])"""


class Slow(Journey):
    """A journey on a network that the browser itself makes slow."""

    def times(self) -> dict[str, tuple[float, float]]:
        """Return milliseconds since the tap by what they are of: asked for, and there."""
        cdp = self.context.new_cdp_session(self.page)
        cdp.send("Network.enable")
        conditions = {"latency": ROUND_TRIP, "downloadThroughput": RATE, "uploadThroughput": RATE}
        cdp.send("Network.emulateNetworkConditions", {"offline": False, **conditions})
        self.page.goto(f"{self.site}{OURS.folder}/{PAGES[0]}")
        self.page.locator(OURS.trigger).wait_for()
        self._ask(OURS, set())
        at, files = self.page.evaluate("bench.at"), self.page.evaluate(TIMES)
        self.context.close()
        tapped = at["click"]
        seen = {name: (asked - tapped, come - tapped) for name, asked, come in files}
        seen["the panel"] = (0, at["opened"] - tapped)
        return seen | {LIST: (0, at["result"] - tapped)}


def measure(root: Path) -> list[dict[str, tuple[float, float]]]:
    """Return the times of every round."""
    lay_out_ours(root)
    OURS.write_pages(root)
    chrome = os.environ.get("DIANZHI_CHROME") or shutil.which("chromium")
    with serving(root) as (site, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        rounds = [Slow(browser, site, sent, lambda _: "").times() for _ in range(ROUNDS)]
        browser.close()
    return rounds


def report() -> str:
    """Return the table of one run, in the order in which things are there."""
    with tempfile.TemporaryDirectory() as name:
        rounds = measure(Path(name) / "site")
    middle = {
        what: [median(one[what][side] for one in rounds if what in one) for side in (0, 1)]
        for what in rounds[0]
    }
    last = middle[LIST][1]
    rows = sorted(((what, *times) for what, times in middle.items()), key=lambda row: row[2])
    shown = [
        [what, f"{asked:,.0f}", f"{come:,.0f}"] for what, asked, come in rows if 0 < come <= last
    ]
    return table([["after the tap, ms", "asked for", "there"], *shown])


if __name__ == "__main__":
    print(report())
