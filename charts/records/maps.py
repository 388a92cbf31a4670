"""Where: a dot for a place that records name, on the coast alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BLUE, RULE, SECOND, blank, plain

_COAST = "#9AA1A7"
_LARGEST, _LEAST = 46, 10  # px across
# Where the three maps lie in the figure, across and up: the world above, the cities beside or under one another.
_SPREAD = (((0.0, 1.0), (0.5, 1.0)), ((0.0, 0.49), (0.0, 0.455)), ((0.51, 1.0), (0.0, 0.455)))
_STACKED = (((0.0, 1.0), (0.8, 1.0)), ((0.0, 1.0), (0.4, 0.745)), ((0.0, 1.0), (0.0, 0.345)))
_CLOSE = 0.12  # degrees within which two names would meet


@dataclass(frozen=True, kw_only=True)
class Window:
    """Frame one map: the part of the coast it draws, the degrees it shows, and what stands above it.

    `true_at` is the latitude at which a degree east has its true width; None draws degrees as squares.
    """

    part: str
    west: float
    south: float
    east: float
    north: float
    title: str
    true_at: float | None = None

    def holds(self, held: pd.DataFrame) -> pd.Series[bool]:
        """Tell which places lie inside."""
        return held["longitude"].between(self.west, self.east) & held["latitude"].between(self.south, self.north)


def maps(
    held: pd.DataFrame,
    coast: pd.DataFrame,
    *,
    windows: Sequence[Window],
    names: Sequence[str],
    hovers: Sequence[str],
    route: Sequence[tuple[float, float]],
    distance: str,
    narrow: bool = False,
) -> go.Figure:
    """Draw the world between the cities with the way between them, and a map around each.

    `held` has id, longitude, latitude, records; `coast` part, line, longitude, latitude; `names` and `hovers` speak for
    the rows of `held`. The first window is the world: its dots have no names, and carry the route (longitude, latitude).
    A dot's area is its number of records, its custom value the place. `narrow` sets the maps under one another.
    """
    figure = blank(640 if narrow else 720, l=0, r=0, t=26, b=0)
    frames = _STACKED if narrow else _SPREAD
    largest = int(held["records"].max())
    for number, (window, (across, up)) in enumerate(zip(windows, frames, strict=True), 1):
        axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        _frame(figure, window, number, across, up)
        _coast(figure, coast[coast["part"].eq(window.part)], axes)
        inside = window.holds(held)
        if number == 1:
            _route(figure, route, distance, axes)
        _places(
            figure,
            held[inside],
            [text for text, kept in zip(hovers, inside, strict=True) if kept],
            largest,
            axes,
            small=number == 1,
        )
        if number > 1:
            _names(
                figure, held[inside], [name for name, kept in zip(names, inside, strict=True) if kept], largest, number
            )
    return figure


def _frame(
    figure: go.Figure, window: Window, number: int, across: tuple[float, float], up: tuple[float, float]
) -> None:
    ratio = 1.0 if window.true_at is None else 1 / math.cos(math.radians(window.true_at))
    figure.update_layout(
        {
            f"xaxis{number}": {
                "domain": across,
                "anchor": f"y{number}",
                "range": [window.west, window.east],
                "visible": False,
                "constrain": "range",
                "fixedrange": True,
            },
            f"yaxis{number}": {
                "domain": up,
                "anchor": f"x{number}",
                "range": [window.south, window.north],
                "visible": False,
                "scaleanchor": f"x{number}",
                "scaleratio": ratio,
                "constrain": "range",
                "fixedrange": True,
            },
        }
    )
    figure.add_shape(
        type="rect",
        xref="paper",
        yref="paper",
        x0=across[0],
        x1=across[1],
        y0=up[0],
        y1=up[1],
        line={"color": RULE, "width": 1},
    )
    figure.add_annotation(
        xref="paper",
        yref="paper",
        x=across[0],
        y=up[1],
        xanchor="left",
        yanchor="bottom",
        text=plain(window.title),
        showarrow=False,
        font={"size": 14},
    )


def _coast(figure: go.Figure, coast: pd.DataFrame, axes: dict[str, str]) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for _, line in coast.groupby("line", sort=False):
        x += [*line["longitude"], None]
        y += [*line["latitude"], None]
    figure.add_scatter(
        x=x, y=y, mode="lines", line={"color": _COAST, "width": 1}, hoverinfo="skip", name="coast", **axes
    )


def _route(figure: go.Figure, route: Sequence[tuple[float, float]], distance: str, axes: dict[str, str]) -> None:
    figure.add_scatter(
        x=[point[0] for point in route],
        y=[point[1] for point in route],
        mode="lines",
        line={"color": SECOND, "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
        name="route",
        **axes,
    )
    middle = route[len(route) // 2]
    figure.add_annotation(
        x=middle[0],
        y=middle[1],
        xref="x",
        yref="y",
        text=plain(distance),
        showarrow=False,
        yshift=-14,
        font={"size": 14},
        bgcolor="rgba(255,255,255,0.85)",
    )


def _size(records: int, largest: int, *, small: bool = False) -> float:
    """Give a dot's diameter in px: its area goes with the records held."""
    return max(_LEAST, (0.6 if small else 1) * _LARGEST * math.sqrt(records / largest))


def _places(
    figure: go.Figure, held: pd.DataFrame, hovers: Sequence[str], largest: int, axes: dict[str, str], *, small: bool
) -> None:
    figure.add_scatter(
        x=held["longitude"].tolist(),
        y=held["latitude"].tolist(),
        mode="markers",
        marker={
            "size": [_size(n, largest, small=small) for n in held["records"]],
            "color": BLUE,
            "opacity": 0.85,
            "line": {"color": "white", "width": 1},
        },
        customdata=[[place] for place in held["id"]],
        hovertext=[plain(text) for text in hovers],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 0.4}},
        name="places",
        **axes,
    )


def _names(figure: go.Figure, held: pd.DataFrame, names: Sequence[str], largest: int, number: int) -> None:
    """Write each place's name beside its dot, on the side away from a larger place close by."""
    rows = held.to_dict("records")
    for place, (name, row) in enumerate(zip(names, rows, strict=True)):
        crowding = [
            other
            for other in rows[:place]
            if abs(other["latitude"] - row["latitude"]) < _CLOSE
            and abs(other["longitude"] - row["longitude"]) < 2 * _CLOSE
        ]
        left = any(other["longitude"] > row["longitude"] for other in crowding)
        figure.add_annotation(
            x=row["longitude"],
            y=row["latitude"],
            xref=f"x{number}",
            yref=f"y{number}",
            text=plain(name),
            showarrow=False,
            xanchor="right" if left else "left",
            xshift=(-1 if left else 1) * (_size(max([row, *crowding], key=_records)["records"], largest) / 2 + 4),
            yshift=-9 if crowding else 0,
            font={"size": 13},
            bgcolor="rgba(255,255,255,0.8)",
        )


def _records(row: dict[Any, Any]) -> int:
    return int(row["records"])
