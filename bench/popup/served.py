"""A server that compresses as a good one does and remembers what it sent."""

import functools
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlparse

import brotli

DELAY = 0.15
"""Seconds until a slow network's first byte."""
RATE = 200_000
"""Bytes a second of a slow network: 1.6 Mbit/s."""


@functools.cache
def packed(path: Path) -> bytes:
    """Return a file in brotli at its best, or as it is where that is no smaller."""
    content = path.read_bytes()
    smaller: bytes = brotli.compress(content)
    return min(content, smaller, key=len)


@dataclass
class Sent:
    """What has been asked for since the last `clear`: when, in seconds of the clock, and how large."""

    slow: bool = False
    replies: list[tuple[float, str, int]] = field(default_factory=list)
    line: threading.Lock = field(default_factory=threading.Lock)
    """A slow network sends one reply at a time."""

    def note(self, path: str, size: int) -> None:
        """Remember a reply and, on a slow network, wait as long as it takes."""
        self.replies.append((time.time(), path, size))
        if self.slow:
            time.sleep(DELAY)
            with self.line:
                time.sleep(size / RATE)

    def until(self, moment: float, ignored: set[str]) -> tuple[int, int]:
        """Return requests and bytes before a moment of the clock, without the page itself."""
        sizes = [n for when, path, n in self.replies if when <= moment and path not in ignored]
        return len(sizes), sum(sizes)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, root: Path, sent: Sent) -> None:
        self.root, self.sent = root, sent
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlparse(self.path).path
        file = self.root / path.lstrip("/")
        if not file.is_file():
            self.send_error(404)
            return
        body = packed(file)
        self.sent.note(path, len(body))
        self.send_response(200)
        self.send_header(
            "Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream"
        )
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if len(body) < file.stat().st_size:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        with suppress(ConnectionError):  # a journey may end before its last file
            self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, Sent]]:
    """Yield the address of a folder, with its final slash, and what is sent from it."""
    sent = Sent()
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Handler, root=root, sent=sent)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()
    server.server_close()
