"""The public files of a large shop: the sample, told that fewer entries are many."""

import json
import sys
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from dianzhi import building, pipeline, searching
from dianzhi.render import public
from dianzhi.render.public.hashing import fnv1a
from dianzhi.search import Index
from dianzhi.search.parts import PartedIndex, parted
from dianzhi.source.shipped import read_shipped
from dianzhi.text.tables import meaning

DAY = date(2026, 11, 22)
DOCUMENTS = sys.modules["dianzhi.render.public.documents"]


@pytest.fixture(scope="module")
def large():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DOCUMENTS, "WHOLE_MOST", 100)
        patch.setattr(DOCUMENTS, "parted", partial(parted, most=30))
        yield pipeline.load(Path("faq_src"), DAY)


@pytest.fixture(scope="module")
def files(large):
    shipped, related = read_shipped(Path.cwd()), {"ship-time": ("when-dispatched",)}
    made = building.public_files(large.catalog, related, shipped, large.files)
    return {one.path: one.content for one in made}


@pytest.fixture(scope="module")
def manifest(files):
    return json.loads(files["manifest.json"])


def test_the_manifest_names_parts_that_are_there(large, files, manifest):
    said = manifest["index"]["parts"]
    assert list(said) == ["base", "count", "entries"]
    assert said["entries"] == len(large.catalog.public.entries)
    names = {f"{said['base']}{number}.bin" for number in range(said["count"])}
    assert said["count"] > 1
    assert names == {path for path in files if "/parts/" in path}
    digest = sha256()
    for name in sorted(path.removeprefix(said["base"]) for path in names):
        digest.update(name.encode() + b"\0" + files[said["base"] + name] + b"\0")
    assert said["base"] == f"v/{digest.hexdigest()[:16]}/parts/"


def test_every_entry_is_in_a_part_and_its_answer_where_its_id_says(large, files, manifest):
    base, shards = manifest["answers"]["base"], manifest["answers"]["shards"]
    parts = manifest["index"]["parts"]
    opened = [
        Index.from_bytes(files[f"{parts['base']}{number}.bin"]) for number in range(parts["count"])
    ]
    shard_of = {doc.id: doc.shard for part in opened for doc in part.documents}
    assert shard_of.keys() == {entry.id for entry in large.catalog.public.entries}
    for name, shard in shard_of.items():
        assert shard == fnv1a(name) % shards
        assert name in json.loads(files[f"{base}{shard}.json"])


def test_a_product_names_its_first_entries_for_home(large, files, manifest):
    entries = large.catalog.public.entries
    for product in large.catalog.public.products:
        own = [entry.id for entry in entries if product.id in entry.products]
        told = json.loads(files[f"{manifest['products']['base']}{product.id}.json"])
        assert told["entries"] == own[:3]


def test_the_command_finds_what_the_popup_finds(large, files, manifest):
    head = Index.from_bytes(files[manifest["index"]["path"]])
    assert len(head.documents) < len(large.catalog.public.entries)
    made = public.parted_index(large.catalog.public)
    popup = PartedIndex(
        made.head,
        lambda number: files[f"{manifest['index']['parts']['base']}{number}.bin"],
        meaning=meaning(),
    )
    for query in ("保质期多久", "什么时候发货", "fapiao zenme kai"):
        rows = searching.public(large, Path("faq_src"), query, 5)
        found = [(hit.id, hit.score) for hit in popup.search(query, limit=5)]
        assert [(row["id"], row["score"]) for row in rows] == found
        assert found
