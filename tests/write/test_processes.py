"""Real processes: killed at random moments, and several at once on one destination."""

import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from dianzhi.write import marker, swap
from dianzhi.write.publish import publish

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from dianzhi.artifact import Artifact
from dianzhi.write import fs, marker
from dianzhi.write.marker import Version
from dianzhi.write.output import open_output
from dianzhi.write.publish import publish

PATHS = [f"{part}/{n}/page.html" for part in ("kb", "public") for n in range(12)]

def cannot(*_):
    raise OSError(22, "Invalid argument")

def build(dest, name):
    files = [Artifact(path, f"{path} {name}".encode() * 200) for path in PATHS]
    with open_output(dest, wait=600) as output:
        made = output.replace(files, Version("0.1.0", name))
        assert marker.differences(dest, made) == []

def put_on_line(dist, www, name):
    done = publish(dist, www, today=date(2026, 11, 22), keep_days=0, wait=600)
    assert done.entry.content == name

if __name__ == "__main__":
    job, mode, where, tag, rounds = sys.argv[1:]
    if mode == "renames":
        fs.exchange = cannot
    print("ready", flush=True)
    for n in range(int(rounds)):
        if job == "build":
            build(Path(where) / "dist", f"{tag}{n}")
        else:
            put_on_line(Path(where) / f"dist-{tag}", Path(where) / "www", tag)
"""


def start(*arguments):
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def check_one_version(dist):
    made = marker.read(dist)
    assert marker.differences(dist, made) == []
    for path in made.files:
        content = (dist / path).read_text()
        assert content == f"{path} {made.version.content}" * 200


@pytest.mark.parametrize("mode", ["exchange", "renames"])
def test_killed_at_seeded_random_moments(tmp_path, mode):
    moments = random.Random(20261122)  # repeatable, not secret
    dist = tmp_path / "dist"
    stood = False
    for turn in range(12):
        with start("build", mode, tmp_path, f"v{turn}-", 10_000) as builder:
            assert builder.stdout.readline() == b"ready\n"
            time.sleep(moments.uniform(0.005, 0.12))
            builder.kill()
            assert builder.wait() == -signal.SIGKILL, builder.stderr.read()
        if mode == "renames":
            swap.recover(dist)
        stood = stood or dist.exists()  # on a busy machine the first kills may come too early
        if stood:
            check_one_version(dist)
    with start("build", mode, tmp_path, "last", 1) as builder:
        assert builder.wait() == 0, builder.stderr.read()
    check_one_version(dist)
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_three_builds_at_once_never_mix(tmp_path):
    builders = [start("build", "exchange", tmp_path, tag, 8) for tag in "abc"]
    for builder in builders:
        _, errors = builder.communicate(timeout=900)
        assert builder.returncode == 0, errors.decode()
    check_one_version(tmp_path / "dist")
    assert marker.read(tmp_path / "dist").version.content[1] == "7"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_two_publishing_at_once_never_mix(tmp_path, build, snapshot):
    for tag in "ab":
        manifest = f'{{"content": "{tag}"}}'.encode()
        files = {"public/manifest.json": manifest, f"public/v/{tag}/x.js": tag.encode()}
        build(tmp_path / f"dist-{tag}", files, tag)
    writers = [start("publish", "exchange", tmp_path, tag, 10) for tag in "ab"]
    for writer in writers:
        _, errors = writer.communicate(timeout=900)
        assert writer.returncode == 0, errors.decode()
    done = publish(Path(tmp_path / "dist-a"), tmp_path / "www", today=date(2026, 11, 22))
    assert done.kept == 2
    shown = {path for path in snapshot(tmp_path / "www") if not path.startswith(".")}
    assert shown == {"manifest.json", "v/a/x.js", "v/b/x.js"}
