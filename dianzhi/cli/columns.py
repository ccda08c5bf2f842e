"""How wide text is on a terminal."""

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """Return the columns of a terminal that a line takes: two for a Chinese character."""
    return sum(1 + (east_asian_width(character) in "WF") for character in text)
