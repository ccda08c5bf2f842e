"""What a build may write, what it keeps, and what it refuses to touch."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianzhi.artifact import Artifact
from dianzhi.write import fs, marker, tree
from dianzhi.write.compare import Differences, compare
from dianzhi.write.errors import BadPath, Damaged, NotOurs, NotWritten, OtherVersion
from dianzhi.write.marker import Marker, Version
from dianzhi.write.output import open_output

FILES = {"public/faq.js": b"loader", "kb/index.html": b"page", "exports/q.csv": b"1\r\n"}
VERSION = Version("0.1.0", "one")


def test_the_marker_lists_every_file_and_nothing_of_the_machine(tmp_path, build):
    build(tmp_path / "dist", FILES, "one")
    assert json.loads((tmp_path / "dist" / ".dianzhi.json").read_text()) == {
        "format": 1,
        "tool": "0.1.0",
        "content": "one",
        "parts": {
            "exports": {"q.csv": tree.sha256(b"1\r\n")},
            "kb": {"index.html": tree.sha256(b"page")},
            "public": {"faq.js": tree.sha256(b"loader")},
        },
    }


def test_order_of_artifacts_leaves_no_trace(tmp_path, build, snapshot):
    build(tmp_path / "one" / "dist", FILES, "one")
    build(tmp_path / "other" / "dist", dict(reversed(FILES.items())), "one")
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "other")


NAMES = st.text("abc中é 1-", min_size=1, max_size=4).map(str.strip).filter(bool)
FLAT = st.dictionaries(st.tuples(NAMES, NAMES).map("/".join), st.binary(max_size=99), max_size=6)


@given(files=FLAT)
@settings(max_examples=60, deadline=None)
def test_what_goes_in_comes_out(build, artifacts, files):
    with tempfile.TemporaryDirectory() as folder:
        dest = Path(folder) / "dist"
        made = build(dest, files, "one")
        found = {item.path: item.content for item in tree.artifacts(dest)}
        assert marker.decode(found.pop(marker.NAME)) == made == marker.read(dest)
        assert found == files
        assert marker.differences(dest, made) == []
        assert compare(dest, artifacts(files), VERSION) == Differences()


@given(files=FLAT)
def test_marker_round_trip(files):
    made = Marker(VERSION, {path: tree.sha256(content) for path, content in files.items()})
    assert marker.decode(made.encode()) == made


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"format": 2}', b'{"format": 1}', b'{"format": 1, "parts": 3}']
)
def test_refuses_a_marker_that_it_does_not_understand(tmp_path, content):
    (tmp_path / ".dianzhi.json").write_bytes(content)
    with pytest.raises(Damaged):
        marker.read(tmp_path)


@pytest.mark.parametrize("name", ["report.docx", ".git/config"])
def test_never_replaces_a_folder_of_others(tmp_path, build, snapshot, name):
    (tmp_path / "work" / name).parent.mkdir(parents=True)
    (tmp_path / "work" / name).write_text("a year of work")
    before = snapshot(tmp_path)
    with pytest.raises(NotOurs) as refused:
        build(tmp_path / "work", FILES, "one")
    assert refused.value.reason == "unmarked"
    assert snapshot(tmp_path) == before


def test_never_replaces_a_file(tmp_path, build):
    (tmp_path / "dist").write_text("not a folder")
    with pytest.raises(NotOurs) as refused:
        build(tmp_path / "dist", FILES, "one")
    assert refused.value.reason == "file"


def test_never_replaces_a_mount_point(build):
    with pytest.raises(NotOurs) as refused:
        build(Path("/"), FILES, "one")
    assert refused.value.reason == "mount"


def test_an_empty_folder_is_free(tmp_path, build, snapshot):
    (tmp_path / "dist").mkdir()
    build(tmp_path / "dist", FILES, "one")
    assert snapshot(tmp_path / "dist").keys() == {*FILES, ".dianzhi.json"}


def test_a_link_to_the_folder_stays_a_link(tmp_path, build):
    (tmp_path / "real").mkdir()
    (tmp_path / "dist").symlink_to("real")
    build(tmp_path / "dist", FILES, "one")
    assert (tmp_path / "dist").is_symlink()
    assert (tmp_path / "real" / "kb" / "index.html").read_bytes() == b"page"


def test_the_scratch_folder_goes_with_the_build(tmp_path):
    with open_output(tmp_path / "a" / "dist") as output:
        (output.scratch() / "docs").mkdir()
        (output.scratch() / "docs" / "page.md").write_text("# page")
    assert not list((tmp_path / "a").iterdir())


def test_a_failed_renderer_leaves_everything_as_it_was(tmp_path, build, snapshot):
    def failing():
        yield Artifact("kb/index.html", b"half a build")
        raise ZeroDivisionError

    build(tmp_path / "dist", FILES, "one")
    before = snapshot(tmp_path)
    with pytest.raises(ZeroDivisionError), open_output(tmp_path / "dist") as output:
        output.replace(failing(), VERSION)
    assert snapshot(tmp_path) == before


def test_a_disk_that_gives_back_other_bytes_is_found_out(tmp_path, build, snapshot, monkeypatch):
    build(tmp_path / "dist", FILES, "one")
    before = snapshot(tmp_path)
    real = fs.write_file
    monkeypatch.setattr(fs, "write_file", lambda path, content: real(path, content[:3]))
    with pytest.raises(NotWritten):
        build(tmp_path / "dist", {"kb/index.html": b"longer than three"}, "two")
    assert snapshot(tmp_path) == before


def replace_parts(dest, parts, content="one", tool="0.1.0"):
    with open_output(dest) as output:
        output.replace_parts(parts, Version(tool, content))


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "copies"])
def test_replaces_one_part_and_keeps_the_others(tmp_path, build, snapshot, monkeypatch, links):
    def no_links(*_):
        raise OSError(95, "Operation not supported")

    if not links:
        monkeypatch.setattr(fs, "link", no_links)
    build(tmp_path / "dist", {**FILES, "kb/gone.html": b""}, "one")
    replace_parts(tmp_path / "dist", {"kb": [Artifact("kb/index.html", b"new")]})
    build(tmp_path / "whole", {**FILES, "kb/index.html": b"new"}, "one")
    assert snapshot(tmp_path / "dist") == snapshot(tmp_path / "whole")


def test_parts_may_come_one_after_the_other(tmp_path, build, snapshot):
    for path, content in FILES.items():
        part = path.partition("/")[0]
        replace_parts(tmp_path / "dist", {part: [Artifact(path, content)]})
    build(tmp_path / "whole", FILES, "one")
    assert snapshot(tmp_path / "dist") == snapshot(tmp_path / "whole")


@pytest.mark.parametrize(("content", "tool"), [("two", "0.1.0"), ("one", "0.2.0")])
def test_refuses_to_mix_versions(tmp_path, build, snapshot, content, tool):
    build(tmp_path / "dist", FILES, "one")
    before = snapshot(tmp_path)
    with pytest.raises(OtherVersion) as refused:
        replace_parts(tmp_path / "dist", {"kb": []}, content, tool)
    assert refused.value.standing == ("0.1.0", "one")
    assert refused.value.wanted == (tool, content)
    assert snapshot(tmp_path) == before


def test_a_new_version_may_replace_all_parts_there_are(tmp_path, build):
    build(tmp_path / "dist", {"kb/index.html": b"page"}, "one")
    replace_parts(tmp_path / "dist", {"kb": [Artifact("kb/index.html", b"new")]}, "two")
    assert marker.read(tmp_path / "dist").version == Version("0.1.0", "two")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda dist: (dist / "public" / "faq.js").write_bytes(b"edited"), "public/faq.js"),
        (lambda dist: (dist / "public" / "faq.js").unlink(), "public/faq.js"),
        (lambda dist: (dist / "public" / "new.js").write_bytes(b""), "public/new.js"),
    ],
    ids=["edited", "removed", "added"],
)
def test_refuses_to_keep_what_is_not_as_built(tmp_path, build, snapshot, change, path):
    build(tmp_path / "dist", FILES, "one")
    change(tmp_path / "dist")
    before = snapshot(tmp_path)
    with pytest.raises(Damaged) as refused:
        replace_parts(tmp_path / "dist", {"kb": []})
    assert refused.value.files == (path,)
    assert snapshot(tmp_path) == before


def test_refuses_a_file_outside_its_part(tmp_path):
    with pytest.raises(BadPath) as refused:
        replace_parts(tmp_path / "dist", {"kb": [Artifact("public/x.html", b"internal")]})
    assert refused.value.reason == "part"


def test_compare_tells_what_a_build_would_change(tmp_path, build, artifacts, snapshot):
    build(tmp_path / "dist", FILES, "one")
    before = snapshot(tmp_path)
    wanted = {"public/faq.js": b"newer", "exports/q.csv": b"1\r\n", "kb/new.html": b""}
    assert compare(tmp_path / "dist", artifacts(wanted), VERSION) == Differences(
        missing=("kb/new.html",),
        extra=("kb/index.html",),
        changed=(".dianzhi.json", "public/faq.js"),
    )
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("version", "parts", "changed"),
    [
        (VERSION, (), ()),
        (Version("0.2.0", "one"), (), (".dianzhi.json",)),
        (VERSION, ("kb",), ()),
        (Version("0.1.0", "two"), ("kb",), (".dianzhi.json",)),
    ],
    ids=["same", "other tool", "one part", "one part of other content"],
)
def test_compare_sees_the_version(tmp_path, build, artifacts, version, parts, changed):  # fixtures
    build(tmp_path / "dist", FILES, "one")
    files = {path: content for path, content in FILES.items() if not parts or path[:2] == "kb"}
    found = compare(tmp_path / "dist", artifacts(files), version, parts)
    assert found == Differences(changed=changed)
    assert bool(found) is bool(changed)


def test_compare_with_nothing(tmp_path, artifacts):
    found = compare(tmp_path / "dist", artifacts(FILES), VERSION)
    assert found == Differences(missing=tuple(sorted(FILES)), changed=(".dianzhi.json",))
    assert not list(tmp_path.iterdir())


def test_a_link_where_a_file_should_be_is_a_change(tmp_path, build, artifacts):
    build(tmp_path / "dist", FILES, "one")
    (tmp_path / "page").write_bytes(b"page")
    (tmp_path / "dist" / "kb" / "index.html").unlink()
    (tmp_path / "dist" / "kb" / "index.html").symlink_to(tmp_path / "page")
    found = compare(tmp_path / "dist", artifacts(FILES), VERSION)
    assert found == Differences(changed=("kb/index.html",))
