"""On any terminal and any disk: a sentence and an exit code, never a traceback."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from dianzhi import pipeline
from dianzhi.cli import main
from dianzhi.source.folder import read_folder


@pytest.fixture
def shop(tmp_path, shop_files):
    for path, content in shop_files.items():
        target = tmp_path / "faq_src" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tmp_path / "faq_src"


def run(shop, *words):
    return CliRunner().invoke(main, [*words, "--source", str(shop), "--date", "2026-11-22"])


def program(*words, **environment):
    command = [sys.executable, "-m", "dianzhi", *words]
    return subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_a_terminal_without_chinese():
    done = program("--help", PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u5e97\\u77e5" in done.stdout


RAISED = [
    ("a full disk", OSError(28, "No space left on device"), "磁盘满了"),
    ("no permission", PermissionError(13, "Permission denied", "x"), "没有权限（x）"),
    ("Ctrl+C", KeyboardInterrupt(), "被中断了"),
]


@pytest.mark.parametrize(
    ("error", "says"), [case[1:] for case in RAISED], ids=[case[0] for case in RAISED]
)
def test_what_the_system_says_outside_the_work(shop, monkeypatch, error, says):
    def fail(_):
        raise error

    monkeypatch.setattr("dianzhi.cli.report.counted", fail)
    done = run(shop, "check")
    assert done.exit_code == 2
    assert says in done.stderr


INSIDE = [
    ("the content folder itself", "faq_src"),
    ("a folder inside it", "faq_src/dist"),
    ("the folder around it", "."),
]


@pytest.mark.parametrize("out", [case[1] for case in INSIDE], ids=[case[0] for case in INSIDE])
def test_an_output_that_would_mix_with_the_content(shop, out):
    before = read_folder(shop)
    done = run(shop, "build", "--out", str(shop.parent / out))
    assert done.exit_code == 2
    assert "和内容文件夹一个在另一个里面" in done.stderr
    assert read_folder(shop) == before


OVERDUE = ("review_by: 2027-01-31", "review_by: 2026-11-21")
TYPO = ("state: approved", "staet: approved")


@pytest.mark.parametrize(("broken", "says"), [([OVERDUE], "警告"), ([OVERDUE, TYPO], "错误")])
def test_what_has_to_be_mended_is_named(shop, broken, says):
    script = shop / "scripts/presales.yaml"
    for old, new in broken:
        script.write_text(script.read_text("utf-8").replace(old, new, 1), "utf-8")
    done = run(shop, "build", "--strict", "--out", str(shop.parent / "dist"))
    assert done.exit_code == 1
    assert done.stderr.endswith(f"\n没有完成：先改好上面的{says}。原来的文件没有动。\n")


def test_a_date_that_is_none_in_an_archive_query(shop):
    done = run(shop, "search", "--archive", "day:[a to b]")
    assert done.exit_code == 2
    assert "看不懂这个查询" in done.stderr


def test_a_folder_that_may_not_be_read_is_not_passed_over(shop, monkeypatch):
    real = os.scandir

    def refuse(path):
        if str(path).endswith("faq"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(PermissionError):
        pipeline.read_folder(shop)
