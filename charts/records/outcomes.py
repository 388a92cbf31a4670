"""Signature chart 3: what came of each undertaking, from its first step to the last that is held."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BLUE, GREY, GROUND, RULE, SECOND, TEXT, blank, plain, wrapped, year_axis

_ROW, _ROW_NARROW = 40, 74  # px
_NAMES, _STATES = 262, 330  # px left and right of the axis
# Half a disc, 13 px across, in pixels around the mark: Plotly has no such symbol.
_HALF = "M0,-6.5 C-8.7,-6.5 -8.7,6.5 0,6.5 Z"
_MARKS: dict[str, dict[str, object]] = {
    "announced": {"symbol": "circle", "color": GROUND, "size": 13, "line": {"color": BLUE, "width": 2}},
    "signed": {"symbol": "circle", "color": GROUND, "size": 13, "line": {"color": BLUE, "width": 2}},
    "delivered": {"symbol": "circle", "color": BLUE, "size": 13, "line": {"color": GROUND, "width": 1}},
    "ended": {"symbol": "x-thin", "color": BLUE, "size": 10, "line": {"color": BLUE, "width": 2.5}},
}


def threads(
    steps: pd.DataFrame,
    lines: pd.DataFrame,
    *,
    years: tuple[int, int],
    names: Sequence[str],
    states: Sequence[str],
    hovers: Sequence[str],
    narrow: bool = False,
) -> go.Figure:
    """Draw a row for each undertaking: its steps by date, a bar while it is known to run, a dotted tail to "?".

    `steps` is queries.outcomes.steps, `lines` queries.outcomes.runs; `names` and `states` speak for the rows of `lines`,
    `hovers` for the steps. A name is grey when the undertaking is not between the two cities. A mark's custom value
    is its step.
    """
    order = {name: place for place, name in enumerate(lines["undertaking_id"])}
    row = _ROW_NARROW if narrow else _ROW
    figure = blank(row * len(order) + 40, l=8 if narrow else _NAMES, r=16 if narrow else _STATES, t=8, b=30)
    year_axis(figure, *years)
    figure.update_xaxes(showgrid=True, gridcolor=RULE, range=[years[0] - 0.3, years[1] + 1.5])
    figure.update_yaxes(range=[len(order) - 0.4, -0.85 if narrow else -0.6], visible=False)
    for line in lines.to_dict("records"):
        y = order[line["undertaking_id"]]
        _line(
            figure, (line["first"], line["start"] if pd.notna(line["start"]) else line["first"]), y, GREY, 1.5, "solid"
        )
        if pd.notna(line["start"]):
            _line(figure, (line["start"], line["end"]), y, BLUE, 5, "solid")
        if pd.notna(line["tail"]):
            _line(figure, (line["tail"], line["until"]), y, SECOND, 1.8, "dot")
            figure.add_annotation(
                x=line["until"], y=y, text="<b>?</b>", showarrow=False, font={"size": 16, "color": TEXT}, bgcolor=GROUND
            )
    _steps(figure, steps, order, hovers)
    _words(figure, list(zip(names, states, lines["relation"].eq("direct"), strict=True)), narrow=narrow)
    return figure


def _words(figure: go.Figure, rows: Sequence[tuple[str, str, bool]], *, narrow: bool) -> None:
    """Write each row's name and its state: left and right of the line, or both above it."""
    for place, (name, state, direct) in enumerate(rows):
        style, colour = ("b", TEXT) if direct else ("i", SECOND)
        where = {"xref": "paper", "y": place, "showarrow": False}
        if narrow:
            above = {**where, "x": 0, "xanchor": "left", "yanchor": "top", "align": "left"}
            figure.add_annotation(
                **above, yshift=42, text=f"<{style}>{plain(name)}</{style}>", font={"size": 14, "color": colour}
            )
            figure.add_annotation(**above, yshift=24, text=plain(state), font={"size": 12, "color": SECOND})
        else:
            left = {"x": 0, "xshift": -10, "xanchor": "right", "align": "right"}
            right = {"x": 1, "xshift": 12, "xanchor": "left", "align": "left"}
            text = f"<{style}>{wrapped(name, 34)}</{style}>"
            figure.add_annotation(**where, **left, text=text, font={"size": 14, "color": colour})
            figure.add_annotation(**where, **right, text=wrapped(state, 52), font={"size": 13, "color": TEXT})


def _line(figure: go.Figure, span: tuple[float, float], y: int, colour: str, width: float, dash: str) -> None:
    figure.add_shape(
        type="line",
        x0=span[0],
        x1=span[1],
        y0=y,
        y1=y,
        line={"color": colour, "width": width, "dash": dash},
        layer="below",
    )


def _steps(figure: go.Figure, steps: pd.DataFrame, order: dict[str, int], hovers: Sequence[str]) -> None:
    spoken = steps.assign(hover=[wrapped(text) for text in hovers])
    for status, looks in _MARKS.items():
        part = spoken[spoken["status"].eq(status)]
        figure.add_scatter(
            x=part["at"].tolist(),
            y=[order[name] for name in part["undertaking_id"]],
            mode="markers",
            name=status,
            marker=looks,
            customdata=[[step] for step in part["id"]],
            text=part["hover"].tolist(),
            hovertemplate="%{text}<extra></extra>",
            unselected={"marker": {"opacity": 0.4}},
        )
        if status == "signed":
            for step in part.to_dict("records"):
                figure.add_shape(
                    type="path",
                    path=_HALF,
                    xsizemode="pixel",
                    ysizemode="pixel",
                    xanchor=step["at"],
                    yanchor=order[step["undertaking_id"]],
                    fillcolor=BLUE,
                    line={"width": 0},
                )
