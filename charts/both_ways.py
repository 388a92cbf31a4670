"""Signature chart 1: one dot is one record, by year and direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.theme import GROUND, PALE, SECOND, TEXT, TINT, blank, plain, sector_colour, wrapped, year_axis, year_ticks

BANDS = ("outward", "both", "inward", "beyond")
_SYMBOLS = {"dot": "circle", "ring": "circle-open", "diamond": "diamond-open"}
_COLUMNS_A_LABEL = 8  # a label is about an eighth of the axis wide on either side of its year
_GAP = 1.6  # empty rows between two bands, in dots: room for the band's name


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Point at one record with a few words; the record must be among the dots to be drawn."""

    record: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Span:
    """Tint a run of years, with a word."""

    start: float
    end: float
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
    height = {band: max(2, int(dots.loc[dots["band"].eq(band), "slot"].max() + 1)) if dots["band"].eq(band).any() else 2 for band in BANDS}
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
    figure = blank(max(380, round(span * 17)), l=8, r=8, t=8, b=30)
    if turned:
        figure = blank(70 + 23 * (years[1] - years[0] + 1), l=38, r=4, t=64, b=8)
        figure.update_yaxes(range=reach[::-1], tickvals=year_ticks(*years, 1), showgrid=False, tickfont={"size": 12})
        figure.update_xaxes(range=[-rows.highest, -rows.lowest], visible=False)
    else:
        year_axis(figure, *years, step=_step(years))
        figure.update_yaxes(range=[rows.lowest, rows.highest], visible=False)
    _grounds(figure, tints, empty, unfinished, turned)
    for shape, part in dots.assign(hover=[wrapped(text) for text in hovers]).groupby("shape", sort=False):
        heights = [rows.of(band, slot) for band, slot in zip(part["band"], part["slot"], strict=True)]
        colours = [sector_colour(sector) for sector in part["sector"]]
        along, across = part["year"].tolist(), heights
        figure.add_scatter(
            x=[-h for h in across] if turned else along,
            y=along if turned else across,
            mode="markers",
            name=str(shape),
            marker={
                "symbol": _SYMBOLS[str(shape)],
                "color": colours,
                "size": 11 if turned else 13,
                "line": {"width": 0.8 if shape == "dot" else 2.2, "color": GROUND if shape == "dot" else colours},
            },
            customdata=[[record] for record in part["id"]],
            text=part["hover"].tolist(),
            hovertemplate="%{text}<extra></extra>",
            unselected={"marker": {"opacity": 0.35}},
        )
    _band_names(figure, rows, bands, years, turned)
    if not turned:
        _marks(figure, dots, rows, marks, years)
    return figure


def _step(years: tuple[int, int]) -> int:
    return 1 if years[1] - years[0] < 12 else 5


def _grounds(figure: go.Figure, tints: Sequence[Span], empty: Sequence[int], unfinished: Span | None, turned: bool) -> None:
    """Lay the tinted, hatched and unfinished years beneath the dots."""

    def strip(start: float, end: float, **looks: object) -> None:
        where = {"y0": start, "y1": end, "x0": 0, "x1": 1, "xref": "paper"} if turned else {"x0": start, "x1": end, "y0": 0, "y1": 1, "yref": "paper"}
        figure.add_shape(type="rect", layer="below", line={"width": 0}, **where, **looks)

    def word(text: str, at: float) -> None:
        where = {"y": at, "x": 1, "xref": "paper", "xanchor": "right"} if turned else {"x": at, "y": 0, "yref": "paper", "yanchor": "bottom"}
        figure.add_annotation(text=plain(text), showarrow=False, font={"size": 12, "color": SECOND}, **where)

    for tint in tints:
        strip(tint.start - 0.5, tint.end + 0.5, fillcolor=TINT)
        word(tint.label, (tint.start + tint.end) / 2)
    for year in empty:
        if unfinished is None or year != round(unfinished.start):
            _hatch(figure, year - 0.5, year + 0.5, turned)
    if unfinished is not None:
        _hatch(figure, unfinished.start - 0.5, unfinished.start + 0.5, turned)
        line = {"color": SECOND, "width": 1.2, "dash": "dot"}
        at = unfinished.end
        if turned:
            figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=at, y1=at, line=line)
        else:
            figure.add_shape(type="line", x0=at, x1=at, y0=0, y1=1, yref="paper", line=line)


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
        marker={"color": GROUND, "line": {"width": 0}, "pattern": {"shape": "/", "fgcolor": "#C6CBD0", "bgcolor": PALE, "size": 7, "solidity": 0.16}},
        name="hatch",
        hoverinfo="skip",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _band_names(figure: go.Figure, rows: _Rows, bands: Mapping[str, str], years: tuple[int, int], turned: bool) -> None:
    for band, name in bands.items():
        if turned:
            anchor = {"outward": (0, "left"), "both": (None, "center")}.get(band, (1, "right"))
            at = {"x": -(rows.height["both"] - 1) / 2} if anchor[0] is None else {"x": anchor[0], "xref": "paper"}
            figure.add_annotation(**at, y=1, yref="paper", yanchor="bottom", xanchor=anchor[1], align=anchor[1], text=name, showarrow=False, font={"size": 13})
        else:
            tops = {"outward": rows.base["outward"] + rows.height["outward"], "both": rows.base["both"] + rows.height["both"]}
            bottoms = {"inward": rows.base["inward"] - rows.height["inward"], "beyond": rows.base["beyond"] - rows.height["beyond"]}
            at_y = tops[band] - 0.2 if band in tops else bottoms[band] + 0.4
            figure.add_annotation(
                x=years[0] - 0.6, y=at_y, text=name, showarrow=False, xanchor="left", yanchor="middle", font={"size": 15}, bgcolor="rgba(255,255,255,0.8)"
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
