"""What of Plotly a presentation's own charts draw, as `exports.svg` does but where they are narrower or wider; else it is a picture."""

import re

import plotly.graph_objects as go

from cards.figures import Role
from exports.known import ANY, NONE, Undrawable, anything, hold
from exports.svg.known import AXES, BAR, LAYOUT, LINE, MARKER, PATTERN, SCATTER, SHAPE, check_stack, complete

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|white")
_LINE = LINE | {"color": _COLOUR, "dash": {"solid"}}
_TRACE = {"xaxis": {"x"}, "yaxis": {"y"}, "textfont": {"size": ANY, "color": _COLOUR}}
_SYMBOLS = {"circle", "circle-open", "diamond", "diamond-open"}
_POINTS = (
    SCATTER
    | _TRACE
    | {
        "mode": SCATTER["mode"] - {"text"},
        "line": _LINE,
        "marker": MARKER | {"symbol": _SYMBOLS, "color": _COLOUR, "opacity": {1}},
        "error_y": NONE,
    }
)
_BARS = BAR | _TRACE | {"base": NONE, "marker": {"color": _COLOUR, "line": ANY}}
_PATTERN = PATTERN | {"fgcolor": _COLOUR, "bgcolor": _COLOUR}
_HATCH = BAR | _TRACE | {"orientation": {"v"}, "marker": {"pattern": _PATTERN, "color": ANY, "line": ANY}, "text": NONE}
_TRACES = {
    ("scatter", Role.DOTS): _POINTS,
    ("scatter", Role.LINE): _POINTS,
    ("bar", Role.BARS): _BARS,
    ("bar", Role.GROUND): _HATCH,
}
_AXES = {f"{letter}axis": rule | {"matches": NONE, "scaleanchor": NONE} for letter, rule in AXES.items()}
_RULE = SHAPE | {
    "type": {"line"},
    "path": NONE,
    "xsizemode": NONE,
    "ysizemode": NONE,
    "line": _LINE | {"dash": {"solid", "dot"}},
}
_LAYOUT = (
    LAYOUT
    | _AXES
    | anything("template width font bargap bargroupgap")
    | {"shapes": _RULE, "barmode": {"group", "stack"}}
)


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
        complete(trace)
    values = [trace for trace in traces if trace["meta"]["role"] != Role.GROUND]
    if len({trace["type"] for trace in values}) != 1:
        raise Undrawable("trace", "bars and points together" if values else "no values")
    if values[0]["type"] == "bar" and layout.get("barmode") == "stack":
        check_stack(values)
