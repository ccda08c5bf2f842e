"""What a shop without the repository gets: the wheel alone, in an empty folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path.cwd()


def run(folder: Path, path: Path, *words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, "-P", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    words = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    run(ROOT, out, *words)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    run(folder, folder, *pip, str(folder), str(wheel))
    return folder


def test_the_wheel_builds_a_second_shop_from_nothing(installed, tmp_path):
    run(tmp_path, installed, "-m", "dianzhi", "init", "shop")
    said = run(tmp_path / "shop", installed, "-m", "dianzhi", "build", "--date", "2026-11-22")
    assert said.startswith("已构建 dist（内容日期 2026-11-22）：6 条公开问答")
    for made in (
        "public/faq.js",
        "public/manifest.json",
        "public/demo/index.html",
        "kb/index.html",
    ):
        assert (tmp_path / "shop" / "dist" / made).stat().st_size > 0


def test_the_new_shop_is_clean_and_answers(installed, tmp_path):
    run(tmp_path, installed, "-m", "dianzhi", "init", "shop")
    shop = tmp_path / "shop"
    run(shop, installed, "-m", "dianzhi", "check", "--date", "2026-11-22", "--strict")
    found = run(shop, installed, "-m", "dianzhi", "search", "怎么退货", "--date", "2026-11-22")
    assert found.startswith("1. ")


def test_the_wheel_holds_the_package_and_nothing_of_the_sample(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if not name.startswith(("dianzhi/", "dianzhi-"))]
    assert not [name for name in names if "屿光" in name or "/meetings/2026" in name]


def test_a_shop_lays_its_own_hand_over_the_knowledge_base(installed, tmp_path):
    run(tmp_path, installed, "-m", "dianzhi", "init", "shop")
    shop = tmp_path / "shop"
    (shop / "kb" / "pages").mkdir(parents=True)
    (shop / "kb" / "pages" / "guide.md").write_text("# 我们店的约定\n", "utf-8")
    run(shop, installed, "-m", "dianzhi", "build", "--date", "2026-11-22")
    assert "我们店的约定" in (shop / "dist" / "kb" / "guide.html").read_text("utf-8")
