"""What agents' search finds: with meaning, without it, and what is over last."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dianzhi import pipeline
from dianzhi.search import Index
from dianzhi.text.tables import meaning
from tests.e2e.knowledge import box, rows


@pytest.fixture(scope="session")
def reference() -> Callable[[str], list[list[str]]]:
    """Return what the Python reader finds for a question with meaning, and without."""
    loaded = pipeline.load(Path("dianzhi/starter/faq_src"), date(2026, 11, 22))
    assert loaded.catalog
    data = pipeline.internal_index(loaded.catalog)
    readers = [Index.from_bytes(data, meaning=meaning()), Index.from_bytes(data)]
    return lambda query: [[hit.question for hit in one.search(query)] for one in readers]


def test_rows_are_those_of_the_reference_with_meaning(make_page, reference):
    page = make_page("people.html")
    for query in ("多久能收到", "能放到明年吗", "钱什么时候到账"):
        wanted, by_words_alone = reference(query)
        assert wanted != by_words_alone, "or the table need not have come"
        box(page).fill(query)
        expect(rows(page).locator("a")).to_have_text(wanted)


@pytest.mark.parametrize("is_late", [False, True], ids=["broken", "late"])
def test_words_find_alone_where_meaning_does_not_come(make_page, reference, is_late):
    page = make_page("people.html")
    page.route(
        "**/kb-meaning.bin",
        lambda route: None if is_late else route.fulfill(body="<html>"),
    )
    _, by_words_alone = reference("多久能收到")
    box(page).fill("多久能收到")
    expect(rows(page).locator("a")).to_have_text(by_words_alone)


def test_what_is_over_comes_last(make_page, reference, kb_site):
    cards = json.loads((kb_site / "assets/kb-cards.json").read_bytes())
    cards["entry/when-ship"] = {"note": "已停用", "over": True}
    page = make_page("people.html")
    page.route("**/kb-cards.json", lambda route: route.fulfill(json=cards))
    first, *others = reference("付款后多久能发")[0]
    assert first == "下单后什么时候发货"
    box(page).fill("付款后多久能发")
    expect(rows(page).locator("a")).to_have_text([*others, first])
