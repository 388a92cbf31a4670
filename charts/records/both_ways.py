"""Signature chart 1: one dot is one record, by year and direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.records.dots import Span, draw, grounds, step
from charts.theme import SECOND, TEXT, blank, plain, year_axis, year_ticks

BANDS = ("outward", "both", "inward", "beyond")
_COLUMNS_A_LABEL = 8  # a label is about an eighth of the axis wide on either side of its year
_NAMES = 118  # px left of the axis, for the names of the bands
_GAP = 1.6  # empty rows between two bands, in dots: room for the band's name


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Point at one record with a few words; the record must be among the dots to be drawn."""

    record: str
    label: str


@dataclass(frozen=True)
class _Rows:
    """Where each band lies on the unit scale: its lowest row and how many rows it holds."""

    base: Mapping[str, float]
    height: Mapping[str, int]
    lowest: float
    highest: float

    def of(self, band: str, slot: int) -> float:
        """Give the height of a dot: outward stacks up, inward down, together around its middle."""
        if band == "outward":
            return self.base[band] + slot
        if band == "both":
            return self.base[band] + (self.height[band] - 1) / 2 + (slot + 1) // 2 * (1 if slot % 2 else -1)
        return self.base[band] - slot


def _rows(dots: pd.DataFrame) -> _Rows:
    height = {
        band: max(2, int(dots.loc[dots["band"].eq(band), "slot"].max() + 1)) if dots["band"].eq(band).any() else 2
        for band in BANDS
    }
    base = {"both": 0.0}
    base["outward"] = base["both"] + height["both"] + _GAP
    base["inward"] = base["both"] - 1 - _GAP
    base["beyond"] = base["inward"] - height["inward"] - _GAP
    beyond = dots["band"].eq("beyond").any()
    lowest = base["beyond"] - height["beyond"] if beyond else base["inward"] - height["inward"]
    return _Rows(base, height, lowest - 0.9, base["outward"] + height["outward"] + 0.9)


def both_ways(
    dots: pd.DataFrame,
    *,
    years: tuple[int, int],
    bands: Mapping[str, str],
    hovers: Sequence[str],
    marks: Sequence[Mark] = (),
    tints: Sequence[Span] = (),
    empty: Sequence[int] = (),
    unfinished: Span | None = None,
    turned: bool = False,
) -> go.Figure:
    """Draw one dot for each record: x is the year, the band its direction, the colour its sector.

    `dots` is queries.records.dots; `hovers` speaks for its rows in order; `bands` names each band with its count.
    `empty` years are hatched, `unfinished` marks the year that still runs, to its day. `turned` is for a phone:
    years run down, outward lies left and inward right. A dot's custom value is its record.
    """
    rows = _rows(dots)
    reach = (years[0] - 0.6, years[1] + 0.6)
    span = rows.highest - rows.lowest
    figure = blank(max(380, round(span * 17)), l=_NAMES, r=8, t=8, b=30)
    if turned:
        figure = blank(70 + 23 * (years[1] - years[0] + 1), l=38, r=4, t=64, b=8)
        figure.update_yaxes(range=reach[::-1], tickvals=year_ticks(*years, 1), showgrid=False, tickfont={"size": 12})
        figure.update_xaxes(range=[-rows.highest, -rows.lowest], visible=False)
    else:
        year_axis(figure, *years, step=step(years))
        figure.update_yaxes(range=[rows.lowest, rows.highest], visible=False)
    grounds(figure, tints, empty, unfinished, turned=turned)
    heights = [rows.of(band, slot) for band, slot in zip(dots["band"], dots["slot"], strict=True)]
    along = dots["year"].tolist()
    draw(
        figure,
        dots,
        x=[-height for height in heights] if turned else along,
        y=along if turned else heights,
        hovers=hovers,
        size=11 if turned else 13,
    )
    _band_names(figure, rows, bands, turned)
    if not turned:
        _marks(figure, dots, rows, marks, years)
    return figure


def _band_names(figure: go.Figure, rows: _Rows, bands: Mapping[str, str], turned: bool) -> None:
    for band, name in bands.items():
        if turned:
            at, side = {
                "outward": (0.5 - rows.base[band], "right"),
                "both": (-(rows.height["both"] - 1) / 2, "center"),
            }.get(band, (-0.5 - rows.base[band], "left"))
            figure.add_annotation(
                x=at,
                xanchor=side,
                align=side,
                y=1,
                yref="paper",
                yanchor="bottom",
                text=name,
                showarrow=False,
                font={"size": 13},
            )
        else:
            base, height = rows.base[band], rows.height[band]
            middle = {"outward": base + (height - 1) / 2, "both": base + (height - 1) / 2}.get(
                band, base - (height - 1) / 2
            )
            figure.add_annotation(
                x=0,
                xref="paper",
                xshift=-8,
                xanchor="right",
                align="right",
                y=middle,
                yanchor="middle",
                text=name,
                showarrow=False,
                font={"size": 14},
            )


def _marks(figure: go.Figure, dots: pd.DataFrame, rows: _Rows, marks: Sequence[Mark], years: tuple[int, int]) -> None:
    """Write a few words beyond the dots around the marked record's column, with a leader to its end."""
    reach = (years[1] - years[0]) / _COLUMNS_A_LABEL
    for mark in marks:
        found = dots[dots["id"].eq(mark.record)]
        if found.empty:
            continue
        dot = found.iloc[0]
        year, band = int(dot["year"]), dot["band"]
        near = dots[dots["band"].eq(band) & dots["year"].between(year - reach, year + reach)]
        ends = {at: [rows.of(band, slot) for slot in part["slot"]] for at, part in near.groupby("year")}
        down = band in ("inward", "beyond")
        own = min(ends[year]) - 0.55 if down else max(ends[year]) + 0.55
        words = min(map(min, ends.values())) - 1.25 if down else max(map(max, ends.values())) + 1.25
        side = "left" if year - years[0] < reach else "right" if years[1] - year < reach else "center"
        figure.add_annotation(
            x=year,
            y=own,
            ax=year,
            ay=words,
            axref="x",
            ayref="y",
            xanchor=side,
            text=plain(mark.label),
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=SECOND,
            font={"size": 12, "color": TEXT},
            bgcolor="rgba(255,255,255,0.85)",
            borderpad=1,
        )
