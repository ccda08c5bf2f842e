"""The small parts of the knowledge base: warnings, blanks, search documents, configuration."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from dianzhi.model.kinds import InternalText
from dianzhi.model.review import State
from dianzhi.model.script import Line, Step
from dianzhi.render import kb
from dianzhi.render.kb.addresses import FOLDERS
from dianzhi.render.kb.blanks import Blank, fields, pieces
from dianzhi.render.kb.standing import standing
from dianzhi.text.tables import meaning

DAY = date(2026, 11, 22)
TEMPLATES = {path.name: path.read_text("utf-8") for path in Path("kb/templates").iterdir()}


@pytest.fixture
def catalog(catalog_of, shop_files):
    return catalog_of(shop_files)


@pytest.mark.parametrize(
    ("changed", "labels"),
    [
        pytest.param({}, [], id="all is well"),
        pytest.param({"state": State.DRAFT}, ["草稿"], id="draft"),
        pytest.param(
            {"state": State.RETIRED, "review_by": date(2026, 1, 1)},
            ["已停用"],
            id="retired texts need no review",
        ),
        pytest.param({"effective": date(2026, 11, 23)}, ["未生效"], id="from tomorrow"),
        pytest.param({"effective": DAY}, [], id="from today"),
        pytest.param({"until": DAY}, [], id="the last day still counts"),
        pytest.param({"until": date(2026, 11, 21)}, ["已失效"], id="over since yesterday"),
        pytest.param({"review_by": DAY}, [], id="may be reviewed today"),
        pytest.param({"review_by": date(2026, 11, 21)}, ["待复核"], id="overdue"),
    ],
)
def test_standing(catalog, changed, labels):
    entry = replace(catalog.content.entries[0], **changed)
    assert [banner.label for banner in standing(entry, DAY)] == labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("您好", ("您好",), id="no blank"),
        pytest.param(
            "{买家昵称}您好{订单号}",
            (Blank("买家昵称"), "您好", Blank("订单号")),
            id="at both ends",
        ),
        pytest.param(
            "写作 {{订单号}}", ("写作 ", "{", "订单号", "}"), id="doubled braces are braces"
        ),
    ],
)
def test_pieces(text, expected):
    assert pieces(Line(step=Step.SAY, text=InternalText(text))) == expected


def test_fields_come_once_in_order_of_use_with_their_manual(catalog):
    script = catalog.content.scripts[0]
    again = Line(step=Step.SAY, text=InternalText("{买家昵称}，{没登记}"))
    twice = replace(script, lines=(*script.lines, again))
    found = [(one.name, one.about) for one in fields(twice, catalog.content.shop)]
    assert found == [("买家昵称", "页面上的昵称"), ("没登记", "")]


def test_search_knows_everything_in_any_state(catalog_of, broken_shop):
    shop = broken_shop("meetings/2026-09-01.yaml", "date: 2026-09-01", "date: 2026-11-22")
    found = {one.id: one.url for one in kb.documents(catalog_of(shop))}
    assert found == {
        "entry/how-long": "faq/how-long.html",
        "entry/no-reason": "faq/no-reason.html",
        "script/sell-serum": "scripts/sell-serum.html",
        "flow/urge": "flows/urge.html",
        "product/serum": "products/serum.html",
        "product/chips": "products/chips.html",
        "campaign/double-11": "campaigns/double-11.html",
        "change/longer": "changelog/index.html#longer",
    }


def test_drafts_are_found_and_marked(catalog):
    first, *rest = catalog.content.entries
    entries = (replace(first, state=State.DRAFT), *rest)
    drafted = replace(catalog, content=replace(catalog.content, entries=entries))
    assert "entry/how-long" in [one.id for one in kb.documents(drafted)]
    assert cards(drafted)["entry/how-long"] == {"note": "草稿"}


@pytest.mark.parametrize("kind", ["entries", "scripts"])
def test_what_is_retired_or_ran_out_says_that_it_is_over(catalog, kind):
    first, *rest = getattr(catalog.content, kind)
    for change in ({"state": State.RETIRED}, {"until": catalog.day - timedelta(days=1)}):
        content = replace(catalog.content, **{kind: (replace(first, **change), *rest)})
        [card] = [one for one in cards(replace(catalog, content=content)).values() if "note" in one]
        assert card["over"] is True


def test_search_never_tells_of_meetings_to_come(catalog_of, broken_shop):
    files = broken_shop("meetings/2026-09-01.yaml", "date: 2026-09-01", "date: 2026-11-23")
    assert not [one.id for one in kb.documents(catalog_of(files)) if one.id.startswith("change/")]


def artifacts(catalog, index=b"\x00\xff index"):
    return {one.path: one.content for one in kb.render(catalog, {}, TEMPLATES, {}, index)}


def cards(catalog):
    return json.loads(artifacts(catalog)["assets/kb-cards.json"])


def test_cards_carry_code_and_messages_of_scripts(catalog):
    assert cards(catalog) == {
        "script/sell-serum": {
            "code": "mjh1",
            "lines": [
                [["买家昵称"], "您好，是自己用吗？"],
                ["48 小时内发货。"],
                ["喜欢可以先下单。"],
            ],
        }
    }


def test_the_script_for_pages_on_disk_holds_the_same(catalog):
    found = artifacts(catalog)
    script = found["assets/kb-index.js"].decode().removeprefix("globalThis.dianzhiIndex=")
    packed, listed = script.removeprefix("{index:").removesuffix("}\n").split(",cards:", 1)
    index, table = map(json.loads, packed.split(",meaning:"))
    assert b64decode(index) == found["assets/kb-index.bin"] == b"\x00\xff index"
    assert b64decode(table) == found["assets/kb-meaning.bin"] == meaning()
    assert listed.encode() == found["assets/kb-cards.json"]


def pages_in(nav):
    if isinstance(nav, str):
        return [nav]
    inside = nav.values() if isinstance(nav, dict) else nav
    return [page for one in inside for page in pages_in(one)]


def test_the_navigation_has_index_pages_only_and_they_exist(catalog):
    written = {path.name for path in Path("kb/pages").iterdir()}
    pages = pages_in(kb.navigation(catalog))
    assert not set(pages) - set(artifacts(catalog)) - written
    assert {page.split("/")[0] for page in pages if "/" in page} == {"categories", "changelog"}


def test_every_folder_of_records_is_declared_outside_the_navigation():
    settings = yaml.safe_load(Path("mkdocs.yml").read_text("utf-8"))
    folders = {f"/{folder}/" for folder in (*FOLDERS.values(), "source")}
    assert set(settings["not_in_nav"].split()) == folders
    assert settings["plugins"] == []
    assert settings["theme"]["font"] is False


def test_the_written_configuration_names_the_shop_harmlessly(catalog_of, broken_shop):
    files = broken_shop("shop.yaml", "name: {zh: 小店, en: Shop}", "name: '<b>小店'")
    settings = yaml.safe_load(
        kb.site_config(catalog_of(files), inherit="../base.yml", theme="theme")
    )
    assert settings["site_name"] == "&lt;b&gt;小店 · 客服知识库"
    assert settings["INHERIT"] == "../base.yml"
    assert settings["theme"] == {"custom_dir": "theme"}
