"""The scripts exchange whole versions, and may be run again after anything."""

import os
import subprocess
import sys

import pytest

from dianzhi import exporting
from dianzhi.model.shop import EngineKind
from tests.render.engines.stubs import Meilisearch, OpenSearch, served

MEILI = (EngineKind.MEILISEARCH, Meilisearch, {"MEILI_KEY": "secret"})
OPEN = (EngineKind.OPENSEARCH, OpenSearch, {"OPENSEARCH_AUTH": "a:b"})
BOTH = pytest.mark.parametrize("case", [MEILI, OPEN], ids=["meilisearch", "opensearch"])


@pytest.fixture
def exported(catalog_of, shop_files, tmp_path):
    def write(kind, files=shop_files):
        for one in exporting.engine_files(catalog_of(files).public, kind):
            (tmp_path / one.path).write_bytes(one.content)
        return tmp_path / "reindex.py"

    return write


def run(script, settings, *words):
    return subprocess.run(
        [sys.executable, str(script), *words],
        env={**os.environ, **settings}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def in_use(engine):
    """The documents that a search would find now."""
    if isinstance(engine, Meilisearch):
        return engine.indexes.get("faq", {}).get("documents", {})
    indices = engine.aliases.get("faq", set())
    return {k: v for name in indices for k, v in engine.indices[name]["documents"].items()}


@BOTH
def test_the_first_time_and_again(case, exported):
    kind, engine_of, settings = case
    engine, script = engine_of(), exported(kind)
    with served(engine) as url:
        for _ in range(3):
            done = run(script, settings, url)
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout.startswith("faq：2 条")
            assert set(in_use(engine)) == {"how-long", "no-reason"}


@BOTH
def test_a_new_version_takes_the_place_of_the_old_one(case, exported, broken_shop):
    kind, engine_of, settings = case
    engine = engine_of()
    with served(engine) as url:
        run(exported(kind), settings, url)
        changed = broken_shop("faq/shelf-life.yaml", "七天无理由怎么退", "七天内怎么退货呢")
        assert run(exported(kind, changed), settings, url).returncode == 0
    assert in_use(engine)["no-reason"]["question"] == "七天内怎么退货呢"


BROKEN = [
    (MEILI, "POST /indexes/faq-next/documents", "documents do not arrive"),
    (MEILI, "PATCH /indexes/faq-next/settings", "settings are refused"),
    (MEILI, "POST /swap-indexes", "the swap fails"),
    (OPEN, "POST /_bulk", "documents do not arrive"),
    (OPEN, "POST /_aliases", "the alias does not move"),
]


@pytest.mark.parametrize(
    ("case", "step"), [one[:2] for one in BROKEN], ids=[f"{one[0][0]}: {one[2]}" for one in BROKEN]
)
def test_a_run_that_breaks_leaves_the_old_version_and_the_next_one_mends_it(
    case, step, exported, broken_shop
):
    kind, engine_of, settings = case
    engine = engine_of()
    with served(engine) as url:
        run(exported(kind), settings, url)
        before = dict(in_use(engine))
        script = exported(
            kind, broken_shop("faq/shelf-life.yaml", "七天无理由怎么退", "七天内怎么退货呢")
        )
        engine.fail_on = step
        done = run(script, settings, url)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("没有完成，正在用的索引没有动：")
        assert in_use(engine) == before
        engine.fail_on = None
        assert run(script, settings, url).returncode == 0
    assert in_use(engine)["no-reason"]["question"] == "七天内怎么退货呢"


def test_opensearch_keeps_the_version_before_and_no_older_one(exported, broken_shop):
    engine = OpenSearch()
    with served(engine) as url:
        for question in ("七天无理由怎么退", "七天内怎么退一", "七天内怎么退二"):
            files = broken_shop("faq/shelf-life.yaml", "七天无理由怎么退", question)
            run(exported(EngineKind.OPENSEARCH, files), OPEN[2], url)
    kept = [one["documents"]["no-reason"]["question"] for one in engine.indices.values()]
    assert sorted(kept) == ["七天内怎么退一", "七天内怎么退二"]


@BOTH
def test_without_the_key_or_the_engine_nothing_happens(case, exported):
    kind, engine_of, _ = case
    engine, script = engine_of(), exported(kind)
    with served(engine) as url:
        assert run(script, {}, url).returncode == 2
    assert run(script, {}, "http://127.0.0.1:9").returncode == 2
    assert run(script, {}).returncode == 2
    assert in_use(engine) == {}
