"""Text files into records: beacons in an access log, a chat transcript, or one question a line."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from dianzhi.learning.tables import Record

EVENTS: Final = frozenset(("search", "noresult", "answer"))
_ACCESS = re.compile(
    r'(?P<client>\S+) [^"\[]*\[(?P<day>\d\d)/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4})[^\]]*\] '
    r'"[A-Z]+ (?P<address>\S+)[^"]*" \d{3}(?P<rest>.*)'
)
"""A line of the common or combined log format of nginx, Apache and Caddy's plugin."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPEAKER = re.compile(
    r"\s*[\[【]?(?!\d{4}[-/.]\d)(?P<sender>[^\[\]【】\t]{1,40}?)[\]】]?[ \t(（]+"
    r"(?:(?P<day>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[ T]+)?\d{1,2}:\d\d(?::\d\d)?[)）]?[ \t]*[:：]?[ \t]*(?P<text>.*)"
)
"""`昵称 2026-11-20 10:02:03`, with or without brackets; what was said behind it or below."""
_DATED = re.compile(
    r"[\[(（]?(?P<day>\d{4}-\d\d-\d\d)(?:[ T]\d\d:\d\d(?::\d\d)?\S*)?[\])）]?[,\t ]+(?P<text>.+)"
)


def from_text(text: str) -> Iterator[Record]:
    """Yield the records of a text file; of an access log only the popup's events."""
    lines = [line for line in text.splitlines() if line.strip()]
    accesses = [found for line in lines if (found := _ACCESS.match(line))]
    if accesses:
        return _beacons(accesses)
    if any(_SPEAKER.fullmatch(line) for line in lines):
        return from_transcript(lines)
    return map(_question, lines)


def _beacons(accesses: Iterable[re.Match[str]]) -> Iterator[Record]:
    for access in accesses:
        said = dict(parse_qsl(urlsplit(access["address"]).query))
        kind = said.get("type", said.get("event", ""))
        if kind in EVENTS:
            shopper = said.get("session", access["client"] + access["rest"].partition('"')[2])
            yield {
                "type": kind,
                "text": said.get("query", said.get("q", "")),
                "entry": said.get("id", ""),
                "session": shopper,
                "day": f"{access['year']}-{_month(access['month']):02}-{access['day']}",
            }


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def from_transcript(lines: Iterable[str]) -> Iterator[Record]:
    """Yield what was said, with who said it: lines below a name with a time are that person's."""
    sender, day = "", ""
    for line in lines:
        speaker = _SPEAKER.fullmatch(line)
        if speaker:
            sender, day = speaker["sender"].strip(), speaker["day"] or day
        said = speaker["text"] if speaker else line
        if said.strip() and sender:
            yield {"text": said.strip(), "sender": sender, "day": day}


def _question(line: str) -> Record:
    dated = _DATED.fullmatch(line.strip())
    return {"text": dated["text"], "day": dated["day"]} if dated else {"text": line.strip()}
