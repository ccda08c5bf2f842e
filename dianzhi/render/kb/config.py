"""The site's configuration for MkDocs: what depends on the content; the rest is in `mkdocs.yml`.

Only index pages stand in the navigation: a sidebar of all entries would make up most of every page.
"""

import json
from collections.abc import Iterable
from html import escape

from dianzhi.catalog.types import Catalog
from dianzhi.model.shop import Category
from dianzhi.render.kb.addresses import address, markdown_path

Nav = list[dict[str, object]]


def site_config(catalog: Catalog, *, inherit: str, theme: str) -> bytes:
    """Return `mkdocs.yml` for a build folder; JSON, which is YAML.

    Args:
        catalog: Names the shop and its categories.
        inherit: Path of the project's `mkdocs.yml`, relative to the build folder or absolute.
        theme: Path of the folder with theme overrides, likewise.
    """
    settings = {
        "INHERIT": inherit,
        "site_name": f"{escape(catalog.content.shop.name.zh)} · 客服知识库",
        "docs_dir": "docs",
        "theme": {"custom_dir": theme},
        "nav": navigation(catalog),
    }
    return json.dumps(settings, ensure_ascii=False, indent=1).encode() + b"\n"


def navigation(catalog: Catalog) -> Nav:
    """Return the navigation: index pages only."""
    return [
        {"首页": "index.md"},
        {"问答分类": _categories(catalog.content.categories)},
        {"话术": "scripts.md"},
        {"流程": "flows.md"},
        {"商品": "products.md"},
        {"活动": "campaigns.md"},
        {"更新日志": "changelog/index.md"},
        {"例会": "meetings.md"},
        {"人员": "people.md"},
        {"原始文件": "sources.md"},
        {"使用说明": "guide.md"},
    ]


def _categories(categories: Iterable[Category]) -> Nav:
    return [_category(one) for one in categories]


def _category(category: Category) -> dict[str, object]:
    page = _page("category", category.id)
    if not category.children:
        return {escape(category.name.zh): page}
    inside: list[object] = [page, *_categories(category.children)]
    return {escape(category.name.zh): inside}


def _page(kind: str, ident: str) -> str:
    return markdown_path(address(kind, ident))
