"""Query time of the shipped engine in a browser slowed down four times.

Run: PYTHONPATH=. python bench/search/browser.py [ENTRIES …] (default 500). Entries and queries are
those of speed.py. Each query is asked again and again; its time is the median, and the table shows
quantiles over queries. The budget is p95 <= 8 ms for 500 entries.
"""

import functools
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright
from speed import DAY, lay_out, made, queries

from dianzhi import pipeline

ROOT = Path(__file__).resolve().parents[2]
THROTTLE = 4
MEASURE = """
async () => {
  const { openBytes } = await import('./search.js')
  const typing = await import('./typing.js')
  const bytes = new Uint8Array(await (await fetch('index.bin')).arrayBuffer())
  const queries = await (await fetch('queries.json')).json()
  const ROUNDS = 9
  const opening = performance.now()
  const index = openBytes(bytes, typing)
  const opened = performance.now() - opening
  const times = queries.map(() => [])
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [number, query] of queries.entries()) {
      const started = performance.now()
      index.search(query, { limit: 10 })
      if (round) times[number].push(performance.now() - started)
    }
    await new Promise((done) => setTimeout(done))
  }
  const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]
  const medians = times.map((one) => quantile(one, 0.5))
  return [opened, quantile(medians, 0.5), quantile(medians, 0.95)]
}
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield the address of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def measure(folder: Path) -> list[float]:
    """Return milliseconds of opening, and of a query: median and 95 % of the queries."""
    chrome = os.environ.get("DIANZHI_CHROME") or shutil.which("chromium")
    with served(folder) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{site}page.html")
        cdp = page.context.new_cdp_session(page)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        found: list[float] = page.evaluate(MEASURE)
        browser.close()
    return found


def main(sizes: Sequence[int]) -> None:
    """Print a table: one line a size."""
    catalog = pipeline.load(ROOT / "faq_src", DAY).catalog
    if catalog is None:
        sys.exit("the sample shop has errors: run dianzhi check")
    print("| entries | opening the index ms | query p50 ms | query p95 ms |")
    print("| ---: | ---: | ---: | ---: |", flush=True)
    for entries in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            lay_out(folder, list(made(catalog, entries)), queries(catalog))
            (folder / "page.html").write_text("<!doctype html><title>bench</title>", "utf-8")
            for bundle in ("search.js", "typing.js"):
                shutil.copy(ROOT / "widget" / "dist" / bundle, folder)
            figures = " | ".join(f"{one:.2f}" for one in measure(folder))
            print(f"| {entries} | {figures} |", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [500])
