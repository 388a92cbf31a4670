"""What a figure says, as a presentation's own chart wants it: series, scales, formats of numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from cards.figures import Kind, Role
from cards.lettering import bare
from exports.svg.axes import Axis, Looks, Plane, each, lengths_and_places, listed, own, present, radii

Value = TypeVar("Value")


@dataclass(frozen=True)
class Mark:
    """Draw one point: `size` is px across, `edge` the width of an open mark's line in px."""

    symbol: str
    colour: str
    size: float = 0.0
    edge: float = 0.0


@dataclass(frozen=True)
class Words:
    """Write words at a point; `position` is Plotly's, such as top right or outside."""

    text: str
    position: str
    colour: str = ""


@dataclass(frozen=True)
class Series:
    """Hold one series: its points, with a mark for each (none if it is a bare line) and words (or none).

    In bars `x` is the place and `y` the length.
    """

    name: str
    x: list[Any]
    y: list[float | None]
    line: Looks | None
    marks: list[Mark]
    words: list[Words]


@dataclass(frozen=True)
class Scale:
    """Say what an axis shows: its ends, the step between ticks, and how they are written ("" = not by the axis)."""

    low: float
    high: float
    step: float
    code: str


class Panel:
    """Read a `native` figure's one pair of axes and its series; `kind` is line, dots, columns or bars (which lie).

    `values` is the axis along which values are read, `names` the one with a place for each bar, `code` the format that
    writes values ("" = they are words). `periods` names the years of a line chart that are not called by their number.
    """

    def __init__(self, plane: Plane) -> None:
        """Read a figure that is laid out in px."""
        meta, self.x, self.y = plane.layout["meta"], plane.axis("x"), plane.axis("y")
        traces = [trace for trace in plane.traces if trace["meta"]["role"] != Role.GROUND]
        self.stacked = plane.layout.get("barmode") == "stack"
        self.years = "years" in meta
        self.periods = {int(year): name for year, name in meta.get("years", {}).get("names", {}).items()}
        self.code = next((_code(**trace["meta"]["number"]) for trace in traces if "number" in trace["meta"]), "")
        self.names: Axis | None = None
        values = self.y
        if any(trace["type"] == "bar" for trace in traces):
            lying = traces[0].get("orientation") == "h"
            self.kind, values, self.names = ("bars", self.x, self.y) if lying else ("columns", self.y, self.x)
            self.series = [_bar(trace) for trace in traces]
        else:
            # LibreOffice loses the points of a series that stands before a longer one.
            self.series = sorted((part for trace in traces for part in _scatter(trace)), key=lambda part: -len(part.x))
            lines = any(part.line is not None for part in self.series)
            single = all(len(set(part.x)) == len(part.x) for part in self.series)
            self.kind = "line" if self.periods and lines and single else "dots"
        self.values = values if meta["kind"] in (Kind.LINES, Kind.BARS) else None

    def rows(self) -> list[Any]:
        """List what the table behind the chart has rows for: each year of a line chart, each place of bars."""
        data = dict.fromkeys(x for part in self.series for x in part.x if x is not None)
        if self.names:
            return list(self.names.categories or data)
        years = [int(x) for x in data] + [round(self.x.back(px)) for px, _ in self.x.ticks()]
        return list(range(min(years), max(years) + 1))

    def scale(self, axis: Axis) -> Scale:
        """Read the scale of an axis, without a code if its labels are words or stand at uneven steps.

        That of years in a scatter chart begins at its first tick, or as many steps before it as the data do.
        """
        plain = axis is self.x and self.years and not self.periods
        code = self.code if axis is self.values else "0" if plain else ""
        low, high = sorted(axis.span)
        ticks = [axis.back(px) for px, _ in axis.ticks()] if code and axis.shown else []
        steps = {round(b - a, 9) for a, b in pairwise(ticks)}
        if len(steps) != 1:
            return Scale(low, high, (high - low) or 1.0, "")
        low, step = ticks[0], steps.pop()
        if axis is self.x and self.kind == "dots":
            least = min(x for part in self.series for x in part.x if x is not None)
            while low > least:
                low -= step
        return Scale(low, high, step, code)


def _code(*, before: str = "", after: str = "", grouped: bool = False) -> str:
    """Write as a format what stands before and after a number, and whether thousands are set apart."""
    quoted = (f'"{part}"' if part else "" for part in (before, after))
    return ("#,##0" if grouped else "General").join(quoted)


def _values(values: Any) -> list[Any]:
    return [number if present(number) else None for number in listed(values)]


def _bar(trace: Looks) -> Series:
    lengths, places = map(_values, lengths_and_places(trace))
    marks = [Mark("square", str(colour)) for colour in each(trace.get("marker", {}).get("color"), len(lengths))]
    words = _words(trace, len(lengths)) if trace.get("textposition") else []
    if trace.get("insidetextanchor") == "middle":
        words = [Words(word.text, "middle center", word.colour) for word in words]
    return Series(trace["meta"]["series"], places, lengths, None, marks, words)


def _scatter(trace: Looks) -> Iterator[Series]:
    """Give a line as one series; dots as one for each name, so that each can be changed."""
    x, y, mode = _values(trace.get("x")), _values(trace.get("y")), trace["mode"]
    marks = _marks(trace, len(x)) if "markers" in mode else []
    words = _words(trace, len(x)) if "text" in mode else []
    names = each(trace["meta"]["series"], len(x))
    for series in dict.fromkeys(names):
        at = [index for index, name in enumerate(names) if name == series]
        line = trace.get("line", {}) if "lines" in mode else None
        yield Series(series, _at(at, x), _at(at, y), line, _at(at, marks), _at(at, words))


def _at(places: list[int], values: list[Value]) -> list[Value]:
    """Take some of as many values as there are points, or of none."""
    return [values[place] for place in places] if values else []


def _marks(trace: Looks, count: int) -> list[Mark]:
    marker = trace.get("marker", {})
    sizes, edge = radii(trace, count), marker.get("line", {})
    return [
        Mark(
            str(own(marker.get("symbol"), index) or "circle"),
            str(own(marker["color"], index)),
            2 * sizes[index],
            float(own(edge.get("width"), index) or 0),
        )
        for index in range(count)
    ]


def _words(trace: Looks, count: int) -> list[Words]:
    font = trace.get("textfont", {})
    return [
        Words(
            bare(str(own(trace.get("text"), index) or "")),
            str(own(trace.get("textposition"), index) or "middle center"),
            str(own(font.get("color"), index) or ""),
        )
        for index in range(count)
    ]
