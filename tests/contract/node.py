"""Runs the JavaScript half of a contract: one Node process for all that is asked."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[2] / "widget" / "test"


def replies(script: str, lines: Iterable[Any]) -> list[Any]:
    """Return what a script below `widget/test/` writes to lines of JSON, a line each.

    DIANZHI_NODE names another Node than the one on the PATH.
    """
    node = os.environ.get("DIANZHI_NODE") or shutil.which("node")
    assert node, "Node is not on the PATH; name it in DIANZHI_NODE"
    done = subprocess.run(
        [node, str(TESTS / script)],
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
