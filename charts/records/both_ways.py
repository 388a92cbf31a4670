"""Signature chart 1: one dot is one record, by year and direction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Role
from cards.palette import SECOND, TEXT
from charts.canvas import Canvas
from charts.records.dots import draw, grounds
from charts.theme import VEIL, safe
from charts.years import Span, step, ticks, whole

BANDS = ("outward", "both", "inward", "beyond")
_COLUMNS_A_LABEL = 8  # a label is about an eighth of the axis wide on either side of its year
_NAMES = 118  # px left of the axis, for the names of the bands
_GAP = 1.6  # empty rows between two bands, in dots: room for the band's name


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Point at one record with a few words; the record must be among the dots to be drawn."""

    record: str
    label: str


class _Rows:
    """Where each band lies on the unit scale: its lowest row and how many rows it holds."""

    def __init__(self, dots: pd.DataFrame) -> None:
        held = dots.groupby("band")["slot"].max() + 1
        self.height = {band: max(2, int(held.get(band, 0))) for band in BANDS}
        outward, inward = self.height["both"] + _GAP, -1 - _GAP
        beyond = inward - self.height["inward"] - _GAP
        self.base = {"outward": outward, "both": 0.0, "inward": inward, "beyond": beyond}
        last = "beyond" if "beyond" in held else "inward"
        self.lowest = self.base[last] - self.height[last] - 0.9
        self.highest = outward + self.height["outward"] + 0.9

    def of(self, band: str, slot: int) -> float:
        """Give the height of a dot: outward stacks up, inward down, together around its middle."""
        if band == "outward":
            return self.base[band] + slot
        if band == "both":
            return self.base[band] + (self.height[band] - 1) / 2 + (slot + 1) // 2 * (1 if slot % 2 else -1)
        return self.base[band] - slot


def both_ways(
    dots: pd.DataFrame,
    *,
    years: tuple[int, int],
    bands: Mapping[str, str],
    hovers: Sequence[str],
    series: Sequence[str],
    marks: Sequence[Mark] = (),
    spans: Sequence[Span] = (),
    empty: Sequence[int] = (),
    unfinished: Span | None = None,
    narrow: bool = False,
) -> go.Figure:
    """Draw one dot for each record: x is the year, the band its direction, the colour its sector.

    `dots` is queries.records.dots; `hovers` speaks for its rows in order, `series` names the kind of each; `bands` names
    each band with its count. `empty` years are hatched, `unfinished` marks the year that still runs, to its day. `narrow`
    is for a phone: years run down, outward lies left and inward right. A dot's custom value is its record.
    """
    rows = _Rows(dots)
    if narrow:
        canvas = Canvas(Kind.DOTS, 70 + 23 * (years[1] - years[0] + 1), l=38, r=4, t=64, b=8)
        every = ticks(range(years[0], years[1] + 1), 1)
        canvas.years("y", **every, range=[years[1] + 0.6, years[0] - 0.6], showgrid=False, tickfont={"size": 12})
        canvas.axis("x", range=[-rows.highest, -rows.lowest], visible=False)
    else:
        canvas = Canvas(Kind.DOTS, max(380, round((rows.highest - rows.lowest) * 17)), l=_NAMES, r=8, t=8, b=30)
        canvas.years("x", **whole(years, step(years)))
        canvas.axis("y", range=[rows.lowest, rows.highest], visible=False)
    grounds(canvas, spans, empty, unfinished, turned=narrow)
    heights = [rows.of(band, slot) for band, slot in zip(dots["band"], dots["slot"], strict=True)]
    along = dots["year"].tolist()
    x, y = ([-height for height in heights], along) if narrow else (along, heights)
    draw(canvas, dots, x=x, y=y, hovers=hovers, series=series, size=11 if narrow else 13)
    _band_names(canvas, rows, bands, narrow)
    if not narrow:
        _callouts(canvas, dots, rows, marks, years)
    return canvas.figure()


def _band_names(canvas: Canvas, rows: _Rows, bands: Mapping[str, str], narrow: bool) -> None:
    for band, name in bands.items():
        base, height = rows.base[band], rows.height[band]
        middle = base + (height - 1) / 2 * (1 if band in ("outward", "both") else -1)
        if narrow:
            at, side = {"outward": (0.5 - base, "right"), "both": (-middle, "center")}.get(band, (-0.5 - base, "left"))
            where = {"x": at, "xanchor": side, "align": side, "y": 1, "yref": "paper", "yanchor": "bottom"}
            canvas.words(Role.COLUMN, name, font={"size": 13}, **where)
        else:
            where = {"x": 0, "xref": "paper", "xshift": -8, "xanchor": "right", "align": "right"}
            canvas.words(Role.ROW, name, font={"size": 14}, y=middle, yanchor="middle", **where)


def _callouts(canvas: Canvas, dots: pd.DataFrame, rows: _Rows, marks: Sequence[Mark], years: tuple[int, int]) -> None:
    """Write a few words beyond the dots around the marked record's column, with a leader to its end."""
    reach = (years[1] - years[0]) / _COLUMNS_A_LABEL
    for mark in marks:
        match = dots[dots["id"].eq(mark.record)]
        if match.empty:
            continue
        dot = match.iloc[0]
        year, band = int(dot["year"]), dot["band"]
        near = dots[dots["band"].eq(band) & dots["year"].between(year - reach, year + reach)]
        ends = {at: [rows.of(band, slot) for slot in part["slot"]] for at, part in near.groupby("year")}
        down = band in ("inward", "beyond")
        own = min(ends[year]) - 0.55 if down else max(ends[year]) + 0.55
        beyond = min(map(min, ends.values())) - 1.25 if down else max(map(max, ends.values())) + 1.25
        side = "left" if year - years[0] < reach else "right" if years[1] - year < reach else "center"
        where = {"x": year, "y": own, "ax": year, "ay": beyond, "axref": "x", "ayref": "y", "xanchor": side}
        leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": SECOND}
        looks = {"font": {"size": 12, "color": TEXT}, "bgcolor": VEIL, "borderpad": 1}
        canvas.words(Role.CALLOUT, safe(mark.label), **where, **leader, **looks)
