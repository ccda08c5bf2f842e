"""The Atom feed of the changelog, read back as XML."""

from xml.etree import ElementTree as ET

import pytest

from dianzhi.render import feed

A = "{http://www.w3.org/2005/Atom}"
MEETING = "meetings/2026-09-01.yaml"


@pytest.fixture
def feed_of(catalog_of):
    def parse(files):
        (artifact,) = feed.render(catalog_of(files))
        assert artifact.path == "changelog/feed.xml"
        return ET.fromstring(artifact.content)  # noqa: S314  # our own output

    return parse


def texts(element):
    return {child.tag.removeprefix(A): child.text for child in element if child.text}


def test_the_feed_names_itself_and_its_page(feed_of, shop_files):
    root = feed_of(shop_files)
    assert root.tag == f"{A}feed"
    assert root.findtext(f"{A}title") == "小店 · 更新日志"
    assert root.findtext(f"{A}id") == "tag:dianzhi.invalid,2026:%E5%B0%8F%E5%BA%97/changelog"
    assert root.findtext(f"{A}updated") == "2026-09-01T00:00:00+08:00"
    links = [(one.get("rel"), one.get("href")) for one in root.findall(f"{A}link")]
    assert links == [("self", "feed.xml"), ("alternate", "index.html")]


def test_one_change_in_full(feed_of, shop_files):
    entry = feed_of(shop_files).find(f"{A}entry")
    assert texts(entry) == {
        "title": "[变更] 写清楚保质期",
        "id": "tag:dianzhi.invalid,2026:%E5%B0%8F%E5%BA%97/change/longer",
        "updated": "2026-09-01T00:00:00+08:00",
        "author": "\n      ",
        "content": "原因：买家常问\n从 2026-09-03 起",
    }
    assert entry.find(f"{A}link").get("href") == "index.html#longer"
    assert entry.findtext(f"{A}author/{A}name") == "王编辑"
    assert entry.find(f"{A}category").attrib == {"term": "changed", "label": "变更"}


def test_what_to_say_and_what_no_longer(feed_of, broken_shop):
    said = "    say_now: 看瓶身 <限用日期>\n    say_no_longer: 三年 & 更久\n    why: 买家常问\n"
    root = feed_of(broken_shop(MEETING, "    why: 买家常问\n", said))
    content = root.findtext(f"{A}entry/{A}content").splitlines()
    assert content[:2] == ["现在怎么说：看瓶身 <限用日期>", "不再这么说：三年 & 更久"]


def test_a_reader_knows_a_change_again_after_it_was_reworded(feed_of, shop_files, broken_shop):
    before = feed_of(shop_files)
    after = feed_of(broken_shop(MEETING, "title: 写清楚保质期", "title: 换个说法"))
    assert before.findtext(f"{A}entry/{A}id") == after.findtext(f"{A}entry/{A}id")


def test_without_meetings_the_feed_is_empty_and_dated(feed_of, shop_files):
    files = {path: one for path, one in shop_files.items() if path != MEETING}
    root = feed_of(files)
    assert root.findall(f"{A}entry") == []
    assert root.findtext(f"{A}updated") == "2026-11-22T00:00:00+08:00"


def test_equal_content_gives_equal_bytes(catalog_of, shop_files):
    first, second = (list(feed.render(catalog_of(shop_files))) for _ in range(2))
    assert first == second
