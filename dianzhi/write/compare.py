"""What a build would change, for `--check`. Reads; writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dianzhi.artifact import Artifact
from dianzhi.write import marker, tree
from dianzhi.write.marker import Marker, Version
from dianzhi.write.paths import PathCheck


@dataclass(frozen=True, slots=True)
class Differences:
    """Relative paths, each tuple sorted. False when there are none."""

    missing: tuple[str, ...] = ()
    """Would be written, and are not there."""
    extra: tuple[str, ...] = ()
    """Are there, and would be no more."""
    changed: tuple[str, ...] = ()
    """Are there with other bytes."""

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.changed)


def compare(
    dest: Path, artifacts: Iterable[Artifact], version: Version, parts: Iterable[str] = ()
) -> Differences:
    """Compare what would be written with what stands in `dest`, which need not exist.

    Args:
        dest: The output folder.
        artifacts: As for `Output.replace`; taken one at a time.
        version: What they were built from; another one shows as a changed marker.
        parts: Look at these only, as `--only` builds them; none means all. The marker is then
            looked at for the version alone.

    Raises:
        BadPath: the build itself would be refused for a path.
        Damaged: the marker in `dest` cannot be understood.
    """
    only = frozenset(parts)
    wanted = _hashes(artifacts)
    if only:
        wanted = {path: sha for path, sha in wanted.items() if _among(path, only)}
    standing = {path for path in _standing(dest) if not only or _among(path, only)}
    changed = {
        path for path in standing & wanted.keys() if tree.fingerprint(dest / path) != wanted[path]
    }
    if _marker_differs(dest, Marker(version, wanted), whole=not only):
        changed.add(marker.NAME)
    return Differences(
        missing=tuple(sorted(wanted.keys() - standing)),
        extra=tuple(sorted(standing - wanted.keys() - {marker.NAME})),
        changed=tuple(sorted(changed)),
    )


def _hashes(artifacts: Iterable[Artifact]) -> dict[str, str]:
    check = PathCheck()
    hashes: dict[str, str] = {}
    for artifact in artifacts:
        check.accept(artifact.path)
        hashes[artifact.path] = tree.sha256(artifact.content)
    return hashes


def _standing(dest: Path) -> list[str]:
    return list(tree.files(dest)) if dest.is_dir() else []


def _among(path: str, parts: frozenset[str]) -> bool:
    return path.partition("/")[0] in parts


def _marker_differs(dest: Path, wanted: Marker, *, whole: bool) -> bool:
    standing = marker.read(dest)
    if standing is None:
        return True
    if whole:
        return tree.fingerprint(dest / marker.NAME) != tree.sha256(wanted.encode())
    return standing.version != wanted.version
