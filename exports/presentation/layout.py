"""Where a figure's parts lie on a slide: with room for all its words, whatever font they are written in."""

from collections.abc import Iterator

import plotly.graph_objects as go

from cards.figures import Role, role, whose
from cards.lettering import apart, height
from exports.presentation.look import width
from exports.presentation.panel import Panel
from exports.svg.axes import Looks, Plane, label_places
from exports.svg.text import USUAL


def lay_out(figure: go.Figure, across: float, down: float) -> Plane:
    """Lay a native figure out in px, with room for all its words on the safe side.

    Its axis of numbers ends on a tick, since a chart's own axis counts its ticks from its end.
    """
    drawn = figure.to_plotly_json()
    layout = {**drawn["layout"], "height": down}
    plane = Plane({"data": drawn["data"], "layout": layout}, across)
    _spread(plane, layout)
    beyond = dict.fromkeys("ltrb", 0.0)
    for left, top, right, low in (*_note_bounds(plane), *_tick_bounds(plane)):
        ends = {"l": -left, "t": -top, "r": right - across, "b": low - down}
        beyond = {side: max(beyond[side], over) for side, over in ends.items()}
    layout["margin"] = {side: plane.margin[side] + beyond[side] for side in beyond}
    axis = plane.axis("y")
    numbers = Panel(plane).scale(axis)
    if numbers.code and numbers.low > min(axis.span) + 1e-9:
        layout["yaxis"] = {**layout.get("yaxis", {}), "range": [numbers.low - numbers.step, max(axis.span)]}
    return Plane({"data": drawn["data"], "layout": layout}, across)


def _spread(plane: Plane, layout: Looks) -> None:
    """Move the names of lines apart where the room is lower than the one they were set for; their leaders follow."""
    notes = layout["annotations"] = [dict(words) for words in layout.get("annotations", ())]
    shapes = layout["shapes"] = [dict(shape) for shape in layout.get("shapes", ())]
    axis = plane.axis("y")
    names = [words for words in notes if role(words.get("name")) == Role.END]
    heights = [height(words["text"], float(words["font"]["size"])) for words in names]
    if len(names) < 2:
        return
    share = min(1.0, plane.height / sum(heights))
    centres = apart([axis.at(words["y"]) for words in names], [high * share for high in heights], 0, plane.height)
    leaders = {whose(shape.get("name")): shape for shape in shapes if role(shape.get("name")) == Role.LEADER}
    for words, centre in zip(names, centres, strict=True):
        words["font"] = {**words["font"], "size": float(words["font"]["size"]) * share}
        words["y"] = axis.back(centre)
        if leader := leaders.get(whose(words["name"])):
            leader["y1"] = words["y"]


def _note_bounds(plane: Plane) -> Iterator[tuple[float, float, float, float]]:
    """Bound each annotation: left, top, right and lower end."""
    for words in plane.layout.get("annotations", ()):
        x, y, align, over = plane.stand(words)
        size = float(words.get("font", {}).get("size", USUAL))
        wide, high = width(words["text"], size), height(words["text"], size)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        top = y - {"top": 0.0, "middle": high / 2, "bottom": high}[over]
        yield left, top, left + wide, top + high


def _tick_bounds(plane: Plane) -> Iterator[tuple[float, float, float, float]]:
    """Bound the labels of the axis at the left."""
    axis = plane.axis("y")
    if axis.labelled:
        right = label_places(axis, plane.axis("x"))[0]
        yield from ((right - width(text, axis.font), px, right, px) for px, text in axis.ticks())
