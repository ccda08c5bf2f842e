"""All public files with their hashes, tied together by the manifest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from dianzhi.artifact import Artifact
from dianzhi.catalog.public import Public
from dianzhi.render.public import card, facts
from dianzhi.render.public.answers import media_of, shard_answers
from dianzhi.render.public.documents import (
    documents,
    is_large,
    parted_index,
    search_index,
)
from dianzhi.render.public.jsonable import day, encoded
from dianzhi.render.public.page import embed_page, faq_pages
from dianzhi.search import INDEX_FORMAT, split
from dianzhi.search.parts import Each
from dianzhi.text.tables import meaning

FORMAT: Final = 1
"""Version of spec/public-files.md."""
NAMED: Final = ("panel.js", "search.js")
"""Code that the manifest names; the panel finds its later parts beside itself."""
TOP: Final = ("faq.js", "dianzhi.d.ts")
"""Files under names that never change: the loader, and its types for the pages that embed it."""
APART: Final = frozenset({*TOP, "kb.js"})
"""Bundles that are no part of the popup's code; `kb.js` is internal."""
PINNED: Final = "pinned.js"
"""The loader for `integrity`: it stands beside the code whose bytes it knows."""
STYLE: Final = "faq.css"
HASH_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Assets:
    """Files that come with the tool or the shop and are copied as they are."""

    bundles: Mapping[str, bytes]
    """All of `widget/dist`: `faq.js`, `panel.js`, `search.js`, the panel's later parts."""
    demo: Mapping[str, bytes]
    """The demo page, by name below `demo/`."""
    page: Mapping[str, bytes]
    """Templates and styles of the plain pages, `widget/page`."""
    media: Mapping[str, bytes]
    """The shop's pictures, by name; only those that public answers show are copied."""


@dataclass(slots=True)
class _Site:
    artifacts: list[Artifact] = field(default_factory=list)
    content: list[str] = field(default_factory=list)
    """Hashes of the content groups, in order."""

    def group(self, files: Iterable[tuple[str, bytes]], folder: str = "") -> str:
        """Add files that share one hash; return their folder, with a slash at its end."""
        named = sorted(files)
        base = f"v/{group_hash(named)}/{folder}"
        self.artifacts += [Artifact(base + name, content) for name, content in named]
        self.content.append(base)
        return base


def group_hash(files: Iterable[tuple[str, bytes]]) -> str:
    """Return 16 hexadecimal digits of SHA-256 over `path NUL bytes NUL`, in the order given."""
    digest = sha256()
    for name, content in files:
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:HASH_DIGITS]


def render(
    public: Public,
    related: Mapping[str, tuple[str, ...]],
    assets: Assets,
    tool: str,
    *,
    each: Each = map,
) -> Iterator[Artifact]:
    """Yield the files of `dist/public/`; `tool` is the tool's version, `each` works for large shops."""
    site = _Site()
    shown = [(name, assets.media[name]) for name in media_of(public)]
    media = site.group(shown, "media/").rstrip("/") if shown else ""
    large = is_large(public)
    shards = shard_answers(public, related, media, hashed=large)
    usual = facts.entries_of_products(public) if large else {}
    manifest = {
        "index": _index(public, site, shards.number_of, each),
        "vectors": _vectors(site),
        "answers": {
            "base": site.group(
                ((f"{n}.json", one) for n, one in enumerate(shards.files)), "answers/"
            ),
            "shards": len(shards.files),
            "until": {one.id: day(one.until) for one in public.entries if one.until},
        },
        "products": {
            "base": site.group(facts.products(public.products, usual), "products/"),
            "count": len(public.products),
        },
        "batches": {
            "base": site.group(facts.batches(public.batches), "batches/"),
            "shards": facts.shard_count(public.batches),
            "count": len(public.batches),
        },
        "flows": {
            "base": site.group(
                ((f"{one.id}.json", encoded(card.flow(one))) for one in public.flows), "flows/"
            ),
            "list": card.flow_list(public.flows),
        },
        "shop": card.card(public),
    } | _engine(public, site, shards.number_of)
    yield from site.artifacts
    yield from _plain_pages(public, media, assets)
    yield from _outside(_head(public, site, manifest, tool) | _code(assets) | manifest, assets)


def _engine(public: Public, site: _Site, shard_of: Mapping[str, int]) -> dict[str, Any]:
    """Return what the popup needs to ask a search engine; nothing where the shop has none."""
    if public.shop.engine is None:
        return {}
    listed = encoded(card.listed(documents(public, shard_of)))
    return {
        "engine": card.engine(public.shop.engine),
        "documents": _file(site.group([("documents.json", listed)]) + "documents.json", listed),
    }


def _index(public: Public, site: _Site, shard_of: Mapping[str, int], each: Each) -> dict[str, Any]:
    """Place the index: of a large shop a head, and parts which questions choose among."""
    if not is_large(public):
        return _whole(site, search_index(public, shard_of))
    found = parted_index(public, shard_of, each=each)
    files = ((f"{number}.bin", part) for number, part in enumerate(found.built(each)))
    base = site.group(files, "parts/")
    parts = {"base": base, "count": len(found.parts), "entries": len(public.entries)}
    return _whole(site, found.head) | {"parts": parts}


def _whole(site: _Site, index: bytes) -> dict[str, Any]:
    """Place what the first list needs, and what may come after it."""
    core, more = split(index)
    base = site.group([("index.bin", core), ("more.bin", more)])
    later = {"more": _file(base + "more.bin", more)}
    return _file(base + "index.bin", core) | {"format": INDEX_FORMAT} | later


def _vectors(site: _Site) -> dict[str, Any]:
    """Place the table of meaning, which is the same for every shop."""
    table = meaning()
    return _file(site.group([("meaning.bin", table)]) + "meaning.bin", table) | {"format": 1}


def _file(path: str, content: bytes) -> dict[str, Any]:
    return {"path": path, "bytes": len(content), "sha256": sha256(content).hexdigest()}


def _head(public: Public, site: _Site, manifest: Mapping[str, Any], tool: str) -> dict[str, Any]:
    version = sha256("\n".join(site.content).encode() + encoded(manifest["shop"])).hexdigest()
    return {
        "format": FORMAT,
        "tool": tool,
        "content": version[:HASH_DIGITS],
        "built": public.day.isoformat(),
    }


def _code(assets: Assets) -> dict[str, Any]:
    files, base = _code_files(assets), _code_base(assets)
    return {name.removesuffix(".js"): _file(base + name, files[name]) for name in NAMED}


def _code_base(assets: Assets) -> str:
    return f"v/{group_hash(_code_files(assets).items())}/"


def _code_files(assets: Assets) -> dict[str, bytes]:
    return {name: code for name, code in sorted(assets.bundles.items()) if name not in APART}


def _plain_pages(public: Public, media: str, assets: Assets) -> Iterator[Artifact]:
    style = assets.page[STYLE]
    path = f"v/{group_hash([(STYLE, style)])}/{STYLE}"
    yield Artifact(path, style)
    yield from faq_pages(public, media, assets.page, path)
    pinned = Artifact(_code_base(assets) + PINNED, assets.bundles[PINNED])
    yield embed_page(public, assets.page, pinned, path)


def _outside(manifest: Mapping[str, Any], assets: Assets) -> Iterator[Artifact]:
    files, base = _code_files(assets), _code_base(assets)
    yield from (Artifact(base + name, code) for name, code in files.items())
    yield from (Artifact(f"demo/{name}", content) for name, content in sorted(assets.demo.items()))
    yield from (Artifact(name, assets.bundles[name]) for name in TOP)
    yield Artifact("manifest.json", encoded(manifest))
