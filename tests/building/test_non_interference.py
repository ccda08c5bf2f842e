"""Nothing internal reaches the public files and exports: whatever it says, they are the same bytes."""

import dataclasses
import json
import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dianzhi import building, exporting, pipeline
from dianzhi.catalog.compile import compile_catalog
from dianzhi.model.content import Content
from dianzhi.model.kinds import InternalText, Markdown, Text
from dianzhi.model.popularity import Popularity, Tally
from dianzhi.model.review import State
from dianzhi.model.shape import keys_of
from dianzhi.model.shop import EngineKind
from dianzhi.search import Index
from dianzhi.source.folder import media_of, read_folder
from dianzhi.source.shipped import read_shipped
from dianzhi.source.understand import understand

DAY = date(2026, 11, 22)
FILES = read_folder(Path("faq_src"))
CONTENT = understand(FILES).content
SHIPPED = read_shipped(Path.cwd())
INTERNAL_KINDS = ("scripts", "meetings", "campaigns", "people", "checks")
"""Lists of records that are internal as a whole."""

Change = Callable[[str, Any], Any]
"""Field path and value -> new value."""


def public_bytes(content: Content) -> dict[str, bytes]:
    catalog, problems = compile_catalog(content, broken=frozenset(), media=media_of(FILES), day=DAY)
    assert catalog is not None, problems
    related, _ = pipeline.related(catalog)
    artifacts = building.public_files(catalog, related, SHIPPED, FILES)
    exports = {
        f"exports/{kind.value}/{one.path}": one.content
        for kind in EngineKind
        for one in exporting.engine_files(catalog.public, kind)
    }
    return {one.path: one.content for one in artifacts} | exports


def noise(rng: random.Random, length: int) -> str:
    return "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(max(length, 2)))


def replaced(value: Any, change: Change, path: str = "") -> Any:
    """Return `value` with every internal text in it changed, optional ones included."""
    if isinstance(value, tuple):
        return tuple(replaced(one, change, path) for one in value)
    if isinstance(value, InternalText) or not dataclasses.is_dataclass(value):
        return value
    fields = {}
    for key in keys_of(type(value)):
        inner, name = getattr(value, key.field), f"{path}.{key.field}"
        if key.shape.base is InternalText:
            fields[key.field] = change(name, inner)
        elif key.shape.item and key.shape.item.base is InternalText:
            fields[key.field] = tuple(change(name, one) for one in inner)
        else:
            fields[key.field] = replaced(inner, change, name)
    return dataclasses.replace(value, **fields)


def everywhere(content: Content, change: Change) -> Content:
    lists = {
        name: replaced(getattr(content, name), change, name)
        for name in content.__dataclass_fields__
    }
    return dataclasses.replace(content, **lists)


def hidden(entry: Any, rng: random.Random) -> Any:
    """Return an entry that is not in effect with other words: drafts are internal too."""
    if entry.in_force(DAY):
        return dataclasses.replace(entry, sources=(), scripts=())
    answer = Markdown(noise(rng, 40))
    return dataclasses.replace(entry, question=Text(noise(rng, 12)), similar=(), answer=answer)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_other_internal_texts_give_the_same_public_bytes(seed):
    rng = random.Random(seed)

    def scramble(_path: str, text: InternalText | None) -> InternalText:
        return InternalText(noise(rng, len(text.zh) if text else 30))

    before = public_bytes(CONTENT)
    content = everywhere(CONTENT, scramble)
    entries = tuple(hidden(entry, rng) for entry in content.entries)
    assert any(not entry.in_force(DAY) for entry in entries), "the sample has retired entries"
    after = public_bytes(dataclasses.replace(content, entries=entries))
    assert after == before


def test_without_scripts_meetings_people_and_the_like_the_public_bytes_are_the_same():
    entries = tuple(dataclasses.replace(entry, scripts=()) for entry in CONTENT.entries)
    flows = tuple(dataclasses.replace(flow, internal=None) for flow in CONTENT.flows)
    bare = dataclasses.replace(
        CONTENT, scripts=(), meetings=(), campaigns=(), checks=(), entries=entries, flows=flows
    )
    assert public_bytes(bare) == public_bytes(CONTENT)


@pytest.fixture(scope="module")
def planted() -> tuple[dict[str, str], dict[str, bytes]]:
    """A canary for every internal field, by its path, and the public files made with them."""
    canaries: dict[str, str] = {}

    def plant(path: str, _text: InternalText | None) -> InternalText:
        canaries.setdefault(path, f"canary{len(canaries):03d}" + "qzxjv" * 5)
        return InternalText(canaries[path])

    return canaries, public_bytes(everywhere(CONTENT, plant))


def test_canaries_in_every_internal_field_reach_no_public_file(planted):
    canaries, files = planted
    everything = b"\n".join(files.values())
    assert len(canaries) >= 25, "the model has 27 internal fields"
    assert [path for path, text in canaries.items() if text.encode()[:16] in everything] == []


def test_the_plain_pages_are_among_what_is_compared(planted):
    assert {"faq.html", "faq.en.html", "embed.html"} <= planted[1].keys()


def test_canaries_change_no_byte_of_what_is_packed(planted):
    """The index is not readable text: that it holds none of them shows in its bytes alone."""
    assert planted[1] == public_bytes(CONTENT)


def counted(content: Content, times: int = 1) -> Content:
    """Return content whose public entries were asked for, by rank."""
    shown = [entry.id for entry in content.entries if entry.in_force(DAY)]
    tallies = [Tally(entry=name, count=4000 // rank * times) for rank, name in enumerate(shown, 1)]
    return dataclasses.replace(content, popularity=Popularity(asked=tuple(tallies)))


def unhashed(files: dict[str, bytes]) -> dict[str, bytes]:
    return {re.sub(r"^v/\w{16}/", "v/", path): content for path, content in files.items()}


def unlifted(lines: bytes) -> list[dict[str, Any]]:
    """Return the documents of an export without the fields that priority is told by."""
    found = map(json.loads, lines.splitlines())
    return [{k: v for k, v in one.items() if k not in ("priority", "lift")} for one in found]


def test_of_counts_nothing_but_priority_in_search_is_public(planted):
    """What differs is the index and who names it; in the index, and in exports, priority alone."""
    before, after = unhashed(planted[1]), unhashed(public_bytes(counted(CONTENT)))
    assert before.keys() == after.keys()
    assert {path for path, content in after.items() if content != before[path]} == {
        "v/index.bin",
        "v/more.bin",
        "manifest.json",
        "exports/meilisearch/documents.ndjson",
        "exports/opensearch/documents.ndjson",
    }
    old, new = (Index.from_bytes(one["v/index.bin"], one["v/more.bin"]) for one in (before, after))
    pairs = zip(old.documents, new.documents, strict=True)
    assert all(dataclasses.replace(b, priority=a.priority) == a for a, b in pairs)
    assert {one.priority for one in new.documents} > {one.priority for one in old.documents}
    for name in (path for path in after if path.endswith("documents.ndjson")):
        assert unlifted(before[name]) == unlifted(after[name])


def test_other_counts_that_come_to_the_same_steps_give_the_same_public_bytes():
    """So many that the five which every entry is believed to have had are nothing beside them."""
    before = public_bytes(counted(CONTENT, times=1_000))
    more = counted(CONTENT, times=7_000)
    hidden_ones = [entry.id for entry in CONTENT.entries if not entry.in_force(DAY)]
    tallies = (*more.popularity.asked, *(Tally(entry=name, count=98_765) for name in hidden_ones))
    other = Popularity(since=DAY, until=DAY, asked=tallies)
    assert len(hidden_ones) > 0
    assert public_bytes(dataclasses.replace(CONTENT, popularity=other)) == before


def test_every_kind_of_internal_record_is_in_the_sample():
    assert all(getattr(CONTENT, name) for name in INTERNAL_KINDS)


def test_a_leak_would_be_seen():
    """The comparison has teeth: a changed public text changes the bytes."""
    first = CONTENT.entries[0]
    changed = dataclasses.replace(first, question=Text(first.question.zh + "呢"))
    content = dataclasses.replace(CONTENT, entries=(changed, *CONTENT.entries[1:]))
    assert public_bytes(content) != public_bytes(CONTENT)


def test_state_labels_cover_what_is_internal():
    assert {entry.state for entry in CONTENT.entries} >= {State.APPROVED, State.RETIRED}
