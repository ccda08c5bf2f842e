"""The build is stopped before every single change to the disk; `dist` must be one whole version."""

import itertools
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianzhi.write import swap
from dianzhi.write.marker import Version
from dianzhi.write.output import open_output

OLD = {"public/faq.js": b"old loader", "kb/index.html": b"old page", "kb/a/b.html": b"gone later"}
NEW = {"public/faq.js": b"new loader", "kb/index.html": b"new page", "exports/q.csv": b"1,2\r\n"}
LAST = {"public/faq.js": b"last", "kb/z.html": b"last page"}


def count(base, run, machine, **options):
    shutil.copytree(base, trial := base.with_name("count"))
    with machine(**options) as steady:
        run(trial / "dist")
    shutil.rmtree(trial)
    return len(steady.calls)


def outcomes(base, run, machine, snapshot, *, kind, can_exchange=True):
    """Stop at every change in turn; yield what then stands, after a look at what was left."""
    for at in range(1, count(base, run, machine, can_exchange=can_exchange) + 1):
        trial = base.with_name(f"{base.name}-{kind}-{at}")
        shutil.copytree(base, trial)
        with machine(at, kind, can_exchange=can_exchange) as broken:
            run(trial / "dist")
        assert broken.dead
        yield trial, snapshot(trial / "dist")


def finished(folder, files, version, build, snapshot):
    build(folder / "dist", files, version)
    return snapshot(folder / "dist")


def make_new(build):
    return lambda dest: build(dest, NEW, "new")


def check_next_build(trial, build, snapshot, reference):
    build(trial / "dist", LAST, "last")
    assert snapshot(trial / "dist") == reference
    assert [path.name for path in trial.iterdir()] == ["dist"], "a crash left litter"


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
def test_with_exchange_dist_is_whole_at_every_point(tmp_path, machine, snapshot, build, kind):
    base = tmp_path / "base"
    old = finished(base, OLD, "old", build, snapshot)
    new = finished(tmp_path / "new", NEW, "new", build, snapshot)
    last = finished(tmp_path / "last", LAST, "last", build, snapshot)
    seen = []
    cases = outcomes(base, make_new(build), machine, snapshot, kind=kind)
    for trial, standing in cases:
        assert standing in (old, new)
        seen.append(standing == new)
        check_next_build(trial, build, snapshot, last)
    assert sorted(seen) == seen, "once new, always new"
    assert set(seen) == {False, True}, "stops both before and after the exchange"


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
def test_with_two_renames_recovery_puts_the_old_one_back(tmp_path, machine, snapshot, build, kind):
    base = tmp_path / "base"
    old = finished(base, OLD, "old", build, snapshot)
    new = finished(tmp_path / "new", NEW, "new", build, snapshot)
    last = finished(tmp_path / "last", LAST, "last", build, snapshot)
    missing = 0
    cases = outcomes(base, make_new(build), machine, snapshot, kind=kind, can_exchange=False)
    for trial, standing in cases:
        missing += standing is None
        assert standing in (None, old, new)
        swap.recover(trial / "dist")
        assert snapshot(trial / "dist") == (standing or old)
        check_next_build(trial, build, snapshot, last)
    assert missing == 1, "the window between the two renames, and no other"


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
def test_a_first_build_is_there_whole_or_not_at_all(tmp_path, machine, snapshot, build, kind):
    base = tmp_path / "base"
    base.mkdir()
    new = finished(tmp_path / "new", NEW, "new", build, snapshot)
    last = finished(tmp_path / "last", LAST, "last", build, snapshot)
    seen = []
    for trial, standing in outcomes(base, make_new(build), machine, snapshot, kind=kind):
        assert standing in (None, new)
        seen.append(standing)
        check_next_build(trial, build, snapshot, last)
    assert None in seen
    assert new in seen


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
def test_replacing_one_part_is_whole_at_every_point(  # fixtures
    tmp_path, machine, snapshot, build, artifacts, kind
):
    base = tmp_path / "base"
    old = finished(base, OLD, "same", build, snapshot)

    def run(dest):
        with open_output(dest) as output:
            part = artifacts({"kb/index.html": b"new page", "kb/c.html": b"c"})
            output.replace_parts({"kb": part}, Version("0.1.0", "same"))

    shutil.copytree(base, tmp_path / "whole")
    run(tmp_path / "whole" / "dist")
    new = snapshot(tmp_path / "whole" / "dist")
    last = finished(tmp_path / "last", LAST, "last", build, snapshot)
    seen = []
    for trial, standing in outcomes(base, run, machine, snapshot, kind=kind):
        assert standing in (old, new)
        seen.append(standing == new)
        check_next_build(trial, build, snapshot, last)
    assert set(seen) == {False, True}


def test_recovery_never_puts_back_a_part_of_a_version(tmp_path, machine, snapshot, build):
    """Someone removes `dist` by hand after a crash: what is left beside it must not look whole."""
    base = tmp_path / "base"
    old = finished(base, OLD, "old", build, snapshot)
    options = {"kind": "clean", "can_exchange": False}
    for trial, _ in outcomes(base, make_new(build), machine, snapshot, **options):
        shutil.rmtree(trial / "dist", ignore_errors=True)
        swap.recover(trial / "dist")
        assert snapshot(trial / "dist") in (None, old)


@pytest.mark.parametrize("can_exchange", [True, False], ids=["exchange", "two renames"])
def test_a_recovery_that_is_stopped_too_recovers(tmp_path, machine, snapshot, build, can_exchange):
    """Two crashes: at any point of the build, then at any point of the next build's start."""
    base = tmp_path / "base"
    old = finished(base, OLD, "old", build, snapshot)
    new = finished(tmp_path / "new", NEW, "new", build, snapshot)
    last = finished(tmp_path / "last", LAST, "last", build, snapshot)
    options = {"kind": "torn", "can_exchange": can_exchange}
    for trial, _ in outcomes(base, make_new(build), machine, snapshot, **options):
        for second, _ in outcomes(trial, swap.recover, machine, snapshot, kind="clean"):
            swap.recover(second / "dist")
            assert snapshot(second / "dist") in (old, new)
            check_next_build(second, build, snapshot, last)


@pytest.mark.parametrize("can_exchange", [True, False], ids=["exchange", "two renames"])
def test_an_error_at_any_point_leaves_a_whole_version_and_no_litter(
    tmp_path, machine, snapshot, build, can_exchange
):
    base = tmp_path / "base"
    old = finished(base, OLD, "old", build, snapshot)
    new = finished(tmp_path / "new", NEW, "new", build, snapshot)
    steps = count(base, make_new(build), machine, can_exchange=can_exchange)
    failed = 0
    for at in range(1, steps + 1):
        shutil.copytree(base, trial := tmp_path / f"trial-{at}")
        with machine(at, "error", can_exchange=can_exchange):
            try:
                build(trial / "dist", NEW, "new")
            except OSError:
                failed += 1
        assert snapshot(trial / "dist") in (old, new)
        assert [path.name for path in trial.iterdir()] == ["dist"]
    assert steps - failed <= 2, "an exchange may fail, as renames replace it; little else may"


NAMES = st.text("ab中é", min_size=1, max_size=3)
TREES = st.dictionaries(
    st.lists(NAMES, min_size=2, max_size=3).map("/".join), st.binary(max_size=40), max_size=5
).filter(lambda tree: not any(b.startswith(f"{a}/") for a, b in itertools.permutations(tree, 2)))


@given(old=TREES, new=TREES, share=st.floats(0, 1), kind=st.sampled_from(["clean", "torn", "lost"]))
@settings(max_examples=60, deadline=None)
def test_random_trees_stopped_at_random(
    machine, snapshot, build, old, new, share, kind
):  # fixtures
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        before = finished(base, old, "old", build, snapshot)
        after = finished(Path(folder) / "new", new, "new", build, snapshot)
        assert {k: v for k, v in after.items() if k != ".dianzhi.json"} == new
        steps = count(base, lambda dest: build(dest, new, "new"), machine)
        with machine(1 + round(share * (steps - 1)), kind):
            build(base / "dist", new, "new")
        assert snapshot(base / "dist") in (before, after)
        assert finished(base, new, "new", build, snapshot) == after
        assert [path.name for path in base.iterdir()] == ["dist"]
