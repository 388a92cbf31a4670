"""Trade: records by what came of them, lines of one release each, single figures, and places side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts import dots as language
from charts.theme import BLUE, GREY, GROUND, RULE, SECOND, TEAL, TEXT, blank, plain, wrapped, year_axis

WAYS = (BLUE, TEAL)  # the two ways of a flow, in the order they are named
_SYMBOLS = {"point": "circle-open", "customs": "diamond-open"}
_HOVER = "%{text}<extra></extra>"


def by_status(
    dots: pd.DataFrame,
    *,
    years: tuple[int, int],
    bands: Mapping[str, str],
    hovers: Sequence[str],
    tints: Sequence[language.Span] = (),
    empty: Sequence[int] = (),
    unfinished: language.Span | None = None,
    narrow: bool = False,
) -> go.Figure:
    """Draw one dot for each trade record: x is the year, the band what came of it, the colour its sector.

    `dots` is queries.trade.dots; `hovers` speaks for its rows in order; `bands` names each status that is held,
    from the top. `empty` years are hatched, `unfinished` marks the year that still runs. `narrow` is for a phone:
    a band's name stands above its dots. A dot's custom value is its record.
    """
    gap, unit, margin = (1.9, 15, 8) if narrow else (1.1, 18, 176)
    base: dict[str, float] = {}
    floor = 0.0
    for band in bands:
        height = int(dots.loc[dots["band"].eq(band), "slot"].max() + 1)
        floor -= height + gap
        base[band] = floor
    lowest = floor - 1.6  # room for the words of the tinted years
    figure = blank(max(180, round(-lowest * unit)) + 38, l=margin, r=8, t=8, b=30)
    year_axis(figure, *years, step=language.step(years))
    figure.update_yaxes(range=[lowest, 0], visible=False)
    language.grounds(figure, tints, empty, unfinished)
    for band, name in bands.items():
        figure.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=base[band], y1=base[band], line={"color": RULE, "width": 1}
        )
        over = {"x": 0, "xanchor": "left", "y": base[band] + dots.loc[dots["band"].eq(band), "slot"].max() + 1.7}
        beside = {"x": 0, "xanchor": "right", "xshift": -10, "y": base[band] + 0.5}
        figure.add_annotation(
            **(over if narrow else beside),
            xref="paper",
            yanchor="middle",
            text=name,
            showarrow=False,
            font={"size": 13 if narrow else 15},
            bgcolor="rgba(255,255,255,0.85)",
        )
    language.draw(
        figure,
        dots,
        x=dots["year"].tolist(),
        y=[base[band] + slot + 0.6 for band, slot in zip(dots["band"], dots["slot"], strict=True)],
        hovers=hovers,
        size=10 if narrow else 13,
    )
    return figure


def lines(
    figures: pd.DataFrame,
    *,
    years: tuple[int, int],
    parts: Mapping[str, str],
    names: Mapping[str, str],
    tick: tuple[str, str],
    labels: Sequence[str] = (),
    ends: str = "",
    gaps: Mapping[int, str] = {},
    narrow: bool = False,
) -> go.Figure:
    """Draw lines of one release each, and single figures of other releases beside them, never joined.

    `figures` has part, way, shape (line, point, customs), year, value, hover and pick; a blank value breaks its
    line. `parts` titles the panels from the top, each on a scale of its own from zero; `names` names the ways;
    `labels` stand beside single figures, in the order of the rows. `ends` says where the release ends, `gaps` why a year is blank, and
    `tick` stands before and after each number of the axis. A mark's custom value is its pick.
    """
    drawn = figures.assign(hover=[wrapped(text) for text in figures["hover"]], label=list(labels) or "")
    last = int(drawn.loc[drawn["shape"].eq("line"), "year"].max()) if drawn["shape"].eq("line").any() else years[1]
    crowded = drawn["shape"].ne("line").any()  # single figures stand where a line's end would be named
    right = 8 if crowded or years[1] - last > 4 else 112
    height = (250 if narrow else 270) * len(parts) + 40
    figure = blank(height, l=8, r=right, t=30 if any(parts.values()) else 14, b=30)
    make_subplots(rows=len(parts), cols=1, shared_xaxes=True, vertical_spacing=0.13, figure=figure)
    year_axis(figure, *years, step=language.step(years) if not narrow else max(language.step(years), 3))
    figure.update_yaxes(rangemode="tozero", nticks=6, tickprefix=tick[0], ticksuffix=tick[1], zeroline=True)
    figure.update_yaxes(zerolinecolor=SECOND, zerolinewidth=1)
    for row, (part, title) in enumerate(parts.items(), 1):
        panel = drawn[drawn["part"].eq(part)]
        for colour, (way, name) in zip(WAYS, names.items(), strict=False):
            of_way = panel[panel["way"].eq(way)]
            _line(figure, of_way[of_way["shape"].eq("line")], row, colour)
            _singles(figure, of_way[of_way["shape"].ne("line")], row, colour, narrow=narrow)
            _name(figure, panel, way, plain(name), row, at_end=not crowded)
        if title:
            figure.add_annotation(
                x=0,
                xref="x domain" if row == 1 else f"x{row} domain",
                xanchor="left",
                xshift=-4,
                y=1,
                yref="y domain" if row == 1 else f"y{row} domain",
                yanchor="bottom",
                yshift=4,
                text=f"<b>{plain(title)}</b>",
                showarrow=False,
                font={"size": 15},
            )
    if ends and years[0] <= last < years[1]:
        _ends(figure, last, plain(ends), len(parts))
    for year, why in gaps.items():
        figure.add_annotation(
            x=year, y=0, yanchor="bottom", text=wrapped(why, 10), showarrow=False, font={"size": 12, "color": SECOND}
        )
    return figure


def _line(figure: go.Figure, part: pd.DataFrame, row: int, colour: str) -> None:
    """Draw one release's line; a year with no value breaks it."""
    if part.empty:
        return
    held = part.set_index("year")
    whole = held.reindex(range(int(held.index.min()), int(held.index.max()) + 1))
    figure.add_scatter(
        x=whole.index.tolist(),
        y=[None if pd.isna(value) else float(value) for value in whole["value"]],
        customdata=[[name] for name in whole["pick"].fillna("")],
        text=whole["hover"].fillna("").tolist(),
        name=str(part["way"].iloc[0]),
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5},
        marker={"size": 6, "color": colour},
        hovertemplate=_HOVER,
        unselected={"marker": {"opacity": 0.6}},
        row=row,
        col=1,
    )


def _singles(figure: go.Figure, part: pd.DataFrame, row: int, colour: str, *, narrow: bool) -> None:
    """Draw single figures as open marks, never joined."""
    for shape, marks in part.groupby("shape", sort=False):
        sides = ["bottom right"] * (len(marks) - 1) + ["top right"]
        figure.add_scatter(
            x=marks["year"].tolist(),
            y=marks["value"].astype(float).tolist(),
            customdata=[[name] for name in marks["pick"]],
            text=[plain(label) for label in marks["label"]],
            hovertext=marks["hover"].tolist(),
            name=f"{marks['way'].iloc[0]}, {shape}",
            mode="markers" if narrow or not marks["label"].any() else "markers+text",
            textposition=sides,
            textfont={"size": 12, "color": SECOND},
            marker={
                "symbol": _SYMBOLS[str(shape)],
                "size": 9,
                "color": colour,
                "line": {"width": 2.2, "color": colour},
            },
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
            row=row,
            col=1,
        )


def _name(figure: go.Figure, panel: pd.DataFrame, way: str, name: str, row: int, *, at_end: bool) -> None:
    """Name a line beside it: at its end, or in its middle on the side where no other line runs."""
    held = panel[panel["shape"].eq("line")].dropna(subset=["value"]).sort_values("year")
    own = held[held["way"].eq(way)]
    if own.empty:
        return
    spot = own.iloc[-1] if at_end else own.iloc[len(own) // 2]
    upper = spot["value"] >= held.loc[held["year"].eq(spot["year"]), "value"].max()
    beside: dict[str, Any] = {"xanchor": "left", "xshift": 8, "yanchor": "middle"}
    if not at_end:
        beside = {"xanchor": "right", "xshift": -6, "yanchor": "bottom", "yshift": 4}
        if not upper:
            beside = {"xanchor": "left", "xshift": 8, "yanchor": "top", "yshift": -6}
    figure.add_annotation(
        x=int(spot["year"]),
        y=float(spot["value"]),
        text=name,
        showarrow=False,
        font={"size": 14, "color": TEXT},
        row=row,
        col=1,
        **beside,
    )


def _ends(figure: go.Figure, last: int, text: str, rows: int) -> None:
    for row in range(1, rows + 1):
        figure.add_vline(x=last + 0.5, line={"color": SECOND, "width": 1, "dash": "dot"}, row=row, col=1)
    figure.add_annotation(
        x=last + 0.5,
        xanchor="right",
        xshift=-4,
        y=1,
        yref="y domain",
        yanchor="top",
        text=text,
        showarrow=False,
        font={"size": 12, "color": SECOND},
    )


def points(
    figures: pd.DataFrame,
    *,
    years: tuple[int, int],
    labels: Sequence[str],
    exact: Sequence[bool],
    tick: tuple[str, str],
    narrow: bool = False,
) -> go.Figure:
    """Draw single figures of several publishers as points, never joined; those not exact are open.

    `figures` has year, value, hover and pick; `labels` (blank for none) and `exact` follow its rows. On a phone
    (`narrow`) only the first and last are labelled. A point's custom value is its pick.
    """
    shown = [label if not narrow or place in (0, len(labels) - 1) else "" for place, label in enumerate(labels)]
    side = cycle(("bottom right", "top left"))
    figure = blank(320, l=8, r=24, t=24, b=30)
    year_axis(figure, *years, step=language.step(years))
    figure.update_yaxes(rangemode="tozero", nticks=6, tickprefix=tick[0], ticksuffix=tick[1])
    figure.add_scatter(
        x=figures["year"].tolist(),
        y=figures["value"].astype(float).tolist(),
        customdata=[[name] for name in figures["pick"]],
        text=[plain(label) for label in shown],
        textposition=[
            "top center" if place == len(shown) - 1 > 0 else next(side) if label else "top center"
            for place, label in enumerate(shown)
        ],
        textfont={"size": 13, "color": TEXT},
        hovertext=[wrapped(text) for text in figures["hover"]],
        hovertemplate="%{hovertext}<extra></extra>",
        name="points",
        mode="markers+text",
        marker={
            "symbol": ["circle" if sure else "circle-open" for sure in exact],
            "size": 9,
            "color": BLUE,
            "line": {"width": 2.2, "color": BLUE},
        },
        cliponaxis=False,
    )
    return figure


def places(
    figures: pd.DataFrame,
    *,
    focus: str,
    ways: Mapping[str, str],
    names: Mapping[str, str],
    texts: Sequence[str],
    narrow: bool = False,
) -> go.Figure:
    """Draw places as bars from zero, a panel for each way on one scale; the place in focus is coloured.

    `figures` is queries.trade.places; `ways` titles the panels, `names` names the places; `texts`, the
    values at the bars' ends, follow the rows. On a phone (`narrow`) the panels stand one above the other.
    """
    drawn = figures.assign(text=list(texts), hover=[wrapped(text) for text in figures["hover"]])
    rows = list(dict.fromkeys(drawn["geography"]))
    deep = 40 + 34 * len(rows)
    figure = blank(deep * (len(ways) if narrow else 1) + 8, l=8, r=8, t=30, b=8)
    grid = {"rows": len(ways), "cols": 1} if narrow else {"rows": 1, "cols": len(ways)}
    make_subplots(**grid, shared_yaxes=not narrow, horizontal_spacing=0.04, vertical_spacing=0.12, figure=figure)
    for place, (way, title) in enumerate(ways.items(), 1):
        panel = drawn[drawn["way"].eq(way)]
        where = {"row": place, "col": 1} if narrow else {"row": 1, "col": place}
        figure.add_bar(
            x=panel["value"].astype(float).tolist(),
            y=[plain(names[name]) for name in panel["geography"]],
            orientation="h",
            customdata=[[name] for name in panel["pick"]],
            text=[plain(text) for text in panel["text"]],
            textposition="outside",
            textfont={"size": 14, "color": TEXT},
            hovertext=panel["hover"].tolist(),
            hovertemplate="%{hovertext}<extra></extra>",
            name=way,
            width=0.62,
            marker={
                "color": [BLUE if name == focus else GREY for name in panel["geography"]],
                "line": {"color": GROUND},
            },
            cliponaxis=False,
            **where,
        )
        axis = "" if place == 1 else str(place)
        figure.add_annotation(
            x=0,
            xref=f"x{axis} domain",
            xanchor="left",
            y=1,
            yref=f"y{axis} domain",
            yanchor="bottom",
            text=f"<b>{plain(title)}</b>",
            showarrow=False,
            font={"size": 15},
        )
    figure.update_xaxes(range=[0, float(drawn["value"].max()) * 1.2], visible=False)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"size": 14}, ticksuffix="  ")
    return figure
