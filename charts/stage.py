"""Figures for a hall: the same marks as on a page, with type that is read from the last row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

import plotly.graph_objects as go

from charts.lines import apart
from charts.theme import SECOND, plain

SIZE = 24  # px on a stage of 1280 × 720
USUAL = 14  # px of most labels on a page, for which a figure's own margins were made
STAGE = (1180.0, 400.0)  # the least room a chart is given there, in px
SHARED = (1180.0, 360.0)  # where every word around it stands in two languages
_LINE = SIZE * 1.3  # px from one line of text to the next
_HALF = SIZE * 0.55  # half the height of the letters of a line
_BESIDE = 12  # px from the middle of a dot to a label at its side
_CLEAR = "rgba(0,0,0,0)"
_FOOT = ("paper", "y domain")  # what stands at the foot of the plot, whatever its values
_BROKEN = re.compile(r"<br>(?=[^<]*</b>)")  # a line broken inside a name
_SHORT = 300  # px that two languages may take in one line
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


def enlarged(figure: go.Figure, room: tuple[float, float] = STAGE) -> go.Figure:
    """Copy a figure with every text at `SIZE`, stronger lines and nothing that only a pointer can read.

    Labels with a leader are set anew, since at this size the places they had would overlap. One that finds no
    free place is left out. `room` is the width and height in px that the chart is given at the least.
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
    _set_starts(hall)
    _set_ends(hall, room)
    _set_spans(hall, room)
    _set_dots(hall, room)
    _set_leaders(hall, room)
    return hall


def single(figure: go.Figure, narrow: go.Figure | None) -> go.Figure | None:
    """Give the one idea of a figure: all of it, the first of its maps, the upper of two rows; None if it has panels."""
    axes = {name for name in figure.layout.to_plotly_json() if name.startswith(("xaxis", "yaxis"))}
    if axes <= {"xaxis", "yaxis"}:
        return figure
    if axes == {"xaxis", "yaxis", "yaxis2"}:
        return upper(narrow or figure)
    return first(figure) if figure.layout.yaxis.scaleanchor else None


def first(figure: go.Figure) -> go.Figure:
    """Copy the first of several maps, and let it fill the room."""
    layout = figure.to_plotly_json()["layout"]
    kept = {name: value for name, value in layout.items() if not re.fullmatch("[xy]axis[2-9]|shapes|annotations", name)}
    traces = [trace for trace in figure.data if trace.xaxis in (None, "x")]
    words = [each for each in figure.layout.annotations if each.xref == "x"]
    alone = go.Figure(traces, {**kept, "annotations": words, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}})
    return alone.update_layout(xaxis_domain=[0, 1], yaxis_domain=[0, 1])


def named(figure: go.Figure, places: Sequence[tuple[float, float, str]]) -> go.Figure:
    """Name places on a map, given as longitude, latitude and name."""
    for longitude, latitude, name in places:
        figure.add_annotation(
            x=longitude, y=latitude, text=f"<b>{plain(name)}</b>", showarrow=False, yanchor="top", yshift=-12
        )
    return figure


def stops(figure: go.Figure) -> tuple[float, ...]:
    """List the values of the x axis at which a mark has a label with a leader: there the speaker pauses."""
    labels = figure.layout.annotations
    return tuple(sorted({label.x for label in labels if label.xref in (None, "x") and label.showarrow is not False}))


def paired(one: go.Figure, other: go.Figure) -> go.Figure:
    """Set the words of the same figure in a second language beneath those of the first; numbers stand once."""
    both = go.Figure(one)
    for mine, theirs in zip(both.layout.annotations, other.layout.annotations, strict=True):
        # The name of a span of years is set in one line later, where its span has the room.
        mine.text = f"{mine.text}<br>{theirs.text}" if mine.yref in _FOOT else _joined(mine.text, theirs.text)
    for axis in ("xaxis", "yaxis"):
        mine, theirs = both.layout[axis].ticktext, other.layout[axis].ticktext
        if mine:
            both.layout[axis].ticktext = [_joined(*texts) for texts in zip(mine, theirs, strict=True)]
    return both


def _joined(one: str, other: str) -> str:
    """Set words in two languages side by side if they are short, else one above the other; a number beneath stands once."""
    if one == other:
        return one
    mine, theirs = (_BROKEN.sub(" ", text).split("<br>") for text in (one, other))
    pairs = list(zip(reversed(mine), reversed(theirs), strict=False))
    same = next((n for n, pair in enumerate(pairs) if len(set(pair)) > 1), len(pairs))
    beneath = mine[len(mine) - same :]
    if not beneath and len(mine) == len(theirs) == 2:
        beneath = [_beside(mine.pop(), theirs.pop(), " · ")]
        same = 0
    names = [" ".join(part[: len(part) - same]) for part in (mine, theirs)]
    return "<br>".join([_beside(*names), *beneath])


def _beside(one: str, other: str, mark: str = " ") -> str:
    return f"{one}{mark}{other}" if text_width(one + mark + other) < _SHORT else f"{one}<br>{other}"


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
    lines = [_TAG.sub("", line) for line in text.split("<br>")]
    return size * max(sum(1.0 if character >= _WIDE else 0.53 for character in line) for line in lines)


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


def _reach(figure: go.Figure, letter: str) -> tuple[float, float]:
    """Give the two ends of an axis: those that are set, else zero and what is drawn."""
    stated = figure.layout[f"{letter}axis"].range
    if stated:
        return float(stated[0]), float(stated[1])
    drawn = [trace[letter] for trace in figure.data if trace[letter] is not None]
    numbers = [value for values in drawn for value in values if isinstance(value, int | float) and isfinite(value)]
    return min([0.0, *numbers]), max([1.0, *numbers])


def _set_starts(figure: go.Figure) -> None:
    """Give the names at the left of rows the room they need."""
    names = [words for words in figure.layout.annotations if words.xref == "paper" and words.xanchor == "right"]
    if names:
        figure.update_layout(margin_l=max(text_width(words.text) for words in names) + SIZE)


def _set_spans(figure: go.Figure, room: tuple[float, float]) -> None:
    """Set the name of a span of years in one line where the span has the room for it."""
    margin, range_ = figure.layout.margin, _reach(figure, "x")
    sides = sorted(shape.x0 for shape in figure.layout.shapes if shape.x0 is not None and shape.x0 == shape.x1)
    for words in figure.layout.annotations:
        within = [x for x in sides if x < words.x][-1:] + [x for x in sides if x > words.x][:1]
        if words.yref in _FOOT and words.xref != "paper" and len(within) > 1:
            across = (within[1] - within[0]) / (range_[1] - range_[0]) * (room[0] - margin.l - margin.r)
            alone = words.text.replace("<br>", " · ")
            words.text = alone if text_width(alone) < across else words.text


def _set_ends(figure: go.Figure, room: tuple[float, float]) -> None:
    """Move the labels at the ends of lines apart, and give them room."""
    ends = [words for words in figure.layout.annotations if words.xanchor == "left" and words.yref == "y"]
    if not ends:
        return
    widest = max(text_width(words.text) for words in ends)
    figure.update_layout(margin_r=widest + 24, margin_t=SIZE)
    low, high = _reach(figure, "y")
    unit = (high - low) / (room[1] - figure.layout.margin.t - figure.layout.margin.b)
    heights = [(words.text.count("<br>") + 1) * _LINE * unit for words in ends]
    for words, at in zip(ends, apart([words.y for words in ends], heights, low, high + SIZE * unit), strict=True):
        figure.update_shapes({"y1": at}, selector={"type": "line", "yref": "y", "y1": words.y})  # its leader follows
        words.update(y=at, xshift=16)


def _set_dots(figure: go.Figure, room: tuple[float, float]) -> None:
    """Keep dots that stand on one another apart, where the room is low."""
    low, high = _reach(figure, "y")
    unit = (room[1] - figure.layout.margin.t - figure.layout.margin.b) / abs(high - low)
    for trace in figure.select_traces(selector={"mode": "markers"}):
        if isinstance(trace.marker.size, int | float):
            trace.marker.size = min(trace.marker.size, unit)


def _set_leaders(figure: go.Figure, room: tuple[float, float]) -> None:
    """Set each label with a leader where it meets no dot, no other label and no edge."""
    labels = [words for words in figure.layout.annotations if words.showarrow is not False]
    standing = [words for words in figure.layout.annotations if words.showarrow is False]
    if not labels:
        return
    margin = figure.layout.margin
    width, height = room[0] - margin.l - margin.r, room[1] - margin.t - margin.b
    plane = _Plane(_reach(figure, "x"), _reach(figure, "y"), width, height)
    taken = [*_dots(figure, plane), *(_standing(words, plane) for words in standing if words.xref != "paper")]
    placed = []
    for label in labels:
        # In two languages if there is room for both lines, else in one of them.
        for text in dict.fromkeys((label.text, *label.text.split("<br>"))):
            free = _free(label.update(text=text), plane, taken)
            if free is not None:
                boxes, where = free
                taken += boxes
                placed.append(label.update(**where))
                break
    figure.layout.annotations = [*standing, *placed]


def _free(
    label: go.layout.Annotation, plane: _Plane, taken: Sequence[_Box]
) -> tuple[list[_Box], dict[str, object]] | None:
    """Find the best place for a label that nothing takes yet."""
    for boxes, where in _places(label, plane):
        if not any(box.meets(other) for box in boxes for other in taken):
            return boxes, where
    return None


def _dots(figure: go.Figure, plane: _Plane) -> Iterator[_Box]:
    for trace in figure.select_traces(selector={"type": "scatter"}):
        for x, y in zip(trace.x, trace.y, strict=True):
            if x is None or y is None:
                continue
            across, up = plane.across(x), plane.up(y)
            yield _Box(across - 9, across + 9, up - 8, up + 8)


def _tall(words: go.layout.Annotation) -> float:
    """Give half the height of a text, in px."""
    return _HALF + str(words.text).count("<br>") * _LINE / 2


def _standing(words: go.layout.Annotation, plane: _Plane) -> _Box:
    """Bound a text that keeps its place."""
    across, width, half = plane.across(words.x), text_width(words.text), _tall(words)
    left = {"left": 0.0, "right": width}.get(words.xanchor, width / 2)
    low = 0.0 if words.yref in _FOOT else plane.up(words.y) - half
    return _Box(across - left, across - left + width, low, low + 2 * half)


def _places(label: go.layout.Annotation, plane: _Plane) -> Iterator[tuple[list[_Box], dict[str, object]]]:
    """List the places for a label, best first: beyond its dot, the nearest before the farther, then beside it."""
    across, end, width = plane.across(label.x), plane.up(label.y), text_width(label.text) + 8
    away, half = (1 if label.ay >= label.y else -1), _tall(label)
    leader = {"ax": label.x, "axref": "x", "ayref": "y", "arrowcolor": SECOND, "arrowwidth": 2, "bgcolor": _CLEAR}
    for step in range(round(plane.height / 4)):
        up = end + away * (half + 6 + 4 * step)
        if not half <= up <= plane.height - half:
            break
        line = _Box(across - 1, across + 1, *sorted((end + away * 4, up)))  # clear of the dot it starts from
        for side, left in (("center", width / 2), ("left", 6.0), ("right", width - 6)):
            if across >= left and across - left + width <= plane.width:
                words = _Box(across - left, across - left + width, up - half, up + half)
                yield [words, line], {**leader, "ay": plane.value(up), "xanchor": side}
    up = min(max(end - away * _BESIDE, half), plane.height - half)
    for side, shift in (("left", _BESIDE), ("right", -_BESIDE)):
        left, right = sorted((across + shift, across + shift + (width if shift > 0 else -width)))
        if left >= 0 and right <= plane.width:
            beside: dict[str, object] = {"showarrow": False, "xshift": shift, "xanchor": side, "yanchor": "middle"}
            yield [_Box(left, right, up - half, up + half)], {**beside, "y": plane.value(up), "bgcolor": _CLEAR}
