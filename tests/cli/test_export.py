"""`dianzhi export`: where it writes, and its exit codes."""

import pytest
from click.testing import CliRunner

from dianzhi.cli import main

DAY = ("--date", "2026-11-22")


@pytest.fixture
def shop(shop_files, tmp_path, monkeypatch):
    for path, content in shop_files.items():
        (tmp_path / "faq_src" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "faq_src" / path).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["meilisearch", "opensearch"])
def test_it_writes_three_files_and_the_same_bytes_again(shop, kind):
    out = shop / "dist" / "exports" / kind
    bytes_before = {}
    for _ in range(2):
        done = CliRunner().invoke(main, ["export", kind, "--out", str(out), *DAY])
        assert done.exit_code == 0
        assert done.stdout.startswith("已导出 2 条公开问答到 ")
        found = {path.name: path.read_bytes() for path in out.iterdir()}
        assert set(found) == {"settings.json", "documents.ndjson", "reindex.py"}
        assert bytes_before in ({}, found)
        bytes_before = found


CASES = [
    (["export", "algolia", "--out", "x"], 2, "algolia", "an engine that we do not know"),
    (["export", "opensearch"], 2, "--out", "nowhere to write"),
    (["export", "opensearch", "--out", "faq_src/x"], 2, "在内容文件夹里", "among the content"),
    (["export", "opensearch", "--out", "x", "--source", "none"], 2, "没有文件夹", "no content"),
]


@pytest.mark.parametrize(
    ("words", "code", "said"), [one[:3] for one in CASES], ids=[one[3] for one in CASES]
)
def test_refused(shop, words, code, said):
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, said in done.stderr) == (code, True)
    assert not (shop / "x").exists()


def test_content_with_errors_is_not_exported(shop):
    (shop / "faq_src/shop.yaml").write_text("name: 小店\n", "utf-8")
    done = CliRunner().invoke(main, ["export", "opensearch", "--out", "x"])
    assert done.exit_code == 1
    assert not (shop / "x").exists()
