"""The service worker that docs/how-to/offline.md gives to hosts does what it says."""

import re
import shutil
import threading
from pathlib import Path

from playwright.sync_api import expect

from dianzhi.write.serve import make_server

FENCE = re.compile(r"^```js\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>商品</title>
<link rel="icon" href="data:,"><script src="register.js"></script>
<script async src="/faq/faq.js" data-sku="hya-serum"></script>"""


def test_what_was_read_once_is_there_when_the_server_is_gone(browser, sample_public, tmp_path):
    worker, register = FENCE.findall(Path("docs/how-to/offline.md").read_text("utf-8"))
    shutil.copytree(sample_public / "public", tmp_path / "faq")
    for name, text in {"sw.js": worker, "register.js": register, "index.html": PAGE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    server = make_server(tmp_path, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    page.reload()
    page.evaluate("dianzhi.show('unopened-shelf-life')")
    answer = page.locator("dianzhi-faq .answer")
    expect(answer).to_contain_text("玻尿酸保湿精华")
    server.shutdown()
    server.server_close()
    page.evaluate(
        "dianzhi.destroy(); const again = document.createElement('script');"
        "again.src = '/faq/faq.js'; again.dataset.sku = 'hya-serum';"
        "again.onload = () => dianzhi.show('unopened-shelf-life'); document.body.append(again)"
    )
    expect(answer).to_contain_text("玻尿酸保湿精华")
    context.close()
