"""faq.html and, where the shop speaks English, faq.en.html: every answer, without any script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dianzhi.artifact import Artifact
from dianzhi.catalog.answers import said
from dianzhi.catalog.public import Public, PublicCategory
from dianzhi.catalog.values import hours_text
from dianzhi.model.kinds import Text
from dianzhi.model.shop import Channel, ChannelKind, Holiday, Promise
from dianzhi.render.public.page.entries import Item, item
from dianzhi.render.public.page.environment import environment
from dianzhi.render.public.page.linked_data import linked_data
from dianzhi.render.public.page.words import EN, ZH, Words


@dataclass(frozen=True, slots=True)
class Section:
    """A category with its questions."""

    id: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach a person; `href` where the page can lead there."""

    label: str
    address: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class _Page:
    """What the template asks for, in one language."""

    public: Public
    words: Words
    sections: tuple[Section, ...]

    def text(self, value: Text) -> str:
        return said(value, self.words.lang[:2])

    @property
    def name(self) -> str:
        return self.text(self.public.shop.name)

    @property
    def total(self) -> int:
        return sum(len(section.items) for section in self.sections)

    @property
    def translated(self) -> bool:
        return "en" in self.public.shop.languages

    @property
    def canonical(self) -> str | None:
        address = self.public.shop.address
        return address and address + self.words.file

    @property
    def hours(self) -> str:
        return self.text(hours_text(self.public.shop.hours))

    @property
    def holidays(self) -> tuple[Holiday, ...]:
        return tuple(one for one in self.public.shop.holidays if one.day >= self.public.day)

    @property
    def promises(self) -> tuple[Promise, ...]:
        return self.public.shop.promises

    @property
    def channels(self) -> tuple[tuple[str, tuple[Way, ...]], ...]:
        names = dict(self.public.shop.platforms)
        return tuple(
            (self.text(names[platform]), tuple(map(self._way, channels)))
            for platform, channels in self.public.shop.channels
            if channels
        )

    def _way(self, channel: Channel) -> Way:
        return Way(self.text(channel.label), channel.address, _href(channel))

    @property
    def linked(self) -> Markup:
        items = (one for section in self.sections for one in section.items)
        return Markup(linked_data(items, self.words.lang, self.canonical))  # noqa: S704  # escaped


def faq_pages(
    public: Public, media: str, files: Mapping[str, bytes], style: str
) -> Iterator[Artifact]:
    """Yield the page in every language; `media` and `style` are addresses from the page."""
    template = environment(files).get_template("faq.html")
    for words in (ZH, EN):
        if words.lang[:2] in public.shop.languages:
            page = _Page(public, words, tuple(_sections(public, words, media)))
            text = template.render(page=page, words=words, style=style)
            yield Artifact(words.file, text.encode())


def _href(channel: Channel) -> str | None:
    address = channel.address or ""
    if channel.kind is ChannelKind.MAIL:
        return f"mailto:{address}"
    if channel.kind is ChannelKind.PHONE:
        return f"tel:{address}"
    return address if address.startswith(("https://", "http://")) else None


def _sections(public: Public, words: Words, media: str) -> Iterator[Section]:
    entries = {entry.id: entry for entry in public.entries}
    names = {one.id: said(one.name, words.lang[:2]) for one in public.categories}
    for category in public.categories:
        if category.entries:
            items = (item(entries[one], public, words, media) for one in category.entries)
            yield Section(f"category_{category.id}", _full_name(category, names), tuple(items))


def _full_name(category: PublicCategory, names: Mapping[str, str]) -> str:
    above = f"{names[category.parent]} · " if category.parent else ""
    return above + names[category.id]
