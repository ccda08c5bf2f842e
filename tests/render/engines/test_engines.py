"""What engines are told: the same words, and only what is public."""

import json
import re

import pytest

from dianzhi import exporting
from dianzhi.model.shop import EngineKind
from dianzhi.text.tables import chatter

KINDS = pytest.mark.parametrize("kind", EngineKind)


@pytest.fixture
def files_of(catalog_of, shop_files):
    def made(kind, **changes):
        files = shop_files | {path: text.encode() for path, text in changes.items()}
        artifacts = exporting.engine_files(catalog_of(files).public, kind)
        return {one.path: one.content for one in artifacts}

    return made


def documents(files):
    return [json.loads(line) for line in files["documents.ndjson"].splitlines()]


def test_a_whole_document_for_meilisearch(files_of):
    assert documents(files_of(EngineKind.MEILISEARCH))[0] == {
        "id": "how-long",
        "question": "没开封能放多久",
        "question_en": "How long does it keep?",
        "similar": ["保质期几年", "囤着会不会过期"],
        "similar_en": [],
        "keywords": ["有效期"],
        "answer": "未开封的精华能放 36 个月。\n付款后 48 小时内 发货，还送小样。",
        "excluded": [],
        "category": "shelf-life",
        "products": ["serum"],
        "platforms": [],
        "priority": 1,
        "order": 0,
    }


def test_a_whole_document_for_opensearch(files_of):
    found = documents(files_of(EngineKind.OPENSEARCH))[0]
    assert found["wordings"] == [
        {"text": "没开封能放多久"},
        {"text": "How long does it keep?"},
        {"text": "保质期几年"},
        {"text": "囤着会不会过期"},
    ]
    assert (found["lift"], found["order"]) == (1 + 1 / 64, 0)


@KINDS
def test_the_same_content_gives_the_same_bytes(kind, files_of):
    assert files_of(kind) == files_of(kind)
    assert set(files_of(kind)) == {"settings.json", "documents.ndjson", "reindex.py"}


@KINDS
def test_every_field_of_a_document_is_known_to_the_settings_or_only_shown(kind, files_of):
    files = files_of(kind)
    settings = json.loads(files["settings.json"])
    fields = set(documents(files)[0])
    if kind is EngineKind.OPENSEARCH:
        assert fields == set(settings["mappings"]["properties"])
    else:
        used = {*settings["searchableAttributes"], *settings["filterableAttributes"]}
        ranked = {
            rule.removesuffix(":desc").removesuffix(":asc") for rule in settings["rankingRules"]
        }
        assert fields - used == {"id", "excluded", "priority", "order"}
        assert {"priority", "order"} <= ranked


LEXICON = """\
synonyms:
  - [保质期, 有效期, Best Before]
  - [维c, vc, 维生素C]
words: [净澈泥膜]
ignore: [亲, 麻烦看一下]
"""


def test_meilisearch_has_the_shops_words(files_of):
    settings = json.loads(
        files_of(EngineKind.MEILISEARCH, **{"lexicon.yaml": LEXICON})["settings.json"]
    )
    assert settings["synonyms"]["维c"] == ["vc", "维生素C"]
    assert {"净澈泥膜", "保质期", "vc"} <= set(settings["dictionary"])
    assert set(chatter()) | {"亲", "麻烦看一下"} == set(settings["stopWords"])


def test_opensearch_has_the_shops_words(files_of):
    settings = json.loads(
        files_of(EngineKind.OPENSEARCH, **{"lexicon.yaml": LEXICON})["settings.json"]
    )
    analysis = settings["settings"]["index"]["analysis"]
    filters = analysis["char_filter"]
    assert filters["synonyms"]["mappings"] == ["有效期=>保质期", "维生素c=>维c", "维生素C=>维c"]
    whole = filters["latin_vc"]
    said = re.compile(whole["pattern"], re.IGNORECASE)
    assert [said.sub(r"\1维c\2", text) for text in ("VC精华", "pvc", "要vc")] == [
        "维c精华",
        "pvc",
        "要维c",
    ]
    assert "麼=>么" in filters["fold"]["mappings"]
    removed = {one.partition("=>")[0] for one in filters["chatter"]["mappings"]}
    assert {"麻烦看一下", "我想问一下"} <= removed
    assert not removed & {"亲", "在吗", "好的"}, "short ones may be part of other words"
    assert "hello" in analysis["filter"]["greetings"]["stopwords"]
    for name in ("said", "asked"):
        used = analysis["analyzer"][name]["char_filter"]
        assert set(used) <= set(filters)
        assert [one for one in used if one != "chatter"] == ["fold", "latin_vc", "synonyms"]


@KINDS
def test_drafts_and_what_agents_read_are_not_exported(kind, files_of, shop_files):
    text = shop_files["faq/shelf-life.yaml"].decode()
    draft = text.replace("state: approved", "state: draft", 1).replace(
        "    approved_by: li\n    approved_on: 2026-09-02\n", "", 1
    )
    shop = shop_files["shop.yaml"].decode().replace("recommended: [how-long]\n", "")
    entry = draft.replace("参考 [保质期](#faq=how-long)。", "好。")
    changes = {
        "faq/shelf-life.yaml": entry,
        "shop.yaml": shop,
        "scripts/presales.yaml": shop_files["scripts/presales.yaml"].decode(),
        "flows/urge.yaml": shop_files["flows/urge.yaml"].decode(),
    }
    assert [one["id"] for one in documents(files_of(kind, **changes))] == ["no-reason"]
