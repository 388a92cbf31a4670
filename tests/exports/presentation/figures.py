"""Small figures in the dialect of our charts, and how a presentation is read back."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import plotly.graph_objects as go
from pptx import Presentation
from pptx.oxml.ns import qn

import exports.presentation.slides
from cards.figures import Kind, Number, Role, meta
from cards.palette import BLUE, ORANGE
from cards.slides import Slide

DATED = datetime(2026, 11, 21)


def said(kind: Kind, **years: object) -> dict[str, Any]:
    """Say of a layout what its kind is, and which years run along x."""
    return {"kind": str(kind), "panels": [["x", "y"]], **({"years": {"axis": "x", **years}} if years else {})}


def lines(names: dict[str, str] | None = None, **axis: Any) -> go.Figure:
    """Draw a line with a gap over three years."""
    number = meta(Role.LINE, series="Visits", number=Number(grouped=True))
    figure = go.Figure()
    figure.add_scatter(x=[2014, 2015, 2016], y=[1500, None, 3250], mode="lines+markers", name="a", meta=number)
    figure.update_traces(line_color=BLUE, marker_color=BLUE)
    figure.update_layout(meta=said(Kind.LINES, names=names or {}), font_size=24, yaxis_range=[0, 4000])
    return figure.update_layout(xaxis={"range": [2013.5, 2016.5], "dtick": 1, **axis})


def bars(mode: str = "group", *, lying: bool = False, words: str = "") -> go.Figure:
    """Draw two series of bars at two places."""
    figure = go.Figure(layout={"meta": said(Kind.BARS), "barmode": mode, "font": {"size": 24}})
    for name, lengths, colour in (("Goods", [1, 4], BLUE), ("Services", [2, 3], ORANGE)):
        along = {"y": ["A", "B"], "x": lengths} if lying else {"x": ["A", "B"], "y": lengths}
        looks: dict[str, Any] = {"text": [str(each) for each in lengths], "textposition": words} if words else {}
        number = meta(Role.BARS, series=name, number=Number(before="£", after="m"))
        figure.add_bar(**along, **looks, meta=number, orientation="h" if lying else "v", marker_color=colour)
    return figure.update_layout({f"{'x' if lying else 'y'}axis": {"range": [0, 8], "dtick": 2}})


def written(*slides: Slide, lang: str = "en-GB", **parts: Any) -> Any:
    """Write slides and open what was written."""
    content = exports.presentation.slides.pptx(
        slides,
        title="Name of the deck",
        lang=lang,
        palette=(BLUE, ORANGE),
        no_picture="No picture.",
        dated=DATED,
        **{"pictures": {}, "codes": {}, **parts},
    )
    return Presentation(io.BytesIO(content))


def drawn(figure: go.Figure) -> Any:
    """Give the one chart that a figure becomes."""
    (chart,) = charts(written(Slide(key="a", kind="chart", heading="h", figure=figure)).slides[0])
    return chart


def shapes(among: Any) -> Iterator[Any]:
    """Give every shape of a slide, those of groups too."""
    for shape in among:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)


def charts(page: Any) -> list[Any]:
    """Give the charts of a slide."""
    return [shape.chart for shape in shapes(page.shapes) if getattr(shape, "has_chart", False)]


def series(chart: Any) -> dict[str, list[tuple[Any, float]]]:
    """Read each series of a chart by its name: its points, or the name of a place and the value there; gaps are left out."""
    found: dict[str, list[tuple[Any, float]]] = {}
    for element in chart._chartSpace.iter(qn("c:ser")):
        names, values = (_points(element, tags) for tags in (("c:xVal", "c:cat"), ("c:yVal", "c:val")))
        name = element.find(f".//{qn('c:tx')}//{qn('c:v')}").text
        assert name not in found, "each series has a name of its own"
        found[name] = [(names[index], float(value)) for index, value in values.items()]
    return found


def _points(element: Any, tags: tuple[str, str]) -> dict[str, Any]:
    (values,) = [element.find(qn(tag)) for tag in tags if element.find(qn(tag)) is not None]
    number = tags[0] == "c:xVal" and values.tag == qn("c:xVal")
    return {
        point.get("idx"): float(point.find(qn("c:v")).text) if number else point.find(qn("c:v")).text
        for point in values.iter(qn("c:pt"))
    }
