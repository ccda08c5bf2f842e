"""Puts documents.ndjson and settings.json beside this file into OpenSearch, in one exchange.

    OPENSEARCH_AUTH=user:password python3 reindex.py http://127.0.0.1:9200 [alias]

A fresh index `<alias>-<hash of the files>` is filled aside; then the alias moves to it in one step, so
that a search finds all of the old version or all of the new one. Older indices of the alias are
removed, but for the one it stood on before. Run it again after anything went wrong.
"""

import base64
import hashlib
import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BATCH = 500
"""Documents in one request."""
MISSING = 404


class Failed(Exception):  # noqa: N818  # said to a person
    """Something the engine refused."""


class Engine:
    """One OpenSearch."""

    def __init__(self, url: str, auth: str) -> None:
        self.url = url.rstrip("/")
        token = base64.b64encode(auth.encode()).decode()
        self.headers = {"Authorization": f"Basic {token}"} if auth else {}

    def ask(self, method: str, path: str, body: Any = None, *, missing: Any = None) -> Any:
        """Return the reply to a request, or `missing` for what is not there, where it is given."""
        raw = isinstance(body, bytes)
        kind = "application/x-ndjson" if raw else "application/json"
        data = body if raw or body is None else json.dumps(body).encode()
        headers = {**self.headers, **({"Content-Type": kind} if data is not None else {})}
        request = urllib.request.Request(self.url + path, data, headers, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310
                return json.loads(reply.read() or b"null")
        except urllib.error.HTTPError as error:
            said = error.read().decode()
            if error.code == MISSING and missing is not None:
                return missing
            raise Failed(f"{method} {path}: {error.code} {said}") from None


def reindex(engine: Engine, alias: str) -> str:
    """Fill a fresh index and move the alias; return what was done."""
    settings = (HERE / "settings.json").read_bytes()
    documents = (HERE / "documents.ndjson").read_bytes().splitlines()
    index = f"{alias}-{hashlib.sha256(settings + b''.join(documents)).hexdigest()[:12]}"
    before = sorted(engine.ask("GET", f"/_alias/{alias}", missing={}))
    if before == [index]:
        return f"{alias}：{len(documents)} 条，已经是这一版（{index}）"
    engine.ask("DELETE", f"/{index}", missing={})  # left by a run that did not end
    engine.ask("PUT", f"/{index}", json.loads(settings))
    _fill(engine, index, documents)
    actions = [{"remove": {"index": old, "alias": alias}} for old in before]
    engine.ask(
        "POST", "/_aliases", {"actions": [*actions, {"add": {"index": index, "alias": alias}}]}
    )
    for old in sorted(engine.ask("GET", f"/{alias}-*/_settings", missing={})):
        if old not in (index, *before):
            engine.ask("DELETE", f"/{old}", missing={})
    return f"{alias}：{len(documents)} 条，已换上（{index}）"


def _fill(engine: Engine, index: str, documents: list[bytes]) -> None:
    for start in range(0, len(documents), BATCH):
        lines = []
        for document in documents[start : start + BATCH]:
            action = {"index": {"_index": index, "_id": json.loads(document)["id"]}}
            lines += [json.dumps(action).encode(), document]
        reply = engine.ask("POST", "/_bulk", b"\n".join([*lines, b""]))
        if reply["errors"]:
            bad = next(one["index"] for one in reply["items"] if "error" in one["index"])
            raise Failed(f"{bad['_id']}: {bad['error']}")
    engine.ask("POST", f"/{index}/_refresh")
    found = engine.ask("GET", f"/{index}/_count")["count"]
    if found != len(documents):
        raise Failed(f"{found} documents in {index} instead of {len(documents)}")


def main(arguments: list[str]) -> int:
    """Run with the words of the command line; return the exit code."""
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    url, alias = (*arguments, "faq")[:2]
    try:
        print(reindex(Engine(url, os.environ.get("OPENSEARCH_AUTH", "")), alias))
    except (Failed, OSError) as error:
        print(f"没有完成，正在用的索引没有动：{error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
