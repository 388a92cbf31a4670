"""Signature chart 2: providers against the country, and beneath a box for each year of a count that is seldom held."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

import charts.lines
from cards.figures import Kind, Number, Role
from cards.palette import BLUE, GREY, GROUND, SECOND, TEXT
from charts.canvas import Canvas
from charts.lines import LABEL_LINE, Named, end_labels, joined
from charts.theme import CLEAR, wrap
from charts.years import Span, periods

_FILLED = "#EAF0F6"


def against(
    index: pd.DataFrame,
    boxes: pd.DataFrame,
    *,
    series: Mapping[str, Named],
    academic_years: Mapping[int, str],
    reach: tuple[int, int],
    row: str,
    spans: Sequence[Span] = (),
    narrow: bool = False,
) -> go.Figure:
    """Draw each series against its first year as 100, and beneath, on the same years, a box for each year of another count.

    `index` is queries.students.index with `hover` and `pick`; `boxes` is queries.students.boxes with `hover`, `pick` and
    `text`; `series` words the lines in order, `row` names the boxes. A mark's custom value is its pick.
    """
    years = min(academic_years), max(academic_years)
    height, share = (470, 0.70) if narrow else (540, 0.68)
    canvas = Canvas(Kind.LINES, height, l=8, r=92 if narrow else 210, t=12, b=8)
    canvas.panels([("x", "y"), ("x", "y2")], alone=True)
    printed = periods(academic_years, 3 if narrow else 1)
    canvas.years("x", academic_years, **printed, range=[years[0] - 0.5, years[1] + 0.5], anchor="y", showline=True)
    canvas.axis("y", range=list(reach), domain=[1 - share, 1], dtick=20)
    canvas.axis("y2", range=[0, 1], domain=[0, 0.2], visible=False, anchor="x")
    charts.lines.spans(canvas, spans, years, [("x", "y")])
    if reach[0] < 100 < reach[1]:
        looks = {"line": {"color": SECOND, "width": 1.5}, "layer": "below"}
        canvas.line(Role.RULE, (0, 1), (100, 100), xref="x domain", **looks)
    ends = {}
    for code, look in series.items():
        part, name = index[index["series_id"].eq(code)], look.name
        marks = {"width": 3, "size": 8}
        ends[code] = joined(canvas, part, "index", look.colour, name, Number(), name=name, cliponaxis=False, **marks)
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


def _boxes(canvas: Canvas, boxes: pd.DataFrame, row: str, narrow: bool) -> None:
    known = boxes["value"].notna()
    for year, there in zip(boxes["year"], known, strict=True):
        line = {
            "color": BLUE if there else GREY,
            "width": 1.5 if narrow else 2,
            "dash": "solid" if there else "3px,3px" if narrow else "6px,4px",
        }
        box = {"x0": year - 0.43, "x1": year + 0.43, "y0": 0.04, "y1": 0.34 if narrow else 0.62}
        looks = {"line": line, "fillcolor": _FILLED if there else GROUND, "layer": "below"}
        canvas.shape(Role.BOX, type="rect", xref="x", yref="y2", **box, **looks)
    for name, part, colour in (("not_held", boxes[~known], SECOND), ("held", boxes[known], TEXT)):
        canvas.scatter(
            Role.WORDS,
            series=row,
            x=part["year"].tolist(),
            y=[0.33 if not narrow else 0.19] * len(part),
            yaxis="y2",
            name=name,
            mode="markers" if narrow else "markers+text",
            marker={"symbol": "square", "size": 20 if narrow else 44, "color": CLEAR},
            text=part["text"].tolist(),
            textfont={"size": 13, "color": colour},
            textposition="middle center",
            hovertext=[wrap(text) for text in part["hover"]],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[[pick] for pick in part["pick"]] if name == "held" else None,
            unselected={"textfont": {"color": colour}},
        )
    top = {"yref": "y2", "xref": "paper", "x": 0, "xanchor": "left", "y": 1, "align": "left"}
    canvas.words(Role.PANEL, row, "y2", yanchor="middle" if narrow else "top", font={"size": 14}, **top)
    if narrow:
        for value in boxes[known].to_dict("records"):
            above = {"x": float(value["year"]) + 0.43, "y": 0.38, "yref": "y2", "yanchor": "bottom", "xanchor": "right"}
            canvas.words(Role.LABEL, value["text"].replace("<br>", ", "), font={"size": 13}, **above)
