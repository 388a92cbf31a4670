"""Figures for a hall: the same marks as on a page, with type that is read from the last row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.theme import SECOND

SIZE = 24  # px on a stage of 1280 × 720
STAGE = (1180.0, 400.0)  # the least room a chart is given there, in px
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
    hall.update_layout(font_size=SIZE, height=None, width=None, margin={"l": 8, "r": 8, "t": 4, "b": 38})
    hall.update_xaxes(tickfont_size=SIZE)
    hall.update_yaxes(tickfont_size=SIZE)
    hall.update_traces(customdata=None, hovertemplate=None, hoverinfo="skip")
    for trace in hall.select_traces(selector={"mode": "markers"}):
        trace.text = None  # the words of a hover label: titles do not belong in the file of a slide
    hall.for_each_annotation(lambda words: words.update(font_size=SIZE))
    _set_leaders(hall)
    return hall


def text_width(text: str, size: float = SIZE) -> float:
    """Estimate the width of a text in px, on the safe side for any of the fonts it may be drawn in."""
    return size * sum(1.0 if character >= _WIDE else 0.53 for character in _TAG.sub("", text))


@dataclass(frozen=True)
class _Plane:
    """Turn values of the two axes into px."""

    x: tuple[float, float]
    y: tuple[float, float]

    def across(self, value: float) -> float:
        return (value - self.x[0]) / (self.x[1] - self.x[0]) * STAGE[0]

    def up(self, value: float) -> float:
        return (value - self.y[0]) / (self.y[1] - self.y[0]) * STAGE[1]

    def value(self, up: float) -> float:
        return self.y[0] + up / STAGE[1] * (self.y[1] - self.y[0])


def _set_leaders(figure: go.Figure) -> None:
    """Set each label with a leader where it meets no dot, no other label and no edge."""
    labels = [words for words in figure.layout.annotations if words.showarrow is not False]
    if not labels:
        return
    plane = _Plane(tuple(figure.layout.xaxis.range), tuple(figure.layout.yaxis.range))
    taken = [
        *_dots(figure, plane),
        *(_standing(words, plane) for words in figure.layout.annotations if words.showarrow is False),
    ]
    placed = []
    for label in labels:
        for up, side, box, leader in _places(label, plane):
            if not any(box.meets(other) or leader.meets(other) for other in taken):
                taken += [box, leader]
                placed.append(
                    label.update(
                        ay=plane.value(up),
                        ayref="y",
                        ax=label.x,
                        axref="x",
                        xanchor=side,
                        arrowcolor=SECOND,
                        arrowwidth=2,
                    )
                )
                break
    figure.layout.annotations = [
        words for words in figure.layout.annotations if words.showarrow is False or words in placed
    ]


def _dots(figure: go.Figure, plane: _Plane) -> Iterator[_Box]:
    for trace in figure.select_traces(selector={"type": "scatter"}):
        for x, y in zip(trace.x, trace.y, strict=True):
            across, up = plane.across(x), plane.up(y)
            yield _Box(across - 8, across + 8, up - 7, up + 7)


def _standing(words: go.layout.Annotation, plane: _Plane) -> _Box:
    """Bound a text that keeps its place."""
    across, width = plane.across(words.x), text_width(words.text)
    left = {"left": 0.0, "right": width}.get(words.xanchor, width / 2)
    low = 0.0 if words.yref == "paper" else plane.up(words.y) - SIZE * 0.6
    return _Box(across - left, across - left + width, low, low + SIZE * 1.2)


def _places(label: go.layout.Annotation, plane: _Plane) -> Iterator[tuple[float, str, _Box, _Box]]:
    """List the places for a label, nearest first: beyond its dot, then to either side."""
    across, end, width, half = plane.across(label.x), plane.up(label.y), text_width(label.text) + 8, SIZE * 0.6
    away = 1 if float(label.ay) >= float(label.y) else -1
    for step in range(int(STAGE[1] / 4)):
        up = end + away * (half + 6 + 4 * step)
        if not half <= up <= STAGE[1] - half:
            return
        leader = _Box(across - 1, across + 1, *sorted((end, up)))
        for side, left in (("center", width / 2), ("left", 6.0), ("right", width - 6)):
            if 0 <= across - left and across - left + width <= STAGE[0]:
                yield up, side, _Box(across - left, across - left + width, up - half, up + half), leader
