"""Who is measured: what a page embeds, and where its parts are found once they stand in it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

from playwright.sync_api import Request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'{hosts}; require-trusted-types-for 'script'"
)
PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>商品</title>
{policy}{head}
</head>
<body>
<main><h1>商品</h1><p>说明</p></main>
{body}
</body>
</html>
"""
PAGES = ("page.html", "strict.html")
"""Without and with the policy."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One popup: its tags, and the paths to its parts, one selector for every shadow root."""

    name: str
    folder: str
    head: str = ""
    body: str = ""
    trigger: str = ""
    input: Sequence[str] = ()
    result: Sequence[str] = ()
    server: str = ""
    """The host of its server, `*` for any part; the policy allows it and a stub answers for it."""

    def write_pages(self, root: Path) -> None:
        """Write the page that embeds it, without and with the strict policy."""
        folder = root / self.folder
        folder.mkdir(exist_ok=True)
        hosts = f" https://{self.server}" if self.server else ""
        meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hosts=hosts)}">'
        for name, policy in zip(PAGES, ("", meta), strict=True):
            text = PAGE.format(policy=policy, head=self.head, body=self.body)
            (folder / name).write_text(text, "utf-8")


CANDIDATES = (
    Candidate(name="no popup", folder="none"),
    Candidate(
        name="ours",
        folder="ours",
        body='<script async src="faq.js"></script>',
        trigger="dianzhi-faq .launcher",
        input=("dianzhi-faq", ".input"),
        result=("dianzhi-faq", ".row mark"),
    ),
    Candidate(
        name="MiniSearch page",
        folder="minisearch",
        head='<script type="module" src="page.js"></script>',
        body='<button id="open">搜索</button><dialog><input type="search"><ul></ul></dialog>',
        trigger="#open",
        input=("dialog input",),
        result=("dialog li",),
    ),
    Candidate(
        name="Pagefind Component UI",
        folder="pagefind",
        head='<link rel="stylesheet" href="pagefind/pagefind-component-ui.css">'
        '<script type="module" src="pagefind/pagefind-component-ui.js"></script>',
        body='<pagefind-config bundle-path="/pagefind/pagefind/"></pagefind-config>'
        "<pagefind-modal-trigger></pagefind-modal-trigger><pagefind-modal></pagefind-modal>",
        trigger="pagefind-modal-trigger button",
        input=("pagefind-modal input",),
        result=("pagefind-modal .pf-result-link",),
    ),
    Candidate(
        name="DocSearch, its server a stub",
        folder="docsearch",
        head='<link rel="stylesheet" href="style.css">',
        body='<div id="docsearch"></div><script src="docsearch.js"></script>'
        '<script src="start.js"></script>',
        trigger=".DocSearch-Button",
        input=(".DocSearch-Input",),
        result=(".DocSearch-Hit",),
        server="*.algolia.net",
    ),
)


def stub(corpus: Sequence[dict[str, str]]) -> Callable[[Request], str]:
    """Return what answers for DocSearch's server: entries that hold the words, at once."""

    def hit(one: dict[str, str]) -> dict[str, object]:
        levels = {"lvl0": "常见问题", "lvl1": one["question"]}
        marked = {
            level: {"value": text, "matchLevel": "full", "matchedWords": []}
            for level, text in levels.items()
        }
        return {
            "objectID": one["id"],
            "url": f"https://shop.example/#{one['id']}",
            "type": "lvl1",
            "hierarchy": levels | {f"lvl{n}": None for n in range(2, 7)},
            "_highlightResult": {"hierarchy": marked},
            "_snippetResult": {},
        }

    def answer(request: Request) -> str:
        asked = request.post_data or ""
        words = json.loads(asked)["requests"][0].get("query", "") if asked else ""
        hits = [hit(one) for one in corpus if words and words in one["question"] + one["answer"]]
        result = {"hits": hits[:20], "nbHits": len(hits), "page": 0, "nbPages": 1, "query": words}
        return json.dumps({"results": [result]}, ensure_ascii=False)

    return answer


def host_of(url: str) -> str:
    """Return the host of an address."""
    return urlparse(url).hostname or ""
