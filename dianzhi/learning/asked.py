"""What a log holds, after reading and masking."""

from dataclasses import dataclass

from dianzhi.problems import Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a shopper typed, personal data masked."""

    text: str
    entry: str | None = None
    """Id of the entry that was opened for it, or that an agent answered with."""
    count: int = 1
    """How often it was typed so."""
    day: str = ""
    """`YYYY-MM-DD`, empty where the log does not say."""


@dataclass(frozen=True, slots=True)
class Log:
    """What one file holds."""

    asked: tuple[Asked, ...]
    masked: int = 0
    """How many texts had personal data in them."""
    problems: tuple[Problem, ...] = ()
    """Warnings: sheets that were not read."""
