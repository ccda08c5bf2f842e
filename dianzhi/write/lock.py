"""One writer at a time, held by the kernel: it is released however the process ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dianzhi.write.errors import Busy

POLL = 0.05  # seconds between two tries; flock with a time limit does not exist


@contextmanager
def locked(path: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock file `path`, which is made when missing and removed at the end.

    Args:
        path: In a folder that exists, on a local file system.
        wait: Seconds to wait for another holder; 0 refuses at once.

    Raises:
        Busy: another process holds it still.
    """
    descriptor = _acquire(path, wait)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        _release(descriptor, path)


def _acquire(path: Path, wait: float) -> int:
    deadline = time.monotonic() + wait
    while (descriptor := _try(path)) is None:
        if time.monotonic() >= deadline:
            raise Busy(path, _holder(path), wait)
        time.sleep(POLL)
    return descriptor


def _try(path: Path) -> int | None:
    """Return a locked descriptor of the file that has this name now, or nothing."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_named(descriptor, path):
            return descriptor
    except BlockingIOError:
        pass
    os.close(descriptor)
    return None


def _release(descriptor: int, path: Path) -> None:
    try:
        path.unlink(missing_ok=True)  # while it is held, or a later holder would lose its name
    finally:
        os.close(descriptor)


def _is_named(descriptor: int, path: Path) -> bool:
    # The holder before us removes the name while we wait with the file open: then we hold a lock
    # on a file that nobody else can find.
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _holder(path: Path) -> int | None:
    try:
        return int(path.read_text("ascii"))
    except (OSError, ValueError):
        return None
