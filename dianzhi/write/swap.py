"""A finished folder in the place of the one that stands, and what to do after a crash.

Beside a destination `dist` there may be, only while its lock is held or after a crash:

    .dist.new     being filled; after an exchange the old version. Never worth keeping.
    .dist.old     the old version, whole. Two renames only: there is no `dist` for a moment.
    .dist.trash   being removed
    .dist.work    scratch of the build, MkDocs' for instance

What holds. Where the system can exchange two names (Linux since 3.15 on ext4, XFS, Btrfs, tmpfs;
macOS on APFS), `dist` is one whole version at every moment. Elsewhere it is missing between two
renames; a crash just there leaves the old version whole under `.dist.old`, and `recover` puts it
back. The names themselves are the journal: no file has to say how far we came, because a folder
is renamed to `.trash` before its first file is removed, so `.old` is never a part of a version.
"""

from pathlib import Path

from dianzhi.write import fs, tree


def beside(dest: Path, suffix: str) -> Path:
    """Return the name of a companion of `dest`: on the same file system, hidden."""
    return dest.with_name(f".{dest.name}.{suffix}")


def recover(dest: Path) -> None:
    """Mend what a crash left. Only with the lock of `dest` held; harmless when nothing is wrong."""
    old = beside(dest, "old")
    if fs.exists(old) and not fs.exists(dest):
        fs.rename(old, dest)
        fs.sync(dest.parent)
    clean(dest)


def clean(dest: Path) -> None:
    """Remove what is not needed once `dest` stands."""
    tree.remove(beside(dest, "trash"))
    for suffix in ("new", "old", "work"):
        discard(dest, beside(dest, suffix))


def discard(dest: Path, folder: Path) -> None:
    """Remove a companion of `dest`, which loses its name before it loses its first file."""
    if fs.exists(folder):
        fs.rename(folder, beside(dest, "trash"))
        tree.remove(beside(dest, "trash"))


def swap(new: Path, dest: Path) -> None:
    """Put the whole folder `new` where `dest` is, and remove the one that stood there."""
    if not fs.exists(dest):
        fs.rename(new, dest)
    elif not _exchange(new, dest):
        fs.rename(dest, beside(dest, "old"))
        fs.rename(new, dest)
    fs.sync(dest.parent)
    clean(dest)


def _exchange(new: Path, dest: Path) -> bool:
    try:
        fs.exchange(new, dest)
    except OSError:
        return False
    return True
