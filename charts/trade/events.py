"""Trade: records by what came of them, single figures as points, and places side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts.records import dots as language
from charts.theme import BLUE, GREY, GROUND, RULE, TEXT, blank, plain, wrapped, year_axis


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
    figure.update_yaxes(rangemode="tozero", nticks=6, tickprefix=tick[0], ticksuffix=f"{tick[1]} ")
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
        unselected={"marker": {"opacity": 0.6}, "textfont": {"color": TEXT}},
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
            unselected={"marker": {"opacity": 0.6}, "textfont": {"color": TEXT}},
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
    figure.update_xaxes(range=[0, float(drawn["value"].max()) * (1.4 if narrow else 1.2)], visible=False)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"size": 14}, ticksuffix="  ")
    return figure
