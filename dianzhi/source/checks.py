"""Questions with known answers from a file of their own: YAML as in `checks/`, or JSON lines."""

import json

from dianzhi.model.content import Check
from dianzhi.model.files import ChecksFile
from dianzhi.model.place import Place, Places
from dianzhi.problems import Problem, SourceErrors
from dianzhi.source.decode import FAILED, Decoder
from dianzhi.source.read_yaml import read_yaml

_EXAMPLE = '每行写一个对象，例如 {"query": "几天发货", "relevant": ["ship-time"]}'


def read_checks(path: str, content: bytes) -> tuple[Check, ...]:
    """Return the questions of a file, answerable ones first; whether their entries exist is open.

    `path` goes into the places; one that ends in `.jsonl` is read as JSON lines.

    Raises:
        SourceErrors: the file is not UTF-8 or not of the form.
    """
    decoder = Decoder()
    text = _decoded(decoder, path, content)
    read = _json_lines if path.endswith(".jsonl") else _yaml
    checks = read(decoder, path, text)
    if decoder.problems:
        raise SourceErrors(decoder.problems)
    return checks


def _decoded(decoder: Decoder, path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        hint = "用编辑器打开，选择“另存为 UTF-8 编码”再保存"
        decoder.fail(Place(path, line, 1), "not-utf8", "文件不是 UTF-8 编码", hint)
        return ""


def _yaml(decoder: Decoder, path: str, text: str) -> tuple[Check, ...]:
    node, problems = read_yaml(path, text)
    decoder.problems += problems
    record = decoder.record(node, ChecksFile) if node else FAILED
    if not isinstance(record, ChecksFile):
        return ()
    unanswerable = (
        Check(query=query, entries=(), at=Places(record.at.of("unanswerable", number)))
        for number, query in enumerate(record.unanswerable)
    )
    return (*record.answerable, *unanswerable)


def _json_lines(decoder: Decoder, path: str, text: str) -> tuple[Check, ...]:
    checks = [
        _check(decoder, Place(path, number, 1), line)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    return tuple(sorted(filter(None, checks), key=lambda check: not check.entries))


def _check(decoder: Decoder, place: Place, line: str) -> Check | None:
    match _parsed(line):
        case {"query": str(query), "relevant": list(ids)} if query.strip() and _texts(ids):
            return Check(query=query, entries=tuple(ids), at=Places(place))
        case {"query": str(query), "relevant": str(name)} if query.strip():
            return Check(query=query, entries=(name,), at=Places(place))
    message = "这一行不是带 query 和 relevant 的 JSON 对象"
    decoder.problems.append(Problem(place.span, "not-a-record", message, _EXAMPLE))
    return None


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return None


def _texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)
