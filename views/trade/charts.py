"""The charts of trade and investment between the countries, and of places side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

import charts.trade.events
import charts.trade.lines
import queries.trade
from cards import Chart, KeyMark
from cards.figures import Number
from cards.palette import SECOND
from queries.trade import Ends
from texts import Words
from views.trade.figures import TradeFigures

LOCAL = {"goods_exports_china_local": "exports", "goods_imports_china_local": "imports"}
BILLION = 1_000_000_000
_SINGLES = {"point": "ring", "customs": "diamond"}  # single figures, and their marks
LINE = 2  # fewer years than these are read in a table


def country(figures: TradeFigures, span: tuple[int, int]) -> Chart | None:
    """Draw goods and services between the countries: one release a line, later figures as single marks."""
    words, every = figures.words, figures.panel("trade_country")
    drawn = queries.trade.country(figures.marked(every, "trade_country", "trade.hover_release"))
    if drawn["year"].nunique() < LINE:
        return None
    lines = drawn[drawn["shape"].eq("line")]
    parts = [part for part in ("goods", "services") if part in set(drawn["part"])]
    ways = [way for way in ("imports", "exports") if way in set(drawn["way"])]
    looks: dict[str, Any] = {
        "years": span,
        "parts": {part: words(f"trade.country.{part}") for part in parts},
        "names": {way: words(f"trade.way.{way}") for way in ways},
        "labels": [_release(words, row) for row in drawn.to_dict("records")],
        "number": number(words, "gbp_billion"),
        "ends": words("trade.ends", year=str(lines["year"].max())) if len(lines) else "",
        "caution": words("trade.see_note"),
        "singles": {kind: words(f"trade.country.{kind}") for kind in _SINGLES},
    }
    said = {part: queries.trade.quotable(drawn[drawn["part"].eq(part)]) for part in parts}
    heading = _country_sentence(words, said, "goods") or words("trade.country.heading_single")
    marks = [_line_mark(words, way, place) for place, way in enumerate(ways)]
    marks += [
        KeyMark(shape=shape, colour=SECOND, label=looks["singles"][kind])
        for kind, shape in _SINGLES.items()
        if drawn["shape"].eq(kind).any()
    ]
    return Chart(
        key="trade_country",
        panels=True,
        heading=heading,
        subtitle=words("trade.country.subtitle", first=str(every["year"].min()), last=str(every["year"].max())),
        draw=lambda: charts.trade.lines.releases(stepped(words, drawn, BILLION), **looks),
        draw_narrow=lambda: charts.trade.lines.releases(stepped(words, drawn, BILLION), **looks, narrow=True),
        alt=alt(figures, drawn, "trade.country.alt", looks["parts"], looks["names"], scale=BILLION),
        summary=_country_sentence(words, said, "services"),
        table=figures.table(every, words("trade.country.caption")),
        sources=figures.sources(every),
        up_to=figures.up_to(every),
        copy=figures.copied(heading, lines if len(lines) else drawn),
        marks=tuple(marks),
        notes=figures.notes(words("trade.country.note"), figures.cautions(lines)),
        selects=True,
        picked=figures.picked(every, "trade_country"),
    )


def _country_sentence(words: Words, said: Mapping[str, dict[str, Ends]], part: str) -> str:
    ends = said.get(part, {})
    if not {"imports", "exports"} <= ends.keys():
        return ""
    bought, sold = ends["imports"], ends["exports"]
    return words(
        f"trade.country.{part}_{'one' if bought.first_year == bought.last_year else 'two'}",
        first=str(bought.first_year),
        last=str(bought.last_year),
        a=words.large(bought.first, scale=BILLION, places=1),
        b=words.large(bought.last, scale=BILLION, places=1),
        c=words.large(sold.first, scale=BILLION, places=1),
        d=words.large(sold.last, scale=BILLION, places=1),
    )


def _release(words: Words, row: Mapping[Any, Any]) -> str:
    given = str(row["vintage_figure"])[:4]
    return words("trade.release", year=given) if row["shape"] == "point" and given.isdigit() else ""


def number(words: Words, unit: str) -> Number:
    """Say how the numbers of an axis are written."""
    before, _, after = words(f"trade.tick.{unit}", value="|").partition("|")
    return Number(before=before, after=after)


def stepped(words: Words, drawn: pd.DataFrame, scale: int) -> pd.DataFrame:
    """Count values in the steps that the language's axis goes by."""
    return drawn.assign(value=drawn["value"] * words.factor(scale))


def _line_mark(words: Words, way: str, place: int) -> KeyMark:
    return KeyMark(shape="line", colour=charts.trade.lines.WAYS[place], label=words(f"trade.way.{way}"))


def alt(
    figures: TradeFigures,
    drawn: pd.DataFrame,
    key: str,
    parts: Mapping[str, str],
    names: Mapping[str, str],
    *,
    scale: int,
    **slots: str,
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
                    name=words("join.pair", name=title, value=name) if title else name,
                    a=figures.number(round(float(first["value"]), 1), scale),
                    b=figures.number(round(float(last["value"]), 1), scale),
                    first=str(first["year"]),
                    last=str(last["year"]),
                )
            )
    singles = int(drawn["shape"].ne("line").sum())
    if singles:
        said.append(words("trade.alt_singles", n=singles))
    return words.stated(words(key, **slots), *said)


def places(figures: TradeFigures) -> Chart | None:
    """Draw the home area beside its neighbours: goods sold and bought in the one year held."""
    words = figures.words
    drawn, focus = queries.trade.places(
        figures.marked(figures.panel("trade_region"), "trade_places", "trade.hover"), LOCAL
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
        words("trade.places.alt_one", name=words.of(row, "short_name"), value=value)
        for row, value in zip(drawn.to_dict("records"), values, strict=True)
    ]
    return Chart(
        key="trade_places",
        panels=True,
        heading=heading,
        subtitle=words("trade.places.subtitle", place=names[focus], year=year),
        draw=lambda: charts.trade.events.places(drawn, **looks),
        draw_narrow=lambda: charts.trade.events.places(drawn, **looks, narrow=True),
        alt=words("trade.places.alt", year=year, list=words.listed(listed)),
        table=figures.table(drawn, words("trade.places.caption", year=year)),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(
            words("trade.places.note", year=year), figures.cautions(drawn[drawn["geography"].eq(focus)])
        ),
        selects=True,
        picked=figures.picked(drawn, "trade_places"),
    )


def two_ways(
    words: Words, ends: Mapping[str, Ends], ways: tuple[str, str], key: str, *, scale: int, places: int, **slots: str
) -> str:
    """Say the first and last values of two ways; without them only what the chart is about."""
    if not set(ways) <= ends.keys():
        return words(f"{key}_none", **slots)
    one, other = ends[ways[0]], ends[ways[1]]
    return words(
        f"{key}_{'one' if one.first_year == one.last_year else 'two'}",
        first=str(one.first_year),
        last=str(one.last_year),
        a=words.large(one.first, scale=scale, places=places),
        b=words.large(one.last, scale=scale, places=places),
        c=words.large(other.first, scale=scale, places=places),
        d=words.large(other.last, scale=scale, places=places),
        **slots,
    )


def investment(figures: TradeFigures) -> Chart | None:
    """Draw investment held and the net flow of the year; a withheld year breaks the line."""
    words, every = figures.words, figures.panel("trade_investment")
    measures = {"fdi_position_china": "held", "fdi_flow_china": "net"}
    drawn = queries.trade.ways(figures.marked(every, "trade_investment", "trade.hover"), measures, divide=1000)
    if drawn.dropna(subset=["value"])["year"].nunique() < LINE:
        return None
    names = {way: words(f"trade.investment.{way}") for way in ("held", "net")}
    first, last = int(drawn["year"].min()), int(drawn["year"].max())
    looks: dict[str, Any] = {
        "years": (first, last),
        "parts": {"all": ""},
        "names": names,
        "number": number(words, "gbp_billion"),
        "gaps": {
            year: words(
                "trade.investment.withheld", what=words.listed(words(f"trade.investment.{way}_short") for way in ways)
            )
            for year, ways in queries.trade.withheld(drawn).items()
        },
    }
    held = queries.trade.quotable(drawn[drawn["way"].eq("held")])
    heading = two_ways(words, held, ("held", "held"), "trade.investment.heading", scale=BILLION, places=1)
    return Chart(
        key="trade_investment",
        heading=heading,
        subtitle=words("trade.investment.subtitle", first=str(first), last=str(last)),
        draw=lambda: charts.trade.lines.releases(stepped(words, drawn, BILLION), **looks),
        draw_narrow=lambda: charts.trade.lines.releases(stepped(words, drawn, BILLION), **looks, narrow=True),
        alt=alt(figures, drawn, "trade.investment.alt", looks["parts"], names, scale=BILLION),
        table=figures.table(every, words("trade.investment.caption")),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(words("trade.investment.note"), figures.cautions(drawn)),
        selects=True,
        picked=figures.picked(every, "trade_investment"),
    )
