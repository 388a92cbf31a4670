"""Trade: records by what came of them, single figures as points, and places side by side."""

from collections.abc import Mapping, Sequence
from itertools import cycle

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Number, Role
from cards.palette import BLUE, GREY, GROUND, RULE, TEXT
from charts.canvas import Canvas
from charts.records.dots import draw, grounds
from charts.theme import VEIL, outline, pointed, safe, wrap
from charts.years import Span, step, whole


def by_status(
    dots: pd.DataFrame,
    *,
    years: tuple[int, int],
    bands: Mapping[str, str],
    hovers: Sequence[str],
    series: Sequence[str],
    spans: Sequence[Span] = (),
    empty: Sequence[int] = (),
    unfinished: Span | None = None,
    narrow: bool = False,
) -> go.Figure:
    """Draw one dot for each trade record: x is the year, the band what came of it, the colour its sector.

    `dots` is queries.trade.dots; `hovers` speaks for its rows in order, `series` names the kind of each; `bands` names each status that is held,
    from the top. `empty` years are hatched, `unfinished` marks the year that still runs. `narrow` is for a phone:
    a band's name stands above its dots. A dot's custom value is its record.
    """
    gap, unit, margin = (1.9, 15, 8) if narrow else (1.1, 18, 176)
    highest = dots.groupby("band")["slot"].max()
    base: dict[str, float] = {}
    floor = 0.0
    for band in bands:
        floor -= int(highest[band] + 1) + gap
        base[band] = floor
    lowest = floor - 1.6  # room for the names of the spans of years
    canvas = Canvas(Kind.DOTS, max(180, round(-lowest * unit)) + 38, l=margin, r=8, t=8, b=30)
    canvas.years("x", **whole(years, step(years)))
    canvas.axis("y", range=[lowest, 0], visible=False)
    grounds(canvas, spans, empty, unfinished)
    for band, name in bands.items():
        canvas.line(Role.RULE, (0, 1), (base[band], base[band]), xref="paper", line={"color": RULE, "width": 1})
        over = {"x": 0, "xanchor": "left", "y": base[band] + highest[band] + 1.7}
        beside = {"x": 0, "xanchor": "right", "xshift": -10, "y": base[band] + 0.5}
        looks = {"font": {"size": 13 if narrow else 15}, "bgcolor": VEIL}
        canvas.words(Role.ROW, name, xref="paper", yanchor="middle", **looks, **(over if narrow else beside))
    heights = [base[band] + slot + 0.6 for band, slot in zip(dots["band"], dots["slot"], strict=True)]
    size = 10 if narrow else 13
    draw(canvas, dots, x=dots["year"].tolist(), y=heights, hovers=hovers, series=series, size=size)
    return canvas.figure()


def points(
    figures: pd.DataFrame,
    *,
    years: tuple[int, int],
    labels: Sequence[str],
    exact: Sequence[bool],
    exactness: Mapping[bool, str],
    number: Number,
    narrow: bool = False,
) -> go.Figure:
    """Draw single figures of several publishers as points, never joined; those not exact are open.

    `figures` has year, value, hover and pick; `labels` (blank for none) and `exact` follow its rows,
    `exactness` words both kinds, `number` writes the values. On a phone
    (`narrow`) only the first and last are labelled. A point's custom value is its pick.
    """
    last = len(labels) - 1
    shown = [label if not narrow or index in (0, last) else "" for index, label in enumerate(labels)]
    side = cycle(("bottom right", "top left"))
    canvas = Canvas(Kind.LINES, 320, l=8, r=24, t=24, b=30)
    canvas.years("x", **whole(years, step(years)))
    canvas.values("y", number)
    canvas.scatter(
        Role.DOTS,
        series=[exactness[sure] for sure in exact],
        number=number,
        x=figures["year"].tolist(),
        y=figures["value"].astype(float).tolist(),
        text=[safe(label) for label in shown],
        textposition=[
            "top center" if index == last > 0 else next(side) if label else "top center"
            for index, label in enumerate(shown)
        ],
        textfont={"size": 13, "color": TEXT},
        **pointed(figures["pick"], map(wrap, figures["hover"]), at="hovertext", words=TEXT),
        name="points",
        mode="markers+text",
        marker={
            "symbol": ["circle" if sure else "circle-open" for sure in exact],
            "size": 9,
            "color": BLUE,
            "line": outline(BLUE),
        },
        cliponaxis=False,
    )
    return canvas.figure()


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
    drawn = figures.assign(text=list(texts))
    deep = 40 + 34 * drawn["geography"].nunique()
    canvas = Canvas(Kind.BARS, deep * (len(ways) if narrow else 1) + 8, l=8, r=8, t=30, b=8)
    axes = canvas.rows(len(ways), 0.12) if narrow else canvas.columns(len(ways), 0.04)
    reach = [0, float(drawn["value"].max()) * (1.4 if narrow else 1.2)]
    for (x, y), (way, title) in zip(axes, ways.items(), strict=True):
        panel = drawn[drawn["way"].eq(way)]
        canvas.bars(
            Role.BARS,
            series=title,
            x=panel["value"].astype(float).tolist(),
            y=[safe(names[name]) for name in panel["geography"]],
            orientation="h",
            text=[safe(text) for text in panel["text"]],
            textposition="outside",
            textfont={"size": 14, "color": TEXT},
            **pointed(panel["pick"], map(wrap, panel["hover"]), at="hovertext", words=TEXT),
            name=way,
            width=0.62,
            marker={
                "color": [BLUE if name == focus else GREY for name in panel["geography"]],
                "line": {"color": GROUND},
            },
            cliponaxis=False,
            xaxis=x,
            yaxis=y,
        )
        canvas.heading((x, y), f"<b>{safe(title)}</b>")
        canvas.axis(x, range=reach, visible=False)
        canvas.axis(y, autorange="reversed", showgrid=False, tickfont={"size": 14}, ticksuffix="  ")
        if y != "y" and not narrow:
            canvas.axis(y, matches="y", showticklabels=False)
    return canvas.figure()
