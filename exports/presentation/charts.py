"""A figure as a presentation's own charts, which can be edited: one for each pair of axes, its numbers those of the figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from cards import KeyMark
from cards.lettering import bare
from exports.presentation.layout import laid
from exports.presentation.look import INK, Room, across, colour, describe, emu, points, speak
from exports.presentation.marks import annotate, below, corner_words, over, tick_words
from exports.presentation.panes import Pane, Scale, Series, panes, periods, scaled, shown
from exports.presentation.series import dress, dress_bars
from exports.svg.axes import Axis, Plane

_KINDS = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "dots": XL_CHART_TYPE.XY_SCATTER,
    "bars": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "lying": XL_CHART_TYPE.BAR_CLUSTERED,
}
_AIR = 16.0  # px around a plot, for marks on its edge


def draw(shapes: Any, figure: go.Figure, room: Room, *, marks: Sequence[KeyMark], alt: str, lang: str) -> None:
    """Draw a figure that is `native` into a room of a slide, as one group: its charts, what lies beneath them, its words."""
    plane = laid(figure, room.width, room.height)
    group = shapes.add_group_shape()
    describe(group, name="chart", text=alt)
    below(group.shapes, plane, room)
    every = list(panes(plane, marks))
    for number, pane in enumerate(every):
        made = _chart(group.shapes, pane, room, lang)
        describe(made, name=f"chart {number + 1}", text=alt if len(every) == 1 else _named(plane, pane) or alt)
        tick_words(group.shapes, pane, room, _unsaid(pane), lang)
        corner_words(group.shapes, pane, room, lang)
    over(group.shapes, plane, room)
    annotate(group.shapes, plane, room, lang)


def _unsaid(pane: Pane) -> list[Axis]:
    """List the axes whose ticks are words that a chart's own axis cannot say."""
    named = {"bars": pane.x, "lying": pane.y}.get(pane.kind)
    return [axis for axis in (pane.x, pane.y) if axis is not named and shown(axis) and not scaled(axis).code]


def _named(plane: Plane, pane: Pane) -> str:
    """Find the words that stand above a pane."""
    ref = f"{_short(plane, pane.y)} domain"
    found = (note for note in plane.layout.get("annotations", ()) if note.get("yref") == ref and note.get("y") == 1)
    return next((bare(note["text"]) for note in found), "")


def _short(plane: Plane, axis: Axis) -> str:
    return next(name for name, held in plane.axes.items() if held is axis)


def _chart(shapes: Any, pane: Pane, room: Room, lang: str) -> Any:
    if pane.kind == "dots":
        data, plot = _dots(pane)
    elif pane.kind == "line":
        data, plot = _lines(pane)
    else:
        data, plot = _bars(pane)
    up, along = ([text for _, text in axis.ticks()] if shown(axis) else [""] for axis in (pane.y, pane.x))
    beside = _AIR + max(across(text, pane.x.font) for text in along or [""]) / 2
    left = max(beside, _AIR + max(across(text, pane.y.font) for text in up or [""]))
    high = plot.height + 2 * _AIR + 2 * pane.x.font
    outer = Room(plot.left - left, plot.top - _AIR, plot.width + left + beside, high)
    made = shapes.add_chart(
        _KINDS[pane.kind],
        emu(room.left + outer.left),
        emu(room.top + outer.top),
        emu(outer.width),
        emu(outer.height),
        data,
    )
    chart = made.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = points(pane.x.font)
    speak(chart.font._element, lang)
    _within(chart, outer, plot)
    _gaps(chart)
    {"dots": _dots_axes, "line": _lines_axes}.get(pane.kind, _bars_axes)(chart, pane)
    for drawn, part in zip(chart.plots[0].series, pane.series, strict=True):
        if pane.kind in ("bars", "lying"):
            dress_bars(drawn, part, lang)
        else:
            dress(drawn, part, pane, lang)
    return made


def _dots(pane: Pane) -> tuple[Any, Room]:
    data = XyChartData()
    for part in pane.series:
        series = data.add_series(part.name)
        for x, y in zip(part.x, part.y, strict=True):
            if x is not None:
                series.add_data_point(x, y)
    along, up = _reach(pane.x, pane.series), scaled(pane.y)
    return data, _between(pane, (along.low, along.high), (up.low, up.high))


def _reach(axis: Axis, series: Sequence[Series]) -> Scale:
    """Start an x axis at its first tick, or a step before it where the data do: so its own ticks are those of the figure."""
    scale = scaled(axis)
    if not scale.code:
        return scale
    least, low = min(x for part in series for x in part.x if x is not None), scale.low
    while low > least:
        low -= scale.step
    return Scale(low, scale.high, scale.step, scale.code)


def _between(pane: Pane, x: tuple[float, float], y: tuple[float, float]) -> Room:
    """Bound the plot between the ends of its scales."""
    left, right = sorted(pane.x.at(end) for end in x)
    top, low = sorted(pane.y.at(end) for end in y)
    return Room(left, top, right - left, low - top)


def _lines(pane: Pane) -> tuple[Any, Room]:
    data = CategoryChartData()
    years, texts = periods(pane.x, pane.series)
    data.categories = texts
    for part in pane.series:
        held = dict(zip(part.x, part.y, strict=True))
        data.add_series(part.name, [held.get(year) for year in years])
    y = scaled(pane.y)
    return data, _between(pane, (years[0] - 0.5, years[-1] + 0.5), (y.low, y.high))


def _bars(pane: Pane) -> tuple[Any, Room]:
    data = CategoryChartData()
    names, along = (pane.y, pane.x) if pane.kind == "lying" else (pane.x, pane.y)
    keys = list(names.categories or dict.fromkeys(place for part in pane.series for place in part.x))
    named = dict(zip(((round(names.at(key), 6)) for key in keys), keys, strict=True))
    texts = {named.get(round(place, 6)): bare(text) for place, text in names.ticks()}
    data.categories = [texts.get(key, str(key)) for key in keys]
    for part in pane.series:
        held = dict(zip(part.x, part.y, strict=True))
        data.add_series(part.name, [held.get(key) for key in keys])
    scale = scaled(along)
    ends = {"x": (names.span[0], names.span[1]), "y": (scale.low, scale.high)}
    if pane.kind == "lying":
        ends = {"y": ends["x"], "x": ends["y"]}
    return data, _between(pane, ends["x"], ends["y"])


def _within(chart: Any, outer: Room, plot: Room) -> None:
    """Set the plot at its place within the chart, and take the chart's own ground away."""
    area = chart._chartSpace.chart.plotArea
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    shares = {
        "x": (plot.left - outer.left) / outer.width,
        "y": (plot.top - outer.top) / outer.height,
        "w": plot.width / outer.width,
        "h": plot.height / outer.height,
    }
    values = "".join(f'<c:{name} val="{share:.6f}"/>' for name, share in shares.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
        ),
    )
    clear = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    area.append(parse_xml(clear))
    chart._chartSpace.chart.addnext(parse_xml(clear))


def _gaps(chart: Any) -> None:
    """Leave a point without a value out: the file says "None" where a chart wants nothing."""
    for value in list(chart._chartSpace.iter(qn("c:v"))):
        if value.text == "None":
            value.getparent().getparent().remove(value.getparent())


def _dots_axes(chart: Any, pane: Pane) -> None:
    for axis, looks, scale in (
        (chart.category_axis, pane.x, _reach(pane.x, pane.series)),
        (chart.value_axis, pane.y, scaled(pane.y)),
    ):
        _value_axis(axis, looks, scale)


def _lines_axes(chart: Any, pane: Pane) -> None:
    _names_axis(chart.category_axis, pane.x, labelled=False)
    _value_axis(chart.value_axis, pane.y, scaled(pane.y))


def _bars_axes(chart: Any, pane: Pane) -> None:
    names, along = (pane.y, pane.x) if pane.kind == "lying" else (pane.x, pane.y)
    _names_axis(chart.category_axis, names, labelled=shown(names))
    _value_axis(chart.value_axis, along, scaled(along))
    chart.plots[0].gap_width, chart.plots[0].overlap = 35, 0


def _value_axis(axis: Any, looks: Axis, scale: Scale) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    _axis(axis, looks, labelled=shown(looks) and bool(scale.code))
    axis.has_major_gridlines = looks.looks.get("visible") is not False and looks.looks.get("showgrid") is not False
    if axis.has_major_gridlines:
        line = axis.major_gridlines.format.line
        line.color.rgb, line.width = colour(looks.looks.get("gridcolor") or INK["rule"]), points(1)
    if scale.code:
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = scale.code, False
    axis.visible = looks.looks.get("visible") is not False
    axis.crosses = XL_AXIS_CROSSES.MAXIMUM if looks.span[0] > looks.span[1] else XL_AXIS_CROSSES.MINIMUM


def _names_axis(axis: Any, looks: Axis, *, labelled: bool) -> None:
    _axis(axis, looks, labelled=labelled)
    axis.has_major_gridlines = False
    axis.tick_labels.font._element.getparent().getparent().getparent().find(qn("a:bodyPr")).set("rot", "0")
    axis.visible = looks.looks.get("visible") is not False


def _axis(axis: Any, looks: Axis, *, labelled: bool) -> None:
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW if labelled else XL_TICK_LABEL_POSITION.NONE
    axis.tick_labels.font.size = points(looks.font)
    axis.tick_labels.font.color.rgb = colour(INK["text"])
    axis.reverse_order = looks.span[0] > looks.span[1]
    if looks.looks.get("showline"):
        axis.format.line.color.rgb, axis.format.line.width = colour(INK["text"]), points(1.3)
    else:
        axis.format.line.fill.background()
