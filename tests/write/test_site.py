"""MkDocs gives the same bytes in any folder, time zone and environment."""

import gzip

import pytest

from dianzhi.write.errors import SiteFailed
from dianzhi.write.site import build_site

EPOCH = 1_795_305_600  # 2026-11-22T00:00:00Z

CONFIG = """
site_name: 知识库
site_url: https://example.com/kb/
theme: {name: material, language: zh, font: false}
plugins: [search, tags]
markdown_extensions: [admonition, toc]
"""

PAGES = {
    "index.md": "# 首页\n\n[退货](returns/index.md)\n",
    "returns/index.md": "# 退货\n\n## 七天\n\n未拆封可退。\n",
    "returns/seal.md": "---\ntags: [一次性密封, 退货]\n---\n# 密封\n\n!!! note\n    看清封条。\n",
    "shipping/late.md": "---\ntags: [物流]\n---\n# 催发货\n",
}


def write(folder, pages=None):
    for path, text in (pages or PAGES).items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return folder / "mkdocs.yml"


def test_same_bytes_everywhere(tmp_path, snapshot, monkeypatch):
    """Two folders, two time zones, two hash seeds, a stray epoch, pages written in other order."""
    here, there = tmp_path / "here", tmp_path / "a much longer 路径" / "there"
    environments = [
        {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LANG": "zh_CN.UTF-8"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1", "CI": "true"},
    ]
    trees = []
    for folder, environment in zip((here, there), environments, strict=True):
        pages = PAGES if folder is here else dict(reversed(PAGES.items()))
        folder.mkdir(parents=True)
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            build_site(write(folder, pages), folder / "out", epoch=EPOCH)
        trees.append(snapshot(folder / "out"))
    assert trees[0] == trees[1]
    assert b"<lastmod>2026-11-22</lastmod>" in trees[0]["sitemap.xml"]
    assert gzip.decompress(trees[0]["sitemap.xml.gz"]) == trees[0]["sitemap.xml"]
    assert "returns/seal/index.html" in trees[0]


def test_the_epoch_is_the_only_time_in_it(tmp_path, snapshot):
    config = write(tmp_path)
    build_site(config, tmp_path / "one", epoch=EPOCH)
    build_site(config, tmp_path / "other", epoch=EPOCH + 10 * 86_400)
    one, other = snapshot(tmp_path / "one"), snapshot(tmp_path / "other")
    different = {path for path in one if one[path] != other[path]}
    assert different == {"sitemap.xml", "sitemap.xml.gz"}


def test_a_warning_is_an_error_with_the_end_of_the_log(tmp_path):
    config = write(tmp_path, {"index.md": "# 首页\n\n[没有的页](none.md)\n"})
    with pytest.raises(SiteFailed) as failed:
        build_site(config, tmp_path / "out", epoch=EPOCH)
    assert failed.value.status == 1
    assert "none.md" in failed.value.tail


def test_a_folder_named_mkdocs_is_no_program(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    log = build_site(write(tmp_path), tmp_path / "out", epoch=EPOCH)
    assert "Documentation built" in log


def test_of_a_traceback_only_what_went_wrong_is_told(tmp_path):
    """A full disk for instance, which ends MkDocs in the middle of its work."""
    config = write(tmp_path)
    (tmp_path / "out").write_text("a file where the pages should go")
    with pytest.raises(SiteFailed) as failed:
        build_site(config, tmp_path / "out", epoch=EPOCH)
    assert "Traceback" not in failed.value.tail
    assert failed.value.tail.splitlines()[-1].startswith(("FileExistsError", "NotADirectoryError"))
