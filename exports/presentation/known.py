"""What of Plotly a presentation's own charts draw: a figure that sets anything else is a picture."""

import re
from typing import Any

import plotly.graph_objects as go

from cards.figures import Role
from exports.known import ANY, Undrawable, hold
from exports.svg.axes import Looks, listed, present

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|white")
_LINE = {"color": _COLOUR, "width": ANY, "dash": {"solid"}}
_META = {"role": ANY, "series": ANY, "number": ANY}
_TRACE: dict[str, Any] = {
    **dict.fromkeys(("type", "name", "x", "y", "cliponaxis"), ANY),
    **dict.fromkeys(("customdata", "hoverinfo", "hovertext", "hovertemplate", "selected", "unselected"), ANY),
    "meta": _META,
    "xaxis": {"x"},
    "yaxis": {"y"},
}
_WORDS = {"text": ANY, "textfont": {"size": ANY, "color": _COLOUR}}
_MARKER = {
    **dict.fromkeys(("size", "sizeref", "sizemin", "sizemode", "line"), ANY),
    "symbol": {"circle", "circle-open", "diamond", "diamond-open"},
    "color": _COLOUR,
    "opacity": {1},
}
_POINTS = {
    **_TRACE,
    **_WORDS,
    "mode": {"lines", "markers", "lines+markers", "markers+text", "lines+markers+text"},
    "line": _LINE,
    "marker": _MARKER,
    "connectgaps": {False},
    "textposition": {f"{up} {along}" for up in ("top", "middle", "bottom") for along in ("left", "center", "right")},
}
_BARS = {
    **_TRACE,
    **_WORDS,
    **dict.fromkeys(("orientation", "width", "constraintext", "textangle"), ANY),
    "marker": {"color": _COLOUR, "line": ANY},
    "textposition": {"inside", "outside"},
    "insidetextanchor": {"middle"},
}
_PATTERN = {"shape": {"/"}, "fgcolor": _COLOUR, "bgcolor": _COLOUR, "size": ANY, "solidity": ANY}
_HATCH = {
    **_TRACE,
    "orientation": {"v"},
    "base": ANY,
    "width": ANY,
    "marker": {"pattern": _PATTERN, "color": ANY, "line": ANY},
}
_TRACES = {
    ("scatter", Role.DOTS): _POINTS,
    ("scatter", Role.LINE): _POINTS,
    ("bar", Role.BARS): _BARS,
    ("bar", Role.GROUND): _HATCH,
}
_AXIS = {
    **dict.fromkeys(("anchor", "domain", "range", "visible", "fixedrange", "showticklabels"), ANY),
    **dict.fromkeys(("dtick", "nticks", "tickmode", "tickvals", "ticktext", "tickprefix", "ticksuffix"), ANY),
    **dict.fromkeys(
        ("tickfont", "tickformat", "ticklabelstandoff", "showgrid", "gridcolor", "showline", "linecolor"), ANY
    ),
    **dict.fromkeys(("zeroline", "zerolinecolor", "zerolinewidth"), ANY),
    "tickangle": {0},
    "rangemode": {"tozero", "normal"},
    "autorange": {"reversed", True},
    "type": {"linear", "category"},
}
_RULE = {
    **dict.fromkeys(("name", "x0", "x1", "y0", "y1", "xref", "yref", "layer"), ANY),
    "type": {"line"},
    "line": _LINE | {"dash": {"solid", "dot"}},
}
_LAYOUT = {
    **dict.fromkeys(
        ("meta", "template", "height", "width", "margin", "font", "annotations", "bargap", "bargroupgap"), ANY
    ),
    "xaxis": _AXIS | {"side": {"top", "bottom"}},
    "yaxis": _AXIS | {"side": {"left"}},
    "shapes": _RULE,
    "barmode": {"group", "stack"},
}


def native(figure: go.Figure) -> bool:
    """Tell whether a presentation has a chart that draws the whole of a figure; if not, it is a picture."""
    try:
        check(figure)
    except Undrawable:
        return False
    return True


def check(figure: go.Figure) -> None:
    """Raise `Undrawable` for what a presentation's chart would not draw, or draw otherwise."""
    drawn = figure.to_plotly_json()
    layout, traces = drawn["layout"], drawn["data"]
    panels = (layout.get("meta") or {}).get("panels", ())
    if len(panels) != 1:
        raise Undrawable("layout.meta.panels", panels)
    hold(layout, _LAYOUT, "layout")
    for trace in traces:
        kind = trace["type"], (trace.get("meta") or {}).get("role", "")
        if kind not in _TRACES:
            raise Undrawable("trace.meta.role", " ".join(kind))
        hold(trace, _TRACES[kind], trace["type"])
        _check_colours(trace)
    values = [trace for trace in traces if trace["meta"]["role"] != Role.GROUND]
    if len({trace["type"] for trace in values}) != 1:
        raise Undrawable("trace", "bars and points together" if values else "no values")
    if values[0]["type"] == "bar" and layout.get("barmode") == "stack":
        for bar in values:
            _check_stacked(bar)


def _check_colours(trace: Looks) -> None:
    """Refuse a trace that leaves its colours to Plotly."""
    mode = trace.get("mode", "markers")
    for part in ("line", "marker"):
        if part in mode and not (trace.get(part) or {}).get("color"):
            raise Undrawable(f"{trace['type']}.{part}.color", None)


def _check_stacked(bar: Looks) -> None:
    """Refuse what a stacked chart does otherwise: it piles what is below zero downwards, and writes no words beyond."""
    lengths = listed(bar["x" if bar.get("orientation") == "h" else "y"])
    if any(present(length) and length < 0 for length in lengths):
        raise Undrawable("layout.barmode", "stack below zero")
    if bar.get("textposition") == "outside":
        raise Undrawable("bar.textposition", "outside a stack")
