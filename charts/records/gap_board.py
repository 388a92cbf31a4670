"""The board: years by sectors, a number in every place that holds a record, a hatch where none is held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BLUE, GROUND, HATCH, SECOND, SHADES, TEXT, blank, plain, wrapped, year_ticks

STEPS = (1, 2, 3, 5, 8)  # the least count of each shade, from pale to dark
_LIGHT = 3  # from this shade on the number is white
_CELL = 0.88  # of the room a place has
_STROKES = (-0.6, -0.2, 0.2, 0.6)  # how far each stroke of a hatch is moved up from the diagonal


def shade(count: int) -> int:
    """Give the place of a count among the shades, from pale to dark."""
    return sum(count >= least for least in STEPS) - 1


def board(
    cells: pd.DataFrame,
    *,
    sectors: Mapping[str, str],
    hovers: Sequence[str],
    before: str = "",
    unfinished: str = "",
    turned: bool = False,
) -> go.Figure:
    """Draw one place for each sector and year.

    `cells` is queries.gaps.board and `hovers` speaks for its rows in order; `sectors` names the sectors in the order
    they are drawn. `before` names the years that are not applicable at the start, `unfinished` says to which day the
    last year runs. `turned` is for a phone: years run down and sectors across. The custom value of a place that
    holds a record is `sector:year`.
    """
    years = int(cells["year"].min()), int(cells["year"].max())
    first = min(cells.loc[cells["state"].ne("na"), "year"], default=years[0])
    figure = _turned(years, sectors, first) if turned else _wide(years, sectors, first)
    figure.update_layout(barmode="overlay")
    # On a phone the words for years that are not applicable stand in their own row.
    blanks = {"none": "", "na": "" if turned and before else "–"}
    places = {sector: place for place, sector in enumerate(sectors)}
    _hatched(figure, cells.loc[cells["state"].eq("none")], places, turned)
    for state, part in cells.assign(hover=[wrapped(text) for text in hovers]).groupby("state", sort=False):
        rows = [places[sector] for sector in part["sector"]]
        along = part["year"].tolist()
        figure.add_bar(
            x=[_CELL] * len(part) if turned else along,
            y=along if turned else [_CELL] * len(part),
            base=[row - _CELL / 2 for row in rows],
            width=_CELL,
            orientation="h" if turned else "v",
            name=str(state),
            text=[str(n) for n in part["n"]] if state == "held" else [blanks[str(state)]] * len(part),
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            hovertext=part["hover"].tolist(),
            hovertemplate="%{hovertext}<extra></extra>",
            **_looks(str(state), part),
        )
    _words(figure, years, before, unfinished, turned)
    return figure


def _looks(state: str, part: pd.DataFrame) -> dict[str, Any]:
    still = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
    if state == "held":
        shades = [shade(n) for n in part["n"]]
        return {
            "marker": {"color": [SHADES[place] for place in shades], "line": {"width": 1, "color": BLUE}},
            "textfont": {"size": 13, "color": [GROUND if place >= _LIGHT else TEXT for place in shades]},
            "customdata": [[f"{sector}:{year}"] for sector, year in zip(part["sector"], part["year"], strict=True)],
            "unselected": {"marker": {"opacity": 0.45}},
        }
    return {"marker": {"color": GROUND, "line": {"width": 0}}, "textfont": {"size": 13, "color": SECOND}, **still}


def _hatched(figure: go.Figure, empty: pd.DataFrame, places: Mapping[str, int], turned: bool) -> None:
    """Hatch the places that hold nothing, all in one trace: as a pattern of its own each would make a printed page huge."""
    along: list[float | None] = []
    up: list[float | None] = []
    for sector, year in zip(empty["sector"], empty["year"], strict=True):
        across, down = (places[sector], year) if turned else (year, places[sector])
        for shift in _STROKES:
            ends = max(0.0, -shift), min(1.0, 1 - shift)
            along += [*(round(across + (end - 0.5) * _CELL, 2) for end in ends), None]
            up += [*(round(down - (end + shift - 0.5) * _CELL, 2) for end in ends), None]
    figure.add_scatter(
        x=along, y=up, mode="lines", name="hatch", line={"color": HATCH, "width": 1}, hoverinfo="skip", showlegend=False
    )


def _wide(years: tuple[int, int], sectors: Mapping[str, str], first: int) -> go.Figure:
    figure = blank(64 + 36 * len(sectors), l=8, r=8, t=26, b=30)
    ticks = year_ticks(first, years[1], 1 if years[1] - years[0] < 14 else 2)
    figure.update_xaxes(
        range=[years[0] - 0.6, years[1] + 0.6], tickvals=ticks, ticktext=[str(year) for year in ticks], tickangle=0
    )
    figure.update_yaxes(range=[len(sectors) - 0.45, -0.55], showgrid=False, **_names(sectors))
    return figure


def _turned(years: tuple[int, int], sectors: Mapping[str, str], first: int) -> go.Figure:
    figure = blank(78 + 25 * (years[1] - years[0] + 1), l=42, r=12, t=46, b=24)
    ticks = year_ticks(first, years[1], 1)
    figure.update_yaxes(
        range=[years[1] + 0.6, years[0] - 0.6],
        tickvals=ticks,
        ticktext=[str(year) for year in ticks],
        tickfont={"size": 12},
        showgrid=False,
    )
    figure.update_xaxes(range=[-0.55, len(sectors) - 0.45], visible=False)
    for place, name in enumerate(sectors.values()):
        # Two heights, as names of neighbours side by side are wider than their columns.
        figure.add_annotation(
            x=place,
            y=1,
            yref="paper",
            yshift=4 + 17 * (place % 2),
            yanchor="bottom",
            text=plain(name),
            showarrow=False,
            font={"size": 12},
        )
    return figure


def _names(sectors: Mapping[str, str]) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(sectors))),
        "ticktext": [plain(name) for name in sectors.values()],
        "tickfont": {"size": 14},
    }


def _words(figure: go.Figure, years: tuple[int, int], before: str, unfinished: str, turned: bool) -> None:
    """Name the two ends of the span: the years that are not applicable, and the day the last one runs to."""
    looks = {"showarrow": False, "font": {"size": 12, "color": SECOND}}
    if turned:
        figure.add_annotation(x=-0.45, xanchor="left", y=years[0], text=plain(before), **looks)
        below = {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -2}
        figure.add_annotation(x=-0.45, xanchor="left", text=plain(unfinished), **below, **looks)
        return
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4}
    figure.add_annotation(x=years[0] - 0.45, xanchor="left", text=plain(before), **above, **looks)
    figure.add_annotation(x=years[1] + 0.45, xanchor="right", text=plain(unfinished), **above, **looks)
