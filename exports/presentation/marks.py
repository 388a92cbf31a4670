"""What a figure shows beside its series, as shapes of a slide: grounds, lines, ticks that are no numbers, annotations."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn

from cards.lettering import LINE, height
from exports.presentation.layout import stands
from exports.presentation.look import INK, Room, across, ample, box, colour, describe, emu, points
from exports.presentation.panes import Pane, ground
from exports.svg.axes import Axis, Looks, Plane, each, label_places, listed
from exports.svg.text import USUAL

_DASHES = {"dot": MSO_LINE.ROUND_DOT, "dash": MSO_LINE.DASH, "longdash": MSO_LINE.LONG_DASH}


def below(shapes: Any, plane: Plane, room: Room) -> None:
    """Draw what lies beneath the charts: hatched years, shapes of the lower layer."""
    for trace in plane.traces:
        if ground(trace):
            _hatches(shapes, plane, room, trace)
    _shapes(shapes, plane, room, lower=True)
    for axis, crossed in plane.pairs():
        if axis.looks.get("zeroline") and min(axis.span) < 0 < max(axis.span):
            ends = [(end, axis.at(0)) if axis.letter == "y" else (axis.at(0), end) for end in map(crossed.part, (0, 1))]
            looks = {"color": axis.looks.get("zerolinecolor"), "width": axis.looks.get("zerolinewidth")}
            stroke(shapes, room, ends[0], ends[1], looks)


def over(shapes: Any, plane: Plane, room: Room) -> None:
    """Draw the shapes that lie over the charts."""
    _shapes(shapes, plane, room, lower=False)


def _hatches(shapes: Any, plane: Plane, room: Room, trace: Looks) -> None:
    x, y = plane.axis(trace.get("xaxis") or "x"), plane.axis(trace.get("yaxis") or "y")
    pattern = trace["marker"]["pattern"]
    values = listed(trace["x"]), listed(trace["y"]), each(trace.get("base"), 1), each(trace.get("width"), 1)
    for at, length, base, wide in zip(*values, strict=True):
        left, right = x.at(float(at) - wide / 2), x.at(float(at) + wide / 2)
        ends = y.at(float(base)), y.at(float(base) + float(length))
        made = _rectangle(shapes, room, (left, right), ends)
        made.fill.patterned()
        made.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        made.fill.fore_color.rgb, made.fill.back_color.rgb = colour(pattern["fgcolor"]), colour(pattern["bgcolor"])
        made.line.fill.background()


def _rectangle(shapes: Any, room: Room, x: Sequence[float], y: Sequence[float]) -> Any:
    left, right = sorted(x)
    top, low = sorted(y)
    made = shapes.add_shape(
        MSO_SHAPE.RECTANGLE, emu(room.left + left), emu(room.top + top), emu(right - left), emu(low - top)
    )
    _bare(made)
    return made


def _shapes(shapes: Any, plane: Plane, room: Room, *, lower: bool) -> None:
    for shape in plane.layout.get("shapes", ()):
        if (shape.get("layer") == "below") != lower:
            continue
        x = [plane.at("x", shape.get("xref"), shape[end]) for end in ("x0", "x1")]
        y = [plane.at("y", shape.get("yref"), shape[end]) for end in ("y0", "y1")]
        if shape["type"] == "line":
            stroke(shapes, room, (x[0], y[0]), (x[1], y[1]), shape.get("line", {}))
            continue
        made = _rectangle(shapes, room, x, y)
        _filled(made, shape.get("fillcolor"))
        _lined(made.line, shape.get("line", {}))


def _filled(made: Any, code: str | None) -> None:
    if code and code.startswith("#"):
        made.fill.solid()
        made.fill.fore_color.rgb = colour(code)
    else:
        made.fill.background()


def _lined(line: Any, looks: Looks) -> None:
    if not looks.get("color") or looks.get("width") == 0:
        line.fill.background()
        return
    line.color.rgb, line.width = colour(looks["color"]), points(float(looks.get("width") or 1))
    dash = str(looks.get("dash") or "solid")
    if dash != "solid":
        line.dash_style = _DASHES.get(dash, MSO_LINE.DASH)


def stroke(shapes: Any, room: Room, start: Sequence[float], end: Sequence[float], looks: Looks) -> None:
    """Draw a straight line from one place to another."""
    at = (room.left + start[0], room.top + start[1], room.left + end[0], room.top + end[1])
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(emu(each_) for each_ in at))
    _bare(made)
    _lined(made.line, looks)


def _bare(made: Any) -> None:
    """Mark a shape as decoration, and take from it the shadow that the theme's style would give."""
    describe(made)
    style = made._element.find(qn("p:style"))
    if style is not None:
        made._element.remove(style)


def tick_words(shapes: Any, pane: Pane, room: Room, axes: Sequence[Axis], lang: str) -> None:
    """Write the ticks of axes whose labels are words."""
    for axis in axes:
        crossed = pane.y if axis is pane.x else pane.x
        at, side, over_ = label_places(axis, crossed)
        ticks = axis.ticks()
        if axis.letter == "y" and len(ticks) > 1 and all(re.search(r"\d", text) for _, text in ticks):
            ticks = ticks[:: math.ceil(LINE * axis.font / abs(ticks[1][0] - ticks[0][0]))]  # numbers: some will do
        size = _narrowed(axis, ticks)
        for place, text in ticks:
            x, y = (place, at) if axis.letter == "x" else (at, place)
            write(shapes, room, (x, y), text, size=size, side=side, over=over_, lang=lang)


def corner_words(shapes: Any, pane: Pane, room: Room, lang: str) -> None:
    """Write the words that stand at a corner of their point: a chart's own labels know no corners."""
    for part in pane.series:
        for place, (text, named) in enumerate(part.words):
            up, _, along = named.partition(" ")
            if not text or part.y[place] is None or up == "middle" or along not in ("left", "right"):
                continue
            far = (part.marks[place][2] if part.marks else 0) / 2
            at = (
                pane.x.at(part.x[place]) + (far if along == "right" else -far),
                pane.y.at(part.y[place]) + (far if up == "bottom" else -far),
            )
            side, over_ = ("left" if along == "right" else "right"), ("top" if up == "bottom" else "bottom")
            write(shapes, room, at, text, size=pane.x.font, side=side, over=over_, lang=lang)


def _narrowed(axis: Axis, ticks: Sequence[tuple[float, str]]) -> float:
    """Choose the size at which no label along the axis meets the next."""
    upright = axis.letter == "y"
    need = [LINE if upright else (across(a, 1) + across(b, 1)) / 2 + 0.4 for (_, a), (_, b) in pairwise(ticks)]
    room = [abs(b - a) for (a, _), (b, _) in pairwise(ticks)]
    return min([axis.font, *(there / wide for there, wide in zip(room, need, strict=True))])


def write(
    shapes: Any,
    room: Room,
    at: Sequence[float],
    text: str,
    *,
    size: float,
    side: str,
    over: str,
    lang: str,
    ink: str = INK["text"],
    on: str = "",
) -> None:
    """Write a text of which the part named `side` and `over` lies at a place; its box leaves room for a wider font."""
    wide, high = ample(text, size), height(text, size)
    left = room.left + at[0] - {"left": 0.0, "center": wide / 2, "right": wide}[side]
    top = room.top + at[1] - {"top": 0.0, "middle": high / 2, "bottom": high}[over]
    made = box(shapes, Room(left, top, wide, high), text, over=over, size=size, side=side, lang=lang, ink=ink)
    _filled(made, on)


def annotate(shapes: Any, plane: Plane, room: Room, lang: str) -> None:
    """Write the words on a figure, with the line to what they speak of."""
    for words in plane.layout.get("annotations", ()):
        x, y, side, over_ = stands(plane, words)
        if words.get("showarrow") is not False:
            end = plane.at("x", words.get("xref"), words["x"]), plane.at("y", words.get("yref"), words["y"])
            stroke(shapes, room, (x, y), end, {"color": words.get("arrowcolor"), "width": words.get("arrowwidth", 1)})
        font = words.get("font", {})
        write(
            shapes,
            room,
            (x, y),
            words["text"],
            size=float(font.get("size", USUAL)),
            side=side,
            over=over_,
            lang=lang,
            ink=font.get("color", INK["text"]),
            on=str(words.get("bgcolor") or ""),
        )
