"""What of Plotly cannot be drawn as SVG is refused by its name, never left out or drawn wrongly."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
import pytest

from cards.palette import BLUE
from charts.theme import TEMPLATE
from exports.known import Undrawable
from exports.svg import figure as svg
from tests.exports.svg.test_figure import BARS, DOTS, LINE, figure

AREA = LINE | {"stackgroup": "one"}
ARROW = {"x": 1, "y": 1, "text": "here", "showarrow": True, "ax": 1, "ay": 2, "axref": "x", "ayref": "y"}
WORDS = {"x": 1, "y": 1, "text": "here", "showarrow": False}
RECTANGLE = {"type": "rect", "x0": 0, "x1": 1, "y0": 0, "y1": 1}


@pytest.mark.parametrize(
    ("trace", "name"),
    [
        ({"type": "heatmap", "z": [[1]]}, "heatmap"),
        ({"type": "pie", "values": [1]}, "pie"),
        ({"type": "box", "y": [1]}, "box"),
        ({"type": "histogram", "x": [1]}, "histogram"),
        ({"type": "scattergl", "x": [1], "y": [1]}, "scattergl"),
        (AREA, "scatter.stackgroup"),
        (LINE | {"fill": "tozeroy"}, "scatter.fill"),
        (LINE | {"line": {"color": BLUE, "shape": "spline"}}, "scatter.line.shape"),
        (LINE | {"line": {"color": BLUE, "dash": "dashdot"}}, "scatter.line.dash = 'dashdot'"),
        (LINE | {"line": {"width": 2}}, "scatter.line.color"),
        (LINE | {"connectgaps": True}, "scatter.connectgaps"),
        (LINE | {"opacity": 0.5}, "scatter.opacity"),
        (LINE | {"visible": "legendonly"}, "scatter.visible"),
        (LINE | {"error_x": {"array": [1, 1]}}, "scatter.error_x"),
        (LINE | {"error_y": {"type": "percent", "value": 5}}, "scatter.error_y"),
        (LINE | {"x": ["2020-01-01", "2021-01-01"]}, "scatter.x = '2020-01-01'"),
        ({"type": "scatter", "x": [1], "y": [1]}, "scatter.mode"),
        (DOTS | {"marker": {}}, "scatter.marker.color"),
        (DOTS | {"marker": {"color": BLUE, "symbol": "star"}}, "scatter.marker.symbol = 'star'"),
        (DOTS | {"marker": {"color": BLUE, "symbol": ["circle", "cross"]}}, "scatter.marker.symbol = 'cross'"),
        (DOTS | {"marker": {"color": [0.5], "colorscale": "Blues"}}, "scatter.marker.color"),
        (DOTS | {"marker": {"color": BLUE, "angle": 45}}, "scatter.marker.angle"),
        (DOTS | {"mode": "markers+text", "text": "<sup>2</sup>"}, "scatter.text"),
        (BARS | {"marker": {}}, "bar.marker.color"),
        (BARS | {"offset": 1}, "bar.offset"),
        (BARS | {"text": "a", "textposition": "auto"}, "bar.textposition"),
        (BARS | {"text": "a"}, "bar.textposition"),
        (BARS | {"marker": {"color": BLUE, "cornerradius": 3}}, "bar.marker.cornerradius"),
        (BARS | {"marker": {"color": BLUE, "pattern": {"shape": "x"}}}, "bar.marker.pattern.shape"),
    ],
)
def test_a_trace_that_is_not_known_is_refused_by_name(trace: Mapping[str, Any], name: str) -> None:
    with pytest.raises(Undrawable) as refused:
        svg.draw(figure(trace), name="c")
    assert name in str(refused.value)


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        ({"xaxis": {"type": "log"}}, "xaxis.type = 'log'"),
        ({"yaxis": {"type": "date"}}, "yaxis.type = 'date'"),
        ({"xaxis": {"title": {"text": "Year"}}}, "xaxis.title"),
        ({"xaxis": {"tickangle": 45}}, "xaxis.tickangle"),
        ({"yaxis": {"side": "right"}}, "yaxis.side"),
        ({"yaxis": {"overlaying": "y2"}}, "yaxis.overlaying"),
        ({"yaxis": {"tickformat": ".2e"}}, "yaxis.tickformat"),
        ({"yaxis": {"rangebreaks": [{"values": [1]}]}}, "yaxis.rangebreaks"),
        ({"yaxis": {"range": [0, 50_000]}}, "yaxis.tickformat"),
        ({"title": {"text": "A title"}}, "layout.title"),
        ({"showlegend": True}, "layout.showlegend"),
        ({"legend": {"x": 1}}, "layout.legend"),
        ({"bargap": 0.5}, "layout.bargap"),
        ({"barmode": "group"}, "layout.barmode = 'group'"),
        ({"barmode": "relative"}, "layout.barmode = 'relative'"),
        ({"plot_bgcolor": "black"}, "layout.plot_bgcolor"),
        ({"font": {"size": 24}}, "layout.font.size"),
        ({"polar": {"hole": 0.1}}, "layout.polar"),
        ({"images": [{"source": "a.png"}]}, "layout.images"),
        ({"sliders": [{"active": 0}]}, "layout.sliders"),
        ({"template": "plotly_dark"}, "template.data"),
        ({"shapes": [RECTANGLE | {"opacity": 0.5}]}, "layout.shapes.opacity"),
        ({"shapes": [RECTANGLE | {"type": "circle"}]}, "layout.shapes.type = 'circle'"),
        ({"shapes": [RECTANGLE | {"label": {"text": "a"}}]}, "layout.shapes.label"),
        ({"shapes": [{"type": "path", "path": "M0 0", "xsizemode": "scaled"}]}, "layout.shapes.xsizemode"),
        ({"shapes": [{"type": "path", "path": "M0 0"}]}, "layout.shapes.xsizemode"),
        ({"shapes": [RECTANGLE | {"xsizemode": "pixel"}]}, "layout.shapes.xsizemode"),
        ({"shapes": [RECTANGLE | {"ysizemode": "pixel"}]}, "layout.shapes.ysizemode"),
        ({"annotations": [WORDS | {"textangle": 90}]}, "layout.annotations.textangle"),
        ({"annotations": [WORDS | {"text": "a<br>b", "xanchor": "left"}]}, "layout.annotations.align"),
        ({"annotations": [WORDS | {"bordercolor": "red"}]}, "layout.annotations.bordercolor"),
        ({"annotations": [ARROW]}, "layout.annotations.arrowhead"),
        ({"annotations": [{"x": 1, "y": 1, "text": "a", "arrowhead": 0}]}, "layout.annotations.axref"),
    ],
)
def test_a_layout_that_is_not_known_is_refused_by_name(layout: Mapping[str, Any], name: str) -> None:
    axes = {"xaxis": {"range": [0, 10]}, "yaxis": {"range": [0, 10]}}
    given = go.Figure([DOTS], {"template": TEMPLATE, **axes, **layout})
    with pytest.raises(Undrawable) as refused:
        svg.draw(given, name="c")
    assert name in str(refused.value)


@pytest.mark.parametrize(
    ("bars", "layout", "name"),
    [
        ([BARS, BARS], {}, "layout.barmode = 'group'"),
        ([BARS, BARS | {"y": [-1, 2]}], {"barmode": "stack"}, "below zero"),
        ([BARS | {"text": "a", "textposition": "outside"}], {"barmode": "stack"}, "bar.textposition"),
    ],
)
def test_bars_that_plotly_would_set_otherwise_are_refused_by_name(
    bars: list[Mapping[str, Any]], layout: Mapping[str, Any], name: str
) -> None:
    with pytest.raises(Undrawable) as refused:
        svg.draw(figure(*bars, **layout), name="c")
    assert name in str(refused.value)
