"""bench/search/table.py: a results file as Markdown."""

import json
import subprocess
import sys

WAYS = ("typo", "pinyin", "pinyin_sp", "trunc60", "trad", "swap")
WHOLE = """\
2026-11-22; A CPU, 2 cores, Python 3.11.7, Node v20.0.0; seed 7. Entries / questions in brackets.

| hit@1 / hit@3 / MRR@10 | shop (10 / 4) | bank (20 / 8) | mean |
| --- | ---: | ---: | ---: |
| good | 0.400 / 0.800 / 0.500 | 0.600 / 0.900 / 0.700 | 0.500 / 0.850 / 0.600 |
| poor | 0.100 / 0.200 / 0.150 | 0.000 / 0.000 / 0.000 | 0.050 / 0.100 / 0.075 |

| hit@3 (kept) | clean | homophone slip | joined pinyin | spaced pinyin | first 60 % | traditional | swapped |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| good | 0.850 | 0.425 (50%) | 0.425 (50%) | 0.425 (50%) | 0.425 (50%) | 0.425 (50%) | 0.425 (50%) |
| poor | 0.100 | 0.050 (50%) | 0.050 (50%) | 0.050 (50%) | 0.050 (50%) | 0.050 (50%) | 0.050 (50%) |

| bank, 20 entries | engine kB | index kB | build ms | load ms | query p50 ms | p95 ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| good | 5.0 | 12.3 | 100 | 3 | 0.25 | 0.50 |
| poor | – | – | 100 | – | 0.25 | 0.50 |
"""


def run(hit1, hit3, mrr, **rest):
    clean = {"hit@1": hit1, "hit@3": hit3, "mrr@10": mrr, "p50": 0.25, "p95": 0.5}
    robust = {way: {"hit@3": hit3 / 2} for way in WAYS}
    return {"clean": clean, "clean_sub_hit3": hit3, "robust": robust, "build_ms": 100.4, **rest}


def results():
    size = {"engine": {"br": 5000, "gz": 6000}, "index": {"gz": 12_345, "br": None}}
    shop = {
        "poor": run(0.1, 0.2, 0.15, bytes={}),
        "good": run(0.4, 0.8, 0.5, bytes=size, load_ms=1.2),
        "failed": {"error": "did not start"},
    }
    bank = {
        "poor": run(0, 0, 0, bytes={}),
        "good": run(0.6, 0.9, 0.7, bytes=size, load_ms=3.2),
        "failed": {"error": "did not start"},
    }
    meta = {"when": "2026-11-22 19:00:57", "cpu": " A CPU", "cores": 2, "python": "3.11.7"}
    return {
        "meta": {**meta, "node": "v20.0.0", "seed": 7},
        "datasets": {
            "bank/dev": {"entries": 20, "queries_used": 8, "peers": bank},
            "shop/dev": {"entries": 10, "queries_used": 4, "peers": shop},
        },
    }


def test_a_run_as_tables_the_best_engine_first(tmp_path):
    file = tmp_path / "results.json"
    file.write_text(json.dumps(results()), "utf-8")
    words = [sys.executable, "bench/search/table.py", str(file), "shop,bank"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout == WHOLE


def test_without_a_choice_all_sets_count(tmp_path):
    file = tmp_path / "results.json"
    file.write_text(json.dumps(results()), "utf-8")
    words = [sys.executable, "bench/search/table.py", str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "| bank (20 / 8) | shop (10 / 4) | mean |" in done.stdout
