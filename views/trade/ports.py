"""The charts of the two ports: containers away, cargo at home."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import charts.trade.events
import charts.trade.lines
import queries.trade
from cards import Chart, KeyMark
from cards.palette import BLUE
from views.trade.charts import LINE, alt, number, stepped, two_ways
from views.trade.figures import TradeFigures

MILLION = 1_000_000
_EXACT = ("as_published", "rounded", "derived")


def port_away(figures: TradeFigures, span: tuple[int, int]) -> Chart | None:
    """Draw the containers of the port away: figures of several publishers, so points."""
    words, every = figures.words, figures.panel("trade_port_away")
    drawn = figures.marked(every.dropna(subset=["value"]), "trade_port_away", "trade.hover")
    if drawn["year"].nunique() < LINE:
        return None
    rows = drawn.to_dict("records")
    values = [_short(figures, row) for row in rows]
    ends = (0, len(rows) - 1)
    name = words.of(rows[0], "short_name")
    first, last = rows[0]["period"], rows[-1]["period"]
    heading = words(
        f"trade.port_away.heading_{'one' if first == last else 'two'}",
        port=name,
        a=values[0],
        b=values[-1],
        first=first,
        last=last,
    )
    exactness = {True: words("trade.port_away.exact"), False: words("trade.port_away.open")}
    draw = partial(
        charts.trade.events.points,
        stepped(words, drawn.assign(value=drawn["value"] / MILLION), MILLION),
        years=span,
        labels=[
            value if row["status"] == "more_than" or index in ends else ""
            for index, (value, row) in enumerate(zip(values, rows, strict=True))
        ],
        exact=[row["status"] in _EXACT for row in rows],
        exactness=exactness,
        number=number(words, "million"),
    )
    return Chart(
        key="trade_port_away",
        heading=heading,
        subtitle=words("trade.port_away.subtitle", first=first, last=last),
        draw=draw,
        alt=words("trade.port_away.alt", port=name, n=len(rows), a=values[0], b=values[-1], first=first, last=last),
        table=figures.table(every, words("trade.port_away.caption", port=name)),
        sources=figures.sources(every),
        up_to=figures.up_to(every),
        copy=figures.copied(heading, drawn.iloc[[0, -1]]),
        marks=(
            KeyMark(shape="dot", colour=BLUE, label=exactness[True]),
            KeyMark(shape="ring", colour=BLUE, label=exactness[False]),
        ),
        notes=figures.notes(words("trade.port_away.note"), figures.cautions(every)),
        picked=figures.picked(every, "trade_port_away"),
    )


def _short(figures: TradeFigures, row: Mapping[Any, Any]) -> str:
    number = figures.words("trade.short.million", value=figures.number(round(row["value"] / MILLION, 2), MILLION))
    return figures.words(f"figure.{row['status']}", value=number)


def port_home(figures: TradeFigures, span: tuple[int, int]) -> Chart | None:
    """Draw the home port's cargo from and to Asia; all its cargo is left to the table."""
    words, every = figures.words, figures.panel("trade_port_home")
    drawn = queries.trade.ways(
        figures.marked(every, "trade_port_home", "trade.hover"), {"port_tonnage_asia": ""}, divide=1000
    )
    if drawn["year"].nunique() < LINE:
        return None
    port = words.of(drawn.iloc[0].to_dict(), "geography")
    names = {way: words(f"trade.port_home.{way}") for way in ("inward", "outward")}
    first, last = str(drawn["year"].min()), str(drawn["year"].max())
    draw = partial(
        charts.trade.lines.releases,
        stepped(words, drawn, MILLION),
        years=span,
        parts={"all": ""},
        names=names,
        number=number(words, "million"),
        ends=words("trade.ends", year=last),
    )
    tonnes = drawn.assign(value=(drawn["value"] * 1000).round() * 1000)
    heading = two_ways(words, tonnes, ("inward", "outward"), "trade.port_home.heading", 1, 0, port=port)
    heading = heading or words("trade.port_home.heading_none", port=port)
    return Chart(
        key="trade_port_home",
        heading=heading,
        subtitle=words("trade.port_home.subtitle", first=first, last=last),
        draw=draw,
        alt=alt(figures, drawn, "trade.port_home.alt", {"all": ""}, names, scale=MILLION, port=port),
        table=figures.table(every, words("trade.port_home.caption")),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(figures.cautions(drawn), words("trade.port_home.note")),
        picked=figures.picked(every, "trade_port_home"),
    )
