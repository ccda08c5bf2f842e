"""Puts documents.ndjson and settings.json beside this file into Meilisearch, in one exchange.

    MEILI_KEY=… python3 reindex.py http://127.0.0.1:7700 [index]

A fresh index is filled aside and then swapped with the one in use, so that a search finds all of the
old version or all of the new one. Run it again after anything went wrong. The key needs the rights
indexes.*, documents.add, settings.update, stats.get and tasks.get; the popup needs another one, with
the right `search` on this index and nothing else.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PATIENCE = 600.0
"""Seconds that one task may take."""


class Failed(Exception):  # noqa: N818  # said to a person
    """Something the engine refused."""


class Engine:
    """One Meilisearch."""

    def __init__(self, url: str, key: str) -> None:
        self.url = url.rstrip("/")
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Return the reply to a request; `body` is JSON, or bytes of JSON lines."""
        raw = isinstance(body, bytes)
        kind = "application/x-ndjson" if raw else "application/json"
        data = body if raw or body is None else json.dumps(body).encode()
        headers = {**self.headers, **({"Content-Type": kind} if data is not None else {})}
        request = urllib.request.Request(self.url + path, data, headers, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310
                return json.loads(reply.read() or b"null")
        except urllib.error.HTTPError as error:
            raise Failed(f"{method} {path}: {error.code} {error.read().decode()}") from None

    def do(self, method: str, path: str, body: Any = None, *, may_fail: str = "") -> None:
        """Begin a task and wait for its end; the failure with the code `may_fail` is fine."""
        number = self.ask(method, path, body)["taskUid"]
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            task = self.ask("GET", f"/tasks/{number}")
            if task["status"] == "succeeded":
                return
            if task["status"] in ("failed", "canceled"):
                error = task.get("error") or {}
                if may_fail and error.get("code") == may_fail:
                    return
                raise Failed(f"{method} {path}: {error.get('message', task['status'])}")
            time.sleep(0.2)
        raise Failed(f"{method} {path}: no end after {PATIENCE:.0f} s")


def reindex(engine: Engine, index: str) -> str:
    """Fill a fresh index and exchange it; return what was done."""
    documents = (HERE / "documents.ndjson").read_bytes()
    count = documents.count(b"\n")
    settings = json.loads((HERE / "settings.json").read_text("utf-8"))
    aside = f"{index}-next"
    engine.do("DELETE", f"/indexes/{aside}", may_fail="index_not_found")
    engine.do("POST", "/indexes", {"uid": aside, "primaryKey": "id"})
    engine.do("PATCH", f"/indexes/{aside}/settings", settings)
    engine.do("POST", f"/indexes/{aside}/documents", documents)
    found = engine.ask("GET", f"/indexes/{aside}/stats")["numberOfDocuments"]
    if found != count:
        raise Failed(f"{found} documents in {aside} instead of {count}")
    engine.do(
        "POST", "/indexes", {"uid": index, "primaryKey": "id"}, may_fail="index_already_exists"
    )
    engine.do("POST", "/swap-indexes", [{"indexes": [index, aside]}])
    engine.do("DELETE", f"/indexes/{aside}")
    return f"{index}：{found} 条，已换上"


def main(arguments: list[str]) -> int:
    """Run with the words of the command line; return the exit code."""
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    url, index = (*arguments, "faq")[:2]
    try:
        print(reindex(Engine(url, os.environ.get("MEILI_KEY", "")), index))
    except (Failed, OSError) as error:
        print(f"没有完成，正在用的索引没有动：{error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
