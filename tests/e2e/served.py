"""A folder on localhost, for as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dianzhi.write.serve import make_server


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield the address of a folder, with its final slash, served as `dianzhi serve` does."""
    server = make_server(folder, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
