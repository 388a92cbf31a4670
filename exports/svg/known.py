"""What of Plotly this drawing knows: anything else that would change how a figure looks is refused by its name.

What has no effect in a still drawing, such as hover labels and selections, is known too.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cards.palette import GROUND, TEXT
from exports.known import ANY, Undrawable, hold
from exports.svg.text import USUAL

_DASH = re.compile(r"solid|dot|\d+px(,\d+px)*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}|rgba?\([\d., ]+\)|[a-z]+")
_MARKUP = re.compile(r"(?:[^<]|<br/?>|</?[bi]>)*", re.DOTALL)
_CODED = re.compile(r"[-+]?[\d.,]+%?|\d{4}-\d{2}.*")  # a text that Plotly reads as a number or a date
_REFERENCE = {letter: re.compile(rf"paper|{letter}\d*( domain)?") for letter in "xy"}

_FONT = {"size": ANY, "color": _COLOUR}
_LINE = {"color": _COLOUR, "width": ANY, "dash": _DASH}
_EDGE = {"color": _COLOUR, "width": ANY}
_BOTH = {
    "type": {"scatter", "bar"},
    **dict.fromkeys(("customdata", "hoverinfo", "hovertemplate", "hovertext", "meta", "name", "selected"), ANY),
    **dict.fromkeys(("unselected", "x", "y", "cliponaxis"), ANY),
    "xaxis": re.compile(r"x\d*"),
    "yaxis": re.compile(r"y\d*"),
    "text": _MARKUP,
    "textfont": _FONT,
}
_MARKER = {
    "symbol": {"circle", "circle-open", "square", "square-open", "diamond", "diamond-open", "x-thin"},
    "color": _COLOUR,
    **dict.fromkeys(("size", "sizeref", "sizemin", "opacity"), ANY),
    "sizemode": {"area", "diameter"},
    "line": _EDGE,
}
_PATTERN = {"shape": {"/"}, "fgcolor": _COLOUR, "bgcolor": _COLOUR, "size": ANY, "solidity": ANY}
_ERROR = {"type": {"data"}, "symmetric": {False}, "array": ANY, "color": _COLOUR, "thickness": ANY, "width": ANY}
_TRACES = {
    "scatter": _BOTH
    | {
        "mode": {"lines", "markers", "text", "lines+markers", "markers+text", "lines+markers+text"},
        "marker": _MARKER,
        "line": _LINE,
        "connectgaps": {False},
        "textposition": {
            f"{up} {along}" for up in ("top", "middle", "bottom") for along in ("left", "center", "right")
        },
        "error_y": _ERROR,
    },
    "bar": _BOTH
    | {
        "orientation": {"h", "v"},
        "base": ANY,
        "width": ANY,
        "marker": {"color": _COLOUR, "line": _EDGE, "pattern": _PATTERN},
        "textposition": {"inside", "outside"},
        "insidetextanchor": {"middle"},
        "textangle": {0},
        "constraintext": {"none"},
    },
}
_AXIS = {
    **dict.fromkeys(("range", "domain", "anchor", "visible", "showgrid", "zeroline", "zerolinewidth", "showline"), ANY),
    **dict.fromkeys(("automargin", "fixedrange", "tickvals", "tickprefix", "ticksuffix", "nticks", "dtick"), ANY),
    **dict.fromkeys(("matches", "scaleanchor", "scaleratio", "showticklabels", "ticklabelstandoff"), ANY),
    **dict.fromkeys(("gridcolor", "zerolinecolor", "linecolor"), _COLOUR),
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
_SHAPE = {
    **dict.fromkeys(("name", "x0", "x1", "y0", "y1"), ANY),
    "type": {"line", "rect"},
    "xref": _REFERENCE["x"],
    "yref": _REFERENCE["y"],
    "line": _LINE,
    "fillcolor": _COLOUR,
    "layer": {"below", "above"},
}
_PATH = _SHAPE | {
    **dict.fromkeys(("path", "xanchor", "yanchor"), ANY),
    "type": {"path"},
    "xsizemode": {"pixel"},
    "ysizemode": {"pixel"},
}
_WORDS = {
    **dict.fromkeys(("name", "x", "y", "ax", "ay", "xshift", "yshift", "showarrow", "bgcolor", "borderpad"), ANY),
    "text": _MARKUP,
    "xref": _REFERENCE["x"],
    "yref": _REFERENCE["y"],
    "axref": _REFERENCE["x"],
    "ayref": _REFERENCE["y"],
    "xanchor": {"auto", "left", "center", "right"},
    "yanchor": {"auto", "top", "middle", "bottom"},
    "align": {"left", "center", "right"},
    "font": _FONT,
    "arrowhead": {0},
    "arrowwidth": ANY,
    "arrowcolor": _COLOUR,
}
_LAYOUT = {
    **dict.fromkeys(("height", "margin", "meta", "colorway", "hovermode", "hoverlabel", "dragmode"), ANY),
    "barmode": {"overlay", "stack"},
    "font": {"family": ANY, "size": {USUAL}, "color": {TEXT}},
    "paper_bgcolor": {GROUND},
    "plot_bgcolor": {GROUND},
    "showlegend": {False},
}


def check(figure: Mapping[str, Any]) -> None:
    """Refuse a figure, as `to_plotly_json` gives it, that holds anything this drawing does not know; raises Undrawable."""
    layout, traces = figure["layout"], figure["data"]
    template = layout.get("template", {})
    hold(template, {"layout": ANY}, "template")
    for name, part in (("template", template.get("layout", {})), ("layout", layout)):
        _layout(part, name)
    for trace in traces:
        if trace["type"] not in _TRACES:
            raise Undrawable("trace", trace["type"])
        hold(trace, _TRACES[trace["type"]], trace["type"])
        _complete(trace)
    for shape in layout.get("shapes", ()):
        hold(shape, _PATH if shape.get("type") == "path" else _SHAPE, "shape")
    for words in layout.get("annotations", ()):
        hold(words, _WORDS, "annotation")
        _complete_words(words)
    _bars([trace for trace in traces if trace["type"] == "bar"], layout.get("barmode"))


def _layout(layout: Mapping[str, Any], name: str) -> None:
    for key, value in layout.items():
        if re.fullmatch(r"[xy]axis\d*", key):
            sides = {"top", "bottom"} if key[0] == "x" else {"left"}
            hold(value, _AXIS | {"side": sides}, key)
        elif key not in ("template", "shapes", "annotations"):
            hold({key: value}, _LAYOUT, name)


def _each(value: Any) -> list[Any]:
    return [value] if value is None or isinstance(value, str | int | float) else list(value)


def _complete(trace: Mapping[str, Any]) -> None:
    """Refuse a trace that leaves to Plotly what this drawing does not decide as it would."""
    marker, mode = trace.get("marker", {}), trace.get("mode", "")
    needed = {
        "scatter.mode": mode or trace["type"] == "bar",
        "scatter.line.color": "lines" not in mode or trace.get("line", {}).get("color"),
        f"{trace['type']}.marker.color": ("markers" not in mode and trace["type"] == "scatter")
        or marker.get("color") is not None
        or marker.get("pattern"),
        "bar.textposition": trace["type"] != "bar" or trace.get("text") is None or trace.get("textposition"),
    }
    for where, there in needed.items():
        if there is None or there is False or there == "":
            raise Undrawable(where, None)
    for letter in "xy":
        for value in _each(trace.get(letter)):
            if isinstance(value, str) and _CODED.fullmatch(value):
                raise Undrawable(f"{trace['type']}.{letter}", value)


def _complete_words(words: Mapping[str, Any]) -> None:
    led = words.get("showarrow") is not False
    if led and words.get("arrowhead") != 0:
        raise Undrawable("annotation.arrowhead", words.get("arrowhead"))
    if led and not (words.get("axref") and words.get("ayref")):
        raise Undrawable("annotation.axref", words.get("axref"))
    if "<br" in words["text"] and words.get("align", "center") != words.get("xanchor", "center"):
        raise Undrawable("annotation.align", words.get("align"))


def _bars(bars: list[Mapping[str, Any]], mode: str | None) -> None:
    """Refuse bars that Plotly would set side by side or stack in a way that is not drawn here."""
    stacked = [bar for bar in bars if bar.get("base") is None]
    places = list(_places(bars if mode is None else []))
    if len(set(places)) < len(places):
        raise Undrawable("layout.barmode", "group")
    if mode != "stack":
        return
    for bar in stacked:
        if any(value < 0 for value in _each(bar["x" if bar.get("orientation") == "h" else "y"]) if value is not None):
            raise Undrawable("bar, stacked", "a value below zero")
        if "outside" in _each(bar.get("textposition")):
            raise Undrawable("bar.textposition, stacked", "outside")


def _places(bars: list[Mapping[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for bar in bars:
        for place in dict.fromkeys(_each(bar["y" if bar.get("orientation") == "h" else "x"])):
            yield bar.get("xaxis") or "x", bar.get("yaxis") or "y", place
