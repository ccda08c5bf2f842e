"""Whole builds through the command, as a machine runs them."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path.cwd()
PINNED = "2026-11-22"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run_dianzhi(
    *words: str, folder: Path = ROOT, settings: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(settings or {})}
    return subprocess.run(
        [sys.executable, "-m", "dianzhi", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def dianzhi() -> Run:
    """Run a command; arguments as in `run_dianzhi`."""
    return run_dianzhi


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Read every file below a folder, by relative path."""

    def read(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read


@pytest.fixture(scope="session")
def small_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop that `dianzhi init` makes: quick to build."""
    folder = tmp_path_factory.mktemp("init")
    done = run_dianzhi("init", "shop", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "shop"
