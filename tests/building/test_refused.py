"""Broken content leaves nothing behind: neither output nor lock nor a folder aside."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from dianzhi.building import Order, build
from dianzhi.problems import SourceErrors

TABLE = Path(__file__).parent.parent / "source" / "broken"
CASES = [
    case
    for path in sorted(TABLE.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
    if "错误[" in case["says"]
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_refused_build_leaves_nothing_behind(case, shop_files, broken_shop, tmp_path):
    if case.get("remove"):
        files = {path: text for path, text in shop_files.items() if path != case["file"]}
    else:
        new = bytes.fromhex(case["bytes"]) if "bytes" in case else case["to"]
        files = broken_shop(case["file"], case["change"], new)
    source = tmp_path / "faq_src"
    for path, content in files.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_bytes(content)
    with pytest.raises(SourceErrors):
        build(Order(source, tmp_path / "dist", date(2026, 11, 22)))
    assert [path.name for path in tmp_path.iterdir()] == ["faq_src"]


def test_there_are_enough_cases():
    assert len(CASES) >= 60
