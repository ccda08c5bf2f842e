"""The public files to the place they are served from, and the way back.

At the destination, beside the served files, stands one hidden folder:

    .dianzhi/ledger.json        what is served and what is kept (see `ledger`)
    .dianzhi/versions/<id>/…    each kept version's named files, for the way back
    .dianzhi/new                the one file being written
    .dianzhi/lock               while someone publishes

What holds. Each file is written aside, waited for and renamed, so none is ever seen in part. The
manifest is the last to change, and all that it leads to (`v/`) is there before: a reader gets one
whole version at every moment. The ledger says where we are going before the named files change;
after a crash `_settle` goes there, and removes what belongs to no kept version. `faq.js` and
`demo/` change just before the manifest: a loader reads the manifests of its neighbours anyway,
since browsers keep it for some minutes. Code that a page may have pinned is never removed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dianzhi.write import fs, ledger, marker, tree
from dianzhi.write.errors import NothingBefore, NotPublishable
from dianzhi.write.ledger import Entry, Ledger
from dianzhi.write.lock import locked
from dianzhi.write.public import HASHED, LOADER, MANIFEST, PINNED, Source, open_source

OWN = ".dianzhi"


@dataclass(frozen=True, slots=True)
class Published:
    """What is served now."""

    entry: Entry
    kept: int
    """Number of versions whose files are there, this one included."""


def publish(
    source: Path, dest: Path, *, today: date, keep_days: int = 30, wait: float = 0.0
) -> Published:
    """Serve the public files of `source` from `dest`. Never copies anything internal.

    Args:
        source: A `dist` folder or its `public` folder.
        dest: The folder that a web server serves; made when missing.
        today: The date of publication.
        keep_days: Days to keep a version after another took its place; the one before stays.
        wait: Seconds to wait for another publication; 0 refuses at once.

    Raises:
        NotPublishable: the source has no manifest or has internal files; or the destination is
            a build's folder, overlaps with the source, or has other files of the same names.
        Damaged: the source's files are not as the build made them.
        Busy: another process is publishing there.
    """
    found = open_source(source)
    dest = dest.resolve()
    _check_place(found, dest)
    with _held(dest, wait):
        state = _settle(dest, _load(dest))
        _check_foreign(found, dest, state)
        state = _settle(dest, _bring(found, dest, state, today))
        state = _drop(dest, state, state.expired(today, keep_days))
    return _report(state)


def rollback(dest: Path, *, today: date, wait: float = 0.0) -> Published:
    """Serve the version before again. Its hashed files were never away.

    Raises:
        NothingBefore: there is none, or it is no longer kept.
        Busy: another process is publishing there.
    """
    dest = dest.resolve()
    if not fs.exists(dest / OWN / "ledger.json"):
        raise NothingBefore(dest)
    with _held(dest, wait):
        state = _settle(dest, _load(dest))
        current = state.find(state.current)
        target = state.find(current.before) if current else None
        if target is None:
            raise NothingBefore(dest)
        state = _settle(dest, _save(dest, state.switched(target, today)))
    return _report(state)


def _report(state: Ledger) -> Published:
    current = state.find(state.current)
    if current is None:
        raise AssertionError("a version is served after publishing")
    return Published(current, len(state.entries))


def _check_place(source: Source, dest: Path) -> None:
    whole = source.root.parent if fs.exists(source.root.parent / marker.NAME) else source.root
    if dest.is_relative_to(whole) or whole.is_relative_to(dest):
        raise NotPublishable(dest, "overlap")
    if fs.exists(dest / marker.NAME):
        raise NotPublishable(dest, "dist")


def _check_foreign(source: Source, dest: Path, state: Ledger) -> None:
    unknown = source.files.keys() - state.owned()
    foreign = [path for path in sorted(unknown) if fs.exists(dest / path)]
    foreign = [path for path in foreign if tree.fingerprint(dest / path) != source.files[path]]
    if foreign:
        raise NotPublishable(dest, "foreign", foreign)


@contextmanager
def _held(dest: Path, wait: float) -> Iterator[None]:
    tree.make_folders(dest / OWN)
    with locked(dest / OWN / "lock", wait=wait):
        yield


def _load(dest: Path) -> Ledger:
    path = dest / OWN / "ledger.json"
    try:
        return ledger.decode(fs.read_file(path)) if fs.exists(path) else Ledger()
    except ValueError:
        raise NotPublishable(dest, "ledger", [str(path.relative_to(dest))]) from None


def _save(dest: Path, state: Ledger) -> Ledger:
    _put(dest, f"{OWN}/ledger.json", state.encode())
    return state


def _bring(source: Source, dest: Path, state: Ledger, today: date) -> Ledger:
    """Copy what is new where nobody looks yet, and return the ledger that points at it."""
    if source.id == state.current:
        _copy(source, dest)  # what someone has damaged there
        return state
    arriving = sorted(source.files.keys() - state.owned())
    state = _save(dest, replace(state, loose=(*arriving, _shelf(source.id))))
    _copy(source, dest)
    return _save(dest, state.switched(_entry(source, state.current, today), today))


def _copy(source: Source, dest: Path) -> None:
    for path in sorted(source.files):
        place = path if path.startswith(HASHED) else f"{_shelf(source.id)}/{path}"
        if tree.fingerprint(dest / place) != source.files[path]:
            _put(dest, place, source.read(path))


def _entry(source: Source, before: str | None, today: date) -> Entry:
    tool, content = source.versions()
    return Entry(
        id=source.id,
        before=before,
        tool=tool,
        content=content,
        published=today,
        files=source.files,
    )


def _settle(dest: Path, state: Ledger) -> Ledger:
    """Make the destination what the ledger says; nothing to do when it is."""
    tree.remove(dest / OWN / "new")
    current = state.find(state.current)
    if current:
        _show(dest, current)
    if state.loose:
        _remove_loose(dest, state)
        state = _save(dest, replace(state, loose=()))
    return state


def _show(dest: Path, entry: Entry) -> None:
    """Put a version's named files in their places, the manifest last."""
    last = (LOADER, MANIFEST)
    named = sorted(path for path in entry.files if not path.startswith((HASHED, *last)))
    for path in (*named, *(path for path in last if path in entry.files)):
        if tree.fingerprint(dest / path) != entry.files[path]:
            _put(dest, path, fs.read_file(dest / _shelf(entry.id) / path))


def _drop(dest: Path, state: Ledger, versions: frozenset[str]) -> Ledger:
    if not versions:
        return state
    smaller = state.without(versions)
    shelves = [_shelf(version) for version in sorted(versions)]
    return _settle(dest, _save(dest, replace(smaller, loose=(*smaller.loose, *shelves))))


def _remove_loose(dest: Path, state: Ledger) -> None:
    needed = state.owned() | {_shelf(entry.id) for entry in state.entries}
    for path in state.loose:
        if path not in needed and not _is_pinned(dest / path):
            tree.remove(dest / path)
            _remove_empty(dest, dest / path)


def _is_pinned(path: Path) -> bool:
    """Return whether a page may hold an `integrity` of this file: such code stays for good."""
    return fs.exists(path.parent / PINNED)


def _remove_empty(dest: Path, path: Path) -> None:
    for folder in path.parents:
        if folder == dest or (folder.is_dir() and fs.entries(folder)):
            return
        if folder.is_dir():
            fs.remove_folder(folder)


def _shelf(version: str) -> str:
    return f"{OWN}/versions/{version}"


def _put(dest: Path, path: str, content: bytes) -> None:
    """Write one file so that it is there whole or not at all."""
    new, target = dest / OWN / "new", dest / path
    _make_way(target.parent)
    fs.write_file(new, content)
    fs.sync(new)
    fs.rename(new, target)
    fs.sync(target.parent)


def _make_way(folder: Path) -> None:
    if not folder.is_dir():
        _make_way(folder.parent)
        fs.make_folder(folder)
        fs.sync(folder.parent)
