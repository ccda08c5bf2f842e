"""A long build says where it is on a terminal, in one line, and nothing anywhere else."""

import os
import pty
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from dianzhi.cli.progress import CLEARED, Progress

STAGES = ("检查内容", "比较问答", "生成知识库", "生成浮窗", "排版知识库", "写入知识库")
ROOT = Path.cwd()
DAY = ("--date", "2026-11-22")


def on_a_terminal(*words, folder, **settings):
    """Run a command with its stderr on a terminal; return its exit code and what that shows."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **settings}
    command = [sys.executable, "-m", "dianzhi", *words]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=theirs
    ) as running:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return running.returncode, said.decode().replace("\r\n", "\n")


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux: nobody writes any more
        return b""


@pytest.fixture
def shop(small_shop, tmp_path):
    """A shop of its own, never built: what stands from a build before is worth a word."""
    return shutil.copytree(small_shop, tmp_path / "shop", ignore=shutil.ignore_patterns("*dist*"))


def test_a_build_rewrites_one_line_and_leaves_it_empty(shop):
    code, said = on_a_terminal("build", *DAY, folder=shop)
    assert code == 0
    assert "\n" not in said
    assert said.endswith(CLEARED)
    told = [re.fullmatch(r"· (\w+) …(?: (\d+))?", one) for one in said.split(CLEARED) if one]
    assert tuple(dict.fromkeys(one[1] for one in told)) == STAGES
    counts = [(one[1], int(one[2] or 0)) for one in told]
    assert all(before < now for (a, before), (b, now) in pairwise(counts) if a == b)


def test_problems_stand_on_lines_of_their_own(shop):
    (shop / "faq_src" / "shop.yaml").write_text('name: "半句', "utf-8")
    code, said = on_a_terminal("build", *DAY, folder=shop)
    assert code == 1
    line, _, problems = said.rpartition(CLEARED)
    assert line == f"{CLEARED}· 检查内容 …"
    assert problems.startswith("faq_src/shop.yaml:1:7: 错误[yaml-syntax] 引号没有配对\n")


def test_a_dumb_terminal_gets_nothing(shop):
    assert on_a_terminal("build", "--only", "public", *DAY, folder=shop, TERM="dumb") == (0, "")


def test_a_pipe_gets_nothing(dianzhi, shop):
    done = dianzhi("build", "--only", "public", *DAY, folder=shop)
    assert (done.returncode, done.stderr) == (0, "")


def test_counts_come_now_and_then_and_stages_at_once(monkeypatch, capsys):
    clock = iter([0.0, 0.05, 0.1, 0.11, 0.15])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    told = Progress(terminal=True)
    for stage, done in (("一", 0), ("一", 1), ("一", 2), ("二", 0), ("二", 1)):
        told(stage, done)
    told.clear()
    told.clear()
    shown = ["· 一 …", "· 一 … 2", "· 二 …", ""]
    assert capsys.readouterr().err == "".join(CLEARED + one for one in shown)
