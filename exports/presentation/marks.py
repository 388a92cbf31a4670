"""What a figure shows beside its series, as shapes of a slide: grounds, lines, ticks that are words, annotations."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn

from cards.figures import Role
from cards.lettering import LINE, height
from exports.presentation.look import INK, Area, box_width, colour, describe, emu, points, text_box, width
from exports.presentation.panel import Panel
from exports.svg.axes import Axis, Looks, Plane, each, label_places, listed
from exports.svg.text import USUAL

# Where the corners of a point lie, rightwards and downwards.
_CORNERS = {"top left": (-1, -1), "top right": (1, -1), "bottom left": (-1, 1), "bottom right": (1, 1)}


def draw_below(shapes: Any, plane: Plane, area: Area) -> None:
    """Draw what lies beneath the chart: hatched years, shapes of the lower layer, the line at zero."""
    for trace in plane.traces:
        if trace["meta"]["role"] == Role.GROUND:
            _hatch(shapes, plane, area, trace)
    draw_shapes(shapes, plane, area, below=True)
    for axis, crossed in plane.pairs():
        if axis.looks.get("zeroline") and min(axis.span) < 0 < max(axis.span):
            ends = [(end, axis.at(0)) if axis.letter == "y" else (axis.at(0), end) for end in map(crossed.part, (0, 1))]
            looks = {"color": axis.looks.get("zerolinecolor"), "width": axis.looks.get("zerolinewidth")}
            draw_line(shapes, area, ends[0], ends[1], looks)


def _hatch(shapes: Any, plane: Plane, area: Area, trace: Looks) -> None:
    x, y = plane.axis("x"), plane.axis("y")
    pattern = trace["marker"]["pattern"]
    values = listed(trace["x"]), listed(trace["y"]), each(trace.get("base"), 1), each(trace.get("width"), 1)
    for at, length, base, wide in zip(*values, strict=True):
        (left, right), (top, low) = (
            sorted(axis.at(float(end)) for end in ends)
            for axis, ends in ((x, (at - wide / 2, at + wide / 2)), (y, (base, base + length)))
        )
        box = Area(area.left + left, area.top + top, right - left, low - top)
        shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu())
        _decorate(shape)
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = colour(pattern["fgcolor"]), colour(pattern["bgcolor"])
        shape.line.fill.background()


def draw_shapes(shapes: Any, plane: Plane, area: Area, *, below: bool) -> None:
    """Draw the shapes that lie below the chart, or those that lie over it."""
    for looks in plane.layout.get("shapes", ()):
        if (looks.get("layer") == "below") == below:
            draw_line(shapes, area, plane.place(looks, "x0", "y0"), plane.place(looks, "x1", "y1"), looks["line"])


def draw_line(shapes: Any, area: Area, start: Sequence[float], end: Sequence[float], looks: Looks) -> None:
    """Draw a straight line from one place to another."""
    ends = (area.left + start[0], area.top + start[1], area.left + end[0], area.top + end[1])
    connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(emu, ends))
    _decorate(connector)
    line = connector.line
    line.color.rgb, line.width = colour(looks["color"]), points(float(looks.get("width") or 1))
    if looks.get("dash") == "dot":
        line.dash_style = MSO_LINE.ROUND_DOT


def _decorate(shape: Any) -> None:
    """Mark a shape as decoration, and take from it the shadow that the theme's style would give."""
    describe(shape)
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def write_ticks(shapes: Any, panel: Panel, area: Area, axes: Sequence[Axis], lang: str) -> None:
    """Write the ticks of axes whose labels are words."""
    for axis in axes:
        at, align, anchor = label_places(axis, panel.y if axis is panel.x else panel.x)
        ticks = axis.ticks()
        if axis is panel.values and axis is panel.y and len(ticks) > 1:  # numbers: some will do
            ticks = ticks[:: math.ceil(LINE * axis.font / abs(ticks[1][0] - ticks[0][0]))]
        size = _narrowed(axis, ticks)
        for px, text in ticks:
            place = (px, at) if axis.letter == "x" else (at, px)
            label(shapes, area, place, text, size=size, align=align, anchor=anchor, lang=lang)


def write_corners(shapes: Any, panel: Panel, area: Area, lang: str) -> None:
    """Write the words that stand at a corner of their point: a chart's own labels know no corners."""
    for part in panel.series:
        for index, words in enumerate(part.words):
            if words.position not in _CORNERS or not words.text or part.y[index] is None:
                continue
            right, down = _CORNERS[words.position]
            align, anchor = "left" if right > 0 else "right", "top" if down > 0 else "bottom"
            far = (part.marks[index].size if part.marks else 0) / 2
            place = panel.x.at(part.x[index]) + right * far, panel.y.at(part.y[index]) + down * far
            label(shapes, area, place, words.text, size=panel.x.font, align=align, anchor=anchor, lang=lang)


def _narrowed(axis: Axis, ticks: Sequence[tuple[float, str]]) -> float:
    """Choose the size at which no label along the axis meets the next."""
    upright = axis.letter == "y"
    need = [LINE if upright else (width(a, 1) + width(b, 1)) / 2 + 0.4 for (_, a), (_, b) in pairwise(ticks)]
    room = [abs(b - a) for (a, _), (b, _) in pairwise(ticks)]
    return min([axis.font, *(there / wide for there, wide in zip(room, need, strict=True))])


def label(
    shapes: Any,
    area: Area,
    at: Sequence[float],
    text: str,
    *,
    size: float,
    align: str,
    anchor: str,
    lang: str,
    ink: str = INK["text"],
    ground: str = "",
) -> None:
    """Write a text of which the part named `align` and `anchor` lies at a place; its box leaves room for a wider font."""
    wide, high = box_width(text, size), height(text, size)
    left = area.left + at[0] - {"left": 0.0, "center": wide / 2, "right": wide}[align]
    top = area.top + at[1] - {"top": 0.0, "middle": high / 2, "bottom": high}[anchor]
    space = Area(left, top, wide, high)
    shape = text_box(shapes, space, text, anchor=anchor, size=size, align=align, lang=lang, ink=ink)
    if ground.startswith("#"):  # one that can be seen through is left out
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(ground)
    else:
        shape.fill.background()


def annotate(shapes: Any, plane: Plane, area: Area, lang: str) -> None:
    """Write the words on a figure, with the line to what they speak of."""
    for words in plane.layout.get("annotations", ()):
        x, y, align, anchor = plane.stand(words)
        if words.get("showarrow") is not False:
            line = {"color": words.get("arrowcolor"), "width": words.get("arrowwidth", 1)}
            draw_line(shapes, area, (x, y), plane.place(words, "x", "y"), line)
        font = words.get("font", {})
        looks = {"align": align, "anchor": anchor, "ink": font.get("color", INK["text"]), "lang": lang}
        size, ground = float(font.get("size", USUAL)), str(words.get("bgcolor") or "")
        label(shapes, area, (x, y), words["text"], size=size, ground=ground, **looks)
