"""Trade and investment: what came of trade records, and what official figures say of the trade around them."""

from functools import partial

import pandas as pd

import charts.trade.events
import queries.records
import queries.sources
import queries.trade
from cards import Card, Chart, Notice, Prose, Sheet, Title
from texts import Words
from views.context import Context
from views.timeline import both_ways
from views.trade import charts as trade_charts
from views.trade import ports as trade_ports
from views.trade.figures import TradeFigures

WIDE = ("older", "rates")  # whole series, set side by side
MIN_DRAWN = 10  # fewer records than this are read, not drawn
_HEADS = (
    "table.date",
    "table.title",
    "trade.column.status",
    "trade.column.outcome",
    "table.sector",
    "table.direction",
    "table.source",
)


def view(context: Context) -> list[Card]:
    """Compose the page."""
    words = context.words
    figures = TradeFigures.of(context)
    return [
        Title(heading=words("trade.title"), lead=words("trade.lead")),
        *_records(context),
        *_figures(figures, context.span),
    ]


def _records(context: Context) -> list[Card]:
    words = context.words
    records = context.records_of("trade_events")
    if records.empty:
        return [Notice(kind="info", text=words("trade.records.none"), link=context.unfiltered("trade"))]
    if len(records) < MIN_DRAWN:
        heading = words("trade.records.few", n=len(records))
        return [context.catalogue.cards(records, heading, _overlap(records, words))]
    return [_chart(context, records)]


def _overlap(records: pd.DataFrame, words: Words) -> str:
    """Say how many trade records stand on the timeline too, where they are counted once."""
    number = words("trade.records.number", n=len(records))
    return words("trade.records.counted", records=number, n=queries.trade.also_exchanges(records))


def _chart(context: Context, records: pd.DataFrame) -> Chart:
    words, dots = context.words, queries.trade.dots(records)
    counts = {str(status): int(n) for status, n in queries.trade.by_status(records).items() if n}
    names = {status: words(f"status.{status}") for status in counts}
    first, last = context.ends
    items = words.listed(words("trade.records.one_status", name=names[status], n=n) for status, n in counts.items())
    return both_ways.of_dots(
        context,
        records,
        dots,
        partial(
            charts.trade.events.by_status,
            bands={status: words("trade.records.band", name=names[status], n=n) for status, n in counts.items()},
        ),
        key="trade_records",
        heading=_heading(counts, words),
        subtitle=words("trade.records.subtitle", first=first, last=last),
        alt=words("trade.records.alt", n=len(records), first=first, last=last, list=items),
        table=context.catalogue.table(records, words("trade.records.table"), _HEADS),
        notes=(_overlap(records, words), words("trade.records.status_note"), words("record.line")),
    )


def _heading(counts: dict[str, int], words: Words) -> str:
    """State the finding: how many records hold a delivery, and what most of the others hold."""
    done = queries.trade.STATUSES[0]
    others = {status: n for status, n in counts.items() if status != done}
    total = sum(counts.values())
    if not others:
        return words("record.held", n=total)
    most = max(others, key=lambda status: others[status])
    other = words("trade.records.hold", n=others[most], what=words(f"trade.holding.{most}"))
    what = words(f"trade.holding.{done}")
    if not counts.get(done):
        return words("trade.records.heading_none", all=total, what=what, other=other)
    return words("trade.records.heading", n=counts[done], all=total, what=what, other=other)


def _figures(figures: TradeFigures, span: tuple[int, int]) -> list[Card]:
    """Show every figure held: charts where they say more, else tables; name what the chosen years leave empty."""
    region, other = figures.panel("trade_region"), figures.panel("trade_other")
    local = queries.trade.places(region, trade_charts.LOCAL)[0]
    older = other["mark"].eq("line")

    def panel(key: str) -> Sheet | None:
        rows = figures.panel(f"trade_{key}")
        return None if rows.empty else figures.sheet(key, rows)

    cards = {
        "country": trade_charts.country(figures, span) or panel("country"),
        "places": trade_charts.places(figures),
        "port_away": trade_ports.port_away(figures, span) or panel("port_away"),
        "port_home": trade_ports.port_home(figures, span) or panel("port_home"),
        "investment": trade_charts.investment(figures) or panel("investment"),
    }
    tables = {
        "region": queries.trade.rest(region, local),
        "visits": figures.panel("trade_visits"),
        "other": other[~older],
        "older": other[older],
        "rates": figures.panel("trade_rates"),
    }
    empty = [key for key, card in cards.items() if card is None] + [key for key, rows in tables.items() if rows.empty]
    return [
        *(card for card in cards.values() if card is not None),
        *_tables(figures, {key: rows for key, rows in tables.items() if len(rows)}),
        *_absent(figures, empty),
    ]


def _tables(figures: TradeFigures, tables: dict[str, pd.DataFrame]) -> list[Card]:
    """Show one table of the figures that no chart draws, and a way to the others."""
    if not tables:
        return []
    words = figures.words
    switch = figures.switch(words("trade.tables"), {key: words(f"trade.{key}.short") for key in tables})
    head = Prose(heading=words("trade.tables"), paragraphs=(words("trade.tables_lead"),))
    return [head, switch, figures.sheet(switch.value, tables[switch.value], wide=switch.value in WIDE)]


def _absent(figures: TradeFigures, empty: list[str]) -> list[Card]:
    """Name what the chosen years leave empty, and offer the way back."""
    years, words = figures.choices.years, figures.words
    if not empty or years is None:
        return []
    first, last = (str(year) for year in years)
    key = "trade.absent_one" if first == last else "trade.absent"
    back = figures.choices.change(years=None).link(words("measured.all_years"), "trade")
    points = tuple(words(f"trade.{name}.name") for name in empty)
    return [Notice(kind="info", text=words(key, first=first, last=last), points=points, link=back)]
