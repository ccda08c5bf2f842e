"""Two engines that keep what they are sent, by their published APIs; they search nothing.

Not the real ones: neither can be installed from a package registry. What they accept is what
meilisearch.com/docs/reference/api and docs.opensearch.org describe for the requests we make.
"""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MEILI_SETTINGS = {
    "displayedAttributes", "searchableAttributes", "filterableAttributes", "sortableAttributes",
    "rankingRules", "stopWords", "nonSeparatorTokens", "separatorTokens", "dictionary", "synonyms",
    "distinctAttribute", "proximityPrecision", "typoTolerance", "faceting", "pagination", "embedders",
    "searchCutoffMs", "localizedAttributes", "facetSearch", "prefixSearch",
}  # fmt: skip


class RefusedError(Exception):
    def __init__(self, status, code):
        super().__init__(code)
        self.status, self.code = status, code


class Meilisearch:
    """Indexes with settings and documents; every change is a task, done at once."""

    def __init__(self, key="secret"):
        self.key, self.indexes, self.tasks, self.asked = key, {}, [], []
        self.fail_on = None

    def reply(self, method, path, headers, body):
        if headers.get("Authorization") != f"Bearer {self.key}":
            raise RefusedError(403, "invalid_api_key")
        self.asked.append(f"{method} {path}")
        parts = path.strip("/").split("/")
        if method == "GET" and parts[0] == "tasks":
            return self.tasks[int(parts[1])]
        if method == "GET" and parts[2:] == ["stats"]:
            return {
                "numberOfDocuments": len(self.indexes[parts[1]]["documents"]),
                "isIndexing": False,
            }
        return self.task(method, parts, headers, body)

    def task(self, method, parts, headers, body):
        error = None
        try:
            self.change(method, parts, headers, body)
        except RefusedError as refused:
            error = {"message": refused.code, "code": refused.code, "type": "invalid_request"}
        number = len(self.tasks)
        status = "failed" if error else "succeeded"
        self.tasks.append({"uid": number, "status": status, "error": error})
        return {"taskUid": number, "status": "enqueued"}

    def change(self, method, parts, headers, body):  # noqa: C901, PLR0912  # one case a request
        match method, parts:
            case _ if self.fail_on == f"{method} /{'/'.join(parts)}":
                raise RefusedError(500, "internal")
            case "POST", ["indexes"]:
                made = json.loads(body)
                if made["uid"] in self.indexes:
                    raise RefusedError(409, "index_already_exists")
                self.indexes[made["uid"]] = {
                    "key": made["primaryKey"],
                    "settings": {},
                    "documents": {},
                }
            case "DELETE", ["indexes", uid]:
                if self.indexes.pop(uid, None) is None:
                    raise RefusedError(404, "index_not_found")
            case "PATCH", ["indexes", uid, "settings"]:
                settings = json.loads(body)
                if not set(settings) <= MEILI_SETTINGS:
                    raise RefusedError(400, "bad_request")
                self.indexes[uid]["settings"] |= settings
            case "POST", ["indexes", uid, "documents"]:
                if headers["Content-Type"] != "application/x-ndjson":
                    raise RefusedError(415, "invalid_content_type")
                for line in body.splitlines():
                    document = json.loads(line)
                    self.indexes[uid]["documents"][document[self.indexes[uid]["key"]]] = document
            case "POST", ["swap-indexes"]:
                for swap in json.loads(body):
                    one, other = swap["indexes"]
                    held = self.indexes
                    held[one], held[other] = held[other], held[one]
            case _:
                raise RefusedError(404, "not_found")


class OpenSearch:
    """Indices with their bodies and documents, and aliases."""

    def __init__(self, auth="Basic YTpi"):
        self.auth, self.indices, self.aliases, self.asked = auth, {}, {}, []
        self.fail_on = None

    def reply(self, method, path, headers, body):  # noqa: C901, PLR0911, PLR0912  # as above
        if headers.get("Authorization") != self.auth:
            raise RefusedError(401, "unauthorized")
        self.asked.append(f"{method} {path}")
        if self.fail_on == f"{method} {path}":
            raise RefusedError(500, "failed")
        match method, path.strip("/").split("/"):
            case "GET", ["_alias", name]:
                found = {index: {"aliases": {name: {}}} for index in self.aliases.get(name, ())}
                if not found:
                    raise RefusedError(404, f"alias [{name}] missing")
                return found
            case "GET", [pattern, "_settings"]:
                return {name: {} for name in self.indices if name.startswith(pattern.rstrip("*"))}
            case "PUT", [index]:
                if index in self.indices:
                    raise RefusedError(400, "resource_already_exists_exception")
                self.indices[index] = {"body": json.loads(body), "documents": {}}
                return {"acknowledged": True}
            case "DELETE", [index]:
                if self.indices.pop(index, None) is None:
                    raise RefusedError(404, "index_not_found_exception")
                return {"acknowledged": True}
            case "POST", ["_bulk"]:
                return self.bulk(body)
            case "POST", [_, "_refresh"]:
                return {"_shards": {"failed": 0}}
            case "GET", [index, "_count"]:
                return {"count": len(self.indices[index]["documents"])}
            case "POST", ["_aliases"]:
                return self.move(json.loads(body)["actions"])
        raise RefusedError(405, path)

    def bulk(self, body):
        if not body.endswith(b"\n"):
            raise RefusedError(400, "The bulk request must be terminated by a newline [\\n]")
        lines, items, errors = body.splitlines(), [], False
        for action, source in zip(lines[::2], lines[1::2], strict=True):
            target = json.loads(action)["index"]
            document = json.loads(source)
            known = self.indices[target["_index"]]["body"]["mappings"]["properties"]
            item = {"_id": target["_id"], "status": 201}
            if not set(document) <= set(known):
                errors, item = (
                    True,
                    item | {"status": 400, "error": {"type": "strict_dynamic_mapping"}},
                )
            else:
                self.indices[target["_index"]]["documents"][target["_id"]] = document
            items.append({"index": item})
        return {"took": 1, "errors": errors, "items": items}

    def move(self, actions):
        for action in actions:
            ((what, told),) = action.items()
            held = self.aliases.setdefault(told["alias"], set())
            held.discard(told["index"]) if what == "remove" else held.add(told["index"])
        return {"acknowledged": True}


@contextmanager
def served(engine):
    """Serve an engine on this machine; yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            try:
                status, said = 200, engine.reply(self.command, self.path, self.headers, body)
            except RefusedError as refused:
                status, said = refused.status, {"error": refused.code, "code": refused.code}
            data = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815  # http.server

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
