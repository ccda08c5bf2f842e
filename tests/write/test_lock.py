"""One writer at a time, whatever becomes of the others."""

import fcntl
import os
import subprocess
import sys

import pytest

from dianzhi.write.errors import Busy
from dianzhi.write.lock import locked
from dianzhi.write.output import open_output

FILES = {"public/faq.js": b"loader", "kb/index.html": b"page"}


def test_a_second_build_is_refused_with_facts(tmp_path, build):
    with open_output(tmp_path / "dist"), pytest.raises(Busy) as refused:
        build(tmp_path / "dist", FILES, "one", wait=0.1)
    assert refused.value.path == tmp_path.resolve() / ".dist.lock"
    assert (refused.value.holder, refused.value.waited) == (os.getpid(), 0.1)


def test_two_outputs_side_by_side_do_not_wait_for_each_other(tmp_path, build, snapshot):
    with open_output(tmp_path / "dist"):
        build(tmp_path / "other", FILES, "one")
    assert snapshot(tmp_path).keys() == {f"other/{path}" for path in (*FILES, ".dianzhi.json")}


HOLD = """
import sys
from pathlib import Path
from dianzhi.write.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    path = tmp_path / ".dist.lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Busy) as refused, locked(path):
            raise AssertionError("two hold one lock")
        assert refused.value.holder == other.pid
        other.kill()
        other.wait()
    assert path.exists()
    with locked(path):
        pass
    assert not path.exists()


def test_a_lock_on_a_name_that_is_gone_is_no_lock(tmp_path, monkeypatch):
    """The holder removes the name between our opening the file and our getting the lock."""
    path, real, calls = tmp_path / ".dist.lock", fcntl.flock, []

    def released_just_before(descriptor, operation):
        if not calls:
            path.unlink()
        calls.append(operation)
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", released_just_before)
    with locked(path, wait=60):
        assert path.exists()
        with pytest.raises(Busy), locked(path):
            raise AssertionError("two hold one lock")
    assert len(calls) == 3


def test_the_lock_is_released_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "lock"):
        raise ZeroDivisionError
    with locked(tmp_path / "lock"):
        pass
