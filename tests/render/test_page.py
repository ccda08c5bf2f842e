"""The plain pages: a whole one compared byte for byte, and what holds for every one."""

import json
import re
from base64 import b64encode
from datetime import date
from hashlib import sha384
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi import building, pipeline
from dianzhi.artifact import Artifact
from dianzhi.catalog.compile import compile_catalog
from dianzhi.render.public.page import embed_page, faq_pages
from dianzhi.render.public.page.linked_data import in_script
from dianzhi.source.folder import Files, media_of
from dianzhi.source.shipped import read_shipped
from dianzhi.source.understand import understand

DAY = date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "page"
FILES = read_shipped(Path.cwd()).page
VOID = {"meta", "link", "br", "hr", "img"}
ENTRY = """\
entries:
  - id: open-life
    category: shelf-life
    question: {zh: "开封后 <多久> & 怎么放", en: "Once opened?"}
    answer:
      zh: |
        买的 {product.name} 能放 **{product.shelf_life}**，{product.kind}，批号 {batch.number}，见 [退货](#faq=no-reason)。

        ### 注意

        | 季节 | 放哪里 |
        | --- | --- |
        | 夏天 | 冷藏 |
      en: |
        Keep {product.name} for {product.shelf_life}.
    platforms: [douyin]
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    until: 2026-12-31
    review_by: 2026-12-31
"""
SITE = """\
  - id: site
    name: {zh: 官网, en: Own site}
    service_from: "08:00"
    service_to: "23:00"
    outside_contacts: true
    channels:
      - {kind: mail, label: 发邮件, address: care@shop.example}
      - {kind: phone, label: 打电话, address: 400-000-0000}
      - {kind: wecom, label: 微信客服, address: "https://work.weixin.qq.com/kfid/x"}
"""
PROMISE = "value: 48 小时内, since: 2026-01-01}"
SHOWN = (
    "value: 48 小时内, since: 2026-01-01, until: 2026-12-31, shown: true,"
    " measured: true, source: 后台，2026 年 10 月}"
)


@pytest.fixture
def rich_shop(shop_files):
    """The small shop with everything that the page can show."""
    changed = dict(shop_files)
    shop = changed["shop.yaml"].decode()
    assert PROMISE in shop
    shop = shop.replace(PROMISE, SHOWN).replace(
        "2026-10-01, name: 国庆节", "2027-01-01, name: 元旦"
    )
    changed["shop.yaml"] = (shop + "public_url: https://shop.example/faq/\n").encode()
    changed["faq/opened.yaml"] = ENTRY.encode()
    changed["platforms.yaml"] += SITE.encode()
    return dict(sorted(changed.items()))


def public_of(files):
    content = understand(Files(files)).content
    media = media_of(Files(files))
    catalog, problems = compile_catalog(content, broken=frozenset(), media=media, day=DAY)
    assert catalog is not None, problems
    return catalog.public


def pages_of(files):
    made = faq_pages(public_of(files), "v/1/media", FILES, "v/2/faq.css")
    return {one.path: one.content.decode() for one in made}


@pytest.mark.parametrize("name", ["faq.html", "faq.en.html"])
def test_the_whole_page_of_a_small_shop(rich_shop, name):
    assert pages_of(rich_shop)[name] == (GOLDEN / name).read_text("utf-8")


def test_a_shop_that_speaks_no_english_has_one_page_and_no_link_to_another(broken_shop):
    files = broken_shop("shop.yaml", "languages: [zh, en]", "languages: [zh]")
    assert list(pages_of(files)) == ["faq.html"]
    assert "faq.en.html" not in pages_of(files)["faq.html"]


def test_without_an_address_no_canonical_link_is_claimed(shop_files):
    assert "canonical" not in pages_of(shop_files)["faq.html"]


class Outline(HTMLParser):
    """Ids, targets, headings and whatever is not closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.ids, self.attributes, self.scripts = [], [], [], [], []
        self.headings = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, *pair) for pair in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))

    def handle_data(self, data):
        if self.open[-1:] == ["script"]:
            self.scripts.append(data)


@pytest.fixture(scope="module")
def sample():
    loaded = pipeline.load(Path("faq_src"), DAY)
    related, _ = pipeline.related(loaded.catalog)
    made = building.public_files(loaded.catalog, related, read_shipped(Path.cwd()), loaded.files)
    return loaded.catalog.public, {one.path: one.content for one in made}


PAGES = ["faq.html", "faq.en.html", "embed.html"]


@pytest.mark.parametrize("name", PAGES)
def test_tags_are_closed_ids_are_unique_and_links_lead_somewhere(sample, name):
    outline = Outline(sample[1][name].decode())
    assert (outline.open, outline.wrong) == ([], [])
    assert len(outline.ids) == len(set(outline.ids))
    targets = {value[1:] for _, key, value in outline.attributes if value and value[0] == "#"}
    assert targets <= set(outline.ids)
    files = {
        value
        for tag, key, value in outline.attributes
        if key in ("src", "href") and not re.match(r"#|[a-z]+:", value)
    }
    assert {path for path in files if path not in sample[1]} == set()


@pytest.mark.parametrize("name", PAGES)
def test_headings_never_skip_a_level(sample, name):
    levels = Outline(sample[1][name].decode()).headings
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_strict_policy_has_nothing_to_object_to(sample, name):
    outline = Outline(sample[1][name].decode())
    assert {name for _, name, _ in outline.attributes if name.startswith(("on", "style"))} == set()
    loaded = [value for _, name, value in outline.attributes if name == "src"]
    assert [value for value in loaded if re.match(r"[a-z]+:|//", value)] == []
    kinds = [value for tag, name, value in outline.attributes if (tag, name) == ("script", "type")]
    assert kinds == ["application/ld+json"][: len(kinds)]
    assert len(outline.scripts) == len(kinds)


def test_every_public_answer_is_there_without_an_open_slot(sample):
    public, files = sample
    page = files["faq.html"].decode()
    assert {one.id for one in public.entries} <= set(Outline(page).ids)
    assert re.findall(r"dz-slot|[{]product|&#123;", page.split("</script>")[1]) == []


def test_search_engines_read_what_shoppers_read(sample):
    public, files = sample
    data = json.loads(Outline(files["faq.html"].decode()).scripts[0])
    assert data["@type"] == "FAQPage"
    named = {one["name"]: one["acceptedAnswer"] for one in data["mainEntity"]}
    assert list(named) == [one.question.zh for one in public.entries]
    assert all(one["text"] and "{" not in one["text"] for one in named.values())
    ending = {one.question.zh: one.until.isoformat() for one in public.entries if one.until}
    assert {q: one["expires"] for q, one in named.items() if "expires" in one} == ending != {}


def test_english_data_is_english(sample):
    data = json.loads(Outline(sample[1]["faq.en.html"].decode()).scripts[0])
    assert data["inLanguage"] == "en"
    questions = "".join(one["name"] for one in data["mainEntity"])
    assert questions
    assert not re.search("[\u4e00-\u9fff]", questions)


@given(st.text())
def test_no_text_ends_the_script_element(text):
    written = in_script({"name": text})
    assert json.loads(written) == {"name": text}
    assert Outline(f"<script>{written}</script><p>after</p>").scripts == [written]


@given(st.sampled_from(["</script", "<!--", "<script", "-->", "]]>", "\u2028"]), st.text())
def test_nor_do_the_words_that_parsers_look_for(word, text):
    written = in_script([text + word + text])
    assert json.loads(written) == [text + word + text]
    assert not re.search("[<>&\u2028\u2029]", written)


def test_the_sample_s_page_can_be_afforded(sample):
    """186 answers, their data for search engines included: about 40 kB when written."""
    sizes = {name: len(brotli.compress(sample[1][name])) for name in PAGES}
    assert {name: size for name, size in sizes.items() if size > 56_000} == {}


ADDRESS = "public_url: https://shop.example/faq/\n"


@pytest.mark.parametrize(
    ("base", "added"), [("https://shop.example/faq/", ADDRESS), ("https://你的域名/faq/", "")]
)
def test_the_tags_to_paste_name_the_address_and_the_bytes(shop_files, base, added):
    files = shop_files | {"shop.yaml": shop_files["shop.yaml"] + added.encode()}
    page = embed_page(public_of(files), FILES, Artifact("v/1/pinned.js", b"code"), "v/2/faq.css")
    shown = Text(page.content.decode()).by_id
    link = f'<dianzhi-faq><a href="{base}faq.html">常见问题</a></dianzhi-faq>\n'
    digest = b64encode(sha384(b"code").digest()).decode()
    assert shown["tag"] == f'{link}<script async src="{base}faq.js" data-sku="serum"></script>'
    assert shown["pinned"] == (
        f'{link}<script async src="{base}v/1/pinned.js"\n'
        f'  integrity="sha384-{digest}" crossorigin="anonymous" data-sku="serum"></script>'
    )
    assert ("public_url" in page.content.decode()) is not bool(added)


class Text(HTMLParser):
    """The text of every element with an id."""

    def __init__(self, text):
        super().__init__()
        self.by_id: dict[str, str] = {}
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, _tag, attrs):
        self.inside = dict(attrs).get("id") or ""

    def handle_data(self, data):
        self.by_id[self.inside] = self.by_id.get(self.inside, "") + data

    def handle_endtag(self, _tag):
        self.inside = ""


def test_the_published_tag_has_the_integrity_of_the_published_file(sample):
    tag = Text(sample[1]["embed.html"].decode()).by_id["pinned"]
    path, digest = re.search(r'(v/\w+/pinned\.js)"\s+integrity="sha384-([^"]+)"', tag).groups()
    assert b64encode(sha384(sample[1][path]).digest()).decode() == digest


def test_the_pinned_loader_knows_the_bytes_of_all_code_beside_it(sample):
    files = sample[1]
    (path,) = [path for path in files if path.endswith("/pinned.js")]
    beside = {p: one for p, one in files.items() if p.startswith(path[:-9]) and p != path}
    known = dict(re.findall(r'"([a-z-]+\.js)":"sha384-([^"]+)"', files[path].decode()))
    assert known == {
        p.rsplit("/", 1)[1]: b64encode(sha384(one).digest()).decode() for p, one in beside.items()
    }
