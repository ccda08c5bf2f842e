"""From a checked catalog to `dist/`: gathered in memory, built aside, exchanged in one step."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from dianzhi import __version__, pipeline
from dianzhi.artifact import Artifact
from dianzhi.catalog.types import Catalog
from dianzhi.problems import Problem, SourceErrors
from dianzhi.processes import shared
from dianzhi.render import feed, kb, public
from dianzhi.source.folder import Files, media_of
from dianzhi.source.shipped import Shipped, read_shipped
from dianzhi.write import tree
from dianzhi.write.compare import Differences, compare
from dianzhi.write.errors import NotOurs
from dianzhi.write.marker import Version
from dianzhi.write.output import Output, open_output
from dianzhi.write.site import build_site
from dianzhi.write.stage import Stage

PARTS: Final = ("public", "kb")
UNUSED: Final = re.compile(r"^kb/assets/javascripts/(lunr|workers)/|\.map$")
"""What the theme brings for its own search, which is off, and for debugging it."""
Progress = Callable[[str, int], None]
"""Told the stage, in Chinese, and how many of its files are done."""
WAIT: Final = 600.0
"""Seconds that a second build waits for the first."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built."""

    source: Path
    out: Path
    day: date
    parts: tuple[str, ...] = PARTS
    strict: bool = False
    """Whether warnings count as errors."""
    progress: Progress = lambda *_: None


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it."""

    catalog: Catalog
    warnings: tuple[Problem, ...]
    files: int
    bytes: Mapping[str, int]
    """Bytes by part."""


def build(order: Order) -> Built:
    """Build `order.out`, or leave it as it is.

    Raises:
        SourceErrors: the content has errors (with `strict`: or warnings); nothing was written.
        WriteError: the output folder is busy, foreign, of another version or inside the content.
        NotADirectoryError: there is no content folder.
    """
    plan = _plan(order)
    with open_output(order.out, wait=WAIT) as output, ThreadPoolExecutor(1) as beside:
        parts = {part: plan.part(part, output, beside) for part in order.parts}
        if _whole(order):
            output.replace((one for part in parts.values() for one in part), plan.version)
        else:
            output.replace_parts(parts, plan.version)
    return Built(plan.catalog, plan.warnings, *_sizes(order))


def differences(order: Order) -> Differences:
    """Return what a build would change in `order.out`, leaving it as it is.

    Raises: as `build`.
    """
    plan = _plan(order)
    with open_output(order.out, wait=WAIT) as output, ThreadPoolExecutor(1) as beside:
        parts = [plan.part(part, output, beside) for part in order.parts]
        artifacts = [one for part in parts for one in part]
        return compare(order.out, artifacts, plan.version, () if _whole(order) else order.parts)


def _whole(order: Order) -> bool:
    return set(order.parts) == set(PARTS)


@dataclass(frozen=True, slots=True)
class _Plan:
    catalog: Catalog
    warnings: tuple[Problem, ...]
    files: Files
    shipped: Shipped
    version: Version
    related: Mapping[str, tuple[str, ...]]
    progress: Progress

    def part(self, part: str, output: Output, beside: Executor) -> Iterator[Artifact]:
        """Return the files of a part as they come; MkDocs works while those of others are made."""
        if part == "public":
            made = public_files(self.catalog, self.related, self.shipped, self.files, self.progress)
            return self.counted("生成浮窗", _below("public", made))
        folder = output.scratch()
        pages = kb_files(self.catalog, self.related, self.shipped, self.files)
        Stage(folder / "stage").add(self.counted("生成知识库", _below("book", pages)))
        midnight = datetime.combine(self.catalog.day, datetime.min.time(), UTC)
        config, epoch = folder / "stage" / "book" / "mkdocs.yml", int(midnight.timestamp())
        site = beside.submit(build_site, config, folder / "site", epoch=epoch)
        return self.knowledge_base(folder / "site", site)

    def knowledge_base(self, folder: Path, made: Future[str]) -> Iterator[Artifact]:
        self.progress("排版知识库", 0)
        made.result()
        kept = (one for one in tree.artifacts(folder, "kb/") if not UNUSED.search(one.path))
        yield from self.counted("写入知识库", kept)

    def counted(self, stage: str, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
        self.progress(stage, 0)
        for number, artifact in enumerate(artifacts, start=1):
            yield artifact
            self.progress(stage, number)


def _check_apart(source: Path, out: Path) -> None:
    """Refuse an output inside the content, which would be read as content, and the other way."""
    inner, outer = out.resolve(), source.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise NotOurs(out, "content")


def _plan(order: Order) -> _Plan:
    _check_apart(order.source, order.out)
    order.progress("检查内容", 0)
    loaded = pipeline.load(order.source, order.day)
    if loaded.catalog is None:
        raise SourceErrors(loaded.problems)
    order.progress("比较问答", 0)
    related, found = pipeline.related(loaded.catalog)
    warnings = tuple(sorted([*loaded.problems, *found]))
    if order.strict and warnings:
        raise SourceErrors(warnings)
    shipped = read_shipped(order.source.resolve().parent)
    version = Version(__version__, content_version(loaded.files, order.day))
    return _Plan(loaded.catalog, warnings, loaded.files, shipped, version, related, order.progress)


def public_files(
    catalog: Catalog,
    related: Mapping[str, tuple[str, ...]],
    shipped: Shipped,
    files: Files,
    progress: Progress = lambda *_: None,
) -> Iterator[Artifact]:
    """Yield `dist/public/`: only `catalog.public` goes in."""
    assets = public.Assets(shipped.bundles, shipped.demo, shipped.page, media_of(files))
    return public.render(catalog.public, related, assets, __version__, each=shared(progress))


def kb_files(
    catalog: Catalog, related: Mapping[str, tuple[str, ...]], shipped: Shipped, files: Files
) -> Iterator[Artifact]:
    """Yield the build folder that MkDocs turns into `dist/kb/`."""
    index = pipeline.internal_index(catalog)
    templates = {name: content.decode() for name, content in _inside(shipped.kb, "templates/")}
    yield from _below("docs", kb.render(catalog, related, templates, files, index))
    yield from _below("docs", feed.render(catalog))
    yield from (Artifact(f"docs/{name}", one) for name, one in _inside(shipped.kb, "pages/"))
    yield from (
        Artifact(f"docs/assets/{name}", one) for name, one in _inside(shipped.kb, "assets/")
    )
    yield from (Artifact(f"theme/{name}", one) for name, one in _inside(shipped.kb, "overrides/"))
    yield Artifact("docs/assets/kb.js", shipped.bundles["kb.js"])
    yield Artifact("base.yml", shipped.mkdocs)
    yield Artifact("mkdocs.yml", kb.site_config(catalog, inherit="base.yml", theme="theme"))


def content_version(files: Files, day: date) -> str:
    """Return 16 hexadecimal digits over everything the authors wrote and the build's day."""
    digest = sha256(day.isoformat().encode())
    for name, content in files.items():
        digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def _inside(files: Mapping[str, bytes], folder: str) -> Iterator[tuple[str, bytes]]:
    return (
        (name.removeprefix(folder), one) for name, one in files.items() if name.startswith(folder)
    )


def _below(folder: str, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    return (Artifact(f"{folder}/{one.path}", one.content) for one in artifacts)


def _sizes(order: Order) -> tuple[int, dict[str, int]]:
    files = [path for path in order.out.rglob("*") if path.is_file()]
    sizes = {
        part: sum(path.stat().st_size for path in files if path.is_relative_to(order.out / part))
        for part in PARTS
    }
    return len(files), sizes
