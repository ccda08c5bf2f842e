"""Flows as drawings: nothing overlaps, nothing is lost, arrows lead down."""

from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.render.kb.diagram import broken, diagram, em
from dianzhi.render.kb.layout import lay_out
from dianzhi.render.kb.placing import Size

SVG = "{http://www.w3.org/2000/svg}"
GAP = Size(10, 20)


@st.composite
def graphs(draw):
    count = draw(st.integers(1, 9))
    sides = st.integers(1, 40).map(lambda half: 2 * half)
    sizes = {number: Size(draw(sides), draw(sides)) for number in range(count)}
    ends = st.integers(0, count - 1)
    edges = draw(st.lists(st.tuples(ends, ends).filter(lambda e: e[0] != e[1]), unique=True))
    return sizes, edges


@given(graphs())
def test_boxes_never_overlap_and_lie_within_the_drawing(graph):
    sizes, edges = graph
    layout = lay_out(sizes, edges, GAP)
    for one, other in combinations(sizes, 2):
        (x1, y1), (x2, y2) = layout.centres[one], layout.centres[other]
        beside = abs(x1 - x2) * 2 + 2 >= sizes[one].width + sizes[other].width
        below = abs(y1 - y2) * 2 + 2 >= sizes[one].height + sizes[other].height
        assert beside or below
    for key, size in sizes.items():
        x, y = layout.centres[key]
        assert x - size.width / 2 >= -1
        assert x + size.width / 2 <= layout.width + 1
        assert y - size.height / 2 >= -1
        assert y + size.height / 2 <= layout.height + 1


@given(graphs())
def test_edges_lead_down_unless_they_close_a_cycle(graph):
    sizes, edges = graph
    layout = lay_out(sizes, edges, GAP)
    for edge in edges:
        ways = [layout.centres[edge[0]], *layout.routes[edge], layout.centres[edge[1]]]
        depths = [y for _, y in ways]
        assert depths == sorted(depths, reverse=edge in layout.back)
        assert len(set(depths)) == len(depths)


@given(graphs())
def test_without_a_cycle_no_edge_leads_up(graph):
    sizes, edges = graph
    forward = [(a, b) for a, b in edges if a < b]
    assert lay_out(sizes, forward, GAP).back == frozenset()


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("七天无理由", 10, ("七天无理由",), id="fits"),
        pytest.param("七天无理由退货", 4, ("七天无理", "由退货"), id="breaks between characters"),
        pytest.param("七天无理，由", 4, ("七天无理，", "由"), id="no comma at the start"),
        pytest.param("abcd", 2.3, ("abcd",), id="ASCII is narrow"),
        pytest.param("一\n二", 9, ("一", "二"), id="the author's break"),
        pytest.param("", 9, (), id="nothing"),
    ],
)
def test_broken(text, width, lines):
    assert broken(text, width) == lines


@given(st.text("退货abc 12，。\n", max_size=60), st.integers(2, 12))
def test_breaking_loses_no_character_and_keeps_the_width(text, width):
    lines = broken(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    hanging = 60  # closing punctuation may hang over the edge, however much there is of it
    assert all(
        sum(map(em, line.rstrip("，。")))
        <= width + (hanging if "，" in line or "。" in line else 0)
        for line in lines
    )


@pytest.fixture
def drawing(catalog_of, shop_files):
    catalog = catalog_of(shop_files)
    return ET.fromstring(diagram(catalog.content.flows[0], {"how-long": "没开封能放多久"}))  # noqa: S314  # our own output


def test_the_drawing_says_what_the_flow_says(drawing):
    shown = ["".join(group.itertext()) for group in drawing.iter(f"{SVG}g")]
    assert shown == [
        "付款了吗？",
        "请填订单号。",
        "看看这一条。→ 看答案：没开封能放多久",
        "正在转人工。→ 转人工",
        "付了",
        "没有",
        "填写：订单号",
    ]


def test_every_way_is_drawn_and_ends_in_an_arrow_at_a_box(drawing):
    ways = drawing.findall(f"{SVG}path")
    assert [one.get("marker-end") for one in ways] == ["none", "url(#dz-tip)"] * 3


def test_there_are_no_links_because_the_theme_fails_on_them(drawing):
    assert not [one for one in drawing.iter() if "href" in " ".join(one.keys())]


def test_a_loop_leads_back_dashed(catalog_of, broken_shop):
    files = broken_shop(
        "flows/urge.yaml",
        "    end: {outcome: answer, entry: how-long}",
        "    options:\n      - {label: 再来, to: ask}",
    )
    drawn = ET.fromstring(diagram(catalog_of(files).content.flows[0], {}))  # noqa: S314  # our own output
    assert [one.get("class") for one in drawn.findall(f"{SVG}path")].count("back") == 1
    assert all(a != b for a, b in pairwise(one.get("d") for one in drawn.findall(f"{SVG}path")))
