"""Figures for the stage: the same marks as on a page, with type that is read from the last row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

import plotly.graph_objects as go

from cards.figures import Kind, Role, named, role, whose
from cards.lettering import apart, width
from cards.palette import SECOND
from charts.theme import CLEAR, safe

SIZE = 24  # px on a stage of 1280 × 720
USUAL = 14  # px of most labels on a page, for which a figure's own margins were made
STAGE = (1180.0, 400.0)  # the least room a chart is given there, in px
SHARED = (1180.0, 360.0)  # where every word around it stands in two languages
_LINE = SIZE * 1.3  # px from one line of text to the next
_HALF = SIZE * 0.55  # half the height of the letters of a line
_BESIDE = 12  # px from the middle of a dot to a label at its side
_BROKEN = re.compile(r"<br>(?=[^<]*</b>)")  # a line broken inside a name
_SHORT = 300  # px that two languages may take in one line


@dataclass(frozen=True)
class _Bounds:
    """Bound something drawn, in px from the lower left corner of the plot."""

    left: float
    right: float
    low: float
    high: float

    def meets(self, other: "_Bounds") -> bool:
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


class _Scales:
    """Turn values of a figure's two axes into px, and back; a chart is given so much room in px."""

    def __init__(self, figure: go.Figure, room: tuple[float, float]) -> None:
        margin = figure.layout.margin
        self.x, self.y = _reach(figure, "x"), _reach(figure, "y")
        self.width: float = room[0] - margin.l - margin.r
        self.height: float = room[1] - margin.t - margin.b

    def across(self, value: float) -> float:
        return (value - self.x[0]) / (self.x[1] - self.x[0]) * self.width

    def up(self, value: float) -> float:
        return (value - self.y[0]) / (self.y[1] - self.y[0]) * self.height

    def value(self, up: float) -> float:
        return self.y[0] + up / self.height * (self.y[1] - self.y[0])


def enlarged(figure: go.Figure, room: tuple[float, float] = STAGE) -> go.Figure:
    """Copy a figure with every text at `SIZE`, stronger lines and nothing that only a pointer can read.

    Labels with a leader are set anew, since at this size the places they had would overlap. One that finds no
    free place is left out. `room` is the width and height in px that the chart is given at the least.
    """
    large = go.Figure(figure)
    side = {name: (figure.layout.margin[name] or 8) * SIZE / USUAL for name in ("l", "r")}
    large.update_layout(font_size=SIZE, height=None, width=None, margin={**side, "t": 4, "b": 40})
    large.update_xaxes(tickfont_size=SIZE)
    large.update_yaxes(tickfont_size=SIZE)
    large.update_traces(customdata=None, hovertemplate=None, hoverinfo="skip")
    for trace in large.select_traces(selector={"mode": "markers"}):
        trace.text = None  # the words of a hover label: titles do not belong in the file of a slide
    large.for_each_annotation(lambda words: words.update(font_size=SIZE))
    _set_rows(large)
    _set_ends(large, room)
    _set_spans(large, room)
    _set_dots(large, room)
    _set_callouts(large, room)
    return large


def single(figure: go.Figure, narrow: go.Figure) -> go.Figure | None:
    """Give the one idea of a figure: all of it, the panel that stands by itself; None if its panels belong together."""
    meta = figure.layout.meta
    if len(meta["panels"]) == 1:
        return figure
    if not meta["alone"]:
        return None
    return leading(narrow)


def leading(figure: go.Figure, *, height: int | None = None) -> go.Figure:
    """Copy the first of a figure's panels, and let it fill the room. `height` in px if a new one."""
    layout = figure.to_plotly_json()["layout"]
    (x, y), *others = layout["meta"]["panels"]
    gone = {axis for panel in others for axis in panel} - {x, y}
    for axis in gone:  # one that is only emptied would still be drawn by whoever draws all that are named
        layout.pop(f"{axis[0]}axis{axis[1:]}", None)
    for kind in ("shapes", "annotations"):
        layout[kind] = [part for part in layout.get(kind, ()) if _stays(part, gone)]
    traces = [trace for trace in figure.data if not gone & {trace.xaxis, trace.yaxis}]
    layout["meta"] = {**layout["meta"], "panels": [[x, y]], "alone": False}
    alone = go.Figure(traces, layout)
    return alone.update_layout(xaxis_domain=[0, 1], yaxis_domain=[0, 1], height=height or figure.layout.height)


def _stays(part: dict[str, str], gone: set[str]) -> bool:
    """Tell whether a shape or words stand on no axis that is gone, and do not frame or name one panel of several."""
    axes = {str(part.get(ref, ref[0])).partition(" ")[0] for ref in ("xref", "yref")}
    return not gone & axes and role(part.get("name")) not in (Role.FRAME, Role.PANEL)


def with_names(figure: go.Figure, places: Sequence[tuple[float, float, str]]) -> go.Figure:
    """Name places on a map, given as longitude, latitude and name."""
    for longitude, latitude, name in places:
        beneath = {"x": longitude, "y": latitude, "yanchor": "top", "yshift": -12}
        figure.add_annotation(name=named(Role.LABEL), text=f"<b>{safe(name)}</b>", showarrow=False, **beneath)
    return figure


def stops(figure: go.Figure) -> tuple[float, ...]:
    """List the values of the x axis at which a mark has a label with a leader: there the speaker pauses."""
    return tuple(sorted({label.x for label in _words(figure, Role.CALLOUT)}))


def _words(figure: go.Figure, of: Role) -> list[go.layout.Annotation]:
    return [words for words in figure.layout.annotations if role(words.name) == of]


def paired(one: go.Figure, other: go.Figure) -> go.Figure:
    """Set the words of the same figure in a second language beneath those of the first; numbers stand once."""
    both = go.Figure(one)
    for mine, theirs in zip(both.layout.annotations, other.layout.annotations, strict=True):
        # The name of a span of years is set in one line later, where its span has the room.
        span = role(mine.name) == Role.SPAN
        mine.text = f"{mine.text}<br>{theirs.text}" if span else _joined(mine.text, theirs.text)
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
    return f"{one}{mark}{other}" if width(one + mark + other, SIZE) < _SHORT else f"{one}<br>{other}"


def _reach(figure: go.Figure, letter: str) -> tuple[float, float]:
    """Give the two ends of an axis: those that are set, else zero and what is drawn."""
    stated = figure.layout[f"{letter}axis"].range
    if stated:
        return float(stated[0]), float(stated[1])
    drawn = [trace[letter] for trace in figure.data if trace[letter] is not None]
    numbers = [value for values in drawn for value in values if isinstance(value, int | float) and isfinite(value)]
    return min([0.0, *numbers]), max([1.0, *numbers])


def _set_rows(figure: go.Figure) -> None:
    """Give the names at the left of rows the room they need."""
    names = [words for words in _words(figure, Role.ROW) if words.xanchor == "right"]
    if names:
        figure.update_layout(margin_l=max(width(words.text, SIZE) for words in names) + SIZE)


def _set_spans(figure: go.Figure, room: tuple[float, float]) -> None:
    """Set the name of a span of years in one line where the span has the room for it."""
    scales = _Scales(figure, room)
    edges = [shape for shape in figure.layout.shapes if role(shape.name) == Role.EDGE]
    for words in _words(figure, Role.SPAN):
        start, end = sorted(edge.x0 for edge in edges if whose(edge.name) == whose(words.name))
        alone = words.text.replace("<br>", " · ")
        if width(alone, SIZE) < scales.across(end) - scales.across(start):
            words.text = alone


def _set_ends(figure: go.Figure, room: tuple[float, float]) -> None:
    """Move the labels at the ends of lines apart, and give them room; their leaders follow."""
    ends = _words(figure, Role.END)
    if not ends:
        return
    figure.update_layout(margin_r=max(width(words.text, SIZE) for words in ends) + 24, margin_t=SIZE)
    scales = _Scales(figure, room)
    low, high = scales.y
    unit = (high - low) / scales.height
    heights = [(words.text.count("<br>") + 1) * _LINE * unit for words in ends]
    for words, at in zip(ends, apart([words.y for words in ends], heights, low, high + SIZE * unit), strict=True):
        words.update(y=at, xshift=16)
        figure.update_shapes({"y1": at}, selector={"name": named(Role.LEADER, whose(words.name))})


def _set_dots(figure: go.Figure, room: tuple[float, float]) -> None:
    """Keep dots that stand on one another apart, where the room is low."""
    if figure.layout.meta["kind"] != Kind.DOTS:
        return
    scales = _Scales(figure, room)
    for trace in _dotted(figure):
        trace.marker.size = min(trace.marker.size, scales.height / abs(scales.y[1] - scales.y[0]))


def _dotted(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.meta["role"] == Role.DOTS]


def _set_callouts(figure: go.Figure, room: tuple[float, float]) -> None:
    """Set each label with a leader where it meets no dot, no other label and no edge."""
    labels = _words(figure, Role.CALLOUT)
    if not labels:
        return
    standing = [words for words in figure.layout.annotations if role(words.name) != Role.CALLOUT]
    scales = _Scales(figure, room)
    taken = [*_marks(figure, scales), *(_bounds(words, scales) for words in standing if words.xref != "paper")]
    placed = []
    for label in labels:
        # In two languages if there is room for both lines, else in one of them.
        for text in dict.fromkeys((label.text, *label.text.split("<br>"))):
            choices = _choices(label.update(text=text), scales)
            free = next(((bounds, where) for bounds, where in choices if _clear(bounds, taken)), None)
            if free:
                taken += free[0]
                placed.append(label.update(free[1]))
                break
    figure.layout.annotations = [*standing, *placed]


def _clear(bounds: Sequence[_Bounds], taken: Sequence[_Bounds]) -> bool:
    return not any(own.meets(other) for own in bounds for other in taken)


def _marks(figure: go.Figure, scales: _Scales) -> Iterator[_Bounds]:
    for trace in _dotted(figure):
        for x, y in zip(trace.x, trace.y, strict=True):
            across, up = scales.across(x), scales.up(y)
            yield _Bounds(across - 9, across + 9, up - 8, up + 8)


def _half(words: go.layout.Annotation) -> float:
    """Give half the height of a text, in px."""
    return _HALF + str(words.text).count("<br>") * _LINE / 2


def _bounds(words: go.layout.Annotation, scales: _Scales) -> _Bounds:
    """Bound a text that keeps its place."""
    across, wide, half = scales.across(words.x), width(words.text, SIZE), _half(words)
    left = {"left": 0.0, "right": wide}.get(words.xanchor, wide / 2)
    low = 0.0 if role(words.name) == Role.SPAN else scales.up(words.y) - half
    return _Bounds(across - left, across - left + wide, low, low + 2 * half)


def _choices(label: go.layout.Annotation, scales: _Scales) -> Iterator[tuple[list[_Bounds], dict[str, object]]]:
    """List the places for a label, best first: beyond its dot, the nearest before the farther, then beside it."""
    across, end, wide = scales.across(label.x), scales.up(label.y), width(label.text, SIZE) + 8
    away, half = (1 if label.ay >= label.y else -1), _half(label)
    leader = {"ax": label.x, "axref": "x", "ayref": "y", "arrowcolor": SECOND, "arrowwidth": 2, "bgcolor": CLEAR}
    for step in range(round(scales.height / 4)):
        up = end + away * (half + 6 + 4 * step)
        if not half <= up <= scales.height - half:
            break
        line = _Bounds(across - 1, across + 1, *sorted((end + away * 4, up)))  # clear of the dot it starts from
        for side, left in (("center", wide / 2), ("left", 6.0), ("right", wide - 6)):
            if across >= left and across - left + wide <= scales.width:
                words = _Bounds(across - left, across - left + wide, up - half, up + half)
                yield [words, line], {**leader, "ay": scales.value(up), "xanchor": side}
    up = min(max(end - away * _BESIDE, half), scales.height - half)
    for side, shift in (("left", _BESIDE), ("right", -_BESIDE)):
        left, right = sorted((across + shift, across + shift + (wide if shift > 0 else -wide)))
        if left >= 0 and right <= scales.width:
            beside: dict[str, object] = {"showarrow": False, "xshift": shift, "xanchor": side, "yanchor": "middle"}
            yield [_Bounds(left, right, up - half, up + half)], {**beside, "y": scales.value(up), "bgcolor": CLEAR}
