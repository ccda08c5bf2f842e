"""Where the pages are.

Addresses are relative to the site's root and end in `.html`, because the site must also open from a
folder on disk, where no server completes an address.
"""

from typing import Final
from urllib.parse import quote

from dianzhi.model.place import Places

FOLDERS: Final = {
    "entry": "faq",
    "script": "scripts",
    "flow": "flows",
    "product": "products",
    "meeting": "meetings",
    "campaign": "campaigns",
    "category": "categories",
}
LABELS: Final = {
    "entry": "问答",
    "script": "话术",
    "flow": "流程",
    "product": "商品",
    "change": "更新",
    "campaign": "活动",
}
CHANGELOG: Final = "changelog/index.html"


def address(kind: str, name: str) -> str:
    """Return the page of a record, such as `faq/seven-day-return.html`; `change` is an anchor."""
    if kind == "change":
        return f"{CHANGELOG}#{name}"
    return f"{FOLDERS[kind]}/{name}.html"


def markdown_path(page: str) -> str:
    """Return the Markdown file that MkDocs turns into `page`."""
    return page.removesuffix(".html") + ".md"


def root_of(page: str) -> str:
    """Return the way from `page` up to the site's root, such as `../`; empty at the root."""
    return "../" * page.count("/")


def source_page(path: str) -> str:
    """Return the page that shows an authored file, for its path below the source folder."""
    return f"source/{path}.html"


def source_link(at: Places) -> str:
    """Return the line where a record was written, as an address."""
    return f"{quote(source_page(at.whole.path))}#L{at.whole.line}"


def edit_link(at: Places, edit_url: str | None, root: str) -> str:
    """Return where to edit a record: the shop's own editor, else the line on the source page."""
    if edit_url is None:
        return root + source_link(at)
    path, line = quote(at.whole.path), str(at.whole.line)
    return edit_url.replace("{path}", path).replace("{line}", line)
