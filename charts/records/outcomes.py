"""Signature chart 3: what came of each undertaking, from its first step to the last that is held."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Role
from cards.palette import BLUE, GREY, GROUND, RULE, SECOND, TEXT
from charts.canvas import Canvas
from charts.theme import outline, pointed, safe, wrap
from charts.years import ticks

_ROW, _ROW_NARROW = 40, 74  # px
_NAMES, _STATES = 262, 330  # px left and right of the axis
# Half a disc, 13 px across, in pixels around the mark: Plotly has no such symbol.
_HALF: dict[str, Any] = {
    "type": "path",
    "path": "M0,-6.5 C-8.7,-6.5 -8.7,6.5 0,6.5 Z",
    "xsizemode": "pixel",
    "ysizemode": "pixel",
    "fillcolor": BLUE,
    "line": {"width": 0},
}
_RING: dict[str, Any] = {"symbol": "circle", "color": GROUND, "size": 13, "line": outline(BLUE)}
_MARKS: dict[str, dict[str, Any]] = {
    "announced": _RING,
    "signed": _RING,
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
    statuses: Mapping[str, str],
    narrow: bool = False,
) -> go.Figure:
    """Draw a row for each undertaking: its steps by date, a bar while it is known to run, a dotted tail to "?".

    `steps` is queries.outcomes.steps, `lines` queries.outcomes.runs; `names` and `states` speak for the rows of `lines`,
    `hovers` for the steps, and `statuses` names what a step is. A name is grey when the undertaking is not between the
    two cities. A mark's custom value is its step.
    """
    rows = {name: row for row, name in enumerate(lines["undertaking_id"])}
    height = (_ROW_NARROW if narrow else _ROW) * len(rows) + 40
    canvas = Canvas(Kind.RUNS, height, l=8 if narrow else _NAMES, r=16 if narrow else _STATES, t=8, b=30)
    printed = {"showline": True, "showgrid": True, "gridcolor": RULE, **ticks(range(years[0], years[1] + 1), 5)}
    canvas.years("x", **printed, range=[years[0] - 0.3, years[1] + 1.5])
    canvas.axis("y", range=[len(rows) - 0.4, -0.85 if narrow else -0.6], visible=False)
    for line in lines.to_dict("records"):
        y = rows[line["undertaking_id"]]
        running = pd.notna(line["start"])
        _run(canvas, (line["first"], line["start"] if running else line["first"]), y, color=GREY, width=1.5)
        if running:
            _run(canvas, (line["start"], line["end"]), y, color=BLUE, width=5)
        if pd.notna(line["tail"]):
            _run(canvas, (line["tail"], line["until"]), y, color=SECOND, width=1.8, dash="dot")
            looks = {"font": {"size": 16, "color": TEXT}, "bgcolor": GROUND}
            canvas.words(Role.LABEL, "<b>?</b>", x=line["until"], y=y, **looks)
    _steps(canvas, steps, rows, hovers, statuses)
    _row_names(canvas, list(zip(names, states, lines["relation"].eq("direct"), strict=True)), narrow=narrow)
    return canvas.figure()


def _row_names(canvas: Canvas, rows: Sequence[tuple[str, str, bool]], *, narrow: bool) -> None:
    """Write each row's name and its state: left and right of the line, or both above it."""
    for row, (name, state, direct) in enumerate(rows):
        style, colour = ("b", TEXT) if direct else ("i", SECOND)
        where = {"xref": "paper", "y": row}
        looks = {"font": {"size": 14, "color": colour}}
        if narrow:
            above = {**where, "x": 0, "xanchor": "left", "yanchor": "top", "align": "left"}
            canvas.words(Role.ROW, f"<{style}>{safe(name)}</{style}>", **above, yshift=42, **looks)
            canvas.words(Role.STATE, safe(state), **above, yshift=24, font={"size": 12, "color": SECOND})
        else:
            left = {"x": 0, "xshift": -10, "xanchor": "right", "align": "right"}
            right = {"x": 1, "xshift": 12, "xanchor": "left", "align": "left"}
            canvas.words(Role.ROW, f"<{style}>{wrap(name, 34)}</{style}>", **where, **left, **looks)
            canvas.words(Role.STATE, wrap(state, 52), **where, **right, font={"size": 13, "color": TEXT})


def _run(canvas: Canvas, span: tuple[float, float], y: int, **line: object) -> None:
    canvas.line(Role.RUN, span, (y, y), line={"dash": "solid", **line}, layer="below")


def _steps(
    canvas: Canvas, steps: pd.DataFrame, rows: Mapping[str, int], hovers: Sequence[str], statuses: Mapping[str, str]
) -> None:
    worded = steps.assign(hover=[wrap(text) for text in hovers])
    for status, looks in _MARKS.items():
        part = worded[worded["status"].eq(status)]
        canvas.scatter(
            Role.DOTS,
            series=statuses[status],
            x=part["at"].tolist(),
            y=[rows[name] for name in part["undertaking_id"]],
            mode="markers",
            name=status,
            marker=looks,
            **pointed(part["id"], part["hover"]),
        )
        if status == "signed":
            for step in part.to_dict("records"):
                canvas.shape(Role.MARK, xanchor=step["at"], yanchor=rows[step["undertaking_id"]], **_HALF)
