"""The dot language of records: one dot is one record, its shape how sure, its colour its sector, a hatch no record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.theme import GROUND, HATCH, SECOND, plain, sector_colour, wrapped

_SYMBOLS = {"dot": "circle", "ring": "circle-open", "diamond": "diamond-open"}


@dataclass(frozen=True, kw_only=True)
class Span:
    """Tint a run of years, with a word."""

    start: float
    end: float
    label: str


def step(years: tuple[int, int]) -> int:
    """Choose how far apart years are printed: every one when few are shown."""
    return 1 if years[1] - years[0] < 12 else 5


def draw(
    figure: go.Figure, dots: pd.DataFrame, *, x: Sequence[float], y: Sequence[float], hovers: Sequence[str], size: int
) -> None:
    """Draw records at their places, a trace for each shape; a dot's custom value is its record.

    `dots` has id, shape (dot, ring or diamond) and sector; `x`, `y` and `hovers` follow its rows. `size` in px.
    """
    placed = dots.assign(x=list(x), y=list(y), hover=[wrapped(text) for text in hovers])
    for shape, part in placed.groupby("shape", sort=False):
        colours = [sector_colour(sector) for sector in part["sector"]]
        figure.add_scatter(
            x=part["x"].tolist(),
            y=part["y"].tolist(),
            mode="markers",
            name=str(shape),
            marker={
                "symbol": _SYMBOLS[str(shape)],
                "color": colours,
                "size": size,
                "line": {"width": 0.8 if shape == "dot" else 2.2, "color": GROUND if shape == "dot" else colours},
            },
            customdata=[[record] for record in part["id"]],
            text=part["hover"].tolist(),
            hovertemplate="%{text}<extra></extra>",
            unselected={"marker": {"opacity": 0.35}},
        )


def grounds(
    figure: go.Figure, tints: Sequence[Span], empty: Sequence[int], unfinished: Span | None, *, turned: bool = False
) -> None:
    """Lay the named, hatched and unfinished years beneath the dots; the axes must have their ranges.

    Named years stand between two lines: on a tint, some dots would no longer stand out from their ground.
    """

    def line(at: float, **looks: object) -> None:
        where = (
            {"y0": at, "y1": at, "x0": 0, "x1": 1, "xref": "paper"}
            if turned
            else {"x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper"}
        )
        figure.add_shape(type="line", layer="below", line=looks, **where)

    def word(text: str, at: float) -> None:
        where = (
            {"y": at, "x": 1, "xref": "paper", "xanchor": "right"}
            if turned
            else {"x": at, "y": 0, "yref": "paper", "yanchor": "bottom"}
        )
        figure.add_annotation(
            text=plain(text), showarrow=False, bgcolor=GROUND, font={"size": 12, "color": SECOND}, **where
        )

    for tint in tints:
        line(tint.start - 0.5, color=HATCH, width=1)
        line(tint.end + 0.5, color=HATCH, width=1)
        word(tint.label, (tint.start + tint.end) / 2)
    for year in empty:
        if unfinished is None or year != round(unfinished.start):
            _hatch(figure, year - 0.5, year + 0.5, turned)
    if unfinished is not None:
        _hatch(figure, unfinished.start - 0.5, unfinished.start + 0.5, turned)
        line(unfinished.end, color=SECOND, width=1.2, dash="dot")


def _hatch(figure: go.Figure, start: float, end: float, turned: bool) -> None:
    """Hatch a year with a bar whose pattern Plotly draws; it takes no pointer."""
    axis = figure.layout.xaxis if turned else figure.layout.yaxis
    low, high = sorted(axis.range)
    figure.add_bar(
        x=[high - low] if turned else [(start + end) / 2],
        y=[(start + end) / 2] if turned else [high - low],
        base=[low],
        width=end - start,
        orientation="h" if turned else "v",
        marker={
            "color": GROUND,
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": HATCH, "bgcolor": GROUND, "size": 9, "solidity": 0.12},
        },
        name="hatch",
        hoverinfo="skip",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
