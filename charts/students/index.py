"""Signature chart 2: providers against the country, and beneath a box for each year of a count that is seldom held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from charts.lines import LABEL_LINE, Canvas, Series, end_labels, ticks, tinted, trace
from charts.records.dots import Span
from charts.theme import BLUE, GREY, GROUND, SECOND, TEXT, wrapped


def against(
    index: pd.DataFrame,
    boxes: pd.DataFrame,
    *,
    series: Mapping[str, Series],
    shown: Mapping[int, str],
    reach: tuple[int, int],
    row: str,
    tints: Sequence[Span] = (),
    narrow: bool = False,
) -> go.Figure:
    """Draw each series against its first year as 100, and beneath, on the same years, a box for each year of another count.

    `index` is queries.students.tide with `hover` and `pick`; `boxes` is queries.students.boxes with `hover`, `pick` and
    `text`; `series` words the lines in order, `row` names the boxes. A mark's custom value is its pick.
    """
    years = min(shown), max(shown)
    height, share = (470, 0.70) if narrow else (540, 0.68)
    canvas = Canvas(height, l=8, r=92 if narrow else 210, t=12, b=8)
    canvas.axis(
        "x", range=[years[0] - 0.5, years[1] + 0.5], anchor="y", showline=True, **ticks(shown, 3 if narrow else 1)
    )
    canvas.axis("y", range=list(reach), domain=[1 - share, 1], dtick=20)
    canvas.axis("y2", range=[0, 1], domain=[0, 0.2], visible=False, anchor="x")
    tinted(canvas, tints, years, [("x", "y")])
    if reach[0] < 100 < reach[1]:
        canvas.shape(
            type="line",
            x0=0,
            x1=1,
            xref="x domain",
            y0=100,
            y1=100,
            line={"color": SECOND, "width": 1.5},
            layer="below",
        )
    ends = _lines(canvas, index, series)
    unit = (reach[1] - reach[0]) / ((height - 40) * share)
    end_labels(
        canvas,
        ends,
        series,
        right=years[1] + 0.5,
        leaders=True,
        unit=unit,
        axes=("x", "y"),
        limits=(float(reach[0]), reach[1] + LABEL_LINE * unit),
    )
    _boxes(canvas, boxes, row, narrow)
    return canvas.figure()


def _lines(canvas: Canvas, index: pd.DataFrame, series: Mapping[str, Series]) -> dict[str, tuple[float, float]]:
    """Draw the lines; gives the year and the height at which each ends."""
    ends = {}
    for code, look in series.items():
        part = index[index["series_id"].eq(code)]
        canvas.scatter(
            **trace(part, "index"),
            name=look.name,
            mode="lines+markers",
            line={"color": look.colour, "width": 3},
            marker={"size": 8, "color": look.colour},
            cliponaxis=False,
        )
        ends[code] = (float(part["year"].iloc[-1]), float(part["index"].iloc[-1]))
    return ends


def _boxes(canvas: Canvas, boxes: pd.DataFrame, row: str, narrow: bool) -> None:
    held = boxes["value"].notna()
    for year, there in zip(boxes["year"], held, strict=True):
        line = {
            "color": BLUE if there else GREY,
            "width": 1.5 if narrow else 2,
            "dash": "solid" if there else "3px,3px" if narrow else "6px,4px",
        }
        fill = "#EAF0F6" if there else GROUND
        canvas.shape(
            type="rect",
            x0=year - 0.43,
            x1=year + 0.43,
            y0=0.04,
            y1=0.62 if not narrow else 0.34,
            xref="x",
            yref="y2",
            line=line,
            fillcolor=fill,
            layer="below",
        )
    for name, part in (("not_held", boxes[~held]), ("held", boxes[held])):
        canvas.scatter(
            x=part["year"].tolist(),
            y=[0.33 if not narrow else 0.19] * len(part),
            yaxis="y2",
            name=name,
            mode="markers" if narrow else "markers+text",
            marker={"symbol": "square", "size": 20 if narrow else 44, "color": "rgba(0,0,0,0)"},
            text=part["text"].tolist(),
            textfont={"size": 13, "color": TEXT if name == "held" else SECOND},
            textposition="middle center",
            hovertext=[wrapped(text) for text in part["hover"]],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[[pick] for pick in part["pick"]] if name == "held" else None,
            unselected={"textfont": {"color": TEXT if name == "held" else SECOND}},
        )
    top = {"yref": "y2", "xref": "paper", "x": 0, "xanchor": "left"}
    canvas.note(**top, y=1, yanchor="top" if not narrow else "middle", text=row, align="left", font={"size": 14})
    if narrow:
        for place in boxes[held].to_dict("records"):
            canvas.note(
                x=float(place["year"]) + 0.43,
                y=0.38,
                yref="y2",
                yanchor="bottom",
                xanchor="right",
                text=place["text"].replace("<br>", ", "),
                font={"size": 13},
            )
