"""Every page of the site: its address, its template, and what the template is given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from dianzhi.artifact import Artifact
from dianzhi.catalog.rich import Rich
from dianzhi.changes import WEEK, changelog, grouped, recent
from dianzhi.model.entry import Entry
from dianzhi.model.flow import Flow
from dianzhi.model.meeting import Meeting
from dianzhi.model.place import Places
from dianzhi.model.product import Product
from dianzhi.model.script import Script, ScriptKind
from dianzhi.render.kb import addresses
from dianzhi.render.kb.answers import answer_html, answer_plain, open_slots, slot_table
from dianzhi.render.kb.blanks import Blank, fields, pieces
from dianzhi.render.kb.book import Book
from dianzhi.render.kb.diagram import diagram
from dianzhi.render.kb.sources import shown
from dianzhi.render.kb.standing import overdue, standing, state_banner


@dataclass(frozen=True)
class Printer:
    """Fills templates with what the book says."""

    book: Book
    environment: Environment

    def page(self, address: str, template: str, title: str, **values: Any) -> Artifact:  # noqa: ANN401
        """Return one Markdown file; templates find `book`, `root` and the functions below."""
        view = View(self.book, addresses.root_of(address))
        filled = self.environment.get_template(template).render(
            title=title, book=self.book, day=self.book.catalog.day, view=view, **values
        )
        return Artifact(addresses.markdown_path(address), filled.encode())


@dataclass(frozen=True, slots=True)
class View:
    """What templates call; every link is relative to the page at hand."""

    book: Book
    root: str

    def to(self, kind: str, ident: str) -> str:
        """Return the link to a record."""
        return self.root + addresses.address(kind, ident)

    def edit(self, at: Places) -> str:
        """Return the link to where a record is edited."""
        return addresses.edit_link(at, self.book.catalog.content.shop.edit_url, self.root)

    def html(self, answer: Rich, labels: Mapping[str, str], language: str = "zh") -> Markup:
        """Return an answer as HTML; `to_html` escapes all text in it."""
        nodes = answer.zh if language == "zh" else answer.en or ()
        return Markup(answer_html(nodes, self.root, labels))  # noqa: S704

    def plain(self, answer: Rich, labels: Mapping[str, str]) -> str:
        """Return an answer as an agent pastes it into a chat."""
        return answer_plain(answer.zh, labels)

    def missing(self, answer: Rich, labels: Mapping[str, str]) -> str:
        """Return what an agent still has to fill in after pasting, joined for reading."""
        return "、".join(open_slots(answer.zh, labels))

    def drawing(self, flow: Flow) -> Markup:
        """Return the picture of a dialogue."""
        return diagram(flow, {one.id: one.question.zh for one in self.book.entries.values()})

    standing = staticmethod(standing)
    state_banner = staticmethod(state_banner)
    overdue = staticmethod(overdue)
    grouped = staticmethod(grouped)
    pieces = staticmethod(pieces)

    def fields(self, script: Script) -> tuple[Blank, ...]:
        """Return the blanks that a script asks to fill in."""
        return fields(script, self.book.catalog.content.shop)

    def is_blank(self, piece: object) -> bool:
        """Return whether a piece of a line is to be filled in."""
        return isinstance(piece, Blank)


def every_page(printer: Printer, sources: Mapping[str, bytes]) -> Iterator[Artifact]:
    """Yield all pages."""
    yield from _front_pages(printer)
    content = printer.book.catalog.content
    yield from (_entry(printer, one) for one in content.entries)
    for script in content.scripts:
        address = addresses.address("script", script.id)
        yield printer.page(address, "script.md", script.title.zh, script=script)
    yield from (_flow(printer, one) for one in content.flows)
    yield from (_product(printer, one) for one in content.products)
    yield from (_meeting(printer, one) for one in content.meetings)
    for campaign in content.campaigns:
        address = addresses.address("campaign", campaign.id)
        yield printer.page(address, "campaign.md", campaign.title.zh, campaign=campaign)
    for category in printer.book.categories.values():
        address = addresses.address("category", category.id)
        yield printer.page(address, "category.md", category.name.zh, category=category)
    yield from _sources(printer, sources)


def _front_pages(printer: Printer) -> Iterator[Artifact]:
    catalog = printer.book.catalog
    shop, log = catalog.content.shop.name.zh, changelog(catalog.content, catalog.day)
    late = sorted(
        (one for one in catalog.content.entries if overdue(one, catalog.day)),
        key=lambda one: one.review_by,
    )
    yield printer.page(
        "index.html",
        "home.md",
        f"{shop}客服知识库",
        week=recent(catalog.content, catalog.day),
        this_week=bool(log) and log[0].meeting.day > catalog.day - WEEK,
        late=late,
    )
    yield printer.page(addresses.CHANGELOG, "changelog.md", "更新日志", log=log)
    yield printer.page("scripts.html", "scripts.md", "话术", kinds=tuple(ScriptKind))
    yield printer.page("flows.html", "flows.md", "流程")
    yield printer.page("products.html", "products.md", "商品")
    yield printer.page("meetings.html", "meetings.md", "例会")
    yield printer.page("campaigns.html", "campaigns.md", "活动")
    yield printer.page("people.html", "people.md", "人员")


def _entry(printer: Printer, entry: Entry) -> Artifact:
    catalog, labels = printer.book.catalog, printer.book.labels(entry.products)
    return printer.page(
        addresses.address("entry", entry.id),
        "entry.md",
        entry.question.zh,
        entry=entry,
        answer=catalog.answers[entry.id],
        labels=labels,
        table=slot_table(catalog, entry, labels),
    )


def _flow(printer: Printer, flow: Flow) -> Artifact:
    address = addresses.address("flow", flow.id)
    numbers = {node.id: number for number, node in enumerate(flow.nodes, start=1)}
    return printer.page(address, "flow.md", flow.title.zh, flow=flow, numbers=numbers)


def _product(printer: Printer, product: Product) -> Artifact:
    catalog = printer.book.catalog
    pairs = zip(catalog.content.batches, catalog.public.batches, strict=True)
    return printer.page(
        addresses.address("product", product.id),
        "product.md",
        product.name.zh,
        product=product,
        labels=printer.book.labels((product.id,)),
        slots=next(one.slots for one in catalog.public.products if one.id == product.id),
        batches=[(kept, known) for kept, known in pairs if kept.product == product.id],
    )


def _meeting(printer: Printer, meeting: Meeting) -> Artifact:
    address = addresses.address("meeting", meeting.id)
    groups = grouped(meeting.changes)
    return printer.page(address, "meeting.md", meeting.title.zh, meeting=meeting, groups=groups)


def _sources(printer: Printer, sources: Mapping[str, bytes]) -> Iterator[Artifact]:
    files = list(shown(sources))
    yield printer.page("sources.html", "sources.md", "原始文件", files=files)
    for path, lines in files:
        address = addresses.source_page(path)
        yield printer.page(address, "source.md", path, path=path, lines=lines)
