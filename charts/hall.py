"""Figures for a hall: the same marks as on a page, with type that is read from the last row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.measured import apart
from charts.theme import SECOND

SIZE = 24  # px on a stage of 1280 × 720
USUAL = 14  # px of most labels on a page, for which a figure's own margins were made
STAGE = (1180.0, 400.0)  # the least room a chart is given there, in px
_LINE = SIZE * 1.3  # px from one line of text to the next
_HALF = SIZE * 0.55  # half the height of the letters of a line
_BESIDE = 12  # px from the middle of a dot to a label at its side
_CLEAR = "rgba(0,0,0,0)"
_TAG = re.compile(r"<[^>]*>")
_WIDE = "\u2e80"  # from here on a character is as wide as it is high


@dataclass(frozen=True)
class _Box:
    """Bound something drawn, in px from the lower left corner of the plot."""

    left: float
    right: float
    low: float
    high: float

    def meets(self, other: _Box) -> bool:
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


def enlarged(figure: go.Figure) -> go.Figure:
    """Copy a figure with every text at `SIZE`, stronger lines and nothing that only a pointer can read.

    Labels with a leader are set anew, since at this size the places they had would overlap. One that finds no
    free place is left out.
    """
    hall = go.Figure(figure)
    side = {name: (figure.layout.margin[name] or 8) * SIZE / USUAL for name in ("l", "r")}
    hall.update_layout(font_size=SIZE, height=None, width=None, margin={**side, "t": 4, "b": 40})
    hall.update_xaxes(tickfont_size=SIZE)
    hall.update_yaxes(tickfont_size=SIZE)
    hall.update_traces(customdata=None, hovertemplate=None, hoverinfo="skip")
    for trace in hall.select_traces(selector={"mode": "markers"}):
        trace.text = None  # the words of a hover label: titles do not belong in the file of a slide
    hall.for_each_annotation(lambda words: words.update(font_size=SIZE))
    _set_ends(hall)
    _set_leaders(hall)
    return hall


def upper(figure: go.Figure, *, height: int | None = None) -> go.Figure:
    """Copy the upper of two rows of a figure that share their x axis: a slide shows one idea. `height` in px if a new one."""
    # An axis that is only emptied would still be drawn by whoever draws all that are named.
    layout = {name: value for name, value in figure.to_plotly_json()["layout"].items() if name != "yaxis2"}
    for kind in ("shapes", "annotations"):
        layout[kind] = [each for each in layout.get(kind, ()) if not str(each.get("yref")).startswith("y2")]
    single = go.Figure([trace for trace in figure.data if trace.yaxis != "y2"], layout)
    return single.update_layout(yaxis_domain=[0, 1], height=height or figure.layout.height)


def text_width(text: str, size: float = SIZE) -> float:
    """Estimate the width of a text in px, on the safe side for any of the fonts it may be drawn in."""
    return size * sum(1.0 if character >= _WIDE else 0.53 for character in _TAG.sub("", text))


@dataclass(frozen=True)
class _Plane:
    """Turn values of the two axes into px."""

    x: tuple[float, float]
    y: tuple[float, float]
    width: float
    height: float

    def across(self, value: float) -> float:
        return (value - self.x[0]) / (self.x[1] - self.x[0]) * self.width

    def up(self, value: float) -> float:
        return (value - self.y[0]) / (self.y[1] - self.y[0]) * self.height

    def value(self, up: float) -> float:
        return self.y[0] + up / self.height * (self.y[1] - self.y[0])


def _set_ends(figure: go.Figure) -> None:
    """Move the labels at the ends of lines apart, and give them room."""
    ends = [words for words in figure.layout.annotations if words.xanchor == "left" and words.yref == "y"]
    if not ends:
        return
    widest = max(text_width(line) for words in ends for line in words.text.split("<br>"))
    figure.update_layout(margin_r=widest + 24, margin_t=SIZE)
    low, high = figure.layout.yaxis.range
    unit = (high - low) / (STAGE[1] - figure.layout.margin.t - figure.layout.margin.b)
    heights = [(words.text.count("<br>") + 1) * _LINE * unit for words in ends]
    for words, at in zip(ends, apart([words.y for words in ends], heights, low, high + SIZE * unit), strict=True):
        figure.update_shapes({"y1": at}, selector={"type": "line", "yref": "y", "y1": words.y})  # its leader follows
        words.update(y=at, xshift=16)


def _set_leaders(figure: go.Figure) -> None:
    """Set each label with a leader where it meets no dot, no other label and no edge."""
    labels = [words for words in figure.layout.annotations if words.showarrow is not False]
    standing = [words for words in figure.layout.annotations if words.showarrow is False]
    if not labels:
        return
    margin = figure.layout.margin
    width, height = STAGE[0] - margin.l - margin.r, STAGE[1] - margin.t - margin.b
    plane = _Plane(tuple(figure.layout.xaxis.range), tuple(figure.layout.yaxis.range), width, height)
    taken = [*_dots(figure, plane), *(_standing(words, plane) for words in standing if words.xref != "paper")]
    placed = []
    for label in labels:
        for boxes, where in _places(label, plane):
            if not any(box.meets(other) for box in boxes for other in taken):
                taken += boxes
                placed.append(label.update(**where))
                break
    figure.layout.annotations = [*standing, *placed]


def _dots(figure: go.Figure, plane: _Plane) -> Iterator[_Box]:
    for trace in figure.select_traces(selector={"type": "scatter"}):
        for x, y in zip(trace.x, trace.y, strict=True):
            across, up = plane.across(x), plane.up(y)
            yield _Box(across - 9, across + 9, up - 8, up + 8)


def _standing(words: go.layout.Annotation, plane: _Plane) -> _Box:
    """Bound a text that keeps its place."""
    across, width = plane.across(words.x), text_width(words.text)
    left = {"left": 0.0, "right": width}.get(words.xanchor, width / 2)
    low = 0.0 if words.yref == "paper" else plane.up(words.y) - _HALF
    return _Box(across - left, across - left + width, low, low + 2 * _HALF)


def _places(label: go.layout.Annotation, plane: _Plane) -> Iterator[tuple[list[_Box], dict[str, object]]]:
    """List the places for a label, best first: beyond its dot, the nearest before the farther, then beside it."""
    across, end, width = plane.across(label.x), plane.up(label.y), text_width(label.text) + 8
    away = 1 if label.ay >= label.y else -1
    leader = {"ax": label.x, "axref": "x", "ayref": "y", "arrowcolor": SECOND, "arrowwidth": 2, "bgcolor": _CLEAR}
    for step in range(round(plane.height / 4)):
        up = end + away * (_HALF + 6 + 4 * step)
        if not _HALF <= up <= plane.height - _HALF:
            break
        line = _Box(across - 1, across + 1, *sorted((end + away * 4, up)))  # clear of the dot it starts from
        for side, left in (("center", width / 2), ("left", 6.0), ("right", width - 6)):
            if across >= left and across - left + width <= plane.width:
                words = _Box(across - left, across - left + width, up - _HALF, up + _HALF)
                yield [words, line], {**leader, "ay": plane.value(up), "xanchor": side}
    up = min(max(end - away * _BESIDE, _HALF), plane.height - _HALF)
    for side, shift in (("left", _BESIDE), ("right", -_BESIDE)):
        left, right = sorted((across + shift, across + shift + (width if shift > 0 else -width)))
        if left >= 0 and right <= plane.width:
            beside: dict[str, object] = {"showarrow": False, "xshift": shift, "xanchor": side, "yanchor": "middle"}
            yield [_Box(left, right, up - _HALF, up + _HALF)], {**beside, "y": plane.value(up), "bgcolor": _CLEAR}
