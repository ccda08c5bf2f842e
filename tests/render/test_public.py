"""The public files of the sample shop, held to spec/public-files.md."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from dianzhi import building, pipeline
from dianzhi.catalog.rich import TAGS
from dianzhi.render.public import facts
from dianzhi.render.public.answers import shard_answers
from dianzhi.render.public.hashing import fnv1a
from dianzhi.search import Index
from dianzhi.source.shipped import read_shipped

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def files():
    loaded = pipeline.load(Path("faq_src"), DAY)
    assert loaded.catalog is not None, loaded.problems
    related, _ = pipeline.related(loaded.catalog)
    shipped = read_shipped(Path.cwd())
    made = building.public_files(loaded.catalog, related, shipped, loaded.files)
    return {one.path: one.content for one in made}


@pytest.fixture(scope="module")
def manifest(files):
    return json.loads(files["manifest.json"])


@pytest.fixture(scope="module")
def answers(files, manifest):
    found = {}
    for number in range(manifest["answers"]["shards"]):
        found |= json.loads(files[f"{manifest['answers']['base']}{number}.json"])
    return found


def test_the_manifest_leads_to_files_that_are_what_it_says(files, manifest):
    for part in ("panel", "search", "index", "vectors"):
        said = manifest[part]
        content = files[said["path"]]
        assert (said["bytes"], said["sha256"]) == (len(content), sha256(content).hexdigest())


def test_every_hashed_folder_is_named_by_what_is_in_it(files):
    groups: dict[str, list[tuple[str, bytes]]] = {}
    for path, content in files.items():
        found = re.fullmatch(
            r"v/([0-9a-f]{16})/(?:(?:answers|products|batches|flows|media)/)?(.+)", path
        )
        assert found or not path.startswith("v/"), path
        if found:
            groups.setdefault(found[1], []).append((found[2], content))
    for name, group in groups.items():
        digest = sha256(b"".join(p.encode() + b"\0" + c + b"\0" for p, c in sorted(group)))
        assert digest.hexdigest()[:16] == name


def test_the_index_knows_where_every_answer_is(files, manifest, answers):
    index = Index.from_bytes(files[manifest["index"]["path"]])
    listed = [one.id for one in index.documents]
    assert sorted(listed) == sorted(answers)
    counts = {one["id"]: one["count"] for one in manifest["shop"]["categories"]}
    assert Counter(one.category for one in index.documents) == Counter(counts)
    for ident in listed[::10]:
        hit = index.search(
            answers[ident]["question"]["zh"]
            if isinstance(answers[ident]["question"], dict)
            else answers[ident]["question"],
            limit=1,
        )
        assert [one.id for one in hit] == [ident]


def test_the_manifest_says_which_entries_end_and_when(manifest, answers):
    ending = {ident: one["until"] for ident, one in answers.items() if one["until"]}
    assert manifest["answers"]["until"] == ending != {}


def nodes(tree):
    for node in tree:
        if isinstance(node, list):
            yield node
            yield from nodes(node[1:])


def test_answers_are_made_of_the_tags_of_the_contract(answers):
    tags = {
        node[0]
        for one in answers.values()
        for tree in one["answer"].values()
        for node in nodes(tree)
    }
    assert tags <= TAGS


def test_only_page_values_stay_slots(answers):
    names = {
        node[1]["name"]
        for one in answers.values()
        for tree in one["answer"].values()
        for node in nodes(tree)
        if node[0] == "slot"
    }
    assert {name.split(".")[0] for name in names} <= {"product", "batch"}


def test_related_entries_are_public(answers):
    assert all(set(one["related"]) <= set(answers) for one in answers.values())


def test_every_product_and_batch_can_be_looked_up(files, manifest):
    base, shards = manifest["batches"]["base"], manifest["batches"]["shards"]
    listed = json.loads(files[f"{manifest['products']['base']}list.json"])
    assert [
        one["id"]
        for one in listed
        if f"{manifest['products']['base']}{one['id']}.json" not in files
    ] == []
    found = 0
    for number in range(shards):
        for batch, rows in json.loads(files[f"{base}{number}.json"]).items():
            assert facts.shard_of(batch, shards) == number
            assert facts.normal_number(rows[0]["number"]) == batch
            found += len(rows)
    assert found == manifest["batches"]["count"] > 0


def test_batch_numbers_are_looked_up_however_they_are_typed():
    typed = ["yg26c-0312a", "YG26C0312A", " yg26c 0312a "]
    assert {facts.normal_number(one) for one in typed} == {"YG26C0312A"}


def test_answers_of_a_large_shop_are_found_by_their_ids_alone(monkeypatch):
    loaded = pipeline.load(Path("faq_src"), DAY)
    assert loaded.catalog is not None
    monkeypatch.setattr("dianzhi.render.public.answers.SHARD_BYTES", 700)  # shards that stay empty
    public = loaded.catalog.public
    for count in range(1, 30):
        few = replace(public, entries=public.entries[:count])
        files = shard_answers(few, {}, "", hashed=True).files
        for entry in few.entries:
            assert entry.id in json.loads(files[fnv1a(entry.id) % len(files)])


def test_numbers_that_look_alike_share_a_shard():
    alike = ("YG26C0312A", "YG26CO3I2A", "YGZ6C03LZA")
    assert len({facts.shard_of(one, 1024) for one in alike}) == 1
    assert len({facts.shard_of(f"YG26C03{n}", 1024) for n in range(10, 40)}) > 20


SHELVES = {
    "amino-cleanser": {"months": 36, "opened": 12},
    "sheet-mask": {"months": 36},
    "nut-mix": {"days": 270, "rule": "days"},
}


@pytest.mark.parametrize("product", SHELVES)
def test_a_product_file_says_what_the_label_states(files, manifest, product):
    said = json.loads(files[f"{manifest['products']['base']}{product}.json"])
    assert said["shelf"] == SHELVES[product]


def test_barcodes_are_listed_where_there_is_one(files, manifest):
    listed = json.loads(files[f"{manifest['products']['base']}list.json"])
    coded = {one["id"]: one["barcode"] for one in listed if "barcode" in one}
    assert coded == {
        "amino-cleanser": "2000000000015",
        "hya-serum": "2000000000022",
        "nut-mix": "2000000000114",
    }


def test_a_looked_up_batch_moves_less_than_a_kilobyte(files, manifest):
    """Its shard and its product's file, as a server compresses them."""
    moved = {}
    for number in range(manifest["batches"]["shards"]):
        shard = files[f"{manifest['batches']['base']}{number}.json"]
        for row in (row for rows in json.loads(shard).values() for row in rows):
            product = files[f"{manifest['products']['base']}{row['product']}.json"]
            moved[row["number"]] = len(brotli.compress(shard)) + len(brotli.compress(product))
    assert max(moved.values()) <= 1_000, moved


def test_fnv_is_the_published_one():
    """Test vectors of the FNV authors: the empty string, `a` and `foobar`."""
    assert [fnv1a(text) for text in ("", "a", "foobar")] == [
        0x811C9DC5,
        0xE40C292C,
        0xBF9CF968,
    ]


BUDGETS = {"answers": 8_000, "batches": 1_000, "products": 1_000, "flows": 6_000}


@pytest.mark.parametrize("part", BUDGETS)
def test_one_look_up_stays_within_its_budget(files, manifest, part):
    base = manifest[part]["base"]
    sizes = {
        path: len(brotli.compress(one)) for path, one in files.items() if path.startswith(base)
    }
    assert {path: size for path, size in sizes.items() if size > BUDGETS[part]} == {}


def test_pictures_that_no_public_answer_shows_stay_at_home(files, answers):
    shown = {one["src"] for answer in answers.values() for one in answer["media"]}
    assert {path for path in files if "/media/" in path} == shown


ENGINE = """\
engine:
  kind: opensearch
  url: https://search.example/os/
  index: shop-faq
  key: public-key
"""


def small_files(catalog):
    shipped = read_shipped(Path.cwd())
    made = building.public_files(catalog, {}, shipped, {"media/seal.svg": b"<svg/>"})
    return {one.path: one.content for one in made}


def test_a_shop_with_an_engine_says_so_and_lists_its_entries(catalog_of, shop_files):
    shop = shop_files["shop.yaml"] + ENGINE.encode()
    files = small_files(catalog_of(shop_files | {"shop.yaml": shop}))
    manifest = json.loads(files["manifest.json"])
    assert manifest["engine"] == {
        "kind": "opensearch",
        "url": "https://search.example/os",
        "index": "shop-faq",
        "key": "public-key",
    }
    content = files[manifest["documents"]["path"]]
    assert manifest["documents"]["sha256"] == sha256(content).hexdigest()
    index = Index.from_bytes(files[manifest["index"]["path"]])
    assert json.loads(content) == [
        {
            "id": doc.id,
            "question": doc.question,
            "questionEn": doc.question_en,
            "category": doc.category,
            "products": list(doc.products),
            "platforms": list(doc.platforms),
            "shard": doc.shard,
        }
        for doc in index.documents
    ]


def test_a_shop_without_an_engine_has_none_of_it(catalog_of, shop_files):
    manifest = json.loads(small_files(catalog_of(shop_files))["manifest.json"])
    assert not {"engine", "documents"} & manifest.keys()
