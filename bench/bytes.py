"""What a shopper downloads, in bytes of brotli, beside the budgets of the design.

Run: python bench/bytes.py [DIST]. Exits 1 when something is over its budget.
"""

import json
import sys
from pathlib import Path

import brotli

BUDGETS = {
    "loader": 1_536,
    "panel": 16_384,
    "search engine": 8_192,
    "to the first ranked list": 45_000,
    "typing": 6_144,
    "largest answer shard": 8_192,
    "largest batch shard": 1_000,
    "meaning": 55_000,
}


def packed(path: Path) -> int:
    """Return the size of a file in bytes of brotli at its best."""
    return len(brotli.compress(path.read_bytes()))


def largest(folder: Path) -> int:
    """Return the largest packed file in a folder, 0 when it is empty."""
    return max(map(packed, folder.glob("*.json")), default=0)


def sizes(public: Path) -> dict[str, int]:
    """Return bytes by the names of the budgets, index and manifest beside them."""
    manifest = json.loads((public / "manifest.json").read_text("utf-8"))
    parts = {
        "loader": packed(public / "faq.js"),
        "manifest": packed(public / "manifest.json"),
        "panel": packed(public / manifest["panel"]["path"]),
        "search engine": packed(public / manifest["search"]["path"]),
        "index": packed(public / manifest["index"]["path"]),
    }
    return parts | {
        "to the first ranked list": sum(parts.values()),
        "rest of the index": packed(public / manifest["index"]["more"]["path"]),
        "typing": packed((public / manifest["search"]["path"]).with_name("typing.js")),
        "largest answer shard": largest(public / manifest["answers"]["base"]),
        "largest batch shard": largest(public / manifest["batches"]["base"]),
        "meaning": packed((public / manifest["search"]["path"]).with_name("meaning.js"))
        + packed(public / manifest["vectors"]["path"]),
    }


if __name__ == "__main__":
    found = sizes(Path(sys.argv[1] if len(sys.argv) > 1 else "dist") / "public")
    print("| what | bytes | budget |\n| --- | ---: | ---: |")
    for name, size in found.items():
        print(
            f"| {name} | {size:,} | {BUDGETS.get(name, 0) or '':,} |"
            if name in BUDGETS
            else f"| {name} | {size:,} | |"
        )
    raise SystemExit(any(found[name] > budget for name, budget in BUDGETS.items()))
