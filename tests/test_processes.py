"""Work shared out over processors, and what becomes of it when a process is killed."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import parent_process
from pathlib import Path

import pytest

from dianzhi.processes import STAGE, shared

LONG = """
import time
from dianzhi.processes import shared
from tests.test_processes import at_length

if __name__ == "__main__":
    for _ in shared(lambda *_: None)(at_length, range(9)):
        print("at work", flush=True)
"""


def doubled(number):
    return 2 * number


def killed(number):
    """Work, unless a worker is to: that is killed at its fourth job, as by a system short of memory."""
    if parent_process() and number > 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def refused(number):
    raise ValueError(number)


def at_length(number):
    if number:
        signal.pause()


@pytest.mark.parametrize("function", [doubled, killed])
def test_results_come_in_the_order_of_jobs_and_all_are_told_of(function):
    told = []
    each = shared(lambda stage, done: told.append((stage, done)))
    assert list(each(function, iter(range(7)))) == [0, 2, 4, 6, 8, 10, 12]
    assert told == [(STAGE, done) for done in range(1, 8)]


def test_what_a_job_raises_is_raised():
    with pytest.raises(ValueError, match="0"):
        list(shared(lambda *_: None)(refused, range(3)))


def test_workers_end_with_a_build_that_was_killed(tmp_path):
    """They hold its output open as long as they live."""
    script = tmp_path / "long.py"
    script.write_text(LONG, "utf-8")
    build = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert build.stdout.readline() == b"at work\n"
        build.kill()
        assert build.communicate(timeout=30) == (b"", None)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(build.pid, signal.SIGKILL)
