"""Publishing is stopped before every single change to the disk; a reader must get one version."""

import json
import shutil
from datetime import date, timedelta

import pytest

from dianzhi.write.publish import publish, rollback

DAY = date(2026, 11, 22)
LATER = DAY + timedelta(days=40)


def site(name):
    manifest = {"format": 1, "tool": "0.1.0", "content": name}
    return {
        "public/manifest.json": json.dumps(manifest).encode(),
        "public/faq.js": f"loader {name}".encode(),
        f"public/v/{name}/panel.js": f"panel {name}".encode(),
        f"public/v/{name}/answers/0.json": f"answers {name}".encode(),
        "public/demo/index.html": f"demo {name}".encode(),
        f"public/demo/{name}.svg": f"picture {name}".encode(),
    }


SITES = {name: site(name) for name in "abcd"}


@pytest.fixture(name="dists")
def dists_fixture(tmp_path, build):
    for name, files in SITES.items():
        build(tmp_path / "dists" / name, files, name)
    return {name: tmp_path / "dists" / name for name in SITES}


def check_whole(www, snapshot):
    """Follow the manifest as a reader does; return the version it gives, or nothing."""
    standing = snapshot(www) or {}
    files = (item for item in standing.items() if not item[0].endswith("/"))
    shown = {path: content for path, content in files if not path.startswith(".")}
    assert all(content in CONTENTS[path] for path, content in shown.items()), "a torn file"
    if "manifest.json" not in shown:
        return None
    version = json.loads(shown["manifest.json"])["content"]
    for path, content in SITES[version].items():
        name = path.removeprefix("public/")
        if name.startswith("v/"):
            assert shown[name] == content
        assert name in shown
    return version


CONTENTS: dict[str, list[bytes]] = {}
for files in SITES.values():
    for key, value in files.items():
        CONTENTS.setdefault(key.removeprefix("public/"), []).append(value)


def stopped(base, run, machine, kind):
    """Stop at every change in turn and yield the destination."""
    shutil.copytree(base, trial := base.with_name(f"{base.name}-count"))
    with machine() as steady:
        run(trial / "www")
    for at in range(1, len(steady.calls) + 1):
        shutil.copytree(base, trial := base.with_name(f"{base.name}-{kind}-{at}"))
        with machine(at, kind) as broken:
            run(trial / "www")
        assert broken.dead
        yield trial / "www"


def history(base, dists, names, days):
    base.mkdir()
    for name, day in zip(names, days, strict=True):
        publish(dists[name], base / "www", today=day)
    return base


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
@pytest.mark.parametrize(
    ("names", "days", "new", "today"),
    [
        ("", [], "a", DAY),
        ("a", [DAY], "b", DAY),
        ("abc", [DAY, DAY, DAY], "d", LATER),
        ("ab", [DAY, DAY], "a", DAY),
    ],
    ids=["first", "second", "drops two old ones", "an earlier one again"],
)
def test_publish(tmp_path, dists, machine, snapshot, kind, names, days, new, today):  # fixtures
    base = history(tmp_path / "base", dists, names, days)
    shutil.copytree(base, tmp_path / "whole")
    publish(dists[new], tmp_path / "whole" / "www", today=today)
    whole = snapshot(tmp_path / "whole" / "www")
    old = names[-1] if names else None

    def run(www):
        publish(dists[new], www, today=today)

    seen = []
    for www in stopped(base, run, machine, kind):
        seen.append(check_whole(www, snapshot))
        assert seen[-1] in (old, new)
        run(www)
        assert snapshot(www) == whole, "the next run ends where one that was not stopped ends"
    assert sorted(seen, key=lambda version: version == new) == seen, "once new, always new"
    assert {old} <= set(seen)


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
def test_publishing_something_else_after_the_crash_leaves_no_litter(
    tmp_path, dists, machine, snapshot, kind
):
    base = history(tmp_path / "base", dists, "a", [DAY])
    expected = []
    for names in ("ac", "abc"):
        other = history(tmp_path / names, dists, names, [DAY] * len(names))
        expected.append(snapshot(other / "www"))
    seen = set()
    for www in stopped(base, lambda w: publish(dists["b"], w, today=DAY), machine, kind):
        publish(dists["c"], www, today=DAY)
        seen.add(expected.index(snapshot(www)))
    assert seen == {0, 1}, "as if b had never come, or had come wholly"


@pytest.mark.parametrize("kind", ["clean", "torn", "lost"])
def test_rollback(tmp_path, dists, machine, snapshot, kind):
    base = history(tmp_path / "base", dists, "ab", [DAY, DAY])
    seen = []
    for www in stopped(base, lambda w: rollback(w, today=DAY), machine, kind):
        seen.append(check_whole(www, snapshot))
        publish(dists["c"], www, today=DAY)
        assert check_whole(www, snapshot) == "c"
        assert not (www / ".dianzhi" / "new").exists()
    assert sorted(seen, reverse=True) == seen
    assert set(seen) <= {"a", "b"}
    assert "b" in seen


def test_the_clean_up_after_a_crash_may_crash_too(tmp_path, dists, machine, snapshot):
    base = history(tmp_path / "base", dists, "a", [DAY])
    for www in stopped(base, lambda w: publish(dists["b"], w, today=DAY), machine, "torn"):
        clean_up = stopped(
            www.parent, lambda w: publish(dists["a"], w, today=DAY), machine, "clean"
        )
        for again in clean_up:
            assert check_whole(again, snapshot) in ("a", "b")
