"""The editors' archive: everything, with fields, dates and a query language."""

from datetime import date
from pathlib import Path

import pytest

from dianzhi import pipeline
from dianzhi.archiving import archive_docs, open_archive
from dianzhi.search.archive import Archive
from dianzhi.search.errors import QueryError

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalog():
    loaded = pipeline.load(Path("faq_src"), DAY)
    assert loaded.catalog is not None, loaded.problems
    return loaded.catalog


@pytest.fixture(scope="module")
def archive(catalog):
    return Archive.build(archive_docs(catalog), catalog.content.lexicon.words)


def test_every_record_is_in_it(catalog):
    content = catalog.content
    kinds = [doc.kind for doc in archive_docs(catalog)]
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    assert counts == {
        "entry": len(content.entries),
        "script": len(content.scripts),
        "flow": len(content.flows),
        "product": len(content.products),
        "meeting": len(content.meetings),
        "change": sum(len(meeting.changes) for meeting in content.meetings),
        "campaign": len(content.campaigns),
        "batch": len(content.batches),
    }


CASES = [
    ("a field keeps to one kind", "退货 kind:script", lambda doc: doc.kind == "script"),
    ("retired texts are found", "state:retired", lambda doc: doc.state == "retired"),
    (
        "a range of days",
        "kind:meeting day:[20261001 to 20261031]",
        lambda doc: doc.day.month == 10 and doc.kind == "meeting",
    ),
    ("NOT leaves out", "发票 NOT kind:entry", lambda doc: doc.kind != "entry"),
    (
        "brackets switch to the whole language",
        "(kind:script OR kind:flow) AND 发票",
        lambda doc: doc.kind in {"script", "flow"},
    ),
    ("an owner", "owner:qiao-an", lambda doc: doc.owner == "qiao-an"),
]


@pytest.mark.parametrize(
    ("query", "holds"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_queries(archive, query, holds):
    found = archive.search(query, limit=50)
    assert found
    assert all(holds(one.doc) for one in found)


def test_internal_notes_are_searched(catalog, archive):
    noted = next(entry for entry in catalog.content.entries if entry.internal)
    assert noted.id in [one.doc.id for one in archive.search(noted.internal.zh, limit=3)]


def test_a_query_that_cannot_be_understood(archive):
    with pytest.raises(QueryError, match="not a parseable date"):
        archive.search("day:[a to b]")


DISTURBED = [
    ("another search has just cleared it away", lambda cache: (cache / "archive-a").mkdir()),
    ("a folder that nothing can be kept in", lambda cache: (cache.rmdir(), cache.touch())),
]


@pytest.mark.parametrize("disturb", [c[1] for c in DISTURBED], ids=[c[0] for c in DISTURBED])
def test_an_archive_that_cannot_be_kept_is_searched_all_the_same(
    catalog, archive, tmp_path, disturb
):
    cache = tmp_path / "cache"
    cache.mkdir()
    disturb(cache)
    query = "运费 kind:entry"
    assert open_archive(catalog, cache, "a").search(query) == archive.search(query)


def test_it_is_kept_and_renewed(catalog, tmp_path):
    query = "运费 kind:entry"
    first = open_archive(catalog, tmp_path, "a").search(query)
    assert [path.name for path in tmp_path.iterdir()] == ["archive-a"]
    again = open_archive(catalog, tmp_path, "b")
    assert [path.name for path in tmp_path.iterdir()] == ["archive-b"]
    assert again.search(query) == first
