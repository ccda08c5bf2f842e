"""The real build killed at seeded moments: `dist/` is always one whole version."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from dianzhi.write import marker, swap

MOMENTS = 50
DAYS = ("2026-11-20", "2026-11-21")
"""The build's day is part of the version, so that old and new differ."""


def start(shop: Path, day: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "dianzhi", "build", "--date", day],
        cwd=shop,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill_all(build: "subprocess.Popen[bytes]") -> None:
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()


def is_whole(dist: Path) -> bool:
    standing = marker.read(dist)
    return standing is not None and marker.differences(dist, standing) == []


def test_a_killed_build_leaves_a_whole_version_and_the_next_one_recovers(small_shop):
    dist, rng = small_shop / "dist", random.Random(20261122)
    started = time.monotonic()
    assert start(small_shop, DAYS[0]).wait() == 0
    length = time.monotonic() - started
    finished = 0
    for moment in range(MOMENTS):
        build = start(small_shop, DAYS[moment % 2])
        time.sleep(rng.uniform(0, length * 1.1))
        finished += build.poll() is not None
        kill_all(build) if build.poll() is None else None
        assert is_whole(dist), moment
    assert finished < MOMENTS, "some builds must have been killed"
    assert start(small_shop, DAYS[0]).wait() == 0
    assert is_whole(dist)
    litter = [path.name for path in small_shop.iterdir() if path.name.startswith(".dist.")]
    assert litter in ([], [swap.beside(dist, "lock").name])
