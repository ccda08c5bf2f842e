"""Paths that an artifact may not have, on any file system."""

import pytest

from dianzhi.artifact import Artifact
from dianzhi.write import fs, tree
from dianzhi.write.errors import BadPath
from dianzhi.write.marker import Version
from dianzhi.write.output import open_output
from dianzhi.write.paths import PathCheck

FILES = {"public/faq.js": b"loader", "kb/index.html": b"page"}
VERSION = Version("0.1.0", "one")

BAD_PATHS = [
    ("/etc/passwd", "absolute"),
    ("kb/../../x", "parent"),
    ("../x", "parent"),
    ("kb/./x", "parent"),
    ("", "empty"),
    ("kb//x", "empty"),
    ("kb/", "empty"),
    ("kb\\x", "character"),
    ("C:/x", "character"),
    ("kb/a\0b", "character"),
    ("kb/a\nb", "character"),
    ("kb/name.", "character"),
    ("kb/name ", "character"),
    (".dianzhi.json", "reserved"),
    (".dianzhi.json/x", "reserved"),
    ("index.html", "part"),
]

COLLISIONS = [
    (["kb/a", "kb/a"], "duplicate"),
    (["kb/a", "kb/A"], "collision"),
    (["kb/a/x", "kb/A/y"], "collision"),
    (["kb/a/x", "KB/b"], "collision"),
    (["kb/a", "kb/a/b"], "collision"),
    (["kb/a/b", "kb/a"], "collision"),
    (["kb/a/b", "kb/A"], "collision"),
    (["kb/\u00e9", "kb/e\u0301"], "collision"),
    (["kb/straße", "kb/STRASSE"], "collision"),
]


@pytest.mark.parametrize(("path", "reason"), BAD_PATHS)
def test_refuses_an_unsafe_path(tmp_path, build, snapshot, path, reason):
    before = build(tmp_path / "dist", FILES, "one") and snapshot(tmp_path)
    with pytest.raises(BadPath) as refused:
        build(tmp_path / "dist", {"kb/fine.html": b"", path: b""}, "two")
    assert (refused.value.path, refused.value.reason) == (path, reason)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(("paths", "reason"), COLLISIONS)
def test_refuses_two_files_that_are_one_somewhere(tmp_path, paths, reason):
    with open_output(tmp_path / "dist") as output, pytest.raises(BadPath) as refused:
        output.replace([Artifact(path, b"") for path in paths], VERSION)
    assert (refused.value.path, refused.value.reason) == (paths[1], reason)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "paths",
    [["kb/a", "kb/b"], ["kb/a/x", "kb/a/y"], ["kb/a", "public/a"], ["kb/A", "public/a"]],
    ids=["two files", "two in one folder", "two parts", "other folders may differ in case"],
)
def test_accepts_a_plain_tree(paths):
    check = PathCheck()
    for path in paths:
        check.accept(path)


def test_a_folder_that_another_process_makes_first_is_as_good(tmp_path, monkeypatch):
    """Between the look and the making another one may come: found when two published at once."""
    make = fs.make_folder

    def made_before(path):
        make(path)
        make(path)

    monkeypatch.setattr(fs, "make_folder", made_before)
    tree.make_folders(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path):
    (tmp_path / "a").write_text("in the way")
    with pytest.raises(FileExistsError):
        tree.make_folders(tmp_path / "a")
