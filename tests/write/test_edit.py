"""Authored files changed in place: whole, where they stand, for whom they were."""

import pytest

from dianzhi.write import fs
from dianzhi.write.edit import replace_files
from dianzhi.write.errors import BadPath

FILES = {"faq/a.yaml": b"new a", "faq/b.yaml": b"new b", "people.yaml": b"new people"}


def contents(folder):
    return {path: (folder / path).read_bytes() for path in FILES if (folder / path).exists()}


def test_a_write_cut_short_leaves_whole_files_and_does_not_stop_the_next(tmp_path, monkeypatch):
    """Stop before every call in turn: each file is old or new, and the same write then works."""
    old = {"faq/a.yaml": b"old a", "people.yaml": b"old people"}
    for stop in range(100):
        folder = tmp_path / str(stop)
        replace_files(folder, old)
        if not stopped(monkeypatch, stop, folder):
            break
        found = contents(folder)
        assert all(found[path] in {old.get(path), FILES[path]} for path in found)
        assert found.keys() >= old.keys()
        replace_files(folder, FILES)
        assert contents(folder) == FILES
        assert sum(path.is_file() for path in folder.rglob("*")) == len(FILES)
    assert stop > len(FILES) * 3


def stopped(monkeypatch, stop, folder):
    """Write, with the power cut before call number `stop`; tell whether it got that far."""
    calls = iter(range(100))
    with monkeypatch.context() as patch:
        for name in ("make_folder", "write_file", "copy_mode", "sync", "rename", "remove_file"):
            patch.setattr(fs, name, counted(getattr(fs, name), calls, stop))
        try:
            replace_files(folder, FILES)
        except InterruptedError:
            return True
    return False


def counted(call, calls, stop):
    def run(*arguments):
        if next(calls) == stop:
            raise InterruptedError
        call(*arguments)

    return run


def test_a_link_stays_a_link_and_a_mode_stays(tmp_path):
    kept = tmp_path / "shared.yaml"
    kept.write_bytes(b"old")
    kept.chmod(0o664)
    (tmp_path / "shop" / "faq").mkdir(parents=True)
    link = tmp_path / "shop" / "faq" / "a.yaml"
    link.symlink_to("../../shared.yaml")
    replace_files(tmp_path / "shop", {"faq/a.yaml": b"new"})
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"
    assert kept.stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize("path", ["../a.yaml", "/a.yaml"])
def test_nothing_outside_is_written(tmp_path, path):
    with pytest.raises(BadPath):
        replace_files(tmp_path / "shop", {path: b"x"})
    assert list(tmp_path.iterdir()) == []
