"""Writes what is drawn from the model: spec/*.schema.json and docs/reference/content.md.

Run in the repository: `make schemas`. Tests prove the files fresh.
"""

import json
from pathlib import Path

from dianzhi.model.manual import manual
from dianzhi.model.schema import schemas


def contracts():
    """Return the texts by path."""
    texts = {
        f"spec/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }
    return texts | {"docs/reference/content.md": manual()}


if __name__ == "__main__":
    for path, text in contracts().items():
        Path(path).write_text(text, encoding="utf-8")
