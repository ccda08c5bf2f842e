"""The 32-bit FNV-1a hash, which JavaScript computes alike with `Math.imul`."""

from typing import Final

FNV_OFFSET: Final = 2_166_136_261
FNV_PRIME: Final = 16_777_619


def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of the UTF-8 bytes of `text`."""
    value = FNV_OFFSET
    for byte in text.encode():
        value = (value ^ byte) * FNV_PRIME & 0xFFFFFFFF
    return value
