"""The changelog as an Atom feed (RFC 4287). Internal: it says what shoppers must not read.

Every date comes from the content and every identifier from the shop's name and the change's id, so
that a feed reader shows an item once, however often the site is built.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from dianzhi.artifact import Artifact
from dianzhi.catalog.types import Catalog
from dianzhi.changes import Decisions, changelog
from dianzhi.model.meeting import Change, Meeting

PATH: Final = "changelog/feed.xml"
ATOM: Final = "http://www.w3.org/2005/Atom"
AUTHORITY: Final = "dianzhi.invalid,2026"
"""A tag needs a name and a year that its maker held; a reserved name belongs to nobody else."""
TIMES: Final = "T00:00:00+08:00"


def render(catalog: Catalog) -> Iterator[Artifact]:
    """Yield `changelog/feed.xml`, newest first; links are relative to the feed."""
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    shop = catalog.content.shop.name.zh
    log = changelog(catalog.content, catalog.day)
    _text(feed, "title", f"{shop} · 更新日志")
    _text(feed, "id", f"tag:{AUTHORITY}:{quote(shop)}/changelog")
    _text(feed, "updated", _instant(log[0].meeting.day if log else catalog.day))
    ET.SubElement(feed, "link", {"rel": "self", "href": "feed.xml"})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": "index.html"})
    _author(feed, shop)
    names = {person.id: person.name.zh for person in catalog.content.people}
    for decisions in log:
        _entries(feed, decisions, shop, names)
    ET.indent(feed)
    yield Artifact(PATH, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _entries(feed: ET.Element, decisions: Decisions, shop: str, names: dict[str, str]) -> None:
    for group in decisions.groups:
        for change in group.changes:
            _entry(feed, change, decisions.meeting, shop, names.get(change.owner, change.owner))


def _entry(feed: ET.Element, change: Change, meeting: Meeting, shop: str, owner: str) -> None:
    entry = ET.SubElement(feed, "entry")
    _text(entry, "title", f"[{change.kind.label}] {change.title.zh}")
    _text(entry, "id", f"tag:{AUTHORITY}:{quote(shop)}/change/{change.id}")
    _text(entry, "updated", _instant(meeting.day))
    _author(entry, owner)
    href = f"index.html#{change.id}"
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    ET.SubElement(entry, "category", {"term": change.kind.value, "label": change.kind.label})
    _text(entry, "content", "\n".join(_said(change)), type="text")


def _said(change: Change) -> Iterator[str]:
    if change.say_now:
        yield f"现在怎么说：{change.say_now.zh}"
    if change.say_no_longer:
        yield f"不再这么说：{change.say_no_longer.zh}"
    yield f"原因：{change.why.zh}"
    yield f"从 {change.effective} 起"


def _author(parent: ET.Element, name: str) -> None:
    _text(ET.SubElement(parent, "author"), "name", name)


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text


def _instant(day: date) -> str:
    return f"{day}{TIMES}"
