"""The dot language of records: one dot is one record, its shape how sure, its colour its sector, a hatch no record."""

from collections.abc import Sequence

import pandas as pd

from cards.figures import Role
from cards.palette import GROUND, HATCH, SECOND
from charts.canvas import Canvas
from charts.theme import STILL, hatched, outline, pointed, safe, sector_colour, wrap
from charts.years import Span

_SYMBOLS = {"dot": "circle", "ring": "circle-open", "diamond": "diamond-open"}


def draw(
    canvas: Canvas,
    dots: pd.DataFrame,
    *,
    x: Sequence[float],
    y: Sequence[float],
    hovers: Sequence[str],
    series: Sequence[str],
    size: int,
) -> None:
    """Draw records at their places, a trace for each shape; a dot's custom value is its record.

    `dots` has id, shape (dot, ring or diamond) and sector; `x`, `y`, `hovers` and `series`, which names the kind of each dot,
    follow its rows. `size` in px.
    """
    placed = dots.assign(x=list(x), y=list(y), hover=list(map(wrap, hovers)), series=list(series))
    for shape, part in placed.groupby("shape", sort=False):
        colours = [sector_colour(sector) for sector in part["sector"]]
        canvas.scatter(
            Role.DOTS,
            series=part["series"].tolist(),
            x=part["x"].tolist(),
            y=part["y"].tolist(),
            mode="markers",
            name=str(shape),
            marker={
                "symbol": _SYMBOLS[str(shape)],
                "color": colours,
                "size": size,
                "line": {"width": 0.8, "color": GROUND} if shape == "dot" else outline(colours),
            },
            **pointed(part["id"], part["hover"]),
        )


def grounds(
    canvas: Canvas, spans: Sequence[Span], empty: Sequence[int], unfinished: Span | None, *, turned: bool = False
) -> None:
    """Lay the named, hatched and unfinished years beneath the dots; the axes must have their ranges.

    Named years stand between two lines: on a tint, some dots would no longer stand out from their ground.
    """

    def line(role: Role, at: float, whose: str = "", **looks: object) -> None:
        if turned:
            canvas.line(role, (0, 1), (at, at), whose, xref="paper", layer="below", line=looks)
        else:
            canvas.line(role, (at, at), (0, 1), whose, yref="paper", layer="below", line=looks)

    end = {"x": 1, "xref": "paper", "xanchor": "right"} if turned else {"y": 0, "yref": "paper", "yanchor": "bottom"}
    looks = {"bgcolor": GROUND, "font": {"size": 12, "color": SECOND}}
    for index, span in enumerate(spans):
        for edge in (span.start - 0.5, span.end + 0.5):
            line(Role.EDGE, edge, str(index), color=HATCH, width=1)
        middle = {"y" if turned else "x": (span.start + span.end) / 2}
        canvas.words(Role.SPAN, safe(span.label), str(index), **middle, **end, **looks)
    for year in empty:
        if unfinished is None or year != round(unfinished.start):
            _hatch(canvas, year, turned)
    if unfinished is not None:
        _hatch(canvas, unfinished.start, turned)
        line(Role.RULE, unfinished.end, color=SECOND, width=1.2, dash="dot")


def _hatch(canvas: Canvas, year: float, turned: bool) -> None:
    """Hatch a year with a bar whose pattern Plotly draws; it takes no pointer."""
    low, high = canvas.reach("x" if turned else "y")
    middle, length = [float(year)], [high - low]
    canvas.bars(
        Role.GROUND,
        x=length if turned else middle,
        y=middle if turned else length,
        base=[low],
        width=1.0,
        orientation="h" if turned else "v",
        marker=hatched(),
        name="hatch",
        hoverinfo="skip",
        **STILL,
    )
