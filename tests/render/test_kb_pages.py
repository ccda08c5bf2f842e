"""The pages of the knowledge base: complete, linked, and inert whatever the authors wrote."""

from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dianzhi.model.kinds import Text
from dianzhi.render import feed, kb

TEMPLATES = {path.name: path.read_text("utf-8") for path in Path("kb/templates").iterdir()}


class Page(HTMLParser):
    """A page as a reader's browser has it, after Python-Markdown."""

    def __init__(self, source):
        super().__init__()
        front, self.body = source.removeprefix("---\n").split("\n---\n", 1)
        self.front = yaml.safe_load(front)
        self.links, self.ids, self.text, self.heading = [], [], "", ""
        self.tags, self.buttons = [], []
        self.feed(markdown.markdown(self.body, extensions=["toc", "tables", "fenced_code"]))

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src") if name in found]
        self.ids += [found["id"]] if "id" in found else []
        self.buttons += [found["data-copy-text"]] if "data-copy-text" in found else []
        self.tags.append(tag)

    def handle_endtag(self, tag):
        while self.tags and self.tags.pop() != tag:
            pass

    def handle_data(self, data):
        self.text += data
        self.heading += data if "h1" in self.tags else ""


@pytest.fixture
def site_of(catalog_of):
    """Return a function from files to all artifacts by path."""

    def render(files, related=None):
        catalog = catalog_of(files)
        found = [
            *kb.render(catalog, related or {}, TEMPLATES, files, b"index"),
            *feed.render(catalog),
        ]
        assert len({one.path for one in found}) == len(found)
        return {one.path: one.content for one in found}

    return render


@pytest.fixture
def page_of(site_of):
    """Return a function from files and a path to the parsed page."""
    return lambda files, path, **more: Page(site_of(files, **more)[path].decode())


ENTRY = "faq/how-long.md"


def test_every_record_has_its_page(site_of, shop_files):
    assert sorted(site_of(shop_files)) == [
        "assets/kb-cards.json",
        "assets/kb-index.bin",
        "assets/kb-index.js",
        "assets/kb-meaning.bin",
        "campaigns.md",
        "campaigns/double-11.md",
        "categories/orders.md",
        "categories/returns.md",
        "categories/shelf-life.md",
        "changelog/feed.xml",
        "changelog/index.md",
        "faq/how-long.md",
        "faq/no-reason.md",
        "flows.md",
        "flows/urge.md",
        "index.md",
        "media/seal.svg",
        "meetings.md",
        "meetings/meeting-2026-09-01.md",
        "people.md",
        "products.md",
        "products/chips.md",
        "products/serum.md",
        "scripts.md",
        "scripts/sell-serum.md",
        *sorted(f"source/{path}.md" for path in shop_files if path.endswith((".yaml", ".csv"))),
        "sources.md",
    ]


def test_every_link_leads_to_a_page_and_an_anchor_that_exist(site_of, shop_files):
    site = site_of(shop_files)
    pages = {
        path.removesuffix(".md") + ".html": Page(content.decode())
        for path, content in site.items()
        if path.endswith(".md")
    }
    broken = []
    for address, page in pages.items():
        for link in page.links:
            parts = urlsplit(urljoin(f"http://kb.test/{address}", link))
            target, anchor = unquote(parts.path.removeprefix("/")), unquote(parts.fragment)
            ids = pages[target].ids if target in pages else ([] if target in site else None)
            if ids is None or (anchor and anchor not in ids):
                broken.append((address, link))
    assert broken == []


def test_ids_are_unique_on_every_page(site_of, shop_files):
    for path, content in site_of(shop_files).items():
        ids = Page(content.decode()).ids if path.endswith(".md") else []
        assert len(ids) == len(set(ids)), path


def test_a_shop_with_the_four_required_files_has_all_index_pages(site_of, shop_files):
    required = ("shop.yaml", "categories.yaml", "people.yaml", "platforms.yaml")
    files = {path: shop_files[path] for path in required}
    files["shop.yaml"] = files["shop.yaml"].replace(b"recommended: [how-long]\n", b"")
    site = site_of(files)
    for name in (
        "index",
        "scripts",
        "flows",
        "products",
        "campaigns",
        "meetings",
        "changelog/index",
    ):
        assert Page(site[f"{name}.md"].decode()).heading


HOSTILE = [
    pytest.param("</title><script>alert(1)</script>", id="markup"),
    pytest.param("{{ 7 * 7 }}{% raw %}", id="a template"),
    pytest.param("**粗** [链](x) `码` # 题 {#id .c}", id="Markdown and attribute lists"),
    pytest.param("引号 \" 和 ' 与 & 反斜线 \\n", id="quotes"),
    pytest.param("--- : - | > 五个以上", id="YAML"),
    pytest.param("&lt;已经转义&gt; &#123;", id="entities stay as written"),
]


def renamed(catalog, text):
    first, *rest = catalog.content.entries
    entries = (replace(first, question=Text(text)), *rest)
    return replace(catalog, content=replace(catalog.content, entries=entries))


def entry_page(catalog):
    found = kb.render(catalog, {}, TEMPLATES, {}, b"")
    return Page(next(one.content.decode() for one in found if one.path == ENTRY))


@pytest.mark.parametrize("text", HOSTILE)
def test_content_is_shown_as_it_was_written(catalog_of, shop_files, text):
    page = entry_page(renamed(catalog_of(shop_files), text))
    assert page.heading == text
    assert page.front["title"] == escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_text_survives_the_way_to_the_page(catalog_of, shop_files, text):
    assert entry_page(renamed(catalog_of(shop_files), text)).heading == text


def test_an_entry_shows_answer_scripts_records_and_its_place(page_of, shop_files):
    page = page_of(shop_files, ENTRY, related={"how-long": ("no-reason", "gone")})
    for words in (
        "36 个月",
        "介绍精华",
        "七天无理由怎么退",
        "写清楚保质期",
        "囤着会不会过期",
        "王编辑",
    ):
        assert words in page.text
    assert "../source/faq/shelf-life.yaml.html#L2" in page.links
    assert "../media/seal.svg" in page.links
    assert page.buttons == ["未开封的精华能放 36 个月。\n付款后 48 小时内 发货，还送小样。"]


def test_links_between_answers_lead_to_pages(page_of, shop_files):
    assert "../faq/how-long.html" in page_of(shop_files, "faq/no-reason.md").links


def test_a_slot_left_open_shows_its_name_and_the_values(page_of, broken_shop):
    page = page_of(broken_shop("faq/shelf-life.yaml", "    products: [serum]\n", ""), ENTRY)
    assert "未开封的商品名称能放 保质期。" in page.text
    assert "各商品的数据" in page.text
    assert "180 天" in page.text
    assert page.buttons[0].startswith("未开封的{商品名称}能放 {保质期}。")


def test_edit_links_follow_the_shops_own_editor(page_of, broken_shop):
    pattern = "edit_url: https://git.example/{path}#L{line}\nrecommended: [how-long]"
    page = page_of(broken_shop("shop.yaml", "recommended: [how-long]", pattern), ENTRY)
    assert "https://git.example/faq/shelf-life.yaml#L2" in page.links


@pytest.mark.parametrize(
    ("line", "above"),
    [
        pytest.param(
            "until: 2026-11-21",
            "已失效已经失效：2026-11-21 是最后一天，不要再发给买家。",
            id="over since yesterday",
        ),
        pytest.param("until: 2026-11-22", "", id="today still holds"),
    ],
)
def test_a_text_that_must_not_be_used_as_it_is_says_so(page_of, broken_shop, line, above):
    answer = "answer: 在订单页点"
    files = broken_shop("faq/shelf-life.yaml", answer, f"{line}\n    {answer}")
    page = page_of(files, "faq/no-reason.md").text
    assert page.split("七天无理由怎么退")[1].split("在订单页点")[0].strip() == above


def test_the_home_page_tells_what_matters_today(page_of, broken_shop):
    late = "review_by: 2026-11-21\n  - id"
    files = broken_shop("faq/shelf-life.yaml", "review_by: 2027-01-31\n  - id", late)
    files["campaigns/double-11.yaml"] = files["campaigns/double-11.yaml"].replace(
        b"11-11", b"11-30"
    )
    text = page_of(files, "index.md").text
    for words in (
        "紧急",
        "退款",
        "最近一次更新",
        "写清楚保质期",
        "双十一",
        "该复核了1 条",
        "没开封能放多久",
    ):
        assert words in text


def test_a_product_page_says_where_its_dates_come_from(page_of, shop_files):
    serum, chips = (page_of(shop_files, f"products/{one}.md").text for one in ("serum", "chips"))
    assert "2029-03-01包装上印的" in serum
    assert "2027-03-30推算，以包装为准" in chips
    assert "产地" in serum


def test_a_source_page_has_every_line_under_its_number(page_of, shop_files):
    page = page_of(shop_files, "source/people.yaml.md")
    assert page.ids == ["L1", "L2", "L3"]
    assert "2  - {id: wang, name: 王编辑, role: editor}" in page.text


def test_a_table_from_a_spreadsheet_is_shown_in_its_own_encoding(page_of, shop_files):
    files = shop_files | {
        "products/batches.csv": shop_files["products/batches.csv"].decode().encode("gb18030")
    }
    assert "商品,批号" in page_of(files, "source/products/batches.csv.md").text


def test_equal_content_gives_equal_bytes(site_of, shop_files):
    assert site_of(shop_files) == site_of(dict(shop_files))
