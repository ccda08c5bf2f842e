"""Whoosh in memory alone.

Its own in-memory storage keeps working files in the shared temp folder, under one fixed name, where
two runs at once delete each other's.
"""

from typing import Any

from whoosh.filedb.filestore import RamStorage


class Memory(RamStorage):  # type: ignore[misc]  # Whoosh ships no types
    """Storage that touches no disk."""

    def temp_storage(self, name: str | None = None) -> "Memory":  # noqa: ARG002  # Whoosh's signature
        """Return storage for working files, in memory too."""
        return Memory()

    def destroy(self) -> None:
        """Forget the files."""
        self.files.clear()


def memory_index(schema: Any) -> Any:  # noqa: ANN401  # Whoosh ships no types
    """Return a new empty index in memory."""
    return Memory().create_index(schema)
