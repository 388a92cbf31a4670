"""The charts of trade figures: between the countries, places side by side, the two ports, investment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

import charts.theme
import charts.trade
import queries.trade
from cards import Chart, KeyMark
from texts import Words
from views.trade_figures import Figures

LOCAL = {"goods_exports_china_local": "exports", "goods_imports_china_local": "imports"}
_LINE = 2  # fewer years than these are read in a table
_EXACT = ("as_published", "rounded", "derived")


def country(figures: Figures, span: tuple[int, int]) -> Chart | None:
    """Draw goods and services between the countries: one release a line, later figures as single marks."""
    words, every = figures.words, figures.figures("trade_country")
    drawn = queries.trade.country(figures.marked(every, "trade_country", "trade.hover_release"))
    if drawn["year"].nunique() < _LINE:
        return None
    lines = drawn[drawn["shape"].eq("line")]
    parts = [part for part in ("goods", "services") if part in set(drawn["part"])]
    ways = [way for way in ("imports", "exports") if way in set(drawn["way"])]
    looks: dict[str, Any] = {
        "years": span,
        "parts": {part: words(f"trade.country.{part}") for part in parts},
        "names": {way: words(f"trade.way.{way}") for way in ways},
        "labels": [_release(words, row) for row in drawn.to_dict("records")],
        "tick": _tick(words, "gbp_billion"),
        "ends": words("trade.ends", year=str(lines["year"].max())) if len(lines) else "",
    }
    said = {part: queries.trade.quotable(drawn[drawn["part"].eq(part)]) for part in parts}
    heading = _country_sentence(words, said, "goods") or words("trade.country.heading_single")
    marks = [_line_mark(words, way, place) for place, way in enumerate(ways)]
    marks += [
        KeyMark(shape=shape, colour=charts.theme.SECOND, label=words(f"trade.country.{kind}"))
        for kind, shape in (("point", "ring"), ("customs", "diamond"))
        if drawn["shape"].eq(kind).any()
    ]
    return Chart(
        key="trade_country",
        heading=heading,
        subtitle=words("trade.country.subtitle", first=str(every["year"].min()), last=str(every["year"].max())),
        figure=charts.trade.lines(drawn, **looks),
        narrow=charts.trade.lines(drawn, **looks, narrow=True),
        alt=_alt(figures, drawn, "trade.country.alt", looks["parts"], looks["names"]),
        summary=_country_sentence(words, said, "services"),
        table=figures.table(every, words("trade.country.caption")),
        sources=figures.sources(every),
        up_to=figures.up_to(every),
        copy=figures.copied(heading, lines if len(lines) else drawn),
        marks=tuple(marks),
        notes=figures.notes(every, words("trade.country.note"), figures.cautions(drawn)),
        selects=True,
        picked=figures.picked(every, "trade_country"),
    )


def _country_sentence(words: Words, said: Mapping[str, pd.DataFrame], part: str) -> str:
    ends = said.get(part, pd.DataFrame())
    if not {"imports", "exports"} <= set(ends.index):
        return ""
    bought, sold = ends.loc["imports"], ends.loc["exports"]
    slots = {
        "first": str(int(bought["first_year"])),
        "last": str(int(bought["last_year"])),
        "a": words.number(bought["first_value"], places=1),
        "b": words.number(bought["last_value"], places=1),
        "c": words.number(sold["first_value"], places=1),
        "d": words.number(sold["last_value"], places=1),
    }
    return words(f"trade.country.{part}_{'one' if slots['first'] == slots['last'] else 'two'}", **slots)


def _release(words: Words, row: Mapping[Any, Any]) -> str:
    given = str(row["vintage_figure"])[:4]
    return words("trade.release", year=given) if row["shape"] == "point" and given.isdigit() else ""


def _tick(words: Words, unit: str) -> tuple[str, str]:
    before, _, after = words(f"trade.tick.{unit}", value="|").partition("|")
    return before, after


def _line_mark(words: Words, way: str, place: int) -> KeyMark:
    return KeyMark(shape="line", colour=charts.trade.WAYS[place], label=words(f"trade.way.{way}"))


def _alt(
    figures: Figures, drawn: pd.DataFrame, key: str, parts: Mapping[str, str], names: Mapping[str, str], **slots: str
) -> str:
    """Describe a chart of lines: what each holds first and last, and how many single figures stand beside them."""
    words, said = figures.words, []
    for part, title in parts.items():
        for way, name in names.items():
            line = drawn[drawn["part"].eq(part) & drawn["way"].eq(way) & drawn["shape"].eq("line")]
            held = line.dropna(subset=["value"])
            if held.empty:
                continue
            first, last = held.iloc[0], held.iloc[-1]
            said.append(
                words(
                    "trade.alt_line",
                    name=f"{title}, {name}" if title else name,
                    a=figures.number(round(float(first["value"]), 1)),
                    b=figures.number(round(float(last["value"]), 1)),
                    first=str(first["year"]),
                    last=str(last["year"]),
                )
            )
    singles = int(drawn["shape"].ne("line").sum())
    if singles:
        said.append(words("trade.alt_singles", n=singles))
    return " ".join([words(key, **slots), *said])


def places(figures: Figures) -> Chart | None:
    """Draw the home area beside its neighbours: goods sold and bought in the one year held."""
    words = figures.words
    drawn, focus = queries.trade.places(
        figures.marked(figures.figures("trade_region"), "trade_places", "trade.hover"), LOCAL
    )
    if drawn.empty:
        return None
    names = {row["geography"]: words.of(row, "geography") for row in drawn.to_dict("records")}
    of_focus = drawn[drawn["geography"].eq(focus)].set_index("way")
    values = [figures.value(row) for row in drawn.to_dict("records")]
    worded = dict(zip(drawn["id_figure"], values, strict=True))
    sold, bought = (worded[of_focus.loc[way, "id_figure"]] for way in ("exports", "imports"))
    year = str(of_focus["period"].iloc[0])
    looks: dict[str, Any] = {
        "focus": focus,
        "ways": {way: words(f"trade.places.{way}") for way in ("exports", "imports")},
        "names": names,
        "texts": values,
    }
    heading = words("trade.places.heading", place=names[focus], sold=sold, bought=bought, year=year)
    listed = [
        words("trade.places.alt_one", name=name, value=value)
        for name, value in zip(drawn["short_name"], values, strict=True)
    ]
    return Chart(
        key="trade_places",
        heading=heading,
        subtitle=words("trade.places.subtitle", place=names[focus], year=year),
        figure=charts.trade.places(drawn, **looks),
        narrow=charts.trade.places(drawn, **looks, narrow=True),
        alt=words("trade.places.alt", year=year, list=words.listed(listed)),
        table=figures.table(drawn, words("trade.places.caption", year=year)),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(
            drawn, words("trade.places.note", year=year), figures.cautions(drawn[drawn["geography"].eq(focus)])
        ),
        selects=True,
        picked=figures.picked(drawn, "trade_places"),
    )


def port_away(figures: Figures, span: tuple[int, int]) -> Chart | None:
    """Draw the containers of the port away: figures of several publishers, so points."""
    words, every = figures.words, figures.figures("trade_port_away")
    drawn = figures.marked(every.dropna(subset=["value"]), "trade_port_away", "trade.hover")
    if drawn["year"].nunique() < _LINE:
        return None
    rows = drawn.to_dict("records")
    short = [_short(figures, row) for row in rows]
    ends = (0, len(rows) - 1)
    shown = [
        text if row["status"] == "more_than" or place in ends else ""
        for place, (text, row) in enumerate(zip(short, rows, strict=True))
    ]
    name = words.of(rows[0], "short_name")
    first, last = rows[0]["period"], rows[-1]["period"]
    heading = words(
        f"trade.port_away.heading_{'one' if first == last else 'two'}",
        port=name,
        a=short[0],
        b=short[-1],
        first=first,
        last=last,
    )
    looks: dict[str, Any] = {
        "years": span,
        "labels": shown,
        "exact": [row["status"] in _EXACT for row in rows],
        "tick": _tick(words, "million"),
    }
    in_millions = drawn.assign(value=drawn["value"] / 1_000_000)
    return Chart(
        key="trade_port_away",
        heading=heading,
        subtitle=words("trade.port_away.subtitle", port=name, first=first, last=last),
        figure=charts.trade.points(in_millions, **looks),
        narrow=charts.trade.points(in_millions, **looks, narrow=True),
        alt=words("trade.port_away.alt", port=name, n=len(rows), a=short[0], b=short[-1], first=first, last=last),
        table=figures.table(every, words("trade.port_away.caption", port=name)),
        sources=figures.sources(every),
        up_to=figures.up_to(every),
        copy=figures.copied(heading, drawn.iloc[[0, -1]]),
        marks=(
            KeyMark(shape="dot", colour=charts.theme.BLUE, label=words("trade.port_away.exact")),
            KeyMark(shape="ring", colour=charts.theme.BLUE, label=words("trade.port_away.open")),
        ),
        notes=figures.notes(every, words("trade.port_away.note"), figures.cautions(every)),
        selects=True,
        picked=figures.picked(every, "trade_port_away"),
    )


def _short(figures: Figures, row: Mapping[Any, Any]) -> str:
    number = figures.words("trade.tick.million", value=figures.number(round(row["value"] / 1_000_000, 2)))
    return figures.words(f"figure.{row['status']}", value=number)


def port_home(figures: Figures, span: tuple[int, int]) -> Chart | None:
    """Draw the home port's cargo from and to Asia; all its cargo is left to the table."""
    words, every = figures.words, figures.figures("trade_port_home")
    drawn = queries.trade.ways(
        figures.marked(every, "trade_port_home", "trade.hover"), {"port_tonnage_asia": ""}, divide=1000
    )
    if drawn["year"].nunique() < _LINE:
        return None
    port = words.of(drawn.iloc[0].to_dict(), "geography")
    names = {way: words(f"trade.port_home.{way}") for way in ("inward", "outward")}
    looks: dict[str, Any] = {
        "years": span,
        "parts": {"all": ""},
        "names": names,
        "tick": _tick(words, "million"),
        "ends": words("trade.ends", year=str(drawn["year"].max())),
    }
    ends = queries.trade.quotable(drawn.assign(value=(drawn["value"] * 1000).round() * 1000))
    heading = _two_ways(words, ends, ("inward", "outward"), "trade.port_home.heading", places=0, port=port)
    first, last = str(drawn["year"].min()), str(drawn["year"].max())
    return Chart(
        key="trade_port_home",
        heading=heading,
        subtitle=words("trade.port_home.subtitle", port=port, first=first, last=last),
        figure=charts.trade.lines(drawn, **looks),
        narrow=charts.trade.lines(drawn, **looks, narrow=True),
        alt=_alt(figures, drawn, "trade.port_home.alt", looks["parts"], names, port=port),
        table=figures.table(every, words("trade.port_home.caption")),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(drawn, figures.cautions(drawn), words("trade.port_home.note")),
        selects=True,
        picked=figures.picked(every, "trade_port_home"),
    )


def _two_ways(words: Words, ends: pd.DataFrame, ways: tuple[str, str], key: str, *, places: int, **slots: str) -> str:
    """Say the first and last values of two ways; without them only what the chart is about."""
    if not set(ways) <= set(ends.index):
        return words(f"{key}_none", **slots)
    (a, b), (c, d) = (
        [words.number(ends.loc[way, name], places=places) for name in ("first_value", "last_value")] for way in ways
    )
    first, last = (str(int(ends.loc[ways[0], name])) for name in ("first_year", "last_year"))
    return words(f"{key}_{'one' if first == last else 'two'}", a=a, b=b, c=c, d=d, first=first, last=last, **slots)


def investment(figures: Figures) -> Chart | None:
    """Draw investment held and the net flow of the year; a withheld year breaks the line."""
    words, every = figures.words, figures.figures("trade_investment")
    measures = {"fdi_position_china": "held", "fdi_flow_china": "net"}
    drawn = queries.trade.ways(figures.marked(every, "trade_investment", "trade.hover"), measures, divide=1000)
    if drawn.dropna(subset=["value"])["year"].nunique() < _LINE:
        return None
    names = {way: words(f"trade.investment.{way}") for way in ("held", "net")}
    first, last = int(drawn["year"].min()), int(drawn["year"].max())
    withheld = drawn[drawn["value"].isna()].groupby("year")["way"].agg(list)
    looks: dict[str, Any] = {
        "years": (first, last),
        "parts": {"all": ""},
        "names": names,
        "tick": _tick(words, "gbp_billion"),
        "gaps": {
            int(year): words(
                "trade.investment.withheld", what=words.listed(words(f"trade.investment.{way}_short") for way in ways)
            )
            for year, ways in withheld.items()
        },
    }
    held = queries.trade.quotable(drawn[drawn["way"].eq("held")])
    heading = _two_ways(words, held, ("held", "held"), "trade.investment.heading", places=1)
    return Chart(
        key="trade_investment",
        heading=heading,
        subtitle=words("trade.investment.subtitle", first=str(first), last=str(last)),
        figure=charts.trade.lines(drawn, **looks),
        narrow=charts.trade.lines(drawn, **looks, narrow=True),
        alt=_alt(figures, drawn, "trade.investment.alt", looks["parts"], names),
        table=figures.table(every, words("trade.investment.caption")),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(drawn, words("trade.investment.note"), figures.cautions(drawn)),
        selects=True,
        picked=figures.picked(every, "trade_investment"),
    )
