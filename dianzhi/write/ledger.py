"""`.dianzhi/ledger.json` at the place of publication: what is served, and what is still kept.

{"format": 1, "current": "<id>", "loose": ["v/…"], "versions": [{"id": "…", "before": "…",
 "tool": "0.1.0", "content": "…", "published": "2026-11-22", "retired": null,
 "files": {"manifest.json": "<64 hex>"}}]}
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One published version."""

    id: str
    """16 hexadecimal digits over its files: the same files are the same version."""
    before: str | None
    """What was served before it: where a rollback leads."""
    tool: str
    content: str
    """Tool and content version, as its manifest says."""
    published: date
    retired: date | None = None
    """When another took its place; `None` while it is served."""
    files: Mapping[str, str]
    """Path → SHA-256 of each of its files."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All versions whose files are there. `current` is one of them, or nothing yet."""

    current: str | None = None
    entries: tuple[Entry, ...] = ()
    """In order of publication."""
    loose: tuple[str, ...] = ()
    """Files on their way in or out. What no entry owns of them goes at the next start."""

    def find(self, identity: str | None) -> Entry | None:
        """Return a kept version."""
        return next((entry for entry in self.entries if entry.id == identity), None)

    def owned(self) -> frozenset[str]:
        """Return the paths that belong to a kept version."""
        return frozenset(path for entry in self.entries for path in entry.files)

    def switched(self, to: Entry, today: date) -> "Ledger":
        """Return the ledger with `to` as the current version, added or back again."""
        retired = [
            replace(entry, retired=today) if entry.id == self.current else entry
            for entry in self.entries
            if entry.id != to.id
        ]
        return Ledger(to.id, (*retired, replace(to, retired=None)), ())

    def expired(self, today: date, keep_days: int) -> frozenset[str]:
        """Return the versions to drop: retired longer ago than that, and not the way back."""
        current = self.find(self.current)
        needed = {self.current, current.before if current else None}
        oldest = today - timedelta(days=keep_days)
        late = (entry for entry in self.entries if entry.retired and entry.retired < oldest)
        return frozenset(entry.id for entry in late if entry.id not in needed)

    def without(self, dropped: Iterable[str]) -> "Ledger":
        """Return the ledger without some versions; their files are loose."""
        gone = frozenset(dropped)
        kept = tuple(entry for entry in self.entries if entry.id not in gone)
        loose = sorted({p for entry in self.entries if entry.id in gone for p in entry.files})
        return Ledger(self.current, kept, tuple(loose))

    def encode(self) -> bytes:
        """Return the ledger's bytes."""
        head = {"format": FORMAT, "current": self.current, "loose": self.loose}
        data = head | {"versions": [_entry_data(entry) for entry in self.entries]}
        return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def decode(content: bytes) -> Ledger:
    """Read a ledger.

    Raises:
        ValueError: it is not one, or of a format that this version does not know.
    """
    data = json.loads(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError("not a ledger of a known format")
    try:
        entries = tuple(_entry(item) for item in data["versions"])
        return Ledger(data["current"], entries, tuple(data["loose"]))
    except (KeyError, TypeError) as error:
        raise ValueError("not a whole ledger") from error


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "before": entry.before,
        "tool": entry.tool,
        "content": entry.content,
        "published": entry.published.isoformat(),
        "retired": entry.retired.isoformat() if entry.retired else None,
        "files": dict(sorted(entry.files.items())),
    }


def _entry(data: dict[str, Any]) -> Entry:
    retired = data["retired"]
    return Entry(
        id=data["id"],
        before=data["before"],
        tool=data["tool"],
        content=data["content"],
        published=date.fromisoformat(data["published"]),
        retired=date.fromisoformat(retired) if retired else None,
        files=data["files"],
    )
