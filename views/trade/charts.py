"""The charts of trade and investment between the countries, and of places side by side."""

from collections.abc import Mapping
from functools import partial
from itertools import product
from typing import Any

import pandas as pd

import charts.trade.events
import charts.trade.lines
import queries.trade
from cards import Chart, KeyMark
from cards.figures import Number
from cards.palette import SECOND
from charts.trade.lines import WAYS
from texts import Words
from views.trade.figures import TradeFigures

LOCAL = {"goods_exports_china_local": "exports", "goods_imports_china_local": "imports"}
BILLION = 1_000_000_000
_PARTS = {"goods": "trade.country.goods", "services": "trade.country.services"}
_SINGLES = {"point": "ring", "customs": "diamond"}  # single figures, and their marks
LINE = 2  # fewer years than these are read in a table


def country(figures: TradeFigures, span: tuple[int, int]) -> Chart | None:
    """Draw goods and services between the countries: one release a line, later figures as single marks."""
    words, every = figures.words, figures.panel("trade_country")
    drawn = queries.trade.country(figures.marked(every, "trade_country", "trade.hover_release"))
    if drawn["year"].nunique() < LINE:
        return None
    lines = drawn[drawn["shape"].eq("line")]
    titles = {part: words(key) for part, key in _PARTS.items() if drawn["part"].eq(part).any()}
    names = {way: words(f"trade.way.{way}") for way in ("imports", "exports") if drawn["way"].eq(way).any()}
    singles = {kind: words(f"trade.country.{kind}") for kind in _SINGLES}
    draw = partial(
        charts.trade.lines.releases,
        stepped(words, drawn, BILLION),
        years=span,
        parts=titles,
        names=names,
        labels=[_release(words, row) for row in drawn.to_dict("records")],
        number=number(words, "gbp_billion"),
        ends=words("trade.ends", year=str(lines["year"].max())) if len(lines) else "",
        caution=words("trade.see_note"),
        singles=singles,
    )
    goods, services = (
        two_ways(words, drawn[drawn["part"].eq(part)], ("imports", "exports"), key, BILLION, 1)
        for part, key in _PARTS.items()
    )
    heading = goods or words("trade.country.heading_single")
    marks = [
        *(KeyMark(shape="line", colour=colour, label=name) for colour, name in zip(WAYS, names.values(), strict=False)),
        *(
            KeyMark(shape=shape, colour=SECOND, label=singles[kind])
            for kind, shape in _SINGLES.items()
            if drawn["shape"].eq(kind).any()
        ),
    ]
    return Chart(
        key="trade_country",
        panels=True,
        heading=heading,
        subtitle=words("trade.country.subtitle", first=str(every["year"].min()), last=str(every["year"].max())),
        draw=draw,
        alt=alt(figures, drawn, "trade.country.alt", titles, names, scale=BILLION),
        summary=services,
        table=figures.table(every, words("trade.country.caption")),
        sources=figures.sources(every),
        up_to=figures.up_to(every),
        copy=figures.copied(heading, lines if len(lines) else drawn),
        marks=tuple(marks),
        notes=figures.notes(words("trade.country.note"), figures.cautions(lines)),
        picked=figures.picked(every, "trade_country"),
    )


def _release(words: Words, row: Mapping[Any, Any]) -> str:
    year = str(row["vintage_figure"])[:4]
    return words("trade.release", year=year) if row["shape"] == "point" and year.isdigit() else ""


def number(words: Words, unit: str) -> Number:
    """Say how the numbers of an axis are written."""
    before, _, after = words(f"trade.tick.{unit}", value="|").partition("|")
    return Number(before=before, after=after)


def stepped(words: Words, drawn: pd.DataFrame, scale: int) -> pd.DataFrame:
    """Count values in the steps that the language's axis goes by."""
    return drawn.assign(value=drawn["value"] * words.factor(scale))


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
    words, sentences = figures.words, []
    lines = drawn[drawn["shape"].eq("line")].dropna(subset=["value"])
    for (part, title), (way, name) in product(parts.items(), names.items()):
        line = lines[lines["part"].eq(part) & lines["way"].eq(way)]
        if not line.empty:
            first, last = (str(year) for year in line["year"].iloc[[0, -1]])
            a, b = (figures.number(round(float(value), 1), scale) for value in line["value"].iloc[[0, -1]])
            named = words("join.pair", name=title, value=name) if title else name
            sentences.append(words("trade.alt_line", name=named, a=a, b=b, first=first, last=last))
    singles = int(drawn["shape"].ne("line").sum())
    sentences += [words("trade.alt_singles", n=singles)] if singles else []
    return words.stated(words(key, **slots), *sentences)


def places(figures: TradeFigures) -> Chart | None:
    """Draw the home area beside its neighbours: goods sold and bought in the one year held."""
    words = figures.words
    drawn, focus = queries.trade.places(
        figures.marked(figures.panel("trade_region"), "trade_places", "trade.hover"), LOCAL
    )
    if drawn.empty:
        return None
    rows = drawn.to_dict("records")
    names = {row["geography"]: words.of(row, "geography") for row in rows}
    values = [figures.value(row) for row in rows]
    home = drawn[drawn["geography"].eq(focus)]
    local = {row["way"]: value for row, value in zip(rows, values, strict=True) if row["geography"] == focus}
    year = str(home["period"].iloc[0])
    draw = partial(
        charts.trade.events.places,
        drawn,
        focus=focus,
        ways={way: words(f"trade.places.{way}") for way in ("exports", "imports")},
        names=names,
        texts=values,
    )
    heading = words(
        "trade.places.heading", place=names[focus], sold=local["exports"], bought=local["imports"], year=year
    )
    items = [
        words("trade.places.alt_one", name=words.of(row, "short_name"), value=value)
        for row, value in zip(rows, values, strict=True)
    ]
    return Chart(
        key="trade_places",
        panels=True,
        heading=heading,
        subtitle=words("trade.places.subtitle", place=names[focus], year=year),
        draw=draw,
        alt=words("trade.places.alt", year=year, list=words.listed(items)),
        table=figures.table(drawn, words("trade.places.caption", year=year)),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(words("trade.places.note", year=year), figures.cautions(home)),
        picked=figures.picked(drawn, "trade_places"),
    )


def two_ways(
    words: Words, lines: pd.DataFrame, ways: tuple[str, str], key: str, scale: int, places: int, **slots: str
) -> str:
    """Say the first and last values of two ways; blank where no sentence may rest on them."""
    ends = queries.trade.quotable(lines)
    if not set(ways) <= ends.keys():
        return ""
    one, other = ends[ways[0]], ends[ways[1]]
    values = {"a": one.first, "b": one.last, "c": other.first, "d": other.last}
    return words(
        f"{key}_{'one' if one.first_year == one.last_year else 'two'}",
        first=str(one.first_year),
        last=str(one.last_year),
        **{name: words.large(value, scale=scale, places=places) for name, value in values.items()},
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
    draw = partial(
        charts.trade.lines.releases,
        stepped(words, drawn, BILLION),
        years=(first, last),
        parts={"all": ""},
        names=names,
        number=number(words, "gbp_billion"),
        gaps={
            year: words(
                "trade.investment.withheld", what=words.listed(words(f"trade.investment.{way}_short") for way in ways)
            )
            for year, ways in queries.trade.withheld(drawn).items()
        },
    )
    positions = drawn[drawn["way"].eq("held")]
    heading = two_ways(words, positions, ("held", "held"), "trade.investment.heading", BILLION, 1)
    heading = heading or words("trade.investment.heading_none")
    return Chart(
        key="trade_investment",
        heading=heading,
        subtitle=words("trade.investment.subtitle", first=str(first), last=str(last)),
        draw=draw,
        alt=alt(figures, drawn, "trade.investment.alt", {"all": ""}, names, scale=BILLION),
        table=figures.table(every, words("trade.investment.caption")),
        sources=figures.sources(drawn),
        up_to=figures.up_to(drawn),
        copy=figures.copied(heading, drawn),
        notes=figures.notes(words("trade.investment.note"), figures.cautions(drawn)),
        picked=figures.picked(every, "trade_investment"),
    )
