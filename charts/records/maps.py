"""Where: a dot for a place that records name, on the coast alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Role
from cards.palette import BLUE, GROUND, RULE, SECOND
from charts.canvas import Box, Canvas
from charts.theme import VEIL, pointed, safe

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

    def holds(self, places: pd.DataFrame) -> "pd.Series[bool]":
        """Tell which places lie inside."""
        return places["longitude"].between(self.west, self.east) & places["latitude"].between(self.south, self.north)


def maps(
    places: pd.DataFrame,
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

    `places` has id, longitude, latitude, records; `coast` part, line, longitude, latitude; `names` and `hovers` speak for
    the rows of `places`. The first window is the world: its dots have no names, and carry the route (longitude, latitude).
    A dot's area is its number of records, its custom value the place. `narrow` sets the maps under one another.
    """
    canvas = Canvas(Kind.MAPS, 640 if narrow else 720, l=0, r=0, t=26, b=0)
    frames = _STACKED if narrow else _SPREAD
    largest = int(places["records"].max())
    worded = places.assign(name=list(names), hover=[safe(text) for text in hovers])
    axes = canvas.grid(frames, alone=True)
    for pair, window, frame in zip(axes, windows, frames, strict=True):
        world = pair == axes[0]
        _frame(canvas, window, pair, frame)
        _coast(canvas, coast[coast["part"].eq(window.part)], pair)
        if world:
            _route(canvas, route, distance)
        inside = worded[window.holds(worded)]
        _dots(canvas, inside, largest, pair, small=world)
        if not world:
            _names(canvas, inside, largest, pair)
    return canvas.figure()


def _frame(canvas: Canvas, window: Window, axes: tuple[str, str], frame: Box) -> None:
    (x, y), (across, up) = axes, frame
    ratio = 1.0 if window.true_at is None else 1 / math.cos(math.radians(window.true_at))
    looks: dict[str, Any] = {"visible": False, "constrain": "range", "fixedrange": True}
    canvas.axis(x, range=[window.west, window.east], **looks)
    canvas.axis(y, range=[window.south, window.north], scaleanchor=x, scaleratio=ratio, **looks)
    paper = {"xref": "paper", "yref": "paper"}
    box = {"x0": across[0], "x1": across[1], "y0": up[0], "y1": up[1]}
    canvas.shape(Role.FRAME, type="rect", line={"color": RULE, "width": 1}, **paper, **box)
    corner = {"x": across[0], "y": up[1], "xanchor": "left", "yanchor": "bottom"}
    canvas.words(Role.PANEL, safe(window.title), y, font={"size": 14}, **paper, **corner)


def _coast(canvas: Canvas, coast: pd.DataFrame, axes: tuple[str, str]) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for _, line in coast.groupby("line", sort=False):
        x += [*line["longitude"], None]
        y += [*line["latitude"], None]
    looks = {"color": _COAST, "width": 1}
    canvas.scatter(
        Role.GROUND, x=x, y=y, mode="lines", line=looks, hoverinfo="skip", name="coast", xaxis=axes[0], yaxis=axes[1]
    )


def _route(canvas: Canvas, route: Sequence[tuple[float, float]], distance: str) -> None:
    canvas.scatter(
        Role.GROUND,
        x=[point[0] for point in route],
        y=[point[1] for point in route],
        mode="lines",
        line={"color": SECOND, "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
        name="route",
    )
    longitude, latitude = route[len(route) // 2]
    looks = {"font": {"size": 14}, "bgcolor": VEIL}
    canvas.words(Role.LABEL, safe(distance), x=longitude, y=latitude, xref="x", yref="y", yshift=-14, **looks)


def _size(records: int, largest: int, *, small: bool = False) -> float:
    """Give a dot's diameter in px: its area goes with the records held."""
    return max(_LEAST, (0.6 if small else 1) * _LARGEST * math.sqrt(records / largest))


def _dots(canvas: Canvas, places: pd.DataFrame, largest: int, axes: tuple[str, str], *, small: bool) -> None:
    canvas.scatter(
        Role.DOTS,
        x=places["longitude"].tolist(),
        y=places["latitude"].tolist(),
        mode="markers",
        marker={
            "size": [_size(n, largest, small=small) for n in places["records"]],
            "color": BLUE,
            "opacity": 0.85,
            "line": {"color": GROUND, "width": 1},
        },
        **pointed(places["id"], places["hover"], at="hovertext"),
        name="places",
        xaxis=axes[0],
        yaxis=axes[1],
    )


def _names(canvas: Canvas, places: pd.DataFrame, largest: int, axes: tuple[str, str]) -> None:
    """Write each place's name beside its dot, on the side away from a larger place close by."""
    rows = places.to_dict("records")
    for index, row in enumerate(rows):
        crowding = [
            other
            for other in rows[:index]
            if abs(other["latitude"] - row["latitude"]) < _CLOSE
            and abs(other["longitude"] - row["longitude"]) < 2 * _CLOSE
        ]
        left = any(other["longitude"] > row["longitude"] for other in crowding)
        clear = _size(max(int(other["records"]) for other in [row, *crowding]), largest) / 2 + 4
        where = {"x": row["longitude"], "y": row["latitude"], "xref": axes[0], "yref": axes[1]}
        side = {"xanchor": "right" if left else "left", "xshift": -clear if left else clear}
        looks = {"yshift": -9 if crowding else 0, "font": {"size": 13}, "bgcolor": VEIL}
        canvas.words(Role.LABEL, safe(row["name"]), **where, **side, **looks)
