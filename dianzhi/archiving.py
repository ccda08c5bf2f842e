"""All content as archive documents, and the archive kept on disk between searches."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from whoosh.index import EmptyIndexError

from dianzhi.catalog.references import records_by_kind
from dianzhi.catalog.types import Catalog
from dianzhi.model.kinds import PROSE
from dianzhi.model.shape import keys_of
from dianzhi.search.archive import Archive, ArchiveDoc

TITLES = ("question", "title", "name", "number")
KINDS = ("entry", "script", "flow", "product", "meeting", "change", "campaign")


def archive_docs(catalog: Catalog) -> Iterator[ArchiveDoc]:
    """Yield every record of the shop with all its words, internal ones too."""
    records = records_by_kind(catalog.content)
    for kind in KINDS:
        yield from (_doc(kind, record) for record in records[kind])
    for batch in catalog.content.batches:
        yield _doc("batch", batch)


def _doc(kind: str, record: Any) -> ArchiveDoc:  # noqa: ANN401  # any record
    place = record.at.whole
    named = next(name for name in ("question", "title", "name", "number") if hasattr(record, name))
    title = getattr(record, named)
    state = getattr(record, "state", "")
    return ArchiveDoc(
        kind=kind,
        id=getattr(record, "id", "") or record.number,
        title=title if isinstance(title, str) else title.zh,
        text="\n".join(_words(record)),
        day=_day(record),
        state=str(state),
        owner=getattr(record, "owner", ""),
        category=getattr(record, "category", ""),
        place=f"{place.path}:{place.line}",
    )


def _day(record: Any) -> Any:  # noqa: ANN401  # a date or None
    names = ("edited_on", "day", "effective", "starts", "produced")
    return next((getattr(record, name) for name in names if hasattr(record, name)), None)


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401  # any value of the model
    if isinstance(value, PROSE):
        yield from filter(None, (value.zh, value.en))
    elif isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_words, value))
    elif hasattr(value, "__dataclass_fields__"):
        for key in keys_of(value.__class__):
            yield from _words(getattr(value, key.field))


def open_archive(catalog: Catalog, cache: Path, version: str) -> Archive:
    """Return the archive of this version from `cache`, building it where it is not there yet.

    Where it cannot be kept (a folder to read only) or another search of another version has just
    taken it away, it is built in memory.
    """
    ready = cache / f"archive-{version}"
    try:
        if not ready.is_dir():
            _keep(catalog, ready)
        return Archive.open(ready)
    except (OSError, EmptyIndexError):
        return Archive.build(archive_docs(catalog), catalog.content.lexicon.words)


def _keep(catalog: Catalog, ready: Path) -> None:
    """Build in a folder aside and rename, so that two searches at once do no harm."""
    ready.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(mkdtemp(dir=ready.parent))
    try:
        Archive.build(archive_docs(catalog), catalog.content.lexicon.words, aside)
        with suppress(OSError):  # another search was faster
            aside.rename(ready)
    finally:
        rmtree(aside, ignore_errors=True)
    for old in ready.parent.glob("archive-*"):
        if old != ready:
            rmtree(old, ignore_errors=True)
