"""MkDocs as a subprocess, so that its output depends on the pages and on nothing else.

What in MkDocs 1.6 and Material 9.8 depends on more (tried): `sitemap.xml` and the header of
`sitemap.xml.gz` carry the day of the build in UTC, from SOURCE_DATE_EPOCH where that is set, and
nothing else does. Folder, time zone, language and hash seed left no trace; the seed is fixed all
the same, since MkDocs keeps templates in sets. The environment is made new, not added to: what an
author's shell has set cannot matter.
"""

import os
import subprocess
import sys
from pathlib import Path

from dianzhi.write.errors import SiteFailed

TAIL = 30  # lines of the log worth showing: MkDocs says what is wrong last

KEPT = ("PATH", "HOME", "TMPDIR", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
"""Where programs and packages are found; not what they do."""

FIXED = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONWARNINGS": "ignore",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "NO_MKDOCS_2_WARNING": "1",  # Material's notice about a program that we do not use
}


def build_site(config: Path, output: Path, *, epoch: int) -> str:
    """Build a site and return MkDocs' log.

    Args:
        config: `mkdocs.yml`; paths in it are relative to its folder.
        output: Where the pages go; emptied first.
        epoch: Seconds since 1970 (UTC) that count as the time of the build, 0 or more.

    Raises:
        SiteFailed: MkDocs found an error or a warning.
    """
    # -P: a folder in the current directory must not pass for the package of its name
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--clean"]
    done = subprocess.run(
        [*command, "-f", str(config.resolve()), "-d", str(output.resolve())],
        env=_environment(epoch),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    log = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise SiteFailed(done.returncode, "\n".join(_told(log)[-TAIL:]))
    return log


def _told(log: str) -> list[str]:
    """Return the log's lines; of a traceback only what went wrong (no space left, for instance)."""
    before, found, traceback = log.partition("Traceback (most recent call last):\n")
    return before.splitlines() + (traceback.splitlines()[-1:] if found else [])


def _environment(epoch: int) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | FIXED | {"SOURCE_DATE_EPOCH": str(epoch)}
