"""The nginx example of docs/how-to/publish.md, run as it stands but for paths and ports."""

import base64
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import brotli
import pytest

from dianzhi.artifact import Artifact
from dianzhi.write.marker import Version
from dianzhi.write.output import open_output
from dianzhi.write.publish import publish

EXAMPLES = Path(__file__).parents[2] / "docs" / "how-to" / "examples"
LOADER = b"/* loader */\n" * 100
PAGE = ("<!doctype html><title>知识库</title>" + "<p>未拆封可退。</p>" * 100).encode()
FILES = {
    "public/manifest.json": b'{"format":1,"tool":"0.1.0","content":"one"}',
    "public/faq.js": LOADER,
    "public/v/0123456789abcdef/panel.js": b"export {}\n" * 100,
    "public/v/0123456789abcdef/index.bin": bytes(range(64)) * 40,
    "public/v/0123456789abcdef/answers/0.json": b"{}",
    "public/demo/index.html": PAGE,
    "public/demo/seal.svg": b"<svg/>",
    "kb/index.html": PAGE,
    "kb/returns/index.html": PAGE,
    "kb/changes.atom": b"<feed/>",
}
LOGIN = {"Authorization": "Basic " + base64.b64encode(b"agent:secret").decode()}


def find_nginx():
    named = os.environ.get("DIANZHI_NGINX")
    found = (
        named or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    )
    if not found:
        pytest.fail(
            "nginx is missing. Debian: apt-get install nginx libnginx-mod-http-brotli-filter; "
            "macOS: brew install nginx; or name it in DIANZHI_NGINX."
        )
    return found


def find_brotli(nginx):
    """Return the path of nginx's brotli module; only Debian packages one."""
    built = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    folder = re.search(r"--modules-path=(\S+)", built)
    module = Path(folder[1] if folder else "") / "ngx_http_brotli_filter_module.so"
    if not module.is_file():
        pytest.fail("Debian: apt-get install libnginx-mod-http-brotli-filter")
    return module


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fill_in(text, values):
    for written, wanted in values.items():
        assert text.count(written) == 1, f"{written} stands once in the example"
        text = text.replace(written, wanted)
    return text


def configure(folder, ports, module):
    """Write the example, and around it what a system's own nginx.conf would say."""
    values = {
        '"/srv/dianzhi/public"': f'"{folder}/www"',
        '"/srv/dianzhi/dist"': f'"{folder}/dist"',
        '"/etc/nginx/dianzhi.htpasswd"': f'"{folder}/htpasswd"',
        "listen 8080;": f"listen 127.0.0.1:{ports['public']};",
        "listen 8081;": f"listen 127.0.0.1:{ports['kb']};",
    }
    example = fill_in((EXAMPLES / "nginx.conf").read_text("utf-8"), values)
    (folder / "conf.d").mkdir()
    (folder / "conf.d" / "dianzhi.conf").write_text(example, "utf-8")
    if module:
        shutil.copy(EXAMPLES / "nginx-brotli.conf", folder / "conf.d")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f'{kind}_temp_path "{folder}/{kind}";\n' for kind in kinds)
    system = "default_type text/plain; gzip on; types { application/javascript js; }"
    (folder / "nginx.conf").write_text(
        (f'load_module "{module}";\n' if module else "")
        + f'daemon off; master_process off; pid "{folder}/pid"; error_log "{folder}/log";\n'
        + f'events {{}}\nhttp {{\naccess_log off;\n{system}\n{paths}include "{folder}/conf.d/*.conf";\n}}\n',
        "utf-8",
    )


def wait_for(process, port, folder):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    pytest.fail("nginx does not start: " + (folder / "log").read_text())


MODES = ["gzip", "brotli"] if sys.platform == "linux" else ["gzip"]


@pytest.fixture(scope="module", params=MODES)
def server(request, tmp_path_factory):
    """Yield the two ports of a running nginx, and the best encoding it knows."""
    folder = tmp_path_factory.mktemp("with spaces")
    nginx = find_nginx()
    with open_output(folder / "dist") as output:
        output.replace([Artifact(*item) for item in FILES.items()], Version("0.1.0", "one"))
    publish(folder / "dist", folder / "www", today=date(2026, 11, 22))
    (folder / "htpasswd").write_text("agent:{PLAIN}secret\n")
    ports = {"public": free_port(), "kb": free_port()}
    configure(folder, ports, find_brotli(nginx) if request.param == "brotli" else None)
    command = [
        nginx,
        "-p",
        str(folder),
        "-e",
        str(folder / "log"),
        "-c",
        str(folder / "nginx.conf"),
    ]
    with subprocess.Popen(command) as process:
        try:
            wait_for(process, ports["kb"], folder)
            yield {**ports, "best": "br" if request.param == "brotli" else "gzip"}
        finally:
            process.terminate()


def get(port, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


HASHED = "/public/v/0123456789abcdef"
FOREVER = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "kind", "cache"),
    [
        ("/public/manifest.json", "application/json; charset=utf-8", "no-cache"),
        ("/public/faq.js", "text/javascript; charset=utf-8", "public, max-age=300"),
        (f"{HASHED}/panel.js", "text/javascript; charset=utf-8", FOREVER),
        (f"{HASHED}/index.bin", "application/octet-stream", FOREVER),
        (f"{HASHED}/answers/0.json", "application/json; charset=utf-8", FOREVER),
        ("/public/demo/", "text/html; charset=utf-8", "no-cache"),
        ("/public/demo/seal.svg", "image/svg+xml; charset=utf-8", "no-cache"),
    ],
)
def test_public_files(server, path, kind, cache):
    status, headers, _ = get(server["public"], path, {"Origin": "https://shop.example"})
    assert status == 200
    assert headers["Content-Type"] == kind
    assert headers.get_all("Cache-Control") == [cache]
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_demo_page_has_the_strict_policy(server):
    _, headers, body = get(server["public"], "/public/demo/")
    policy = dict(part.split(None, 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert body == PAGE


@pytest.mark.parametrize("path", ["/public/manifest.json", "/public/demo/", "/public/faq.js"])
def test_what_has_not_changed_is_not_sent_again(server, path):
    _, headers, _ = get(server["public"], path)
    status, again, body = get(server["public"], path, {"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")
    assert again["Cache-Control"] == headers["Cache-Control"]
    assert again["Access-Control-Allow-Origin"] == "*"


DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize(
    "path", ["faq.js", "demo/", "v/0123456789abcdef/panel.js", "v/0123456789abcdef/index.bin"]
)
@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate, br"])
def test_compression(server, path, accepted):
    file = f"public/{path}index.html" if path.endswith("/") else f"public/{path}"
    _, headers, body = get(server["public"], f"/public/{path}", {"Accept-Encoding": accepted})
    expected = server["best"] if "br" in accepted else "gzip"
    assert headers["Content-Encoding"] == expected
    assert "Accept-Encoding" in headers["Vary"]
    assert DECODERS[expected](body) == FILES[file]
    assert len(body) < len(FILES[file])


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kb/",
        "/public/kb/index.html",
        "/public/.dianzhi/ledger.json",
        "/public/../dist/kb/index.html",
        "/public/%2e%2e/dist/kb/index.html",
        "/public../dist/kb/index.html",
        "/public/v/none.js",
        "/public/v/",
    ],
)
def test_nothing_else_is_public(server, path):
    status, headers, body = get(server["public"], path, LOGIN)
    assert status in (403, 404)
    assert "immutable" not in headers.get("Cache-Control", ""), "a miss must not be kept"
    assert "未拆封".encode() not in body


@pytest.mark.parametrize("path", ["/kb/", "/kb/returns/", "/kb/changes.atom", "/kb/none"])
@pytest.mark.parametrize("login", [{}, {"Authorization": "Basic YWdlbnQ6d3Jvbmc="}])
def test_the_knowledge_base_asks_who_is_there(server, path, login):
    status, headers, body = get(server["kb"], path, login)
    assert status == 401
    assert headers["WWW-Authenticate"].startswith("Basic")
    assert "未拆封".encode() not in body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/kb/", "text/html; charset=utf-8"),
        ("/kb/returns/", "text/html; charset=utf-8"),
        ("/kb/changes.atom", "application/atom+xml; charset=utf-8"),
    ],
)
def test_the_knowledge_base_after_login(server, path, kind):
    status, headers, _ = get(server["kb"], path, LOGIN)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["Access-Control-Allow-Origin"] is None
    assert headers["X-Robots-Tag"] == "noindex"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "target"), [("/kb/returns", "/kb/returns/"), ("/public/demo", "/public/demo/")]
)
def test_a_folder_gets_its_slash(server, path, target):
    port = server["kb" if path.startswith("/kb") else "public"]
    status, headers, _ = get(port, path, LOGIN)
    assert (status, headers["Location"]) == (301, target)


@pytest.mark.parametrize("path", ["/public/faq.js", "/.dianzhi.json", "/exports/q.csv"])
def test_the_internal_server_shows_the_knowledge_base_only(server, path):
    status, _, _ = get(server["kb"], path, LOGIN)
    assert status == 404
