"""Every file that the popup reads: when it is needed, what is seen once it is there, and without it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.e2e.batches import field, title, with_camera
from tests.e2e.visit import Visit

Step = Callable[[Visit], None]

LAUNCHER, HOME, RESULTS, SEARCH, VIEW, PERSON, NOTHING = range(7)
"""Where a loss is said: on the launcher, beside what home offers, among results, instead of them,
instead of a view, with the ways to a person themselves, nowhere since nobody misses it."""

BROKEN = "收到的内容不完整"
MISSING = "有一份内容暂时取不到"
UNREACHABLE = "暂时连不上内容所在的地址"
UNEXPECTED = "出了点意外"
PAUSE = 200
"""Milliseconds without a key until a question asks for files."""
MODULE = "export const of = 'another version'"


def nothing(_visit: Visit) -> None:
    """No way has to be gone before the file is needed."""


def open_panel(visit: Visit) -> None:
    visit.launcher.click()


def at_home(visit: Visit) -> None:
    visit.launcher.click()
    visit.rows.first.wait_for()


def offered(name: str) -> Step:
    return lambda visit: visit.panel.locator(".offer", has_text=name).click()


def shown(entry: str) -> Step:
    return lambda visit: visit.page.evaluate("(id) => dianzhi.show(id)", entry)


def seen(selector: str, text: str = "") -> Step:
    return lambda visit: expect(visit.panel.locator(selector).first).to_contain_text(text)


def typed(text: str) -> Step:
    def step(visit: Visit) -> None:
        visit.launcher.click()
        visit.ask(text)

    return step


def all_read(visit: Visit) -> None:
    """Whatever the panel reads by itself is there, and nothing was typed."""
    at_home(visit)
    visit.page.wait_for_load_state("networkidle")


def asked(text: str) -> Step:
    def step(visit: Visit) -> None:
        visit.ask(text)
        visit.page.clock.run_for(PAUSE)

    return step


def number_typed(visit: Visit) -> None:
    at_home(visit)
    offered("保质期查询")(visit)
    field(visit).fill("N-88")


def with_a_scanner(visit: Visit) -> None:
    at_home(visit)
    offered("保质期查询")(visit)
    visit.button("扫包装上的码").wait_for()  # time may jump after this


def scan(visit: Visit) -> None:
    visit.button("扫包装上的码").click()


@dataclass(frozen=True, kw_only=True)
class File:
    """One file; a shopper goes `before` without it, `needs` it, and finds that it `works`."""

    pattern: str
    place: int = VIEW
    page: str = "pages/plain.html"
    is_large: bool = False
    """Whether it is read in a large shop only."""
    prepare: Step = nothing
    before: Step = at_home
    needs: Step
    works: Step
    other: str | bytes | None = MODULE
    """As another version has it; None where that is no failure, or has a test of its own."""
    said: str = BROKEN
    """Of another version."""

    @property
    def is_module(self) -> bool:
        return self.pattern.endswith((".js", ".js*"))


FIRST = {"before": nothing, "needs": open_panel}
ANSWER = {"needs": shown("ship-time"), "works": seen(".answer", "48 小时内")}
FACTS = {"needs": shown("opened-use"), "works": seen(".answer", "36 个月")}
PINYIN = {
    "place": RESULTS,
    "before": nothing,
    "needs": typed("kaifenghou"),
    "works": seen(".row", "开封后能用多久"),
    "said": MISSING,
}
MEANING = {
    "place": NOTHING,
    "page": "pages/meaning.html",
    "before": nothing,
    "needs": typed("打开以后多久用完"),
    "works": seen(".row", "开封后能用多久"),
}
LARGE = {"place": SEARCH, "page": "pages/bare.html", "is_large": True}
PREGNANT = {"needs": typed("海盐唇膏孕期安全么"), "works": seen(".row", "怀孕了能用海盐唇膏吗")}
FLOW = {"needs": offered("催发货"), "works": seen(".choices")}
LOOK_UP = {"needs": offered("保质期查询"), "works": seen("input.batch")}

FILES: dict[str, File] = {
    "manifest": File(
        pattern="**/manifest.json", place=LAUNCHER, **FIRST, works=seen(".row"), other=None
    ),
    "panel": File(pattern="**/panel.js*", place=LAUNCHER, **FIRST, works=seen(".row")),
    "engine": File(pattern="**/search.js*", place=HOME, **FIRST, works=seen(".row")),
    "index": File(
        pattern="**/index.bin", place=HOME, **FIRST, works=seen(".row"), other=bytes(999)
    ),
    "rest of the index": File(pattern="**/more.bin", **PINYIN, other=bytes(999)),
    "typing": File(pattern="**/typing.js*", **PINYIN),
    "rest of a head": File(
        pattern="**/more.bin", **LARGE, before=nothing, **PREGNANT, other=bytes(999)
    ),
    "code of parts": File(pattern="**/parts.js*", **LARGE, before=nothing, **PREGNANT),
    "part of an index": File(
        pattern="**/parts/*.bin",
        **LARGE,
        before=all_read,
        needs=asked("海盐唇膏孕期安全么"),
        works=PREGNANT["works"],
        other=bytes(999),
    ),
    "code of meaning": File(pattern="**/meaning.js*", **MEANING),
    "table of meaning": File(pattern="**/meaning.bin", **MEANING, other=bytes(999)),
    "answer part": File(pattern="**/answer.js*", **ANSWER),
    "answer shard": File(pattern="**/answers/*.json", **ANSWER, other="{}"),
    "list of products": File(pattern="**/products/list.json", **FACTS, other="{}"),
    "product": File(pattern="**/amino-cleanser.json", **FACTS, other="{}", said=UNEXPECTED),
    "dialogue part": File(pattern="**/flow.js*", **FLOW),
    "dialogue": File(pattern="**/flows/*.json", **FLOW, other="{}"),
    "look-up part": File(pattern="**/batch.js*", **LOOK_UP),
    "batch shard": File(
        pattern="**/batches/*.json",
        before=number_typed,
        needs=lambda visit: field(visit).press("Enter"),
        works=lambda visit: expect(title(visit)).to_have_text("还有 157 天"),
        other="null",
    ),
    "scan part": File(
        pattern="**/scan.js*",
        prepare=with_camera,
        before=with_a_scanner,
        needs=scan,
        works=seen("video"),
    ),
    "person part": File(
        pattern="**/person.js*", place=PERSON, needs=offered("联系人工"), works=seen("textarea")
    ),
    "memory of ratings": File(
        pattern="**/remember.js*", place=NOTHING, page="pages/remember.html", **ANSWER
    ),
}
