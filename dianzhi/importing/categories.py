"""Names of categories in a sheet: those of the shop, or new ones where that is asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from dianzhi.catalog.references import categories_of
from dianzhi.importing.ids import category_id, derived_slug
from dianzhi.importing.options import Options
from dianzhi.importing.rows import Wanted
from dianzhi.importing.table import warning
from dianzhi.importing.yaml_file import YamlFile
from dianzhi.importing.yaml_record import records_of
from dianzhi.model.content import Content
from dianzhi.problems import Problem, Span

CATEGORIES = "categories.yaml"
MAX_NAME = 60
_LEVELS = re.compile(r"\s*(?:/|／|>|＞|→)\s*")


@dataclass(frozen=True, slots=True)
class NewCategory:
    """A category that the import makes."""

    id: str
    name: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    names: tuple[str, ...]
    parent: str | None


@dataclass(slots=True)
class Categories:
    """Finds categories by id or name; keeps what it had to make and what it did not find."""

    known: list[_Known]
    options: Options
    made: list[NewCategory] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[str, list[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Content, options: Options) -> "Categories":
        """Start from the categories of the shop."""
        tree = categories_of(content)
        known = [_Known(one.id, (one.id, _folded(one.name.zh)), parent) for one, parent in tree]
        return cls(known, options)

    def default(self) -> str | None:
        """Return the category of the options, by id; report it where there is none such."""
        if self.options.category is None:
            return None
        found = self._find(self.options.category, None)
        if found is None:
            hint = self._hint(self.options.category)
            message = f"--category 指定的分类 {self.options.category} 不存在"
            self.problems.append(Problem(Span(CATEGORIES, 1, 1), "import-category", message, hint))
        return found

    def resolve(self, wanted: Wanted, default: str | None) -> str | None:
        """Return the id of the category a row names; `default` where it names none that is known."""
        if not wanted.category:
            return default
        path = wanted.category
        if len(path) == 1 and self._find(path[0], None) is None:
            path = tuple(name for name in _LEVELS.split(path[0]) if name)
        parent: str | None = None
        for name in path:
            found = self._find(name, parent)
            if found is None and self.options.create_categories:
                found = self._make(name, parent, wanted.span("category"))
            if found is None:
                self.unknown.setdefault(name, []).append(wanted.span("category"))
                return default
            parent = found
        return parent

    def _find(self, name: str, parent: str | None) -> str | None:
        names = (name, _folded(name))
        found = (
            one.id
            for one in self.known
            if parent in (None, one.parent) and any(each in one.names for each in names)
        )
        return next(found, None)

    def _make(self, name: str, parent: str | None, span: Span) -> str:
        if len(name) > MAX_NAME:
            message = f"分类名太长了：现在 {len(name)} 个字"
            self.problems.append(Problem(span, "import-length", message, f"最多 {MAX_NAME} 个字"))
        taken = {one.id for one in self.known}
        new = category_id(name)
        if new in taken:
            new = derived_slug(new, f"{parent}/{name}")
        self.known.append(_Known(new, (new, _folded(name)), parent))
        self.made.append(NewCategory(new, name, parent))
        return new

    def report_unknown(self, default: str | None) -> None:
        """Report each unknown name once, at its first place."""
        for name, spans in self.unknown.items():
            rows = f"（共 {len(spans)} 行）" if len(spans) > 1 else ""
            message = f"没有叫“{name}”的分类{rows}"
            if default is None:
                problem = Problem(spans[0], "import-category", message, self._hint(name))
            else:
                message = f"{message}，放进了 {default}"
                problem = warning(spans[0], "import-category", message, self._hint(name))
            self.problems.append(problem)

    def _hint(self, name: str) -> str:
        names = [one.names[1] for one in self.known]
        close = get_close_matches(_folded(name), names, n=1, cutoff=0.5)
        if close:
            return f"是不是“{close[0]}”？要新建就加 --create-categories"
        return "要新建就加 --create-categories；要放进一个已有的分类就用 --category"


def _folded(name: str) -> str:
    return "".join(name.split()).lower()


def with_categories(files: Mapping[str, bytes], made: list[NewCategory]) -> dict[str, bytes]:
    """Return `categories.yaml` with the new categories at the end of their lists, if there are any."""
    content = files[CATEGORIES]
    for new in made:
        file = YamlFile.read(content)
        pairs = {"id": new.id, "name": new.name}
        if new.parent is None:
            file.append("categories", [pairs])
        else:
            records_of(file, "categories")[new.parent].add_children([pairs])
        content = file.content()
    return {CATEGORIES: content} if made else {}
