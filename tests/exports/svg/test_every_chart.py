"""Every chart of every page as it is drawn: the right number of marks, each where its values lie, read from the SVG.

Where a mark should be is not asked of the renderer: on each axis one straight line must turn all values into the places of their marks
and of the words at the ticks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import plotly.graph_objects as go

import loaders
from exports.svg import figure as svg
from tests.figures import figures
from texts import Words

NEAR = 0.16  # px: places are written to a tenth
FORMS = {
    "circle": r"",
    "diamond": r"M([\d.-]+) ([\d.-]+)l([\d.]+) \3 -\3 \3 -\3 -\3Z",
    "x-thin": r"M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)M\1 \4L\3 \2",
}
Place = tuple[Any, Any]  # a value on the x axis and one on the y axis
Drawn = tuple[float, float]


def drawn(figure: go.Figure, *, narrow: bool) -> ET.Element:
    root = ET.fromstring(svg.draw(figure, name="c", width=svg.NARROW if narrow else svg.WIDE))  # noqa: S314 - our own
    for defined in root.findall("defs"):
        root.remove(defined)
    return root


def axes(part: Any, *, ref: str = "axis") -> tuple[str, str]:
    return part[f"x{ref}"] or "x", part[f"y{ref}"] or "y"


def scatters(figure: go.Figure) -> Iterator[tuple[go.Scatter, int, Place]]:
    """Give each point that has values."""
    for trace in figure.data:
        if trace.type == "scatter":
            for index, place in enumerate(zip(trace.x, trace.y, strict=True)):
                if None not in place:
                    yield trace, index, place


def marks(figure: go.Figure, form: str) -> list[tuple[tuple[str, str], Place]]:
    """List the marks of one form with the axes they lie on."""
    listed = []
    for trace, index, place in scatters(figure):
        symbols = trace.marker.symbol or "circle"
        symbol = symbols if isinstance(symbols, str) else symbols[index]
        if "markers" in trace.mode and symbol.removesuffix("-open") == form:
            listed.append((axes(trace), place))
    return listed


def bars(figure: go.Figure) -> Iterator[tuple[tuple[str, str], Place, Place]]:
    """Give the two corners of each bar."""
    for trace in (trace for trace in figure.data if trace.type == "bar"):
        lying = trace.orientation == "h"
        lengths, places = (trace.x, trace.y) if lying else (trace.y, trace.x)
        names = list(dict.fromkeys(places))
        for index, (length, place) in enumerate(zip(lengths, places, strict=True)):
            base = trace.base[index] if trace.base is not None else 0
            middle = names.index(place) if isinstance(place, str) else place
            along, across = (base, base + length), (middle - trace.width / 2, middle + trace.width / 2)
            one, other = zip(*((along, across) if lying else (across, along)), strict=True)
            yield axes(trace), one, other


def rectangles(figure: go.Figure) -> Iterator[tuple[tuple[str, str], Place, Place] | None]:
    """Give the corners of each rectangle, from the lowest to the uppermost; None for one whose size is in px."""
    shapes = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    for shape in (shape for shape in shapes if shape.layer == "below"):
        yield axes(shape, ref="ref"), (shape.x0, shape.y0), (shape.x1, shape.y1)
    yield from bars(figure)
    yield from (None for _ in marks(figure, "square"))
    for shape in (shape for shape in shapes if shape.layer != "below"):
        yield axes(shape, ref="ref"), (shape.x0, shape.y0), (shape.x1, shape.y1)


def numbers(element: ET.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.get(name) or "nan") for name in names)


def centres(root: ET.Element, form: str) -> list[Drawn]:
    """Read the middles of the marks of one form."""
    if form == "circle":
        return [(x, y) for x, y in (numbers(circle, "cx", "cy") for circle in root.iter("circle"))]
    found = []
    for path in root.iter("path"):
        match = re.fullmatch(FORMS[form], path.get("d") or "")
        if match and not path.get("class"):
            ends = [float(number) for number in match.groups()]
            found.append(
                (ends[0], ends[1] + ends[2])
                if form == "diamond"
                else ((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2)
            )
    return found


class Scales:
    """Gather values with the px at which they are drawn, axis by axis."""

    def __init__(self) -> None:
        self.pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)

    def add(self, on: tuple[str, str], place: Place, at: Drawn) -> None:
        for axis, value, px in zip(on, place, at, strict=True):
            if axis != "paper" and "domain" not in axis:
                self.pairs[axis].append((float(value), px))

    def hold(self, key: str, size: Drawn) -> dict[str, tuple[float, float]]:
        """Check that one line turns the values of each axis into px within the drawing; gives its slope and its start."""
        lines = {}
        for axis, pairs in self.pairs.items():
            (low, first), (high, last) = min(pairs), max(pairs)
            if low == high:
                continue
            slope = (last - first) / (high - low)
            for value, px in pairs:
                assert abs(first + (value - low) * slope - px) < NEAR, (key, axis, value)
                assert -1 <= px <= size["xy".index(axis[0])] + 1, (key, axis, value)
            lines[axis] = slope, first - low * slope
        return lines


def test_every_mark_of_every_chart_is_drawn_once_and_where_its_values_lie(
    package: loaders.Package, words: Words
) -> None:
    total = 0
    for key, figure, narrow in figures(package, words):
        root, scales = drawn(figure, narrow=narrow), Scales()
        for form in FORMS:
            wanted, found = marks(figure, form), centres(root, form)
            assert len(found) == len(wanted), (key, form)
            total += len(found)
            for (on, place), at in zip(wanted, found, strict=True):
                scales.add(on, place, at)
        boxes, wanted_boxes = list(root.iter("rect")), list(rectangles(figure))
        assert len(boxes) == len(wanted_boxes), key
        for box, corners in zip(boxes, wanted_boxes, strict=True):
            if corners is None:
                continue
            on, one, other = corners
            left, top, width, height = numbers(box, "x", "y", "width", "height")
            across = [left, left + width] if reads_up(figure, on[0]) else [left + width, left]
            down = [top + height, top] if reads_up(figure, on[1]) else [top, top + height]
            for end, place in enumerate(sorted_corners(one, other)):
                scales.add(on, place, (across[end], down[end]))
        lines = scales.hold(key, numbers(root, "width", "height"))  # type: ignore[arg-type]
        for axis, (slope, _) in lines.items():
            assert (slope > 0) == (reads_up(figure, axis) == (axis[0] == "x")), (key, axis)
            assert_ticks(figure, root, axis, lines[axis], key)
    assert total > 500


def sorted_corners(one: Place, other: Place) -> list[Place]:
    """Order the corners of a rectangle from its least values to its greatest."""
    return list(zip(*(sorted(pair) for pair in zip(one, other, strict=True)), strict=True))


def reads_up(figure: go.Figure, axis: str) -> bool:
    """Tell whether the values of an axis grow rightwards or upwards."""
    if axis == "paper" or "domain" in axis:
        return True
    looks = figure.layout[f"{axis[0]}axis{axis[1:]}"]
    return not (looks.autorange == "reversed" or (looks.range and looks.range[0] > looks.range[1]))


def assert_ticks(figure: go.Figure, root: ET.Element, axis: str, line: tuple[float, float], key: str) -> None:
    """Check that the words at the ticks stand at their values too."""
    looks = figure.layout[f"{axis[0]}axis{axis[1:]}"]
    if looks.visible is False or looks.showticklabels is False or not looks.ticktext:
        return
    low, high = sorted(looks.range)
    texts = [(text.text, *numbers(text, "x", "y")) for text in root.iter("text")]
    for value, words in zip(looks.tickvals, looks.ticktext, strict=True):
        if low <= value <= high and "&" not in words:
            at = line[1] + value * line[0]
            near = [abs(x - at) < NEAR if axis[0] == "x" else abs(y - at) < 7 for text, x, y in texts if text == words]
            assert any(near), (key, axis, words)


def test_a_line_breaks_where_a_value_is_missing_and_nowhere_else(package: loaders.Package, words: Words) -> None:
    for key, figure, narrow in figures(package, words):
        paths = [
            path.get("d") or "" for path in drawn(figure, narrow=narrow).iter("path") if path.get("class") == "line"
        ]
        traces = [trace for trace in figure.data if trace.type == "scatter" and "lines" in trace.mode]
        assert len(paths) == len(traces), key
        for path, trace in zip(paths, traces, strict=True):
            there = [y is not None for y in trace.y]
            runs = sum(now and not before for before, now in zip([False, *there], there, strict=False))
            assert path.count("M") == runs, (key, trace.name)
            if "markers" in trace.mode:
                assert path.count("M") + path.count("L") == sum(there), (key, trace.name)


def test_every_word_on_every_chart_is_written(package: loaders.Package, words: Words) -> None:
    for key, figure, narrow in figures(package, words):
        written = {"".join(text.itertext()).replace("\u2002", "") for text in drawn(figure, narrow=narrow).iter("text")}
        for note in figure.layout.annotations:
            if "&" not in note.text:
                assert re.sub(r"<[^>]*>", "", note.text) in written, (key, note.text)
