"""A built `dist` folder on localhost, for looking at it. Not a server for the Internet."""

import email.utils
import posixpath
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

HOST = "127.0.0.1"
Request = socket.socket | tuple[bytes, socket.socket]
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost"})

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
"""Fixed, because the system's own table differs from machine to machine."""

IMMUTABLE = "public, max-age=31536000, immutable"

INDEX = """<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>店知 · 本机预览</title>
<h1>店知 · 本机预览</h1>
<ul><li><a href="/kb/">知识库（内部）</a></li><li><a href="/public/demo/">演示商品页</a></li>
<li><a href="/public/faq.html">常见问题页</a></li><li><a href="/public/embed.html">嵌入代码</a></li></ul>
</html>
"""


def make_server(dist: Path, *, port: int = 8000) -> ThreadingHTTPServer:
    """Return a server of `dist`, bound to 127.0.0.1 and not yet running.

    Args:
        dist: May be exchanged by a build while it is served.
        port: 0 takes a free one; see `server_port` of the result.

    Raises:
        OSError: the port is taken.
    """
    root = dist.resolve()
    handler = type("DistHandler", (_Handler,), {"root": root})
    return _Server((HOST, port), handler)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Request, client_address: tuple[str, int]) -> None:
        """Pass over a browser that has gone away; anything else is a defect worth seeing."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, *_: object) -> None:
        """Say nothing: only the command prints."""

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(self.path.partition("?")[0])
        if not self._is_local():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, with_body=with_body)
        elif path == "/":
            self._send(HTTPStatus.OK, INDEX.encode(), TYPES[".html"], with_body=with_body)
        else:
            self._answer_file(path, with_body=with_body)

    def _is_local(self) -> bool:
        """Refuse foreign host names: a page elsewhere could point its own name at this machine."""
        return self.headers.get("Host", "").partition(":")[0] in LOCAL_NAMES

    def _answer_file(self, path: str, *, with_body: bool) -> None:
        file = find(self.root, path)
        if file is None:
            self._send(HTTPStatus.NOT_FOUND, with_body=with_body)
        elif file.is_dir():
            self._redirect(path + "/", with_body=with_body)
        else:
            self._send_file(file, path, with_body=with_body)

    def _redirect(self, path: str, *, with_body: bool) -> None:
        # Slashes together: //host/ would lead to another host.
        target = "/" + quote(path.lstrip("/"))
        headers = {"Location": target}
        self._send(HTTPStatus.MOVED_PERMANENTLY, with_body=with_body, headers=headers)

    def _send_file(self, file: Path, path: str, *, with_body: bool) -> None:
        try:
            content = file.read_bytes()
            modified = email.utils.formatdate(file.stat().st_mtime, usegmt=True)
        except OSError:  # a build has just taken it away
            self._send(HTTPStatus.NOT_FOUND, with_body=with_body)
            return
        kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
        headers = _headers(path) | {"Last-Modified": modified}
        self._send(HTTPStatus.OK, content, kind, with_body=with_body, headers=headers)

    def _send(
        self,
        status: HTTPStatus,
        content: bytes | None = None,
        kind: str = "text/plain; charset=utf-8",
        *,
        with_body: bool,
        headers: dict[str, str] | None = None,
    ) -> None:
        body = f"{status.value} {status.phrase}\n".encode() if content is None else content
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in ({"Cache-Control": "no-cache"} | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def find(root: Path, path: str) -> Path | None:
    """Return the file for a decoded URL path, the folder that needs a final slash, or nothing.

    Never anything outside `root`, nor a hidden file: not by `..`, not through a symbolic link.
    """
    clean = posixpath.normpath("/" + path.lstrip("/")).lstrip("/")
    if "\0" in path or any(name.startswith(".") for name in (*path.split("/"), *clean.split("/"))):
        return None
    file = root / clean
    if path.endswith("/"):
        file /= "index.html"
    try:
        return file if file.resolve().is_relative_to(root) and _is_page(file) else None
    except OSError:  # a name longer than any file's
        return None


def _is_page(file: Path) -> bool:
    return file.is_file() or (file / "index.html").is_file()


def _headers(path: str) -> dict[str, str]:
    if not path.startswith("/public/"):
        return {}
    cache = {"Cache-Control": IMMUTABLE} if path.startswith("/public/v/") else {}
    return cache | {"Access-Control-Allow-Origin": "*"}
