"""The knowledge base as MkDocs builds it: strict, self-contained, without the theme's search."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dianzhi.render import feed, kb
from dianzhi.search import build_index
from dianzhi.write.site import build_site

HOST = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}


def stage(catalog, files, folder):
    """Write the build folder of a knowledge base and return its configuration."""
    templates = {path.name: path.read_text("utf-8") for path in Path("kb/templates").iterdir()}
    index = build_index(kb.documents(catalog))
    for one in (*kb.render(catalog, {}, templates, files, index), *feed.render(catalog)):
        path = folder / "docs" / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    for source, target in (("kb/pages", ""), ("kb/assets", "assets"), ("widget/dist", "assets")):
        for path in Path(source).iterdir():
            (folder / "docs" / target / path.name).write_bytes(path.read_bytes())
    config = folder / "mkdocs.yml"
    roots = {
        "inherit": str(Path("mkdocs.yml").resolve()),
        "theme": str(Path("kb/overrides").resolve()),
    }
    config.write_bytes(kb.site_config(catalog, **roots))
    return config


class Loads(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.tags = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.found += [value for name, value in attrs if name == LOADED.get(tag)]


@pytest.fixture
def site(catalog_of, shop_files, tmp_path):
    config = stage(catalog_of(shop_files), shop_files, tmp_path)
    build_site(config, tmp_path / "site", epoch=1795276800)
    return tmp_path / "site"


def test_the_site_needs_nothing_from_elsewhere(site):
    pages = {path: Loads(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    assert len(pages) > 30
    foreign = [
        (path.name, one) for path, page in pages.items() for one in page.found if HOST.match(one)
    ]
    assert foreign == []
    styles = [path.read_text("utf-8") for path in sorted(site.rglob("*.css"))]
    assert not [
        found for style in styles for found in re.findall(r"url\(['\"]?(?:https?:)?//", style)
    ]
    missing = [
        (path.name, one)
        for path, page in pages.items()
        for one in page.found
        if path.name != "404.html"
        and not one.startswith("data:")
        and not (path.parent / one).exists()
    ]
    assert missing == []


def test_every_page_has_our_search_and_not_the_themes(site):
    assert not (site / "search").exists()
    for path in sorted(site.rglob("*.html")):
        page = Loads(path.read_text("utf-8"))
        assert page.tags.count("dz-search") == (2 if path == site / "index.html" else 1)
        assert "md-search" not in path.read_text("utf-8")
        assert [one for one in page.found if one.endswith("assets/kb.js")]


def test_no_page_lists_all_entries_in_its_sidebar(site):
    assert (
        "faq/how-long" not in (site / "faq/no-reason.html").read_text("utf-8").split("<article")[0]
    )


def test_pages_name_no_canonical_address_because_a_copy_may_stand_anywhere(site):
    assert not [
        path for path in site.rglob("*.html") if 'rel="canonical"' in path.read_text("utf-8")
    ]
