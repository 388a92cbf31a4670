"""The marks of a drawing: rectangles, symbols, and hatching.

A hatch is lines of its own: printed, a pattern would become a picture of 200 kB for each thing it fills.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape

from cards.palette import TEXT
from exports.known import Undrawable
from exports.svg.axes import Looks, own
from exports.svg.text import number as px

Box = tuple[float, float, float, float]  # x from, x to, y from, y to, in px
_DASHES = {"solid": "", "dot": "2 3"}  # any other is written as its lengths in px


def stroke(line: Looks) -> str:
    """Write how a line looks: its colour, its width, its dashes."""
    width = line.get("width")
    if width == 0 or not line.get("color"):
        return ""
    dash = line.get("dash") or "solid"
    lengths = _DASHES.get(dash, dash.replace("px", "").replace(",", " "))
    broken = f' stroke-dasharray="{lengths}"' if lengths else ""
    thick = "" if width in (None, 1) else f' stroke-width="{px(float(width))}"'
    return f' stroke="{escape(str(line["color"]))}"{thick}{broken}'


def rectangle(x0: float, x1: float, y0: float, y1: float, looks: str) -> str:
    """Draw a rectangle between two places of each axis."""
    left, right, top, low = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    return f'<rect x="{px(left)}" y="{px(top)}" width="{px(right - left)}" height="{px(low - top)}"{looks}/>'


def symbol(marker: Looks, index: int, x: float, y: float, r: float) -> str:
    """Draw one mark: a circle, square, diamond or cross, filled or open."""
    form, line = str(own(marker.get("symbol"), index) or "circle"), marker.get("line", {})
    colour, edge = own(marker.get("color"), index) or TEXT, own(line.get("color"), index)
    width, opacity = own(line.get("width"), index), marker.get("opacity")
    faint = f' opacity="{opacity}"' if opacity not in (None, 1) else ""
    if form.endswith("-open"):
        looks = f' fill="none"{stroke({"color": colour, "width": width or 1})}{faint}'
    else:
        looks = f' fill="{escape(colour)}"{stroke({"color": edge, "width": width or 0})}{faint}'
    shape = form.removesuffix("-open")
    if shape == "circle":
        return f'<circle cx="{px(x)}" cy="{px(y)}" r="{px(r)}"{looks}/>'
    if shape == "square":
        return rectangle(x - r, x + r, y - r, y + r, looks)
    if shape == "diamond":
        far = px(1.3 * r)
        return f'<path d="M{px(x)} {px(y - 1.3 * r)}l{far} {far} -{far} {far} -{far} -{far}Z"{looks}/>'
    if shape == "x-thin":
        path = f"M{px(x - r)} {px(y - r)}L{px(x + r)} {px(y + r)}M{px(x - r)} {px(y + r)}L{px(x + r)} {px(y - r)}"
        return f'<path d="{path}"{stroke({"color": edge or colour, "width": width or 1})}/>'
    raise Undrawable("marker.symbol", form)


def hatch(boxes: Iterable[Box], pattern: Looks) -> str:
    """Draw the slanting lines of a pattern across boxes, in one path that takes no pointer."""
    lines = "".join(_across(box, float(pattern["size"]) * math.sqrt(2)) for box in boxes)
    width = px(float(pattern.get("solidity", 0.3)) * float(pattern["size"]))
    return f'<path d="{lines}" fill="none" stroke="{pattern["fgcolor"]}" stroke-width="{width}" pointer-events="none"/>'


def _across(box: Box, step: float) -> str:
    """Draw the lines on which x + y is a multiple of a step, as far as they lie in a box."""
    (left, right), (top, bottom) = sorted(box[:2]), sorted(box[2:])
    sums = (each * step for each in range(math.ceil((left + top) / step), math.floor((right + bottom) / step) + 1))
    ends = ((max(left, both - bottom), min(right, both - top), both) for both in sums)
    return "".join(f"M{px(start)} {px(both - start)}L{px(end)} {px(both - end)}" for start, end, both in ends)
