"""What of Plotly this drawing knows: anything else that would change how a figure looks is refused by its name.

What has no effect in a still drawing, such as hover labels and selections, is known too.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cards.palette import GROUND, TEXT
from exports.known import ANY, Undrawable, anything, hold
from exports.svg.axes import Looks, each, lengths_and_places, listed, present
from exports.svg.text import USUAL

_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}|rgba?\([\d., ]+\)|[a-z]+")
_MARKUP = re.compile(r"(?:[^<]|<br/?>|</?[bi]>)*", re.DOTALL)
_CODED = re.compile(r"[-+]?[\d.,]+%?|\d{4}-\d{2}.*")  # a text that Plotly reads as a number or a date
_X, _Y = (re.compile(rf"paper|{letter}\d*( domain)?") for letter in "xy")

_FONT = {"size": ANY, "color": _COLOUR}
_EDGE = {"color": _COLOUR, "width": ANY}
LINE = _EDGE | {"dash": re.compile(r"solid|dot|\d+px(,\d+px)*")}
_TRACE = anything("customdata hoverinfo hovertemplate hovertext meta name selected unselected x y cliponaxis") | {
    "type": {"scatter", "bar"},
    "xaxis": re.compile(r"x\d*"),
    "yaxis": re.compile(r"y\d*"),
    "text": _MARKUP,
    "textfont": _FONT,
}
MARKER = anything("size sizeref sizemin opacity") | {
    "symbol": {"circle", "circle-open", "square", "square-open", "diamond", "diamond-open", "x-thin"},
    "color": _COLOUR,
    "sizemode": {"area", "diameter"},
    "line": _EDGE,
}
PATTERN = {"shape": {"/"}, "fgcolor": _COLOUR, "bgcolor": _COLOUR, "size": ANY, "solidity": ANY}
SCATTER = _TRACE | {
    "mode": {"lines", "markers", "text", "lines+markers", "markers+text", "lines+markers+text"},
    "marker": MARKER,
    "line": LINE,
    "connectgaps": {False},
    "textposition": {f"{up} {along}" for up in ("top", "middle", "bottom") for along in ("left", "center", "right")},
    "error_y": anything("array thickness width") | {"type": {"data"}, "symmetric": {False}, "color": _COLOUR},
}
BAR = _TRACE | {
    "orientation": {"h", "v"},
    "base": ANY,
    "width": ANY,
    "marker": {"color": _COLOUR, "line": _EDGE, "pattern": PATTERN},
    "textposition": {"inside", "outside"},
    "insidetextanchor": {"middle"},
    "textangle": {0},
    "constraintext": {"none"},
}
_AXIS = (
    anything("range domain anchor visible fixedrange automargin matches scaleanchor scaleratio showgrid showline")
    | anything("zeroline zerolinewidth tickvals tickprefix ticksuffix nticks dtick showticklabels ticklabelstandoff")
    | dict.fromkeys(("gridcolor", "zerolinecolor", "linecolor"), _COLOUR)
    | {
        "ticks": {""},
        "tickmode": {"array", "auto"},
        "ticktext": _MARKUP,
        "tickfont": _FONT,
        "tickangle": {0},
        "tickformat": {",d"},
        "rangemode": {"tozero", "normal"},
        "autorange": {"reversed", True},
        "constrain": {"range"},
        "type": {"linear", "category"},
    }
)
AXES = {"x": _AXIS | {"side": {"top", "bottom"}}, "y": _AXIS | {"side": {"left"}}}
SHAPE = anything("name x0 x1 y0 y1 path xanchor yanchor") | {
    "type": {"line", "rect", "path"},
    "xref": _X,
    "yref": _Y,
    "xsizemode": {"pixel"},
    "ysizemode": {"pixel"},
    "line": LINE,
    "fillcolor": _COLOUR,
    "layer": {"below", "above"},
}
_WORDS = anything("name x y ax ay xshift yshift showarrow bgcolor borderpad arrowwidth") | {
    "text": _MARKUP,
    "xref": _X,
    "yref": _Y,
    "axref": _X,
    "ayref": _Y,
    "xanchor": {"auto", "left", "center", "right"},
    "yanchor": {"auto", "top", "middle", "bottom"},
    "align": {"left", "center", "right"},
    "font": _FONT,
    "arrowhead": {0},
    "arrowcolor": _COLOUR,
}
LAYOUT = anything("height margin meta colorway hovermode hoverlabel dragmode") | {
    "template": {"layout": ANY},
    "shapes": SHAPE,
    "annotations": _WORDS,
    "barmode": {"overlay", "stack"},
    "font": {"family": ANY, "size": {USUAL}, "color": {TEXT}},
    "paper_bgcolor": {GROUND},
    "plot_bgcolor": {GROUND},
    "showlegend": {False},
}


def check(figure: Mapping[str, Any]) -> None:
    """Refuse a figure, as `to_plotly_json` gives it, that holds anything this drawing does not know; raises Undrawable."""
    layout, traces = figure["layout"], figure["data"]
    for where, part in (("layout", layout), ("template", layout.get("template", {}).get("layout", {}))):
        axes = {key: AXES[key[0]] for key in part if re.fullmatch(r"[xy]axis\d*", key)}
        hold(part, LAYOUT | axes, where)
    for trace in traces:
        hold(trace["type"], {"scatter", "bar"}, "trace")
        hold(trace, BAR if trace["type"] == "bar" else SCATTER, trace["type"])
        complete(trace)
    for shape in layout.get("shapes", ()):
        mode = "pixel" if shape.get("type") == "path" else None  # a path is measured in px, all else in data
        for name in ("xsizemode", "ysizemode"):
            if shape.get(name) != mode:
                raise Undrawable(f"layout.shapes.{name}", shape.get(name))
    for words in layout.get("annotations", ()):
        _complete_words(words)
    bars = [trace for trace in traces if trace["type"] == "bar"]
    if layout.get("barmode") == "stack":
        check_stack(bar for bar in bars if bar.get("base") is None)
    elif layout.get("barmode") is None:
        _check_group(bars)


def complete(trace: Looks) -> None:
    """Refuse a trace that leaves to Plotly what is not decided here as it would; raises Undrawable."""
    kind, mode, marker = trace["type"], trace.get("mode", ""), trace.get("marker", {})
    filled = marker.get("color") is not None or marker.get("pattern")
    left_out = {
        "scatter.mode": kind == "scatter" and not mode,
        "scatter.line.color": "lines" in mode and not trace.get("line", {}).get("color"),
        f"{kind}.marker.color": (kind == "bar" or "markers" in mode) and not filled,
        "bar.textposition": kind == "bar" and trace.get("text") is not None and not trace.get("textposition"),
    }
    for where, missing in left_out.items():
        if missing:
            raise Undrawable(where, None)
    for letter in "xy":
        for value in listed(trace.get(letter)):
            if isinstance(value, str) and _CODED.fullmatch(value):
                raise Undrawable(f"{kind}.{letter}", value)


def _complete_words(words: Looks) -> None:
    led = words.get("showarrow") is not False
    if led and words.get("arrowhead") != 0:
        raise Undrawable("layout.annotations.arrowhead", words.get("arrowhead"))
    if led and not (words.get("axref") and words.get("ayref")):
        raise Undrawable("layout.annotations.axref", words.get("axref"))
    if "<br" in words["text"] and words.get("align", "center") != words.get("xanchor", "center"):
        raise Undrawable("layout.annotations.align", words.get("align"))


def check_stack(bars: Iterable[Looks]) -> None:
    """Refuse bars that Plotly would stack otherwise: below zero, or with words beyond; raises Undrawable."""
    for bar in bars:
        if any(present(length) and length < 0 for length in lengths_and_places(bar)[0]):
            raise Undrawable("layout.barmode", "stack below zero")
        if "outside" in each(bar.get("textposition"), 1):
            raise Undrawable("bar.textposition", "outside a stack")


def _check_group(bars: Sequence[Looks]) -> None:
    """Refuse bars that Plotly would set side by side."""
    places = [
        (bar.get("xaxis") or "x", bar.get("yaxis") or "y", place)
        for bar in bars
        for place in set(lengths_and_places(bar)[1])
    ]
    if len(set(places)) < len(places):
        raise Undrawable("layout.barmode", "group")
