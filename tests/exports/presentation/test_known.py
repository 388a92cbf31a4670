"""A figure is a chart of a presentation only where the whole of it is drawn right; what is not is refused by its name."""

from typing import Any

import plotly.graph_objects as go
import pytest

from cards.figures import Role, meta
from exports.known import Undrawable
from exports.presentation.known import check, native
from tests.exports.presentation.figures import bars, lines

TRACES: list[tuple[dict[str, Any], str]] = [
    ({"fill": "tozeroy"}, "scatter.fill"),
    ({"stackgroup": "one"}, "scatter.stackgroup"),
    ({"opacity": 0.5}, "scatter.opacity"),
    ({"connectgaps": True}, "scatter.connectgaps"),
    ({"yaxis": "y2"}, "scatter.yaxis"),
    ({"line_color": None}, "scatter.line.color"),
    ({"marker_color": None}, "scatter.marker.color"),
    ({"line_dash": "dash"}, "scatter.line.dash"),
    ({"line_shape": "hv"}, "scatter.line.shape"),
    ({"error_y": {"array": [1, 1, 1]}}, "scatter.error_y"),
    ({"marker_symbol": "star"}, "scatter.marker.symbol"),
    ({"marker_symbol": ["circle", "x-thin", "circle"]}, "scatter.marker.symbol"),
    ({"marker_opacity": 0.5}, "scatter.marker.opacity"),
    ({"marker_color": [1, 2, 3]}, "scatter.marker.color"),
    ({"marker_color": "rgba(0,0,0,0)"}, "scatter.marker.color"),
    ({"marker_colorscale": "Blues"}, "scatter.marker.colorscale"),
    ({"mode": "text"}, "scatter.mode"),
    ({"meta": meta(Role.WORDS)}, "trace.meta.role"),
    ({"meta": meta(Role.GROUND)}, "trace.meta.role"),
    ({"meta": None}, "trace.meta.role"),
]
LAYOUTS: list[tuple[dict[str, Any], str]] = [
    ({"yaxis_type": "log"}, "layout.yaxis.type"),
    ({"xaxis_type": "date"}, "layout.xaxis.type"),
    ({"yaxis_scaleanchor": "x"}, "layout.yaxis.scaleanchor"),
    ({"yaxis_title_text": "Visits"}, "layout.yaxis.title"),
    ({"yaxis_side": "right"}, "layout.yaxis.side"),
    ({"xaxis_tickangle": -45}, "layout.xaxis.tickangle"),
    ({"yaxis2": {"overlaying": "y"}}, "layout.yaxis2"),
    ({"showlegend": True}, "layout.showlegend"),
    ({"title_text": "A title"}, "layout.title"),
    ({"shapes": [{"type": "path", "path": "M0 0L1 1"}]}, "layout.shapes.path"),
    ({"shapes": [{"type": "rect", "x0": 0, "x1": 1, "y0": 0, "y1": 1}]}, "layout.shapes.type"),
    ({"shapes": [{"type": "line", "x0": 0, "x1": 1, "xsizemode": "pixel"}]}, "layout.shapes.xsizemode"),
    ({"barmode": "relative"}, "layout.barmode"),
    ({"meta": {"kind": "lines", "panels": [["x", "y"], ["x2", "y2"]]}}, "layout.meta.panels"),
    ({"meta": None}, "layout.meta.panels"),
]


def refusal(figure: go.Figure) -> str:
    with pytest.raises(Undrawable) as refused:
        check(figure)
    assert not native(figure)
    return refused.value.where


@pytest.mark.parametrize(("looks", "attribute"), TRACES, ids=[each[1] for each in TRACES])
def test_a_trace_that_a_chart_draws_otherwise_is_refused_by_its_attribute(
    looks: dict[str, Any], attribute: str
) -> None:
    assert native(lines())
    assert refusal(lines().update_traces(**looks)) == attribute


@pytest.mark.parametrize(("looks", "attribute"), LAYOUTS, ids=[each[1] for each in LAYOUTS])
def test_a_layout_that_a_chart_draws_otherwise_is_refused_by_its_attribute(
    looks: dict[str, Any], attribute: str
) -> None:
    assert refusal(lines().update_layout(**looks)) == attribute


@pytest.mark.parametrize("trace", [go.Heatmap(z=[[1]]), go.Pie(values=[1]), go.Box(y=[1]), go.Scattergl(y=[1])])
def test_a_trace_of_another_type_is_refused(trace: Any) -> None:
    assert refusal(lines().add_trace(trace.update(meta=meta(Role.DOTS)))) == "trace.meta.role"


def test_bars_and_points_together_are_refused() -> None:
    assert refusal(go.Figure(data=[*bars().data, *lines().data], layout=bars().layout)) == "trace"


def test_a_bar_with_a_base_of_its_own_is_refused() -> None:
    assert refusal(bars().update_traces(base=1)) == "bar.base"


def test_stacked_bars_are_drawn_unless_a_part_is_below_zero_or_has_words_beyond() -> None:
    assert native(bars("stack", words="inside"))
    assert refusal(bars("stack").update_traces(y=[-1, 2])) == "layout.barmode"
    assert refusal(bars("stack", words="outside")) == "bar.textposition"
