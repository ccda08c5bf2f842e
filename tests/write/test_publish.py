"""Publishing: whole at every moment, kept for its days, never anything internal."""

import json
import os
import shutil
from datetime import date, timedelta

import pytest

from dianzhi.write.errors import Busy, Damaged, NothingBefore, NotPublishable
from dianzhi.write.lock import locked
from dianzhi.write.publish import publish, rollback

DAY = date(2026, 11, 22)


def site(name, *, demo=()):
    """Return the files of a dist whose hashed files, loader and demo all carry the name."""
    manifest = {"format": 1, "tool": "0.1.0", "content": name, "panel": f"v/{name}/panel.js"}
    return {
        "public/manifest.json": json.dumps(manifest).encode(),
        "public/faq.js": f"loader {name}".encode(),
        "public/v/shared/search.js": b"engine",
        f"public/v/{name}/panel.js": f"panel {name}".encode(),
        f"public/v/{name}/answers/0.json": f"answers {name}".encode(),
        "public/demo/index.html": f"demo {name}".encode(),
        **{f"public/demo/{extra}": extra.encode() for extra in demo},
        "kb/index.html": b"internal",
        "exports/quick-reply.csv": b"internal",
    }


def public(files):
    return {p.removeprefix("public/"): c for p, c in files.items() if p.startswith("public/")}


A, B, C = site("a", demo=["only-a.svg"]), site("b", demo=["only-b.svg"]), site("c")


@pytest.fixture(name="dists")
def dists_fixture(tmp_path, build):
    for name, files in (("a", A), ("b", B), ("c", C)):
        build(tmp_path / f"dist-{name}", files, name)
    return {name: tmp_path / f"dist-{name}" for name in "abc"}


def served(snapshot, dest):
    """Return what the web server shows: all but the hidden folder."""
    files = snapshot(dest) or {}
    return {path: content for path, content in files.items() if not path.startswith(".")}


def test_publishes_the_public_part_and_nothing_else(tmp_path, dists, snapshot):
    done = publish(dists["a"], tmp_path / "www", today=DAY)
    assert served(snapshot, tmp_path / "www") == public(A)
    assert not [path for path in snapshot(tmp_path / "www") if "kb" in path or "exports" in path]
    assert (done.entry.tool, done.entry.content, done.kept) == ("0.1.0", "a", 1)


def test_the_public_folder_alone_is_a_source_too(tmp_path, dists, snapshot):
    shutil.copytree(dists["a"] / "public", tmp_path / "artifact")
    one = publish(tmp_path / "artifact", tmp_path / "one", today=DAY)
    other = publish(dists["a"] / "public", tmp_path / "other", today=DAY)
    assert one.entry == other.entry
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "other")


def test_publishing_twice_changes_nothing(tmp_path, dists, snapshot):
    publish(dists["a"], tmp_path / "www", today=DAY)
    before = snapshot(tmp_path / "www")
    publish(dists["a"], tmp_path / "www", today=DAY + timedelta(days=5))
    assert snapshot(tmp_path / "www") == before


@pytest.mark.parametrize("path", ["v/a/panel.js", "faq.js", "manifest.json", "demo/index.html"])
def test_publishing_again_mends_what_someone_has_damaged(tmp_path, dists, snapshot, path):
    publish(dists["a"], tmp_path / "www", today=DAY)
    (tmp_path / "www" / path).write_bytes(b"edited on the server")
    publish(dists["a"], tmp_path / "www", today=DAY)
    assert served(snapshot, tmp_path / "www") == public(A)


@pytest.mark.parametrize(
    ("days", "kept"),
    [(0, True), (30, True), (31, False)],
    ids=["same day", "last of its 30 days", "the day after"],
)
def test_an_earlier_version_is_kept_for_its_days(tmp_path, dists, snapshot, days, kept):
    www = tmp_path / "www"
    publish(dists["a"], www, today=DAY)
    publish(dists["b"], www, today=DAY)
    publish(dists["c"], www, today=DAY + timedelta(days=days))
    expected = public(C) | {p: c for p, c in public(B).items() if p not in public(C)}
    if kept:
        expected |= {p: c for p, c in public(A).items() if p not in expected}
    assert served(snapshot, www) == expected
    assert (www / "v" / "a").exists() is kept


def test_code_that_a_page_may_have_pinned_stays_for_good(tmp_path, build, snapshot):
    www = tmp_path / "www"
    pinned = {"public/v/code-a/pinned.js": b"loader", "public/v/code-a/panel.js": b"panel"}
    for day, (name, files) in enumerate((("a", A | pinned), ("b", B), ("c", C))):
        build(tmp_path / name, files, name)
        publish(tmp_path / name, www, today=DAY + timedelta(days=40 * day))
    publish(tmp_path / "c", www, today=DAY + timedelta(days=200))
    expected = public(C) | {p: c for p, c in public(B).items() if p not in public(C)}
    assert served(snapshot, www) == expected | public(pinned)
    publish(tmp_path / "a", www, today=DAY + timedelta(days=201))
    assert served(snapshot, www).items() >= public(A | pinned).items()


def test_the_version_before_stays_however_old_it_is(tmp_path, dists, snapshot):
    www = tmp_path / "www"
    publish(dists["a"], www, today=DAY)
    publish(dists["b"], www, today=DAY)
    publish(dists["b"], www, today=DAY + timedelta(days=400))
    rollback(www, today=DAY + timedelta(days=400))
    assert served(snapshot, www).items() >= public(A).items()


def test_rollback_leads_to_what_was_served_before(tmp_path, dists, snapshot):
    www = tmp_path / "www"
    publish(dists["a"], www, today=DAY)
    publish(dists["b"], www, today=DAY)
    done = rollback(www, today=DAY)
    assert (done.entry.content, done.kept) == ("a", 2)
    assert served(snapshot, www).items() >= public(A).items()
    with pytest.raises(NothingBefore):
        rollback(www, today=DAY)


def test_rollback_passes_over_a_version_that_was_taken_back(tmp_path, dists):
    www = tmp_path / "www"
    publish(dists["a"], www, today=DAY)
    publish(dists["b"], www, today=DAY)
    rollback(www, today=DAY)
    publish(dists["c"], www, today=DAY)
    assert rollback(www, today=DAY).entry.content == "a", "c followed a, not b"


def test_a_version_published_a_second_time_is_the_current_one(tmp_path, dists, snapshot):
    www = tmp_path / "www"
    for name in "aba":
        done = publish(dists[name], www, today=DAY)
    assert (done.entry.content, done.kept) == ("a", 2)
    assert served(snapshot, www).items() >= public(A).items()
    assert rollback(www, today=DAY).entry.content == "b"


def test_files_of_others_at_the_destination_are_left_alone(tmp_path, dists, snapshot):
    www = tmp_path / "www"
    (www / "v").mkdir(parents=True)
    (www / "index.html").write_text("the shop's own page")
    (www / "v" / "video.mp4").write_text("the shop's own film")
    publish(dists["a"], www, today=DAY, keep_days=0)
    publish(dists["b"], www, today=DAY, keep_days=0)
    publish(dists["c"], www, today=DAY + timedelta(days=1), keep_days=0)
    foreign = served(snapshot, www).keys() - public(B).keys() - public(C).keys()
    assert foreign == {"index.html", "v/video.mp4"}


def test_refuses_to_replace_files_of_others(tmp_path, dists, snapshot):
    www = tmp_path / "www"
    www.mkdir()
    (www / "manifest.json").write_text('{"name": "a web application"}')
    with pytest.raises(NotPublishable) as refused:
        publish(dists["a"], www, today=DAY)
    assert (refused.value.reason, refused.value.files) == ("foreign", ("manifest.json",))
    assert served(snapshot, www) == {"manifest.json": b'{"name": "a web application"}'}


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("dist-a", "overlap"),
        ("dist-a/public", "overlap"),
        ("dist-a/www", "overlap"),
        (".", "overlap"),
        ("dist-b", "dist"),
    ],
    ids=["itself", "its public part", "inside", "around: would serve kb/", "another build"],
)
def test_refuses_a_destination_that_is_no_place(tmp_path, dists, snapshot, place, reason):
    before = snapshot(tmp_path)
    with pytest.raises(NotPublishable) as refused:
        publish(dists["a"], tmp_path / place, today=DAY)
    assert refused.value.reason == reason
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("path", ["kb/index.html", "exports/q.csv", ".env", ".git/config"])
def test_refuses_a_folder_with_internal_files(tmp_path, path):
    folder = tmp_path / "artifact"
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_text("internal")
    (folder / "manifest.json").write_text("{}")
    with pytest.raises(NotPublishable) as refused:
        publish(folder, tmp_path / "www", today=DAY)
    assert (refused.value.reason, refused.value.files) == ("internal", (path,))
    assert not (tmp_path / "www").exists()


def test_refuses_internal_files_that_were_put_under_public_afterwards(tmp_path, dists):
    shutil.copytree(dists["a"] / "kb", dists["a"] / "public" / "kb")
    with pytest.raises(Damaged) as refused:
        publish(dists["a"], tmp_path / "www", today=DAY)
    assert refused.value.files == ("kb/index.html",)


def test_refuses_a_file_that_is_not_as_built_and_serves_the_old_version(tmp_path, dists, snapshot):
    www = tmp_path / "www"
    publish(dists["a"], www, today=DAY)
    before = served(snapshot, www)
    (dists["b"] / "public" / "v" / "b" / "panel.js").write_text("changed by hand")
    with pytest.raises(Damaged):
        publish(dists["b"], www, today=DAY)
    assert before == {p: c for p, c in served(snapshot, www).items() if p in before}
    publish(dists["a"], www, today=DAY)
    assert served(snapshot, www) == before, "what had arrived of it is gone"


@pytest.mark.parametrize("manifest", [None, b"[]", b"not json"], ids=["none", "list", "broken"])
def test_refuses_a_source_without_a_manifest(tmp_path, manifest):
    folder = tmp_path / "artifact"
    folder.mkdir()
    if manifest is not None:
        (folder / "manifest.json").write_bytes(manifest)
    with pytest.raises(NotPublishable) as refused:
        publish(folder, tmp_path / "www", today=DAY)
    assert refused.value.reason == "source"


@pytest.mark.parametrize("content", [b"{", b"{}", b'{"format": 2}', b'{"format": 1}'])
def test_refuses_a_ledger_that_it_does_not_understand(tmp_path, dists, content):
    www = tmp_path / "www"
    publish(dists["a"], www, today=DAY)
    (www / ".dianzhi" / "ledger.json").write_bytes(content)
    with pytest.raises(NotPublishable) as refused:
        publish(dists["b"], www, today=DAY)
    assert refused.value.reason == "ledger"


def test_two_at_once_are_kept_apart(tmp_path, dists):
    publish(dists["a"], tmp_path / "www", today=DAY)
    with locked(tmp_path / "www" / ".dianzhi" / "lock"), pytest.raises(Busy) as refused:
        publish(dists["b"], tmp_path / "www", today=DAY)
    assert refused.value.holder == os.getpid()


def test_rollback_where_nothing_was_published(tmp_path):
    with pytest.raises(NothingBefore):
        rollback(tmp_path / "www", today=DAY)
    assert not (tmp_path / "www").exists()


def test_same_steps_same_bytes(tmp_path, dists, snapshot):
    for place in ("one", "other"):
        publish(dists["a"], tmp_path / place, today=DAY)
        publish(dists["b"], tmp_path / place, today=DAY)
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "other")
