"""A machine that stops before a chosen change to the disk, and trees to try it on."""

import functools
import os
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from dianzhi.artifact import Artifact
from dianzhi.write import fs
from dianzhi.write.marker import Version
from dianzhi.write.output import open_output

CHANGES = (
    "make_folder",
    "write_file",
    "sync",
    "link",
    "rename",
    "exchange",
    "remove_file",
    "remove_folder",
)


class PowerCut(BaseException):
    """Not an Exception: no clean-up may take it for an error."""


class Machine:
    """Counts changes and stops before number `at` (from 1); nothing works after that.

    Kinds: `clean` (nothing of that change happens), `torn` (a write leaves half its bytes),
    `lost` (files that nobody waited for lose their bytes, as after a power cut), `error` (that one
    call fails as on a full disk, and the program goes on).
    """

    def __init__(self, at, kind):
        self.at, self.kind = at, kind
        self.calls = []
        self.dead = False
        self._unsynced = {}

    def step(self, name, real, *args):
        if self.dead:
            raise PowerCut
        self.calls.append(name)
        if len(self.calls) != self.at:
            result = real(*args)
            self._remember(name, args)
            return result
        if self.kind == "error":
            raise OSError(28, "No space left on device")
        self.dead = True
        if self.kind == "torn" and name == "write_file":
            real(args[0], args[1][: len(args[1]) // 2])
        if self.kind == "lost":
            self._lose()
        raise PowerCut

    def _remember(self, name, args):
        if name == "write_file":
            self._unsynced[args[0].stat().st_ino] = os.open(args[0], os.O_RDWR)
        elif name == "sync":
            descriptor = self._unsynced.pop(args[0].stat().st_ino, None)
            if descriptor is not None:
                os.close(descriptor)

    def _lose(self):
        for descriptor in self._unsynced.values():
            os.ftruncate(descriptor, 0)

    def close(self):
        for descriptor in self._unsynced.values():
            os.close(descriptor)


@contextmanager
def machine(at=0, kind="clean", *, can_exchange=True):
    """Run the block on a machine that stops; the cut itself is taken for the end of the process."""
    running = Machine(at, kind)
    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGES:
            real = getattr(fs, name)
            if name == "exchange" and not can_exchange:
                real = _cannot
            patch.setattr(fs, name, functools.partial(running.step, name, real))
        try:
            with suppress(PowerCut):
                yield running
        finally:
            running.close()


def _cannot(*_):
    raise OSError(22, "Invalid argument")


def snapshot(folder):
    """Return every file below a folder with its bytes; nothing for a folder that is not there.

    An empty folder is there under its name and a slash: it would be litter.
    """
    if not folder.is_dir():
        return None
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def artifacts(files):
    """Return artifacts of `{path: bytes}`."""
    return [Artifact(path, content) for path, content in files.items()]


def build(dest, files, version, **options):
    """Put a whole version in place."""
    with open_output(Path(dest), **options) as output:
        return output.replace(artifacts(files), Version("0.1.0", version))


@pytest.fixture(name="machine", scope="session")
def machine_fixture():
    return machine


@pytest.fixture(name="snapshot", scope="session")
def snapshot_fixture():
    return snapshot


@pytest.fixture(name="artifacts", scope="session")
def artifacts_fixture():
    return artifacts


@pytest.fixture(name="build", scope="session")
def build_fixture():
    return build
