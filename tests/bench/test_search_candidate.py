"""bench/search/candidate speaks the benchmark's protocol, from anywhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "dianzhi/text/tables/meaning.bin"
CORPUS = (
    {"id": "ship", "question": "几天发货", "alt": ["啥时候寄出来"], "answer": "付款后两天内发出。"},
    {"id": 7, "question": "怎么开发票\u2028", "answer": ""},
    {"id": "keep", "question": "没开封能放多久"},
)


def talk(command, corpus, folder, *messages):
    """Hand the corpus over, then the messages; return what was said and what was left behind."""
    path = folder / "my corpus.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in corpus), "utf-8")
    temporary = folder / "temporary"
    temporary.mkdir()
    asked = ({"corpus": str(path)}, *messages, {"quit": True})
    own = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [command],
        input="".join(json.dumps(one, ensure_ascii=False) + "\n" for one in asked).encode(),
        cwd=folder,
        env={**os.environ, **own, "TMPDIR": str(temporary)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()], list(temporary.iterdir())


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    questions = [{"q": "啥时候寄", "k": 1}, {"q": "发票", "k": 1}, {"q": "qqqq", "k": 3}]
    folder = tmp_path_factory.mktemp("another folder")
    return talk(ROOT / "bench/search/candidate", CORPUS, folder, *questions)


def test_it_is_ready_and_says_its_sizes(spoken):
    ready = spoken[0][0]
    assert ready["ready"] is True
    assert ready["build_ms"] > 0
    assert ready["load_ms"] > 0
    code = (ROOT / "widget/dist" / name for name in ("search.js", "typing.js", "meaning.js"))
    assert ready["bytes"]["engine"]["raw"] == sum(path.stat().st_size for path in code)
    assert ready["bytes"]["index"]["raw"] > TABLE.stat().st_size
    for part in ("engine", "index"):
        sizes = ready["bytes"][part]
        assert 0 < sizes["br"] < sizes["gz"]
    assert ready["bytes"]["text_included"] is False


def test_it_answers_in_ids_as_texts(spoken):
    assert [answer["ids"] for answer in spoken[0][1:]] == [["ship"], ["7"], []]
    assert all(answer["ms"] >= 0 for answer in spoken[0][1:])


def test_it_leaves_nothing_behind(spoken):
    assert spoken[1] == []


def test_without_answers_the_index_holds_all_that_is_shown(tmp_path):
    said, _ = talk(ROOT / "bench/search/candidate", CORPUS[2:], tmp_path)
    assert said[0]["bytes"]["text_included"] is True


def test_it_runs_in_a_folder_with_spaces(tmp_path):
    copy = tmp_path / "a check out"
    for part in ("bench/search", "dianzhi", "widget/dist"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    said, _ = talk(copy / "bench/search/candidate", CORPUS, tmp_path, {"q": "能放多久", "k": 1})
    assert said[1]["ids"] == ["keep"]
