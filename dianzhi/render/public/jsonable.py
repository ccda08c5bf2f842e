"""Values to the JSON of the public files: compact, keys in the order given."""

import json
from datetime import date
from typing import Any

from dianzhi.model.kinds import Text


def encoded(value: Any) -> bytes:  # noqa: ANN401  # any JSON value
    """Return compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def text(value: Text) -> str | dict[str, str]:
    """Return a string, or both languages where there is English."""
    return value.zh if value.en is None else {"zh": value.zh, "en": value.en}


def day(value: date | None) -> str | None:
    """Return `YYYY-MM-DD` or null."""
    return None if value is None else value.isoformat()
