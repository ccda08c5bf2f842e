"""Where a long command is: one line on a terminal, rewritten in place; nothing anywhere else."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

PAUSE: Final = 0.1
"""Seconds between two counts: writing each one would take longer than the work."""
CLEARED: Final = "\r\x1b[K"


@contextmanager
def shown() -> Iterator["Progress"]:
    """Give what is to be told how far the work is; leave an empty line, whatever happens."""
    progress = Progress(sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
    try:
        yield progress
    finally:
        progress.clear()


class Progress:
    """Writes the stage and how much of it is done."""

    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal
        self._stage = ""
        self._next = 0.0

    def __call__(self, stage: str, done: int = 0) -> None:
        """Show a stage at once, a count now and then."""
        now = time.monotonic()
        if self._terminal and (stage != self._stage or now >= self._next):
            self._stage, self._next = stage, now + PAUSE
            count = f" {done}" if done else ""
            click.echo(f"{CLEARED}· {stage} …{count}", err=True, nl=False)

    def clear(self) -> None:
        """Empty the line."""
        if self._stage:
            click.echo(CLEARED, err=True, nl=False)
            self._stage = ""
