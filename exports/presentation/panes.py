"""What a figure holds, pane by pane, as a presentation's own charts want it: series, scales, formats of numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from cards import KeyMark
from cards.lettering import bare
from exports.svg.axes import Axis, Looks, Plane, each, held, listed, of, radii

SYMBOLS = ("circle", "diamond", "square", "x-thin")
_NUMBER = re.compile(r"(\D*?)(-?[\d,]*\.?\d+)(\D*)")
_ACADEMIC = re.compile(r"(\d{4})/\d{2}")


@dataclass
class Series:
    """Hold one series: its points, its line, and the mark of each point (symbol, colour, px across, edge's px)."""

    name: str
    x: list[Any]
    y: list[float | None]
    line: Looks | None
    marks: list[tuple[str, str, float, float]] | None
    words: list[tuple[str, str]] = field(default_factory=list)  # of each point, and where they stand
    reach: list[float] = field(default_factory=list)  # how far each value may go up


@dataclass
class Pane:
    """Hold one pair of axes with what is drawn on it; `kind` is line, dots, bars or lying."""

    kind: str
    x: Axis
    y: Axis
    series: list[Series]


@dataclass(frozen=True)
class Scale:
    """Say what an axis of numbers shows: its ends, the step between ticks, and how they are written ("" = not by the axis)."""

    low: float
    high: float
    step: float
    code: str


def native(figure: go.Figure) -> bool:
    """Tell whether every part of a figure has a chart of its own kind in a presentation; if not, it is a picture."""
    drawn = figure.to_plotly_json()
    layout, traces = drawn["layout"], drawn["data"]
    if any(shape.get("type") not in ("line", "rect") for shape in layout.get("shapes", ())):
        return False
    if any(key[1:5] == "axis" and looks.get("scaleanchor") for key, looks in layout.items() if isinstance(looks, dict)):
        return False
    kinds: dict[str, set[str]] = {}
    for trace in traces:
        if trace["type"] not in ("bar", "scatter") or (trace["type"] == "bar" and _based(trace) != ground(trace)):
            return False
        symbols = each(trace.get("marker", {}).get("symbol") or "circle", 1)
        if any(str(symbol).removesuffix("-open") not in SYMBOLS for symbol in symbols):
            return False
        if not ground(trace):
            kinds.setdefault(str(trace.get("yaxis") or "y"), set()).add(trace["type"])
    return all(len(found) == 1 for found in kinds.values())


def ground(trace: Looks) -> bool:
    """Tell whether a bar is the hatched ground of a year rather than a value."""
    return trace["type"] == "bar" and bool(trace.get("marker", {}).get("pattern", {}).get("shape"))


def _based(trace: Looks) -> bool:
    return trace.get("base") is not None


def shown(axis: Axis) -> bool:
    """Tell whether an axis has labels."""
    return axis.looks.get("visible") is not False and axis.looks.get("showticklabels") is not False


def panes(plane: Plane, marks: Sequence[KeyMark]) -> Iterator[Pane]:
    """Give the panes in order; grounds are left out."""
    names = {mark.colour: mark.label for mark in reversed(marks)}
    shapes = {mark.shape: mark.label for mark in marks if mark.shape in ("ring", "diamond")}
    together: dict[tuple[str, str], list[Looks]] = {}
    for trace in plane.traces:
        if not ground(trace):
            key = str(trace.get("xaxis") or "x"), str(trace.get("yaxis") or "y")
            together.setdefault(key, []).append(trace)
    for (x, y), traces in together.items():
        if traces[0]["type"] == "bar":
            kind = "lying" if traces[0].get("orientation") == "h" else "bars"
            series = [_bar(trace, names) for trace in traces]
        else:
            series = [part for trace in traces for part in _scatter(trace, names, shapes)]
            kind = "line" if _periodic(plane.axis(x), series) else "dots"
            # LibreOffice loses the points of a series that stands before a longer one.
            series.sort(key=lambda part: -len(part.x))
        yield Pane(kind, plane.axis(x), plane.axis(y), series)


def _periodic(axis: Axis, series: Sequence[Series]) -> bool:
    """Tell whether lines run over periods with names, such as 2014/15, each with at most one value of a series."""
    shown = [[x for x in part.x if x is not None] for part in series]
    whole = all(float(x).is_integer() for part in shown for x in part)
    single = all(len(set(part)) == len(part) for part in shown)
    return any(part.line for part in series) and whole and single and not scaled(axis).code


def _values(values: Any) -> list[Any]:
    return [value if held(value) else None for value in listed(values)]


def _bar(trace: Looks, names: dict[str, str]) -> Series:
    lying = trace.get("orientation") == "h"
    lengths, places = (_values(trace[letter]) for letter in ("xy" if lying else "yx"))
    colours = [str(code) for code in each(trace.get("marker", {}).get("color") or "#12436D", len(lengths))]
    name = names.get(colours[0], "") if len(set(colours)) == 1 else ""
    words = [(str(of(trace.get("text"), place) or ""), "outside") for place in range(len(lengths))]
    said = words if trace.get("textposition") and any(text for text, _ in words) else []
    looks = [("square", code, 0.0, 0.0) for code in colours]
    return Series(name or str(trace.get("name") or ""), places, lengths, None, looks, said)


def _scatter(trace: Looks, names: dict[str, str], shapes: dict[str, str]) -> Iterator[Series]:
    """Give a line as one series; dots as one for each colour and shape, so that each can be named and changed."""
    x, y, mode = _values(trace.get("x")), _values(trace.get("y")), str(trace.get("mode") or "lines")
    words = [
        (str(of(trace.get("text"), place) or ""), str(of(trace.get("textposition"), place) or "middle center"))
        for place in range(len(x))
    ]
    said = words if "text" in mode and any(text for text, _ in words) else []
    reach = [float(value or 0) for value in _values((trace.get("error_y") or {}).get("array"))]
    marks = _marks(trace, len(x)) if "markers" in mode else None
    if "lines" in mode or marks is None:
        line = {"color": "#0B0C0C", **trace.get("line", {})} if "lines" in mode else None
        name = names.get(str((line or {}).get("color")), str(trace.get("name") or ""))
        yield Series(name, x, y, line, marks, said, reach)
        return
    kinds = dict.fromkeys((mark[0], mark[1]) for mark in marks)
    for symbol, code in kinds:
        own = [place for place, mark in enumerate(marks) if mark[:2] == (symbol, code)]
        shape = {"circle-open": "ring", "diamond-open": "diamond"}.get(symbol, "")
        parts = [part for part in (names.get(code, ""), shapes.get(shape, "")) if part]
        yield Series(
            " · ".join(parts) or str(trace.get("name") or ""),
            [x[place] for place in own],
            [y[place] for place in own],
            None,
            [marks[place] for place in own],
            [said[place] for place in own] if said else [],
            [reach[place] for place in own] if reach else [],
        )


def _marks(trace: Looks, count: int) -> list[tuple[str, str, float, float]]:
    marker = trace.get("marker", {})
    sizes, edge = radii(trace, count), marker.get("line", {})
    return [
        (
            str(of(marker.get("symbol"), place) or "circle"),
            str(of(marker.get("color"), place) or "#0B0C0C"),
            2 * sizes[place],
            float(of(edge.get("width"), place) or 0),
        )
        for place in range(count)
    ]


def scaled(axis: Axis) -> Scale:
    """Read the scale of an axis of numbers; without a code its labels are no numbers, or stand at uneven steps."""
    low, high = sorted(axis.span)
    if axis.looks.get("visible") is False:
        return Scale(low, high, (high - low) or 1.0, "")
    at = [(value(axis, place), bare(text)) for place, text in axis.ticks()]
    steps = {round(b[0] - a[0], 9) for a, b in pairwise(at)}
    code = number_code(at) if len(steps) == 1 else ""
    return Scale(at[0][0] if code else low, high, steps.pop() if code else (high - low) or 1.0, code)


def value(axis: Axis, place: float) -> float:
    """Turn px on an axis back into its value."""
    share = (place - axis.start) / axis.length * (1 if axis.letter == "x" else -1)
    return round(axis.span[0] + share * (axis.span[1] - axis.span[0]), 9)


def number_code(pairs: Sequence[tuple[float | None, str]]) -> str:
    """Find the one format that writes each value as its text, such as "£"#,##0"m"; blank where there is none."""
    found = [(value, _NUMBER.fullmatch(text)) for value, text in pairs if value is not None]
    if not found or any(match is None for _, match in found):
        return ""
    matches = [(value, match) for value, match in found if match is not None]
    affixes = {(match[1], match[3]) for _, match in matches}
    if len(affixes) > 1 or any(
        not math.isclose(float(match[2].replace(",", "")), value, abs_tol=1e-9) for value, match in matches
    ):
        return ""
    before, after = affixes.pop()
    numbers = [match[2] for _, match in matches]
    body = (
        "#,##0" if any("," in text for text in numbers) else "General" if any("." in text for text in numbers) else "0"
    )
    return "".join(
        f'"{part}"' if number == 0 else part for part, number in ((before, 0), (body, 1), (after, 0)) if part
    )


def periods(axis: Axis, series: Sequence[Series]) -> tuple[list[int], list[str]]:
    """List the years of a line chart with their names as the axis prints them."""
    given = [(round(value), text) for value, text in ((value(axis, at), bare(text)) for at, text in axis.ticks())]
    shown = [int(x) for part in series for x in part.x if x is not None] + [year for year, _ in given]
    years = list(range(min(shown), max(shown) + 1))
    named = dict(given)
    academic = any(_ACADEMIC.fullmatch(text) for text in named.values())
    texts = [named.get(year, f"{year}/{(year + 1) % 100:02d}" if academic else str(year)) for year in years]
    return years, texts
