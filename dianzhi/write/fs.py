"""The calls that change the disk, one function per call, and the few that read it.

Every change this package makes to the disk goes through here, called as `fs.name(…)`, so that a
test can stop the world before each of them in turn.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h on macOS; the same number by chance


def make_folder(path: Path) -> None:
    """Make one folder; its parent exists and it does not."""
    path.mkdir()


def write_file(path: Path, content: bytes) -> None:
    """Write a file that does not exist yet."""
    with path.open("xb") as file:
        file.write(content)


def copy_mode(existing: Path, new: Path) -> None:
    """Let the same people read and write a file as another one."""
    shutil.copymode(existing, new)


def sync(path: Path) -> None:
    """Wait until a file's bytes, or a folder's names, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def link(existing: Path, new: Path) -> None:
    """Give a file a second name.

    Raises:
        OSError: the file system has no hard links, or the two are not on the same one.
    """
    os.link(existing, new)


def rename(old: Path, new: Path) -> None:
    """Rename a file or a folder; a file of the new name is replaced in the same moment."""
    old.replace(new)


def exchange(one: Path, other: Path) -> None:
    """Let two names change places in one step: no moment at which either is missing.

    Raises:
        OSError: the system or the file system cannot.
    """
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(*names, ctypes.c_uint(RENAME_SWAP))
    elif hasattr(library, "renameat2"):
        flag = ctypes.c_uint(RENAME_EXCHANGE)
        failed = library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], flag)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def remove_file(path: Path) -> None:
    """Remove one file or symbolic link."""
    path.unlink()


def remove_folder(path: Path) -> None:
    """Remove one empty folder."""
    path.rmdir()


def read_file(path: Path) -> bytes:
    """Return a file's bytes."""
    return path.read_bytes()


def exists(path: Path) -> bool:
    """Tell whether anything has this name, a dangling symbolic link included."""
    return os.path.lexists(path)


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder, by name."""
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)
