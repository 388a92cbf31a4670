"""The marks of a drawing: rectangles, symbols, and hatching.

A hatch is lines of its own: printed, a pattern would become a picture of 200 kB for each thing it fills.
"""

import math
from collections.abc import Iterable

from markupsafe import Markup

from cards.palette import TEXT
from exports.known import Undrawable
from exports.markup.element import element
from exports.svg.axes import Looks, own
from exports.svg.text import px

Box = tuple[float, float, float, float]  # x from, x to, y from, y to, in px
_DASHES = {"solid": "", "dot": "2 3"}  # any other is written as its lengths in px


def stroke(line: Looks) -> dict[str, str | None]:
    """Give how a line looks, as attributes: its colour, its width, its dashes."""
    width = line.get("width")
    if width == 0 or not line.get("color"):
        return {}
    dash = line.get("dash") or "solid"
    lengths = _DASHES.get(dash, dash.replace("px", "").replace(",", " "))
    return {
        "stroke": line["color"],
        "stroke_width": None if width in (None, 1) else px(float(width)),
        "stroke_dasharray": lengths or None,
    }


def rectangle(x0: float, x1: float, y0: float, y1: float, *inside: str, **looks: str | None) -> Markup:
    """Draw a rectangle between two places of each axis; `inside` may be its title."""
    left, right, top, low = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    size = {"width": px(right - left), "height": px(low - top)}
    return element("rect", *inside, x=px(left), y=px(top), **size, **looks)


def symbol(marker: Looks, index: int, x: float, y: float, r: float, *inside: str) -> Markup:
    """Draw one mark: a circle, square, diamond or cross, filled or open; `inside` may be its title."""
    form, line = str(own(marker.get("symbol"), index) or "circle"), marker.get("line", {})
    colour, edge = own(marker.get("color"), index) or TEXT, own(line.get("color"), index)
    width, opacity = own(line.get("width"), index), marker.get("opacity")
    open_ = form.endswith("-open")
    line = {"color": colour, "width": width or 1} if open_ else {"color": edge, "width": width or 0}
    faint = None if opacity in (None, 1) else str(opacity)
    looks = {"fill": "none" if open_ else colour, **stroke(line), "opacity": faint}
    shape = form.removesuffix("-open")
    if shape == "circle":
        return element("circle", *inside, cx=px(x), cy=px(y), r=px(r), **looks)
    if shape == "square":
        return rectangle(x - r, x + r, y - r, y + r, *inside, **looks)
    if shape == "diamond":
        far = px(1.3 * r)
        path = f"M{px(x)} {px(y - 1.3 * r)}l{far} {far} -{far} {far} -{far} -{far}Z"
        return element("path", *inside, d=path, **looks)
    if shape == "x-thin":
        path = f"M{px(x - r)} {px(y - r)}L{px(x + r)} {px(y + r)}M{px(x - r)} {px(y + r)}L{px(x + r)} {px(y - r)}"
        return element("path", *inside, d=path, **stroke({"color": edge or colour, "width": width or 1}))
    raise Undrawable("marker.symbol", form)


def hatch(boxes: Iterable[Box], pattern: Looks) -> Markup:
    """Draw the slanting lines of a pattern across boxes, in one path that takes no pointer."""
    lines = "".join(_across(box, float(pattern["size"]) * math.sqrt(2)) for box in boxes)
    width = px(float(pattern.get("solidity", 0.3)) * float(pattern["size"]))
    looks = {"fill": "none", "stroke": str(pattern["fgcolor"]), "stroke_width": width, "pointer_events": "none"}
    return element("path", d=lines, **looks)


def _across(box: Box, step: float) -> str:
    """Draw the lines on which x + y is a multiple of a step, as far as they lie in a box."""
    (left, right), (top, bottom) = sorted(box[:2]), sorted(box[2:])
    sums = (each * step for each in range(math.ceil((left + top) / step), math.floor((right + bottom) / step) + 1))
    ends = ((max(left, both - bottom), min(right, both - top), both) for both in sums)
    return "".join(f"M{px(start)} {px(both - start)}L{px(end)} {px(both - end)}" for start, end, both in ends)
