"""Timeline: when records fall, with the records themselves; and who takes part."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

import charts.records.partners
import queries.partners
import queries.sources
from cards import Card, Cell, Chart, Records, Table, Title
from queries.records import MAIN_SECTORS
from texts import Words
from views.choices import SECTORS
from views.context import Context
from views.timeline import both_ways, where
from views.wording.tables import count_cell, numeric, tabulate

A_PAGE = 12


def view(context: Context) -> list[Card]:
    """Compose the page."""
    words, looks = context.words, {"when": _when, "who": _who, "where": where.cards}
    switch = context.switch(words("timeline.switch"), {name: words(f"timeline.{name}") for name in looks})
    title = Title(heading=words("timeline.title"), lead=words("timeline.lead"))
    records = context.records_of("exchanges")
    if records.empty:
        return [title, switch, context.no_records("timeline", view=switch.value)]
    return [title, switch, *looks[switch.value](context, records)]


def _when(context: Context, records: pd.DataFrame) -> list[Card]:
    words, catalogue = context.words, context.catalogue
    part, pager = context.paged(records, A_PAGE, "page", "pager.")
    subtitle = words("record.few" if len(records) < 5 else "record.held", n=len(records))
    cards: list[Card] = [both_ways.card(context), catalogue.cards(part, words("timeline.records"), subtitle)]
    return [*cards, pager] if pager.pages > 1 else cards


def _who(context: Context, records: pd.DataFrame) -> list[Card]:
    package, words, catalogue = context.package, context.words, context.catalogue
    councils = (package.partnership.home.council, package.partnership.away.council)
    by_sector = partial(queries.partners.by_sector, records, catalogue.named, leave_out=councils)
    counts = by_sector()
    if counts.empty:
        return [catalogue.cards(records.head(A_PAGE), words("timeline.records"), words("record.held", n=len(records)))]
    leaders = counts.drop_duplicates("organisation_id").to_dict("records")
    names = {row["organisation_id"]: words.of(row, "short_name") or words.of(row, "name") for row in leaders}
    heading = words("who.heading", name=names[leaders[0]["organisation_id"]], n=int(leaders[0]["total"]))

    def draw(*, narrow: bool = False) -> go.Figure:
        rows = by_sector(main=MAIN_SECTORS) if narrow else counts
        sectors = _sectors(rows, (*MAIN_SECTORS, "other") if narrow else SECTORS, words)
        counted = rows[["organisation_id", "sector", "records"]].itertuples(index=False)
        hovers = [
            words("who.hover", name=names[organisation], sector=sectors[sector], held=words("record.held", n=n))
            for organisation, sector, n in counted
        ]
        return charts.records.partners.by_sector(rows, names=names, sectors=sectors, hovers=hovers, narrow=narrow)

    return [
        Chart(
            key="partners",
            heading=heading,
            subtitle=words("who.subtitle", first=words.year(context.span[0]), last=words.date(package.as_of)),
            draw=draw,
            alt=words(
                "who.alt",
                n=len(names),
                list=words.listed(
                    words("measured.named_value", name=names[row["organisation_id"]], value=int(row["total"]))
                    for row in leaders
                ),
            ),
            table=_who_table(context, counts, names),
            sources=(),
            up_to=catalogue.basis(records),
            copy=words.stated(heading, words("record.line")),
            notes=(words("record.line"), words("who.note")),
            picked=_who_picked(context, records, names),
        )
    ]


def _sectors(counts: pd.DataFrame, order: tuple[str, ...], words: Words) -> dict[str, str]:
    return {sector: words(f"sector.{sector}") for sector in order if sector in set(counts["sector"])}


def _who_table(context: Context, counts: pd.DataFrame, names: dict[str, str]) -> Table:
    choices, words = context.choices, context.words
    sectors = _sectors(counts, SECTORS, words)
    numbers = {(row["organisation_id"], row["sector"]): int(row["records"]) for row in counts.to_dict("records")}

    def cell(organisation: str, sector: str) -> Cell:
        number = numbers.get((organisation, sector))
        if number is None:
            return Cell(text="", value=0)
        link = choices.link(str(number), "timeline", view="who", pick=f"{organisation}.{sector}")
        return count_cell(words, number, link)

    return tabulate(
        words("who.table"),
        (words("who.partner"), *(numeric(name) for name in sectors.values())),
        ((name, *(cell(organisation, sector) for sector in sectors)) for organisation, name in names.items()),
    )


def _who_picked(context: Context, records: pd.DataFrame, names: dict[str, str]) -> Records | None:
    choices, words, catalogue = context.choices, context.words, context.catalogue
    organisation, _, sector = choices.get("pick").partition(".")
    if organisation not in names:
        return None
    part = queries.partners.naming(records, catalogue.named, organisation, sector, main=MAIN_SECTORS)
    heading = words("who.picked", name=names[organisation], sector=words(f"sector.{sector}"))
    return catalogue.detail(part, heading, words("record.held", n=len(part)))
