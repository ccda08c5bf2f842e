"""The starter shop is whole: it is understood and compiled without a single remark."""

import json
from datetime import date

import pytest

from dianzhi.catalog.compile import compile_catalog
from dianzhi.model.files import FILE_KINDS, kind_of
from dianzhi.source.understand import understand
from dianzhi.starter import starter_files

SOURCE = "faq_src/"


@pytest.fixture(scope="module")
def source():
    files = starter_files()
    return {
        path.removeprefix(SOURCE): content
        for path, content in files.items()
        if path.startswith(SOURCE)
    }


def test_every_file_is_understood_without_a_problem(source):
    understood = understand(source)
    assert understood.problems == ()
    assert understood.content is not None


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 11, 22), date(2027, 12, 31)])
def test_it_compiles_without_a_remark_until_its_review_date(source, day):
    understood = understand(source)
    assert understood.content is not None
    catalog, problems = compile_catalog(
        understood.content, broken=understood.broken_ids, media=(), day=day
    )
    assert problems == []
    assert catalog is not None
    assert len(catalog.public.entries) == 6
    assert [one.id for one in catalog.public.flows] == ["urge-shipping"]


def test_it_has_what_an_editor_should_see_once(source):
    content = understand(source).content
    assert content is not None
    counts = (content.entries, content.scripts, content.flows, content.products, content.batches)
    assert [len(one) for one in (*counts, content.meetings)] == [6, 3, 1, 2, 3, 1]
    assert content.checks
    assert not [promise.id for promise in content.shop.promises if promise.measured]


def test_every_yaml_file_starts_with_a_comment_for_editors(source):
    assert [path for path, content in source.items() if not content.startswith(b"# ")] == []


def test_editor_settings_name_a_schema_for_every_kind_of_file():
    settings = json.loads(starter_files()[".vscode/settings.json"])
    named = {
        pattern.removeprefix(SOURCE): schema for schema, pattern in settings["yaml.schemas"].items()
    }
    assert named == {
        kind.pattern: f"./.dianzhi/schema/{kind.schema}.schema.json" for kind in FILE_KINDS
    }


def test_files_are_sorted_and_every_one_is_of_a_known_kind(source):
    assert list(starter_files()) == sorted(starter_files())
    assert [path for path in source if kind_of(path) is None] == []
