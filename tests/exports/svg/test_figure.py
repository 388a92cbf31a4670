"""A figure drawn without a browser: one mark a value, gaps that break lines, words where they belong, ways to records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

import loaders
from charts.theme import TEMPLATE
from exports.svg import figure as svg
from exports.svg.axes import Plane
from exports.svg.text import number
from tests.figures import charts
from texts import Words


def figure(*traces: Mapping[str, object], **layout: object) -> go.Figure:
    margin = {"l": 10, "r": 10, "t": 10, "b": 10}
    bare = {"template": TEMPLATE, "height": 220, "margin": margin, "xaxis": {"range": [0, 10], "visible": False}}
    return go.Figure(data=list(traces), layout={**bare, "yaxis": {"range": [0, 10], "visible": False}, **layout})


def drawn(given: go.Figure, **how: object) -> ET.Element:
    return ET.fromstring(svg.draw(given, name="c", width=220, **how))  # type: ignore[arg-type]  # noqa: S314 - our own


def tags(root: ET.Element, name: str) -> list[ET.Element]:
    return list(root.iter(name))


def test_a_value_is_one_mark_at_its_place() -> None:
    root = drawn(figure({"type": "scatter", "mode": "markers", "x": [0, 5, 10], "y": [0, 5, 10]}))
    marks = [(circle.get("cx"), circle.get("cy")) for circle in tags(root, "circle")]
    assert marks == [("10", "210"), ("110", "110"), ("210", "10")]


def test_a_gap_breaks_the_line() -> None:
    root = drawn(
        figure({"type": "scatter", "mode": "lines", "x": [0, 1, 2, 3], "y": [1, 2, None, 3], "line": {"color": "red"}})
    )
    path = next(path.get("d") or "" for path in tags(root, "path") if path.get("class") == "line")
    assert re.sub(r"[\d. ]", "", path) == "MLM"


def test_an_open_mark_has_no_fill_and_its_colour_as_its_line() -> None:
    marker = {
        "symbol": ["circle", "circle-open", "diamond-open", "square"],
        "color": "#12436D",
        "size": 10,
        "line": {"width": 2},
    }
    root = drawn(figure({"type": "scatter", "mode": "markers", "x": [1, 2, 3, 4], "y": [1, 2, 3, 4], "marker": marker}))
    full, ring = tags(root, "circle")
    assert full.get("fill") == "#12436D"
    assert (ring.get("fill"), ring.get("stroke"), ring.get("stroke-width")) == ("none", "#12436D", "2")
    assert len(tags(root, "rect")) == 1


def test_a_mark_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="star"):
        drawn(figure({"type": "scatter", "mode": "markers", "x": [1], "y": [1], "marker": {"symbol": "star"}}))


def test_a_mark_says_what_it_says_under_the_pointer_and_leads_to_its_record() -> None:
    trace = {
        "type": "scatter", "mode": "markers", "x": [1, 2], "y": [1, 2], "customdata": [["E001"], ["other"]],
        "text": ["A &lt;b&gt; &amp;<br>c", ""], "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    root = drawn(figure(trace), way=lambda code: f"record/{code}.html" if code == "E001" else "")
    assert [title.text for title in tags(root, "title")] == ["A <b> & c"]
    assert [(a.get("href"), a.get("tabindex")) for a in tags(root, "a")] == [("record/E001.html", "-1")]
    assert tags(drawn(figure(trace), hovers=False), "title") == []


def test_words_of_a_file_cannot_become_markup() -> None:
    note = {"x": 1, "y": 1, "text": "<script>alert(1)</script> &lt;img src=x&gt;", "showarrow": False}
    root = drawn(figure(annotations=[note]))
    assert {element.tag for element in root.iter()} == {"svg", "text"}


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
    held = [[x <= a <= x + w and y <= b <= y + h for x, y, w, h in bars].index(True) for a, b in ends]
    assert set(held) == {0, 1, 2}
    assert held[::2] == held[1::2]


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
    values = {"type": "scatter", "mode": "lines", "x": [1, 2], "y": [-2, 8]}
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
        "fillcolor": "#12436D",
    }
    path = tags(drawn(figure(shapes=[half])), "path")[0]
    assert (path.get("transform"), path.get("d")) == ("translate(110 110)", "M0 -6 C-8 -6 -8 6 0 6 Z")


def test_bold_and_breaks_become_svg_text() -> None:
    note = {"x": 5, "y": 5, "text": "<b>One</b> two<br>three", "showarrow": False}
    text = tags(drawn(figure(annotations=[note])), "text")[0]
    assert "".join(text.itertext()) == "One twothree"
    assert [(span.get("font-weight"), span.get("dy")) for span in text.iter("tspan")] == [("600", None), (None, "18.2")]


def test_a_length_is_written_to_a_tenth_of_a_pixel() -> None:
    assert [number(value) for value in (1.0, -0.04, 2.25, -3.5)] == ["1", "0", "2.2", "-3.5"]


def test_every_chart_of_the_dashboard_is_drawn_in_both_forms(package: loaders.Package, words: Words) -> None:
    found = list(charts(package, words))
    assert len(found) > 10
    for chart in found:
        for given, across in ((chart.figure, svg.WIDE), (chart.narrow or chart.figure, svg.NARROW)):
            ET.fromstring(svg.draw(given, name=chart.key, width=across))  # noqa: S314 - our own


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
