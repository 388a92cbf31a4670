"""Where a figure's parts lie on a slide: with room for all its words, whatever font they are written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

from cards.lettering import height
from exports.presentation.look import across
from exports.presentation.panes import scaled, shown, value
from exports.svg.axes import Looks, Plane, anchor, label_places
from exports.svg.text import USUAL


def laid(figure: go.Figure, width: float, tall: float) -> Plane:
    """Lay a figure out in px, with room for all its words on the safe side.

    Its axes of numbers end on a tick, since a chart's own axis counts its ticks from its end.
    """
    drawn = figure.to_plotly_json()
    layout = {**drawn["layout"], "height": tall}
    plane = Plane({"data": drawn["data"], "layout": layout}, width)
    _spread(plane, layout)
    beyond = dict.fromkeys("ltrb", 0.0)
    for left, top, right, low in (*noted(plane), *_ticked(plane)):
        ends = {"l": -left, "t": -top, "r": right - width, "b": low - tall}
        beyond = {side: max(beyond[side], over) for side, over in ends.items()}
    layout["margin"] = {side: plane.margin[side] + beyond[side] for side in beyond}
    for name, axis in plane.axes.items():
        if name[0] != "y" or axis.categories or axis.looks.get("visible") is False:
            continue
        scale = scaled(axis)
        low, high = min(axis.span), max(axis.span)
        if scale.code and scale.low > low + 1e-9:
            key = f"yaxis{name[1:]}"
            layout[key] = {**layout.get(key, {}), "range": [scale.low - scale.step, high]}
    return Plane({"data": drawn["data"], "layout": layout}, width)


def _spread(plane: Plane, layout: Looks) -> None:
    """Move labels at the ends of lines apart where the room is lower than the one they were set for; their leaders follow."""
    notes = [dict(words) for words in layout.get("annotations", ())]
    shapes = [dict(shape) for shape in layout.get("shapes", ())]
    columns: dict[tuple[object, ...], list[Looks]] = {}
    for words in notes:
        if words.get("showarrow") is False and words.get("xanchor") == "left" and str(words.get("yref", "y")).isalnum():
            columns.setdefault((words.get("xref"), words["x"], words.get("yref")), []).append(words)
    for (_, _, ref), column in columns.items():
        if ref == "paper" or len(column) < 2:
            continue
        axis = plane.axis(str(ref or "y"))
        column.sort(key=lambda words: axis.at(words["y"]))
        highs = [height(words["text"], float(words["font"]["size"])) for words in column]
        share = min(1.0, plane.height / sum(highs))
        for words in column:
            words["font"] = {**words["font"], "size": float(words["font"]["size"]) * share}
        highs = [high * share for high in highs]
        for words, at in zip(column, apart([axis.at(words["y"]) for words in column], highs), strict=True):
            for shape in shapes:
                if shape["type"] == "line" and shape.get("yref", "y") == ref and shape["y1"] == words["y"]:
                    shape["y1"] = value(axis, at)
            words["y"] = value(axis, at)
    layout["annotations"], layout["shapes"] = notes, shapes


def apart(middles: Sequence[float], highs: Sequence[float]) -> list[float]:
    """Move the middles of texts that meet apart, each group around its own middle; from the top down, in px."""
    groups: list[tuple[float, float, list[int]]] = []  # the middle and the height of each group, and whose they are
    for place, (middle, high) in enumerate(zip(middles, highs, strict=True)):
        groups.append((middle, high, [place]))
        while len(groups) > 1 and groups[-1][0] - groups[-2][0] < (groups[-1][1] + groups[-2][1]) / 2:
            (one, a, first), (other, b, second) = groups[-2:]
            share = len(first) / (len(first) + len(second))
            groups[-2:] = [(one * share + other * (1 - share), a + b, first + second)]
    placed = list(middles)
    for middle, tall, places in groups:
        top = middle - tall / 2
        for place in places:
            placed[place] = top + highs[place] / 2
            top += highs[place]
    return placed


def noted(plane: Plane) -> Iterator[tuple[float, float, float, float]]:
    """Bound each annotation: left, top, right and lower end."""
    for words in plane.layout.get("annotations", ()):
        x, y, side, over = stands(plane, words)
        size = float(words.get("font", {}).get("size", USUAL))
        wide, high = across(words["text"], size), height(words["text"], size)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[side]
        top = y - {"top": 0.0, "middle": high / 2, "bottom": high}[over]
        yield left, top, left + wide, top + high


def stands(plane: Plane, words: Looks) -> tuple[float, float, str, str]:
    """Tell where an annotation stands: its place, and which part of it lies there, across and up."""
    refs = words.get("xref"), words.get("yref")
    led = words.get("showarrow") is not False
    x, y = (
        (plane.at("x", words["axref"], words["ax"]), plane.at("y", words["ayref"], words["ay"]))
        if led
        else (plane.at("x", refs[0], words["x"]), plane.at("y", refs[1], words["y"]))
    )
    side = anchor(words.get("xanchor"), refs[0], words["x"], ("left", "center", "right"), led=led)
    over = anchor(words.get("yanchor"), refs[1], words["y"], ("bottom", "middle", "top"), led=led)
    return x + float(words.get("xshift") or 0), y - float(words.get("yshift") or 0), side, over


def _ticked(plane: Plane) -> Iterator[tuple[float, float, float, float]]:
    """Bound the labels of the axes at the left."""
    for axis, crossed in plane.pairs():
        if axis.letter == "y" and shown(axis):
            at = label_places(axis, crossed)[0]
            yield from ((at - across(text, axis.font), place, at, place) for place, text in axis.ticks())
