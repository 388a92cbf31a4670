"""A Plotly figure as inline SVG, drawn here and without a browser: as much of Plotly as our charts use."""

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

import plotly.graph_objects as go
from markupsafe import Markup

from cards.lettering import bare
from cards.palette import RULE, TEXT
from exports.markup.element import element
from exports.svg.axes import Axis, Looks, Plane, each, label_places, lengths_and_places, listed, own, present, radii
from exports.svg.known import check
from exports.svg.marks import hatch, rectangle, stroke, symbol
from exports.svg.text import USUAL, px, write

Way = Callable[[str], str]
WIDE, NARROW = 1180, 358  # px: the room a chart has in the dashboard, on a desktop and on a phone
_WIDTH = 0.8  # of the distance between two places: how wide a bar is that does not say
_LONGEST = 0.1  # px: a step of a line shorter than this cannot be seen


def nowhere(code: str) -> str:  # noqa: ARG001 - a way must take the code, even one that leads nowhere
    """Lead from no mark anywhere."""
    return ""


def draw(figure: go.Figure, *, name: str, width: float = WIDE, way: Way = nowhere, hovers: bool = True) -> Markup:
    """Draw a figure. `name` must be its own on the page; `width` in px of the drawing's own measure.

    `way` gives the address behind a mark's first custom value, or nothing; `hovers` keeps what a mark says under the
    pointer as its title. A link takes no stop of the keyboard: the table beneath a chart holds the same. Raises Undrawable.
    """
    drawn = figure.to_plotly_json()
    check(drawn)
    plane = Plane(drawn, width)
    drawing = _Drawing(plane, name, way, hovers=hovers)
    parts = [
        *drawing.shapes(below=True),
        *drawing.grids(),
        *drawing.bars(),
        *drawing.scatters(),
        *drawing.axes(),
        *drawing.shapes(below=False),
        *drawing.annotations(),
    ]
    return element(
        "svg",
        element("defs", *drawing.defined.values()) if drawing.defined else "",
        *parts,
        class_="drawing",
        viewBox=f"0 0 {px(plane.width)} {px(plane.height)}",
        width=px(plane.width),
        height=px(plane.height),
        font_size=USUAL,
        fill=TEXT,
    )


class _Drawing:
    """Draw the parts of one figure in the order in which they lie over one another."""

    def __init__(self, plane: Plane, name: str, way: Way, *, hovers: bool) -> None:
        self.plane, self.name, self.way, self.hovers = plane, name, way, hovers
        self.defined: dict[str, Markup] = {}

    def _on(self, trace: Looks) -> tuple[Axis, Axis]:
        return self.plane.axis(trace.get("xaxis") or "x"), self.plane.axis(trace.get("yaxis") or "y")

    def shapes(self, *, below: bool) -> Iterator[Markup]:
        """Draw rectangles, lines, and paths whose measure is px."""
        for shape in self.plane.layout.get("shapes", ()):
            if (shape.get("layer") == "below") != below:
                continue
            looks = stroke(shape.get("line", {}))
            if shape["type"] == "path":
                x, y = self.plane.place(shape, "xanchor", "yanchor")
                path = shape["path"].replace(",", " ")
                yield element("path", transform=f"translate({px(x)} {px(y)})", d=path, fill=_fill(shape), **looks)
                continue
            (x0, y0), (x1, y1) = self.plane.place(shape, "x0", "y0"), self.plane.place(shape, "x1", "y1")
            if shape["type"] == "line":
                yield element("path", d=f"M{px(x0)} {px(y0)}L{px(x1)} {px(y1)}", **looks)
            else:
                yield rectangle(x0, x1, y0, y1, fill=_fill(shape), **looks)

    def grids(self) -> Iterator[Markup]:
        """Rule the ticks of each axis that asks for it, and its zero."""
        for axis, crossed in self.plane.pairs():
            if not axis.shown:
                continue
            if axis.looks.get("showgrid") is not False:
                colour = axis.looks.get("gridcolor", RULE)
                lines = "".join(_across(axis, crossed, place) for place, _ in axis.ticks())
                if lines:
                    yield element("path", d=lines, stroke=colour, fill="none")
            if axis.looks.get("zeroline") and min(axis.span) <= 0 <= max(axis.span):
                line = {"color": axis.looks.get("zerolinecolor"), "width": axis.looks.get("zerolinewidth", 1)}
                yield element("path", d=_across(axis, crossed, axis.at(0)), **stroke(line))

    def axes(self) -> Iterator[Markup]:
        """Draw each axis' line and write its labels."""
        for axis, crossed in self.plane.pairs():
            if axis.shown and axis.looks.get("showline"):
                edge = crossed.part(1 if axis.looks.get("side") == "top" else 0)
                yield element("path", d=_across(crossed, axis, edge), stroke=axis.looks.get("linecolor", TEXT))
            if not axis.labelled:
                continue
            at, side, over = label_places(axis, crossed)
            colour = axis.looks.get("tickfont", {}).get("color", TEXT)
            for place, text in axis.ticks():
                x, y = (place, at) if axis.letter == "x" else (at, place)
                yield write(text.rstrip(), x, y, size=axis.font, side=side, over=over, colour=colour)

    def bars(self) -> Iterator[Markup]:
        """Draw bars from their base, filled or hatched, with the words inside or at their ends."""
        for trace in (trace for trace in self.plane.traces if trace["type"] == "bar"):
            x, y = self._on(trace)
            lying = trace.get("orientation") == "h"
            along, across = (x, y) if lying else (y, x)
            lengths, places = lengths_and_places(trace)
            count, marker = len(lengths), trace.get("marker", {})
            pattern = marker.get("pattern", {})
            fills = each(pattern["bgcolor"] if pattern.get("shape") else marker.get("color"), count)
            usual = _WIDTH * self._spacing(trace, across)
            widths = [usual if width is None else float(width) for width in each(trace.get("width"), count)]
            boxes, words = [], []
            for index, (length, base) in enumerate(zip(lengths, each(trace.get("base"), count), strict=True)):
                if not present(length):
                    continue
                start, middle, half = float(base or 0), across.value(places[index]), widths[index] / 2
                ends = along.at(start), along.at(start + float(length))
                sides = across.at(middle - half), across.at(middle + half)
                boxes.append((*ends, *sides) if lying else (*sides, *ends))
                looks = {"fill": fills[index], **stroke(marker.get("line", {}))}
                yield self._linked(rectangle(*boxes[-1], *self._title(trace, index), **looks), trace, index)
                words.append(self._bar_words(trace, index, ends, sides, lying=lying))
            if pattern.get("shape"):
                yield hatch(boxes, pattern)
            yield from words

    def _spacing(self, trace: Looks, across: Axis) -> float:
        """Give the least distance between two places of bars on the same axes; their usual width is a share of it."""
        axes = trace.get("xaxis"), trace.get("yaxis")
        beside = [
            bar for bar in self.plane.traces if bar["type"] == "bar" and (bar.get("xaxis"), bar.get("yaxis")) == axes
        ]
        values = {across.value(place) for bar in beside for place in listed(bar[across.letter])}
        return min((b - a for a, b in pairwise(sorted(values))), default=1.0)

    def _bar_words(
        self, trace: Looks, index: int, ends: tuple[float, float], sides: tuple[float, float], *, lying: bool
    ) -> Markup:
        text = own(trace.get("text"), index)
        if not text or not trace.get("textposition"):
            return Markup("")
        font = trace.get("textfont", {})
        looks = {"size": font.get("size", USUAL), "colour": own(font.get("color"), index) or TEXT}
        at, middle = sum(ends) / 2, sum(sides) / 2
        if own(trace["textposition"], index) == "outside":
            at = ends[1] + (4 if lying else -4)
            looks |= {"side": "left"} if lying else {"over": "bottom"}
        return write(text, *((at, middle) if lying else (middle, at)), **looks)

    def scatters(self) -> Iterator[Markup]:
        """Draw lines, then marks, then the words beside them."""
        for trace in (trace for trace in self.plane.traces if trace["type"] == "scatter"):
            x, y = self._on(trace)
            mode = trace.get("mode", "lines")
            shown = [
                (index, x.at(across), y.at(up))
                for index, (across, up) in enumerate(zip(listed(trace["x"]), listed(trace["y"]), strict=True))
                if present(across) and present(up)
            ]
            if "lines" in mode:
                yield self._line(trace, shown, bare=mode == "lines")
            yield from self._errors(trace, shown, y)
            sizes = radii(trace, len(listed(trace["x"])))
            for index, across, up in shown:
                if "markers" in mode:
                    title = self._title(trace, index)
                    mark = symbol(trace.get("marker", {}), index, across, up, sizes[index], *title)
                    yield self._linked(mark, trace, index)
                if "text" in mode and (text := own(trace.get("text"), index)):
                    yield _beside(trace, index, text, across, up, sizes[index] if "markers" in mode else 0)

    def _line(self, trace: Looks, shown: list[tuple[int, float, float]], *, bare: bool) -> Markup:
        """Join neighbours; where one between is missing the line breaks."""
        path, before = [], None
        for index, across, up in shown:
            joined = before is not None and index == before[0] + 1
            if joined and before and math.hypot(across - before[1], up - before[2]) < _LONGEST:
                before = index, before[1], before[2]
                continue
            path.append(f"{'L' if joined else 'M'}{px(across)} {px(up)}")
            before = index, across, up
        looks = {"class": "line", "d": "".join(path), "fill": "none", **stroke(trace.get("line", {}))}
        return element("path", **looks, clip_path=self._clip(trace) if bare else None)

    def _clip(self, trace: Looks) -> str:
        """Keep a line without marks, as that of a coast, inside its axes."""
        x, y = self._on(trace)
        name = f"{self.name}-{trace.get('xaxis') or 'x'}"
        inner = rectangle(x.part(0), x.part(1), y.part(0), y.part(1))
        self.defined[name] = element("clipPath", inner, id=name)
        return f"url(#{name})"

    def _errors(self, trace: Looks, shown: list[tuple[int, float, float]], axis: Axis) -> Iterator[Markup]:
        """Draw how far a value may reach."""
        error = trace.get("error_y") or {}
        for index, across, up in shown:
            reach = own(error.get("array"), index)
            if reach:
                end, half = axis.at(float(listed(trace["y"])[index]) + float(reach)), float(error.get("width", 4))
                path = f"M{px(across)} {px(up)}V{px(end)}M{px(across - half)} {px(end)}h{px(2 * half)}"
                line = {"color": error.get("color"), "width": error.get("thickness", 2)}
                yield element("path", d=path, **stroke(line))

    def _title(self, trace: Looks, index: int) -> Iterator[Markup]:
        """Write what a mark says under the pointer, where it says anything."""
        if self.hovers and (text := _hover(trace, index)):
            yield element("title", text)

    def _linked(self, mark: Markup, trace: Looks, index: int) -> Markup:
        """Give a mark the way to what it stands for."""
        code = own(trace.get("customdata"), index)
        address = self.way(str(code[0])) if code is not None and len(code) else ""
        return element("a", mark, href=address, tabindex=-1) if address else mark

    def annotations(self) -> Iterator[Markup]:
        """Write the words on the chart, with the line to what they speak of."""
        for words in self.plane.layout.get("annotations", ()):
            x, y, side, over = self.plane.stand(words)
            if words.get("showarrow") is not False:
                end = self.plane.place(words, "x", "y")
                line = {"color": words.get("arrowcolor"), "width": words.get("arrowwidth", 1)}
                yield element("path", d=f"M{px(x)} {px(y)}L{px(end[0])} {px(end[1])}", **stroke(line))
            font = words.get("font", {})
            yield write(
                words["text"],
                x,
                y,
                size=float(font.get("size", USUAL)),
                side=side,
                over=over,
                colour=font.get("color", TEXT),
                halo=bool(words.get("bgcolor")),
            )


def _fill(shape: Looks) -> str:
    return str(shape.get("fillcolor") or "none")


def _across(axis: Axis, crossed: Axis, place: float) -> str:
    """Rule a line at a place of one axis, along the other."""
    start, end = px(crossed.part(0)), px(crossed.part(1))
    return f"M{px(place)} {start}V{end}" if axis.letter == "x" else f"M{start} {px(place)}H{end}"


def _beside(trace: Looks, index: int, text: str, x: float, y: float, radius: float) -> Markup:
    """Write a mark's words where its text position says."""
    row, column = str(own(trace.get("textposition"), index) or "middle center").split()
    font, far = trace.get("textfont", {}), radius / 0.8 + 1 if radius else 0
    return write(
        text.replace("   ", "\u2002"),
        x + {"left": -far, "center": 0, "right": far}[column],
        y + {"top": -far, "middle": 0, "bottom": far}[row],
        size=float(font.get("size", USUAL)),
        side={"left": "right", "center": "center", "right": "left"}[column],
        over={"top": "bottom", "middle": "middle", "bottom": "top"}[row],
        colour=own(font.get("color"), index) or TEXT,
    )


def _hover(trace: Looks, index: int) -> str:
    """Say what a mark says under the pointer, in one line."""
    if trace.get("hoverinfo") == "skip":
        return ""
    sentence = str(trace.get("hovertemplate") or "").split("<extra>")[0]
    for name in ("hovertext", "text", "x", "y"):
        if f"%{{{name}}}" in sentence:
            sentence = sentence.replace(f"%{{{name}}}", str(own(trace.get(name), index) or ""))
    return bare(sentence)
