"""Years by sectors: a number in every cell that holds a record, a hatch where none is held."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Role
from cards.palette import BLUE, GROUND, HATCH, SECOND, SHADES, TEXT
from charts.canvas import Canvas
from charts.theme import STILL, safe, unchosen, wrap
from charts.years import ticks

STEPS = (1, 2, 3, 5, 8)  # the least count of each shade, from pale to dark
_LIGHT = 3  # from this shade on the number is white
_CELL = 0.88  # of the room a cell has
_STROKES = (-0.6, -0.2, 0.2, 0.6)  # how far each stroke of a hatch is moved up from the diagonal


def shade(count: int) -> int:
    """Give the index of a count's shade, from pale to dark."""
    return sum(count >= least for least in STEPS) - 1


def by_year_and_sector(
    cells: pd.DataFrame,
    *,
    sectors: Mapping[str, str],
    hovers: Sequence[str],
    before: str = "",
    unfinished: str = "",
    narrow: bool = False,
) -> go.Figure:
    """Draw one cell for each sector and year.

    `cells` is queries.gaps.gap_board and `hovers` speaks for its rows in order; `sectors` names the sectors in the order
    they are drawn. `before` names the years that are not applicable at the start, `unfinished` says to which day the
    last year runs. `narrow` is for a phone: years run down and sectors across. The custom value of a cell that
    holds a record is `sector:year`.
    """
    years = int(cells["year"].min()), int(cells["year"].max())
    first = min(cells.loc[cells["state"].ne("na"), "year"], default=years[0])
    canvas = _turned(years, sectors, first) if narrow else _wide(years, sectors, first)
    canvas.layout(barmode="overlay")
    # On a phone the words for years that are not applicable stand in their own row.
    blanks = {"none": "", "na": "" if narrow and before else "–"}
    rows = {sector: row for row, sector in enumerate(sectors)}
    _hatch(canvas, cells.loc[cells["state"].eq("none")], rows, narrow)
    for state, part in cells.assign(hover=[wrap(text) for text in hovers]).groupby("state", sort=False):
        along = part["year"].tolist()
        canvas.bars(
            Role.BARS if state == "held" else Role.GROUND,
            series=[sectors[sector] for sector in part["sector"]] if state == "held" else "",
            x=[_CELL] * len(part) if narrow else along,
            y=along if narrow else [_CELL] * len(part),
            base=[rows[sector] - _CELL / 2 for sector in part["sector"]],
            width=_CELL,
            orientation="h" if narrow else "v",
            name=str(state),
            text=[blanks.get(str(state), str(n)) for n in part["n"]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            hovertext=part["hover"].tolist(),
            hovertemplate="%{hovertext}<extra></extra>",
            **_looks(str(state), part),
        )
    _ends(canvas, years, before, unfinished, narrow)
    return canvas.figure()


def _looks(state: str, part: pd.DataFrame) -> dict[str, Any]:
    if state == "held":
        shades = [shade(n) for n in part["n"]]
        return {
            "marker": {"color": [SHADES[index] for index in shades], "line": {"width": 1, "color": BLUE}},
            "textfont": {"size": 13, "color": [GROUND if index >= _LIGHT else TEXT for index in shades]},
            "customdata": [[f"{sector}:{year}"] for sector, year in zip(part["sector"], part["year"], strict=True)],
            "unselected": unchosen(),
        }
    return {"marker": {"color": GROUND, "line": {"width": 0}}, "textfont": {"size": 13, "color": SECOND}, **STILL}


def _hatch(canvas: Canvas, empty: pd.DataFrame, rows: Mapping[str, int], narrow: bool) -> None:
    """Hatch the cells that hold nothing, all in one trace: as a pattern of its own each would make a printed page huge."""
    along: list[float | None] = []
    up: list[float | None] = []
    for sector, year in zip(empty["sector"], empty["year"], strict=True):
        across, down = (rows[sector], year) if narrow else (year, rows[sector])
        for shift in _STROKES:
            ends = max(0.0, -shift), min(1.0, 1 - shift)
            along += [*(round(across + (end - 0.5) * _CELL, 2) for end in ends), None]
            up += [*(round(down - (end + shift - 0.5) * _CELL, 2) for end in ends), None]
    canvas.scatter(
        Role.GROUND, x=along, y=up, mode="lines", name="hatch", line={"color": HATCH, "width": 1}, hoverinfo="skip"
    )


def _wide(years: tuple[int, int], sectors: Mapping[str, str], first: int) -> Canvas:
    canvas = Canvas(Kind.CELLS, 64 + 36 * len(sectors), l=8, r=8, t=26, b=30)
    every = ticks(range(first, years[1] + 1), 1 if years[1] - years[0] < 14 else 2)
    canvas.years("x", **every, range=[years[0] - 0.6, years[1] + 0.6], tickangle=0)
    reach = [len(sectors) - 0.45, -0.55]
    canvas.names("y", sectors.values(), range=reach, showgrid=False, tickfont={"size": 14})
    return canvas


def _turned(years: tuple[int, int], sectors: Mapping[str, str], first: int) -> Canvas:
    canvas = Canvas(Kind.CELLS, 78 + 25 * (years[1] - years[0] + 1), l=42, r=12, t=46, b=24)
    every = ticks(range(first, years[1] + 1), 1)
    canvas.years("y", **every, range=[years[1] + 0.6, years[0] - 0.6], tickfont={"size": 12}, showgrid=False)
    canvas.axis("x", range=[-0.55, len(sectors) - 0.45], visible=False)
    for column, name in enumerate(sectors.values()):
        # Two heights, as names of neighbours side by side are wider than their columns.
        above = {"y": 1, "yref": "paper", "yshift": 4 + 17 * (column % 2), "yanchor": "bottom"}
        canvas.words(Role.COLUMN, safe(name), x=column, font={"size": 12}, **above)
    return canvas


def _ends(canvas: Canvas, years: tuple[int, int], before: str, unfinished: str, narrow: bool) -> None:
    """Name the two ends of the span: the years that are not applicable, and the day the last one runs to."""
    looks = {"font": {"size": 12, "color": SECOND}}
    if narrow:
        below = {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -2}
        canvas.words(Role.CAPTION, safe(before), x=-0.45, xanchor="left", y=years[0], **looks)
        canvas.words(Role.CAPTION, safe(unfinished), x=-0.45, xanchor="left", **below, **looks)
        return
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4}
    canvas.words(Role.CAPTION, safe(before), x=years[0] - 0.45, xanchor="left", **above, **looks)
    canvas.words(Role.CAPTION, safe(unfinished), x=years[1] + 0.45, xanchor="right", **above, **looks)
