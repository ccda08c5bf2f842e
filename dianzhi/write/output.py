"""One build's hold on its output folder: the lock, recovery, and the exchange at the end."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dianzhi.artifact import Artifact
from dianzhi.write import fs, marker, swap, tree
from dianzhi.write.errors import BadPath, Damaged, NotOurs, OtherVersion
from dianzhi.write.lock import locked
from dianzhi.write.marker import Marker, Version
from dianzhi.write.stage import Stage


@contextmanager
def open_output(dest: Path, *, wait: float = 0.0) -> "Iterator[Output]":
    """Hold `dest` for one build: no other gets in, and what a crash left before is mended.

    Args:
        dest: The output folder; it need not exist. A symbolic link is followed.
        wait: Seconds to wait for another build; 0 refuses at once.

    Raises:
        Busy: another build holds it.
        NotOurs: something else stands there, which a build must not remove.
    """
    dest = dest.resolve()
    _check_ours(dest)  # before a lock file appears beside it
    tree.make_folders(dest.parent)
    with locked(swap.beside(dest, "lock"), wait=wait):
        swap.recover(dest)
        _check_ours(dest)
        try:
            yield Output(dest)
        finally:
            swap.recover(dest)  # not just clean: the second of two renames may have failed


class Output:
    """An output folder that this process holds, made by `open_output`."""

    def __init__(self, dest: Path) -> None:
        self.dest = dest
        """Absolute, without symbolic links."""

    def scratch(self) -> Path:
        """Return a folder beside `dest`, made when first asked for, removed at the end."""
        folder = swap.beside(self.dest, "work")
        tree.make_folders(folder)
        return folder

    def replace(self, artifacts: Iterable[Artifact], version: Version) -> Marker:
        """Put a whole new version in place; readers see the old or the new one.

        Args:
            artifacts: All files of all parts, `public/faq.js` for instance; taken one at a time.
            version: What they were built from.

        Raises:
            BadPath: a path is unsafe, or two are one in some file system.
            NotWritten: the disk gave back other bytes; `dest` is as it was.
        """
        stage = self._stage()
        stage.add(artifacts)
        return self._put(stage, version)

    def replace_parts(self, parts: Mapping[str, Iterable[Artifact]], version: Version) -> Marker:
        """Put new parts in place and keep the others, which must be of the same version.

        Args:
            parts: Part name (`kb`) → all its files with their whole paths (`kb/index.html`).
            version: What they were built from.

        Raises:
            OtherVersion: the others were built from other content or by another tool version.
            Damaged: the others are not what the marker says.
            BadPath: as for `replace`, or a path outside its part.
        """
        kept = self._others(parts, version)
        stage = self._stage()
        for part, artifacts in parts.items():
            stage.add(_inside(part, artifacts))
        stage.keep(self.dest, kept.items())
        return self._put(stage, version)

    def _others(self, parts: Mapping[str, Iterable[Artifact]], version: Version) -> dict[str, str]:
        """Return the files to keep, after the checks that need no reading of them."""
        standing = marker.read(self.dest)
        if standing is None:
            return {}
        kept = {path: sha for path, sha in standing.files.items() if _part(path) not in parts}
        if kept and standing.version != version:
            old, new = standing.version, version
            wanted = (new.tool, new.content)
            raise OtherVersion(self.dest, (old.tool, old.content), wanted)
        added = [path for path in tree.files(self.dest) if _is_added(path, parts, kept)]
        if added:
            raise Damaged(self.dest, added)
        return kept

    def _stage(self) -> Stage:
        folder = swap.beside(self.dest, "new")
        swap.discard(self.dest, folder)
        return Stage(folder)

    def _put(self, stage: Stage, version: Version) -> Marker:
        made = stage.finish(version)
        swap.swap(swap.beside(self.dest, "new"), self.dest)
        return made


def _part(path: str) -> str:
    return path.partition("/")[0]


def _is_added(path: str, parts: Iterable[str], kept: Mapping[str, str]) -> bool:
    return path != marker.NAME and _part(path) not in parts and path not in kept


def _inside(part: str, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    for artifact in artifacts:
        if _part(artifact.path) != part:
            raise BadPath(artifact.path, "part", part)
        yield artifact


def _check_ours(dest: Path) -> None:
    if not fs.exists(dest):
        return
    if not dest.is_dir():
        raise NotOurs(dest, "file")
    if dest.is_mount():
        raise NotOurs(dest, "mount")
    if fs.entries(dest) and not fs.exists(dest / marker.NAME):
        raise NotOurs(dest, "unmarked")
