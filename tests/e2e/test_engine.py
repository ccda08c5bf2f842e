"""The popup in a browser, asking a search engine on a server, under a strict policy."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

ENTRIES = json.loads((Path(__file__).parent / "fixtures/entries.json").read_text("utf-8"))


def zh(entry):
    question = entry["question"]
    return question if isinstance(question, str) else question["zh"]


DOCUMENTS = [
    {
        "id": one["id"], "question": zh(one), "questionEn": "", "category": one["category"],
        "products": one["products"], "platforms": one["platforms"], "shard": one["shard"],
    }
    for one in ENTRIES
]  # fmt: skip
HIT = {
    "id": "invoice-how",
    "question": "怎么开发票？",
    "question_en": "",
    "similar": ["报销要用的票在哪弄"],
    "similar_en": [],
    "excluded": [],
    "_formatted": {"question": "怎么开\ue000发票\ue001？"},
    "_rankingScore": 0.9,
}


@pytest.fixture
def with_engine(visit):
    """Return a function that gives the shop an engine which replies so; returns what it was sent."""

    def give(**reply):
        sent = []

        def manifest(route):
            told = route.fetch().json()
            told["engine"] = {"kind": "meilisearch", "url": f"{visit.site}engine", "index": "faq"}
            told["documents"] = {"path": "documents.json", "bytes": 1, "sha256": ""}
            route.fulfill(json=told)

        def engine(route):
            sent.append(route.request.post_data_json)
            route.fulfill(**reply)

        visit.page.route("**/manifest.json", manifest)
        visit.page.route("**/documents.json", lambda route: route.fulfill(json=DOCUMENTS))
        visit.page.route("**/engine/indexes/faq/search", engine)
        return sent

    return give


def test_hits_come_from_the_engine_answers_from_the_shop_and_no_index_is_read(visit, with_engine):
    sent = with_engine(json={"hits": [HIT]})
    visit.open("pages/strict.html")
    expect(visit.rows.first).to_be_visible()
    visit.ask("报销要用的票在哪弄")
    expect(visit.rows.first).to_have_text("怎么开发票？")
    expect(visit.rows.first.locator("mark")).to_have_text("发票")
    assert sent[-1]["q"] == "报销要用的票在哪弄"
    assert sent[-1]["filter"][0].startswith("products IS EMPTY OR products = ")
    visit.rows.first.click()
    expect(visit.answer).to_contain_text("申请开票")
    assert not [path for path in visit.requests if path.endswith(("index.bin", "search.js"))]
    assert visit.page.evaluate("violations") == []


def test_an_engine_that_fails_is_replaced_by_the_shops_own_index(visit, with_engine):
    visit.expect_console("Failed to load resource")
    sent = with_engine(status=503)
    visit.open("pages/strict.html")
    visit.ask("开封后能用多久")
    expect(visit.rows.first).to_contain_text("开封后能用多久")
    assert len(sent) == 1
    assert visit.page.evaluate("violations") == []
