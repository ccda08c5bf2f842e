"""Files into content: which file holds what, and everything that is wrong with them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dianzhi.model import files as layout
from dianzhi.model.content import Check, Content
from dianzhi.model.files import FileKind
from dianzhi.model.flow import Flow
from dianzhi.model.meeting import Campaign, Meeting
from dianzhi.model.place import Place, Places
from dianzhi.model.shop import Lexicon, Shop
from dianzhi.problems import Problem
from dianzhi.source.decode import FAILED, Decoder
from dianzhi.source.pictures import check_picture
from dianzhi.source.read_yaml import read_yaml
from dianzhi.source.tables import read_batches

ID = re.compile(r"""\bid: *["']?([a-z0-9][a-z0-9_-]*)""")
PLURALS = {Flow: "flows", Meeting: "meetings", Campaign: "campaigns"}
"""Records that are a whole file, by the list of `Content` that they go to."""
IGNORED = (layout.MEDIA, "README.md")


@dataclass(frozen=True, slots=True)
class Understood:
    """What the files say. `content` is there unless a file that every shop has could not be read."""

    content: Content | None
    problems: tuple[Problem, ...]
    broken_ids: frozenset[str]
    """Ids of records that were left out because of a problem."""


def understand(files: Mapping[str, bytes]) -> Understood:
    """Read every file; `files` maps paths relative to the source folder to their bytes."""
    decoder = Decoder()
    _report_missing_files(decoder, files)
    records: dict[str, list[Any]] = {}
    for path, content in files.items():
        for name, values in _read_file(decoder, path, content):
            records.setdefault(name, []).extend(values)
    problems = (*decoder.problems, *decoder.warnings)
    return Understood(_content(records), problems, frozenset(decoder.broken_ids))


def _content(records: dict[str, list[Any]]) -> Content | None:
    shops, lexicons = records.pop("shop", []), records.pop("lexicon", [])
    if not shops or not {"categories", "people", "platforms"} <= records.keys():
        return None  # else every reference to a person or a category would be reported
    lists: dict[str, Any] = {name: tuple(values) for name, values in records.items()}
    return Content(shop=shops[0], lexicon=(lexicons or [Lexicon()])[0], **lists)


def _report_missing_files(decoder: Decoder, files: Mapping[str, bytes]) -> None:
    for name in layout.REQUIRED_FILES:
        if name not in files:
            about = next(kind.about for kind in layout.FILE_KINDS if kind.pattern == name)
            hint = f"新建这个文件（{about}），可以从 dianzhi init 生成的样例复制"
            decoder.fail(Place(name, 1, 1), "missing-file", f"没有 {name}", hint)


def _read_file(decoder: Decoder, path: str, content: bytes) -> Iterable[tuple[str, Iterable[Any]]]:
    if layout.matches(path, layout.MEDIA):
        check_picture(decoder, path, content)
    if any(layout.matches(path, pattern) for pattern in IGNORED):
        return []
    kind = layout.kind_of(path)
    if kind is None and not layout.matches(path, layout.BATCH_TABLES):
        return _unknown_file(decoder, path)
    text = _decoded(decoder, path, content, table=kind is None)
    if text is None:
        return []
    if kind is None:
        return [("batches", read_batches(decoder, path, text))]
    return _records(decoder, kind, path, text)


def _unknown_file(decoder: Decoder, path: str) -> list[tuple[str, list[Any]]]:
    patterns = "、".join(kind.pattern for kind in layout.FILE_KINDS)
    hint = f"只认这些文件：{patterns}、{layout.BATCH_TABLES}、{layout.MEDIA}"
    if path.endswith(".yml"):
        hint = f"把扩展名改成 .yaml：{path.removesuffix('.yml')}.yaml"
    elif path.endswith((".xlsx", ".csv", ".jsonl")):
        hint = "表格要先用 dianzhi import 导入，不要直接放在这里"
    decoder.fail(Place(path, 1, 1), "unknown-file", "不知道这个文件放的是什么", hint)
    return []


def _decoded(decoder: Decoder, path: str, content: bytes, *, table: bool) -> str | None:
    encodings = ("utf-8-sig", "gb18030") if table else ("utf-8-sig",)
    for encoding in encodings:
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            readable = content[: error.start].decode(encoding)
            found = content[error.start]
    line, column = readable.count("\n") + 1, len(readable) - readable.rfind("\n")
    hint = "用编辑器打开，选择“另存为 UTF-8 编码”再保存"
    message = f"文件不是 UTF-8 编码：这里的字节是 0x{found:02X}"
    decoder.fail(Place(path, line, column), "not-utf8", message, hint)
    _remember_ids(decoder, content.decode("utf-8", "replace"))
    return None


def _remember_ids(decoder: Decoder, text: str) -> None:
    """Keep references to the records of an unreadable file from being reported as well."""
    decoder.broken_ids.update(ID.findall(text))


def _records(
    decoder: Decoder, kind: FileKind, path: str, text: str
) -> Iterable[tuple[str, Iterable[Any]]]:
    node, problems = read_yaml(path, text)
    decoder.problems += problems
    if node is None:
        if not problems:
            decoder.fail(
                Place(path, 1, 1), "empty-file", "文件是空的", "写上内容，或者删掉这个文件"
            )
        _remember_ids(decoder, text)
        return []
    return _lists(
        decoder.record(node, kind.record, partly=kind.record.__module__ == layout.__name__)
    )


def _lists(record: Any) -> Iterable[tuple[str, Iterable[Any]]]:  # noqa: ANN401  # any file's record
    if record is FAILED:
        return []
    if isinstance(record, Shop | Lexicon):
        return [("shop" if isinstance(record, Shop) else "lexicon", [record])]
    if type(record) in PLURALS:
        return [(PLURALS[type(record)], [record])]
    if isinstance(record, layout.CategoriesFile):
        return [("categories", record.categories), ("routes", record.routing)]
    if isinstance(record, layout.ChecksFile):
        return [("checks", (*record.answerable, *_unanswerable(record)))]
    names = [name for name in record.__dataclass_fields__ if name != "at"]
    return [(name, getattr(record, name)) for name in names]


def _unanswerable(record: layout.ChecksFile) -> Iterable[Check]:
    for number, query in enumerate(record.unanswerable):
        place = record.at.of("unanswerable", number)
        yield replace(Check(query=query, entries=()), at=Places(place))
