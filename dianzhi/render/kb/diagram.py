"""A dialogue as one inline SVG: what is said in boxes, what the shopper picks in pills between them.

Colours are CSS variables of the page, so that one drawing serves light and dark. Text is broken by
its estimated width: a Han character is as wide as the type is high, an ASCII one about half.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from dianzhi.model.flow import End, Flow, Node, Outcome
from dianzhi.render.kb.layout import Edge, Layout, lay_out
from dianzhi.render.kb.placing import Size

TYPE: Final = 14
"""Height of the type in pixels."""
LEADING: Final = 20
BOX: Final = 196
"""Width of a box."""
PAD: Final = 12
PILL: Final = Size(150, 28)
GAP: Final = Size(20, 24)
MARGIN: Final = 8
NARROW: Final = 0x2E80
"""Code points below take about half the width."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One box or pill."""

    css: str
    lines: tuple[str, ...]
    size: Size


def diagram(flow: Flow, questions: Mapping[str, str]) -> Markup:
    """Return the drawing; `questions` are those of entries by id.

    There are no links in it: the theme's script fails on a page with links inside a drawing.
    """
    shapes: dict[object, Shape] = {node.id: _box(node, questions) for node in _from_start(flow)}
    edges: list[Edge] = []
    for node in flow.nodes:
        for number, (label, target) in enumerate(_ways(node)):
            key = (node.id, number)
            shapes[key] = _pill(label)
            edges += [(node.id, key), (key, target)]
    layout = lay_out({key: shape.size for key, shape in shapes.items()}, edges, GAP)
    return Markup("").join(
        (_opening(layout, flow), *_drawn(shapes, edges, layout), Markup("</svg>"))
    )


def _from_start(flow: Flow) -> list[Node]:
    return sorted(flow.nodes, key=lambda node: node.id != flow.start)


def _ways(node: Node) -> Iterator[tuple[str, str]]:
    """Yield label and target of every way out of a node."""
    for option in node.options:
        yield option.label.zh, option.to
    if node.input is not None:
        yield f"填写：{node.input.label.zh}", node.input.to


def _box(node: Node, questions: Mapping[str, str]) -> Shape:
    said = node.say.zh if node.end is None else f"{node.say.zh}\n{_outcome(node.end, questions)}"
    lines = broken(said, (BOX - 2 * PAD) / TYPE)
    size = Size(BOX, len(lines) * LEADING + 2 * PAD - (LEADING - TYPE))
    return Shape("say" if node.end is None else node.end.outcome.value, lines, size)


def _outcome(end: End, questions: Mapping[str, str]) -> str:
    if end.outcome is Outcome.HANDOFF:
        return "→ 转人工"
    return f"→ 看答案：{questions.get(end.entry or '', '')}"


def _pill(label: str) -> Shape:
    lines = broken(label, (PILL.width - PAD) / TYPE)
    return Shape("pill", lines, Size(PILL.width, PILL.height + LEADING * (len(lines) - 1)))


def broken(text: str, width: float) -> tuple[str, ...]:
    """Return `text` in lines of at most `width` em; closing punctuation never starts a line."""
    lines: list[str] = [""]
    used = 0.0
    for character in text:
        wide = em(character)
        if character == "\n" or (used + wide > width and character not in "，。！？；：、）”》…"):
            lines.append("")
            used = 0.0
        if character != "\n":
            lines[-1] += character
            used += wide
    return tuple(line.strip() for line in lines if line.strip())


def em(character: str) -> float:
    """Return the estimated width of a character in em."""
    return 0.56 if ord(character) < NARROW else 1.0


def _opening(layout: Layout, flow: Flow) -> Markup:
    width, height = layout.width + 2 * MARGIN, layout.height + 2 * MARGIN
    return Markup(
        '<svg class="dz-flow" xmlns="http://www.w3.org/2000/svg" role="group" aria-label="{title}"'
        ' width="{w}" height="{h}" viewBox="-{m} -{m} {w} {h}">'
        '<defs><marker id="dz-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"'
        ' markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    ).format(title=f"流程图：{flow.title.zh}", w=width, h=height, m=MARGIN)


def _drawn(shapes: Mapping[object, Shape], edges: list[Edge], layout: Layout) -> Iterator[Markup]:
    for edge in edges:
        yield _edge(edge, shapes, layout)
    for key, shape in shapes.items():
        yield _shape(shape, *layout.centres[key])


def _edge(edge: Edge, shapes: Mapping[object, Shape], layout: Layout) -> Markup:
    source, target = edge
    turn = -1 if edge in layout.back else 1
    (x1, y1), (x2, y2) = layout.centres[source], layout.centres[target]
    start = (x1, y1 + turn * shapes[source].size.height // 2)
    finish = (x2, y2 - turn * shapes[target].size.height // 2)
    css = "back" if edge in layout.back else "way"
    tip = "none" if shapes[target].css == "pill" else "url(#dz-tip)"
    path = _curve((start, *layout.routes[edge], finish))
    return Markup('<path class="{}" d="{}" marker-end="{}"/>').format(css, path, tip)


def _curve(points: tuple[tuple[int, int], ...]) -> str:
    """Return a path that leaves and enters every point vertically."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (y1 + y2) // 2
        parts.append(f"C{x1} {middle} {x2} {middle} {x2} {y2}")
    return "".join(parts)


def _shape(shape: Shape, x: int, y: int) -> Markup:
    width, height = shape.size.width, shape.size.height
    left, top = x - width // 2, y - height // 2
    radius = PILL.height // 2 if shape.css == "pill" else 8
    first = y - (len(shape.lines) - 1) * LEADING // 2
    text = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(x, first + number * LEADING, line)
        for number, line in enumerate(shape.lines)
    )
    drawn = Markup('<g class="{}"><rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
        shape.css, left, top, width, height, radius
    )
    return drawn + Markup("<text>{}</text></g>").format(text)
