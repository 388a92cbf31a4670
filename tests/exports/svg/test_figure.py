"""A figure drawn without a browser: one mark a value, gaps that break lines, words where they belong, ways to records."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

import loaders
from cards.palette import BLUE
from charts.theme import TEMPLATE
from exports.known import Undrawable
from exports.svg import figure as svg
from exports.svg.axes import Plane
from exports.svg.text import px
from tests.figures import charts
from texts import Words

DOTS = {"type": "scatter", "mode": "markers", "x": [1], "y": [1], "marker": {"color": BLUE}}
LINE = {"type": "scatter", "mode": "lines", "x": [1, 2], "y": [1, 2], "line": {"color": BLUE}}
BARS = {"type": "bar", "x": [1, 2], "y": [1, 2], "marker": {"color": BLUE}}


def figure(*traces: Mapping[str, object], **layout: object) -> go.Figure:
    margin = {"l": 10, "r": 10, "t": 10, "b": 10}
    bare = {"template": TEMPLATE, "height": 220, "margin": margin, "xaxis": {"range": [0, 10], "visible": False}}
    return go.Figure(data=list(traces), layout={**bare, "yaxis": {"range": [0, 10], "visible": False}, **layout})


def drawn(given: go.Figure, **how: object) -> ET.Element:
    return ET.fromstring(svg.draw(given, name="c", width=220, **how))  # type: ignore[arg-type]  # noqa: S314 - our own


def tags(root: ET.Element, name: str) -> list[ET.Element]:
    return list(root.iter(name))


def test_a_value_is_one_mark_at_its_place() -> None:
    root = drawn(figure(DOTS | {"x": [0, 5, 10], "y": [0, 5, 10]}))
    marks = [(circle.get("cx"), circle.get("cy")) for circle in tags(root, "circle")]
    assert marks == [("10", "210"), ("110", "110"), ("210", "10")]


def test_a_gap_breaks_the_line() -> None:
    root = drawn(figure(LINE | {"x": [0, 1, 2, 3], "y": [1, 2, None, 3]}))
    path = next(path.get("d") or "" for path in tags(root, "path") if path.get("class") == "line")
    assert re.sub(r"[\d. ]", "", path) == "MLM"


def test_an_open_mark_has_no_fill_and_its_colour_as_its_line() -> None:
    marker = {
        "symbol": ["circle", "circle-open", "diamond-open", "square"],
        "color": BLUE,
        "size": 10,
        "line": {"width": 2},
    }
    root = drawn(figure({"type": "scatter", "mode": "markers", "x": [1, 2, 3, 4], "y": [1, 2, 3, 4], "marker": marker}))
    full, ring = tags(root, "circle")
    assert full.get("fill") == BLUE
    assert (ring.get("fill"), ring.get("stroke"), ring.get("stroke-width")) == ("none", BLUE, "2")
    assert len(tags(root, "rect")) == 1


def test_a_mark_says_what_it_says_under_the_pointer_and_leads_to_its_record() -> None:
    trace = DOTS | {
        "x": [1, 2], "y": [1, 2], "customdata": [["E001"], ["other"]],
        "text": ["A &lt;b&gt; &amp;<br>c", ""], "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    root = drawn(figure(trace), way=lambda code: f"record/{code}.html" if code == "E001" else "")
    assert [title.text for title in tags(root, "title")] == ["A <b> & c"]
    assert [(a.get("href"), a.get("tabindex")) for a in tags(root, "a")] == [("record/E001.html", "-1")]
    assert tags(drawn(figure(trace), hovers=False), "title") == []


def test_words_of_a_file_cannot_become_markup() -> None:
    note = {"x": 1, "y": 1, "text": "&lt;script&gt;alert(1)&lt;/script&gt;", "showarrow": False}
    root = drawn(figure(annotations=[note]))
    assert {element.tag for element in root.iter()} == {"svg", "text"}
    with pytest.raises(Undrawable, match="script"):
        drawn(figure(annotations=[note | {"text": "<script>alert(1)</script>"}]))


def test_a_bar_reaches_from_its_base_to_its_value() -> None:
    bars = {
        "type": "bar",
        "x": [2, 6],
        "y": [5, 3],
        "base": [0, 2],
        "width": [2, 2],
        "marker": {"color": ["red", "blue"]},
    }
    boxes = [
        {name: rect.get(name) for name in ("x", "y", "width", "height")} for rect in tags(drawn(figure(bars)), "rect")
    ]
    assert boxes == [
        {"x": "30", "y": "110", "width": "40", "height": "100"},
        {"x": "110", "y": "110", "width": "40", "height": "60"},
    ]


def boxes(root: ET.Element) -> list[tuple[float, ...]]:
    return [tuple(float(rect.get(name) or 0) for name in ("x", "y", "width", "height")) for rect in tags(root, "rect")]


def test_stacked_bars_stand_on_one_another() -> None:
    lower, upper = BARS | {"x": [2, 6], "y": [5, 3], "width": 2}, BARS | {"x": [2, 6], "y": [1, 4], "width": 2}
    assert boxes(drawn(figure(lower, upper, barmode="stack"))) == [
        (30, 110, 40, 100),
        (110, 150, 40, 60),
        (30, 90, 40, 20),
        (110, 70, 40, 80),
    ]


def test_stacked_bars_that_lie_reach_on_from_one_another() -> None:
    lying = BARS | {"orientation": "h", "y": [2, 6], "width": 2}
    left, right = lying | {"x": [5, 3]}, lying | {"x": [1, 4]}
    assert boxes(drawn(figure(left, right, barmode="stack"))) == [
        (10, 150, 100, 40),
        (10, 70, 60, 40),
        (110, 150, 20, 40),
        (70, 70, 80, 40),
    ]


def test_a_stack_goes_by_the_place_of_its_bars_and_not_by_their_order() -> None:
    first, second = BARS | {"x": [2, 6], "y": [5, 3], "width": 2}, BARS | {"x": [6], "y": [4], "width": 2}
    assert boxes(drawn(figure(first, second, barmode="stack")))[-1] == (110, 70, 40, 80)


def test_in_a_stack_a_missing_value_adds_nothing_and_a_ground_keeps_its_base() -> None:
    gap, above = BARS | {"x": [2], "y": [None], "width": 2}, BARS | {"x": [2], "y": [1], "width": 2}
    ground = BARS | {"x": [2], "y": [10], "base": [0], "width": 2}
    assert boxes(drawn(figure(ground, gap, above, barmode="stack"))) == [(30, 10, 40, 200), (30, 190, 40, 20)]


def test_an_axis_reaches_to_the_top_of_a_stack() -> None:
    plane = Plane(figure(BARS, BARS, barmode="stack", yaxis={}).to_plotly_json(), 220)
    assert plane.axis("y").span[1] == pytest.approx(4.2, abs=0.1)


def test_a_bar_that_does_not_say_is_as_wide_as_most_of_the_distance_to_the_next() -> None:
    root = drawn(figure(BARS | {"x": [0, 5, 10]} | {"y": [1, 2, 3]}))
    assert {width for _, _, width, _ in boxes(root)} == {80}


def test_a_hatch_is_one_path_that_stays_within_its_bars_and_leaves_the_pointer_to_them() -> None:
    pattern = {"shape": "/", "size": 7, "solidity": 0.16, "fgcolor": "#CCC", "bgcolor": "#EEE"}
    root = drawn(
        figure({"type": "bar", "x": [1, 2, 3], "y": [1, 1, 1], "width": [0.5] * 3, "marker": {"pattern": pattern}})
    )
    bars = [[float(rect.get(name) or 0) for name in ("x", "y", "width", "height")] for rect in tags(root, "rect")]
    assert {rect.get("fill") for rect in tags(root, "rect")} == {"#EEE"}
    assert len(bars) == 3
    (hatch,) = (path for path in tags(root, "path") if path.get("stroke") == "#CCC")
    assert hatch.get("pointer-events") == "none"
    ends = [tuple(map(float, end)) for end in re.findall(r"[ML]([\d.]+) ([\d.]+)", hatch.get("d") or "")]
    boxed = [[x <= a <= x + w and y <= b <= y + h for x, y, w, h in bars].index(True) for a, b in ends]
    assert set(boxed) == {0, 1, 2}
    assert boxed[::2] == boxed[1::2]


def test_bars_lie_in_the_order_of_their_names() -> None:
    bars = {"type": "bar", "orientation": "h", "x": [3, 1], "y": ["One", "Two"], "marker": {"color": "red"}}
    root = drawn(figure(bars, xaxis={"visible": False}, yaxis={"autorange": "reversed"}))
    first, second = (float(rect.get("y") or 0) for rect in tags(root, "rect"))
    assert first < second
    assert [text.text for text in tags(root, "text")] == ["One", "Two"]


def test_years_are_written_plain_and_counts_as_the_axis_asks() -> None:
    years = figure(yaxis={"range": [1998, 2003], "tickvals": [1999, 2001]})
    assert [text.text for text in tags(drawn(years), "text")] == ["1999", "2001"]
    counts = figure(yaxis={"range": [0, 4000], "tickformat": ",d", "nticks": 5})
    assert [text.text for text in tags(drawn(counts), "text")] == ["0", "1,000", "2,000", "3,000", "4,000"]
    money = figure(yaxis={"range": [0, 2], "tickprefix": "£", "ticksuffix": "bn ", "nticks": 5})
    assert [text.text for text in tags(drawn(money), "text")] == ["£0bn", "£0.5bn", "£1bn", "£1.5bn", "£2bn"]


def test_an_axis_that_starts_at_zero_shows_what_lies_below_it() -> None:
    values = LINE | {"y": [-2, 8]}
    plane = Plane(figure(values, yaxis={"rangemode": "tozero"}).to_plotly_json(), 220)
    low, high = plane.axis("y").span
    assert low < -2
    assert high > 8
    above = Plane(figure(values | {"y": [2, 8]}, yaxis={"rangemode": "tozero"}).to_plotly_json(), 220)
    assert above.axis("y").span[0] == 0


def test_a_map_keeps_the_shape_that_is_asked_for() -> None:
    axes = {
        "xaxis": {"range": [0, 10], "visible": False},
        "yaxis": {"range": [0, 10], "scaleanchor": "x", "scaleratio": 2},
    }
    plane = Plane(figure(**axes).to_plotly_json(), 420)
    x, y = plane.axis("x"), plane.axis("y")
    assert abs(y.at(1) - y.at(0)) == pytest.approx(2 * (x.at(1) - x.at(0)))


def test_a_half_disc_is_drawn_in_px_where_its_step_is() -> None:
    half = {
        "type": "path",
        "path": "M0,-6 C-8,-6 -8,6 0,6 Z",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 5,
        "yanchor": 5,
        "fillcolor": BLUE,
    }
    path = tags(drawn(figure(shapes=[half])), "path")[0]
    assert (path.get("transform"), path.get("d")) == ("translate(110 110)", "M0 -6 C-8 -6 -8 6 0 6 Z")


def test_bold_and_breaks_become_svg_text() -> None:
    note = {"x": 5, "y": 5, "text": "<b>One</b> two<br>three", "showarrow": False}
    text = tags(drawn(figure(annotations=[note])), "text")[0]
    assert "".join(text.itertext()) == "One twothree"
    assert [(span.get("font-weight"), span.get("dy")) for span in text.iter("tspan")] == [("600", None), (None, "18.2")]


def test_a_length_is_written_to_a_tenth_of_a_pixel() -> None:
    assert [px(value) for value in (1.0, -0.04, 2.25, -3.5)] == ["1", "0", "2.2", "-3.5"]


def test_every_dot_of_a_chart_of_records_is_one_mark_and_one_way(package: loaders.Package, words: Words) -> None:
    chart = next(charts(package, words))
    root = ET.fromstring(svg.draw(chart.figure, name="c", way=lambda code: f"{code}.html"))  # noqa: S314 - our own
    codes = [code[0] for trace in chart.figure.select_traces(selector={"type": "scatter"}) for code in trace.customdata]
    assert sorted(a.get("href") or "" for a in tags(root, "a")) == sorted(f"{code}.html" for code in codes)
    assert len(codes) == len(chart.table.rows)


def test_the_figure_itself_is_left_as_it_was(package: loaders.Package, words: Words) -> None:
    chart = next(charts(package, words))
    before = chart.figure.to_json()
    svg.draw(chart.figure, name="c")
    assert chart.figure.to_json() == before
