"""A figure as a presentation's own chart, which can be edited: its numbers are those of the figure."""

from typing import Any

import plotly.graph_objects as go
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from cards.lettering import bare
from exports.presentation.layout import lay_out
from exports.presentation.look import INK, Area, colour, describe, points, set_language, width
from exports.presentation.marks import annotate, draw_below, draw_shapes, write_corners, write_ticks
from exports.presentation.panel import Panel, Scale
from exports.presentation.series import style
from exports.svg.axes import Axis

_TYPES = {
    ("line", False): XL_CHART_TYPE.LINE_MARKERS,
    ("dots", False): XL_CHART_TYPE.XY_SCATTER,
    ("columns", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("columns", True): XL_CHART_TYPE.COLUMN_STACKED,
    ("bars", False): XL_CHART_TYPE.BAR_CLUSTERED,
    ("bars", True): XL_CHART_TYPE.BAR_STACKED,
}
_AIR = 16.0  # px around a plot, for marks on its edge
_GAP = 35  # between two places with bars, in hundredths of a bar


def draw(shapes: Any, figure: go.Figure, area: Area, *, alt: str, lang: str) -> None:
    """Draw a native figure into an area of a slide, as one group: its chart, what lies beneath and above, its words."""
    plane = lay_out(figure, area.width, area.height)
    panel = Panel(plane)
    group = shapes.add_group_shape()
    describe(group, name="chart", text=alt)
    draw_below(group.shapes, plane, area)
    describe(_chart(group.shapes, panel, area, lang), name="chart 1", text=alt)
    worded = [axis for axis in (panel.x, panel.y) if axis.labelled and not panel.scale(axis).code]
    write_ticks(group.shapes, panel, area, [axis for axis in worded if axis is not panel.names], lang)
    write_corners(group.shapes, panel, area, lang)
    draw_shapes(group.shapes, plane, area, below=False)
    annotate(group.shapes, plane, area, lang)


def _chart(shapes: Any, panel: Panel, area: Area, lang: str) -> Any:
    data = _points(panel) if panel.kind == "dots" else _categories(panel)
    plot = _plot(panel)
    along, up = (
        max([0.0, *(width(text, axis.font) for _, text in axis.ticks() if axis.labelled)])
        for axis in (panel.x, panel.y)
    )
    beside = _AIR + along / 2
    left = max(beside, _AIR + up)
    high = plot.height + 2 * _AIR + 2 * panel.x.font
    outer = Area(plot.left - left, plot.top - _AIR, plot.width + left + beside, high)
    on_slide = Area(area.left + outer.left, area.top + outer.top, outer.width, outer.height)
    frame = shapes.add_chart(_TYPES[panel.kind, panel.stacked], *on_slide.emu(), data)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = points(panel.x.font)
    set_language(chart.font._element, lang)
    _set_plot(chart, outer, plot)
    _leave_gaps(chart)
    names, values = (panel.y, panel.x) if panel.kind == "bars" else (panel.x, panel.y)
    if panel.kind == "dots":
        _style_numbers(chart.category_axis, names, panel.scale(names))
    else:
        _style_names(chart.category_axis, names, labels=names.labelled and panel.kind != "line")
    _style_numbers(chart.value_axis, values, panel.scale(values))
    if panel.names:
        chart.plots[0].gap_width, chart.plots[0].overlap = _GAP, 100 if panel.stacked else 0
    for drawn, series in zip(chart.plots[0].series, panel.series, strict=True):
        style(drawn, series, panel, lang)
    return frame


def _points(panel: Panel) -> Any:
    data = XyChartData()
    for part in panel.series:
        series = data.add_series(part.name)
        for x, y in zip(part.x, part.y, strict=True):
            if x is not None:
                series.add_data_point(x, y)
    return data


def _categories(panel: Panel) -> Any:
    """Write a row for each year of a line chart, or for each place of bars, by its name."""
    data, rows = CategoryChartData(), panel.rows()
    labels: dict[Any, str] = {**panel.periods}
    if panel.names:
        labels = {round(panel.names.back(px), 6): bare(text) for px, text in panel.names.ticks()}
    data.categories = [row if isinstance(row, str) else labels.get(row, str(row)) for row in rows]
    for part in panel.series:
        values = dict(zip(part.x, part.y, strict=True))
        data.add_series(part.name, [values.get(row) for row in rows])
    return data


def _plot(panel: Panel) -> Area:
    """Bound the plot between the ends of its scales."""
    x, y = panel.scale(panel.x), panel.scale(panel.y)
    ends = (panel.rows()[0] - 0.5, panel.rows()[-1] + 0.5) if panel.kind == "line" else (x.low, x.high)
    left, right = sorted(panel.x.at(end) for end in ends)
    top, low = sorted(panel.y.at(end) for end in (y.low, y.high))
    return Area(left, top, right - left, low - top)


def _set_plot(chart: Any, outer: Area, plot: Area) -> None:
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


def _leave_gaps(chart: Any) -> None:
    """Leave a point without a value out: the file says "None" where a chart wants nothing."""
    for written in list(chart._chartSpace.iter(qn("c:v"))):
        if written.text == "None":
            written.getparent().getparent().remove(written.getparent())


def _style_numbers(axis: Any, looks: Axis, scale: Scale) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    _style(axis, looks, labels=looks.labelled and bool(scale.code))
    axis.has_major_gridlines = looks.shown and looks.looks.get("showgrid") is not False
    if axis.has_major_gridlines:
        line = axis.major_gridlines.format.line
        line.color.rgb, line.width = colour(looks.looks.get("gridcolor") or INK["rule"]), points(1)
    if scale.code:
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = scale.code, False
    axis.crosses = XL_AXIS_CROSSES.MAXIMUM if looks.span[0] > looks.span[1] else XL_AXIS_CROSSES.MINIMUM


def _style_names(axis: Any, looks: Axis, *, labels: bool) -> None:
    _style(axis, looks, labels=labels)
    axis.has_major_gridlines = False
    axis.tick_labels.font._element.getparent().getparent().getparent().find(qn("a:bodyPr")).set("rot", "0")


def _style(axis: Any, looks: Axis, *, labels: bool) -> None:
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW if labels else XL_TICK_LABEL_POSITION.NONE
    axis.tick_labels.font.size = points(looks.font)
    axis.tick_labels.font.color.rgb = colour(INK["text"])
    axis.visible, axis.reverse_order = looks.shown, looks.span[0] > looks.span[1]
    if looks.looks.get("showline"):
        axis.format.line.color.rgb, axis.format.line.width = colour(INK["text"]), points(1.3)
    else:
        axis.format.line.fill.background()
