"""Proposals as lines of YAML: the file is changed in memory as `import` would, and compared."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from dianzhi.importing.yaml_file import YamlFile, value_of
from dianzhi.importing.yaml_record import records_of
from dianzhi.importing.yaml_text import flow_list, inline

LEXICON = "lexicon.yaml"


@dataclass(frozen=True, slots=True)
class Paste:
    """Lines to put into a file."""

    path: str
    """Relative to the content folder."""
    line: int
    """From 1, as the file is now: the lines go below it, or with `replaces` in its place."""
    lines: tuple[str, ...]
    replaces: bool = False

    def into(self, text: str) -> str:
        """Return a file's text with the lines in it."""
        old = text.split("\n")
        start = self.line - 1 if self.replaces else self.line
        return "\n".join([*old[:start], *self.lines, *old[self.line :]])


def wordings(files: Mapping[str, bytes], path: str, entry: str, texts: Sequence[str]) -> Paste:
    """Return the lines that add wordings to an entry's `similar`."""

    def add(file: YamlFile) -> None:
        records_of(file, "entries")[entry].add_to_list("similar", texts, "question")

    return _changed(path, files[path], add)


def synonym(files: Mapping[str, bytes], group: int | None, words: Iterable[str]) -> Paste:
    """Return the lines that add words to a group of `lexicon.yaml`, or a new group of them."""
    said = list(words)

    def add(file: YamlFile) -> None:
        node = value_of(file.root, "synonyms")
        if node is None:
            file.insert(0, f"synonyms:\n  - {flow_list(said)}\n")
        elif group is None:
            _append(file, node, flow_list(said))
        else:
            flow = node.value[group].flow_style
            for word in said:
                _append(file, node.value[group], inline(word, flow=flow))

    return _changed(LEXICON, files.get(LEXICON, b""), add)


def _append(file: YamlFile, node: yaml.SequenceNode, said: str) -> None:
    """Add what is YAML already at the end of a list, in the list's style."""
    if not node.value:
        file.replace(node, f"[{said}]")
    elif node.flow_style:
        file.insert(file.end(node.value[-1]), f", {said}")
    else:
        pad = "\n" + " " * node.start_mark.column
        file.insert(file.line_end(file.end(node)), f"{pad}- {said}")


def _changed(path: str, content: bytes, change: Callable[[YamlFile], Any]) -> Paste:
    file = YamlFile.read(content)
    change(file)
    old, new = _lines(content), _lines(file.content())
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    more = len(new) - len(old)
    if old[same:] == new[same + more :]:
        return Paste(path, same, tuple(new[same : same + more]))
    return Paste(path, same + 1, tuple(new[same : same + more + 1]), replaces=True)


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
