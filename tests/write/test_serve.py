"""The preview server: right types, nothing outside the folder, this machine only."""

import http.client
import threading
from contextlib import contextmanager

import pytest

from dianzhi.write.serve import find, make_server

FILES = {
    "public/manifest.json": b"{}",
    "public/faq.js": b"loader",
    "public/v/0123/panel.js": b"panel",
    "public/v/0123/index.bin": b"\0\1",
    "public/demo/index.html": "<p>演示</p>".encode(),
    "public/demo/seal.svg": b"<svg/>",
    "kb/index.html": b"home",
    "kb/returns/index.html": b"returns",
    "kb/编号/index.html": b"id",
    "kb/assets/fonts/a.woff2": b"font",
    "kb/changes.atom": b"<feed/>",
}


@pytest.fixture(name="dist")
def dist_fixture(tmp_path, build):
    build(tmp_path / "dist", FILES, "one")
    (tmp_path / "secret.txt").write_text("outside")
    (tmp_path / "dist" / "kb" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "dist" / "kb" / "up").symlink_to(tmp_path)
    return tmp_path / "dist"


@contextmanager
def running(dist):
    server = make_server(dist, port=0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def get(server, path, method="GET", host="127.0.0.1"):
    connection = http.client.HTTPConnection(*server.server_address, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize(
    ("path", "kind", "cache", "origin"),
    [
        ("/public/manifest.json", "application/json; charset=utf-8", "no-cache", "*"),
        ("/public/faq.js", "text/javascript; charset=utf-8", "no-cache", "*"),
        ("/public/v/0123/panel.js", "text/javascript; charset=utf-8", "immutable", "*"),
        ("/public/v/0123/index.bin", "application/octet-stream", "immutable", "*"),
        ("/public/demo/", "text/html; charset=utf-8", "no-cache", "*"),
        ("/public/demo/seal.svg?x=1", "image/svg+xml; charset=utf-8", "no-cache", "*"),
        ("/kb/", "text/html; charset=utf-8", "no-cache", None),
        ("/kb/returns/", "text/html; charset=utf-8", "no-cache", None),
        ("/kb/%E7%BC%96%E5%8F%B7/", "text/html; charset=utf-8", "no-cache", None),
        ("/kb/assets/fonts/a.woff2", "font/woff2", "no-cache", None),
        ("/kb/changes.atom", "application/atom+xml; charset=utf-8", "no-cache", None),
    ],
)
def test_types_and_cache(dist, path, kind, cache, origin):
    with running(dist) as server:
        answer, body = get(server, path)
        head, nothing = get(server, path, "HEAD")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Cache-Control"].endswith(cache)
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert body in FILES.values()
    assert nothing == b""
    assert head.headers["Content-Length"] == str(len(body))


def test_the_root_leads_to_both_places(dist):
    with running(dist) as server:
        answer, body = get(server, "/")
    assert answer.status == 200
    assert b'href="/kb/"' in body
    assert b'href="/public/demo/"' in body


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/kb", "/kb/"),
        ("/public/demo", "/public/demo/"),
        ("//kb", "/kb/"),
        ("/kb/%E7%BC%96%E5%8F%B7", "/kb/%E7%BC%96%E5%8F%B7/"),
    ],
)
def test_a_folder_gets_its_slash(dist, path, target):
    with running(dist) as server:
        answer, _ = get(server, path)
    assert (answer.status, answer.headers["Location"]) == (301, target)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/kb/../../secret.txt",
        "/kb/..%2f..%2fsecret.txt",
        "/kb/%2e%2e/%2e%2e/secret.txt",
        "//../secret.txt",
        "/..%5csecret.txt",
        "/kb/link.txt",
        "/kb/up/secret.txt",
        "/.dianzhi.json",
        "/kb/%00",
        "/kb/none.html",
        "/kb/assets/",
        "/kb/assets",
        "/kb/index.html/",
        "/" + "x" * 5000,
        "/[",
    ],
)
def test_nothing_else_is_shown(dist, path):
    with running(dist) as server:
        answer, body = get(server, path)
    assert answer.status == 404
    assert b"outside" not in body


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8000", 200), ("127.0.0.1", 200), ("evil.example", 421), ("[", 421), ("", 421)],
)
def test_answers_to_local_names_only(dist, host, status):
    """A page elsewhere may let its own name lead here, and would then read the internal site."""
    with running(dist) as server:
        assert server.server_address[0] == "127.0.0.1"
        answer, _ = get(server, "/kb/", host=host)
    assert answer.status == status


def test_other_methods_are_unknown(dist):
    with running(dist) as server:
        answer, _ = get(server, "/kb/", "POST")
    assert answer.status == 501


def test_a_new_build_shows_at_once(dist, build):
    with running(dist) as server:
        build(dist, {"kb/index.html": b"second"}, "two")
        _, body = get(server, "/kb/")
        gone, _ = get(server, "/public/faq.js")
    assert (body, gone.status) == (b"second", 404)


def test_a_folder_that_is_not_there_shows_nothing(tmp_path):
    assert find(tmp_path / "dist", "/kb/") is None
