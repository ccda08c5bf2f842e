"""Which file holds what: the authored folder as records, one schema each."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated, Final

from dianzhi.model.content import Check
from dianzhi.model.entry import Entry
from dianzhi.model.flow import Flow
from dianzhi.model.kinds import Length, key
from dianzhi.model.meeting import Campaign, Meeting
from dianzhi.model.place import Places
from dianzhi.model.popularity import Popularity
from dianzhi.model.product import Batch, Product
from dianzhi.model.script import Script
from dianzhi.model.shop import Category, Lexicon, Person, Platform, Route, Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoriesFile:
    """`categories.yaml`."""

    categories: Annotated[tuple[Category, ...], Length(1, 200)] = key(
        "分类", "分类树，顺序就是显示顺序"
    )
    routing: tuple[Route, ...] = key("分流", "关键词转到哪个分类、多紧急", default=())
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFile:
    """`people.yaml`."""

    people: tuple[Person, ...] = key("人员", "负责人、编辑和审核人")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformsFile:
    """`platforms.yaml`."""

    platforms: Annotated[tuple[Platform, ...], Length(1, 40)] = key("平台", "在哪些平台开店")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesFile:
    """`faq/*.yaml`."""

    entries: tuple[Entry, ...] = key("问答", "一个主题一个文件")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptsFile:
    """`scripts/*.yaml`."""

    scripts: tuple[Script, ...] = key("话术", "给客服用的话术")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductsFile:
    """`products/*.yaml`."""

    products: tuple[Product, ...] = key("商品", "商品资料", default=())
    batches: tuple[Batch, ...] = key("批次", "也可以写在 products/*.csv 里", default=())
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksFile:
    """`checks/*.yaml`."""

    answerable: tuple[Check, ...] = key("该找到的", "买家原话和应该找到的问答", default=())
    unanswerable: tuple[Annotated[str, Length(1, 200)], ...] = key(
        "该说没有的", "店里没有答案的问题", default=()
    )
    at: Places = Places()


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of authored file."""

    schema: str
    """Name of its schema: `spec/<schema>.schema.json`."""
    pattern: str
    """Its path below the source folder; `*` stands for a name without slash."""
    record: type
    about: str


ASKED: Final = "asked.yaml"
FILE_KINDS: Final = (
    FileKind("shop", "shop.yaml", Shop, "店铺资料、工作时间、承诺"),
    FileKind("categories", "categories.yaml", CategoriesFile, "分类树和分流规则"),
    FileKind("lexicon", "lexicon.yaml", Lexicon, "同义词和专有词"),
    FileKind("asked", ASKED, Popularity, "每条问答被问了几次，dianzhi learn --asked 写的"),
    FileKind("people", "people.yaml", PeopleFile, "负责人和审核人"),
    FileKind("platforms", "platforms.yaml", PlatformsFile, "平台资料"),
    FileKind("faq", "faq/*.yaml", EntriesFile, "问答"),
    FileKind("scripts", "scripts/*.yaml", ScriptsFile, "话术"),
    FileKind("flows", "flows/*.yaml", Flow, "场景流程"),
    FileKind("products", "products/*.yaml", ProductsFile, "商品和批次"),
    FileKind("campaigns", "campaigns/*.yaml", Campaign, "活动"),
    FileKind("meetings", "meetings/*.yaml", Meeting, "每周例会"),
    FileKind("checks", "checks/*.yaml", ChecksFile, "神秘顾客题库"),
)
REQUIRED_FILES: Final = ("shop.yaml", "categories.yaml", "people.yaml", "platforms.yaml")
BATCH_TABLES: Final = "products/*.csv"
MEDIA: Final = "media/*"


def kind_of(path: str) -> FileKind | None:
    """Return the kind of the file at `path` (relative, forward slashes), or None."""
    return next((kind for kind in FILE_KINDS if matches(path, kind.pattern)), None)


def matches(path: str, pattern: str) -> bool:
    """Return whether `path` fits `pattern`, where `*` does not cross a slash."""
    return path.count("/") == pattern.count("/") and fnmatchcase(path, pattern)
