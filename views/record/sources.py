"""Sources: who says so, by kind of publisher; every source, and all that rests on one of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import charts.records.publishers
import queries.figures
import queries.sources
from cards import Card, Cell, Chart, Column, Notice, Prose, Sheet, Source
from views.record.listing import SOURCE, RecordList
from views.students.figures import StudentFigures
from views.trade.figures import TradeFigures
from views.wording.tables import Fact, count_cell, details, numeric, tabulate

Row = Mapping[Any, Any]
MIN_BARS = 10  # under ten sources there is a table, not bars


def cards(records: RecordList) -> list[Card]:
    """Compose the view: one source where the address picks one, else all of them."""
    choices, words, sources = records.choices, records.words, records.package.frame("sources")
    pick, back = choices.get("pick"), choices.link(words("record_page.sources.back"), "record", view="sources")
    if pick and not pick.startswith("kind:"):
        match = sources[sources["id"].eq(pick)]
        if match.empty:
            return [Notice(kind="info", text=words("record_page.sources.unknown", id=pick), link=back)]
        return [*_one(records, match.iloc[0].to_dict()), Prose(heading="", links=(back,))]
    kind = pick.removeprefix("kind:")
    chosen = records.paired[records.paired["record"].isin(records.chosen()["id"])]
    behind = sources[sources["id"].isin(chosen["source_id"])]
    kinds = _kinds(records, queries.sources.by_kind(sources, chosen), len(behind))
    of_kind = behind[behind["publisher_kind"].eq(kind)]
    if of_kind.empty:
        heading, lead = words("record_page.sources.all", n=len(sources)), words("record_page.sources.all_lead")
        ignored = (words("filter.ignored_all"),) if choices.filtered else ()
        return [kinds, _sheet(records, sources, heading, lead, ignored)]
    heading = words("record_page.sources.of_kind", n=len(of_kind), kind=words(f"publisher.{kind}"))
    sheet = _sheet(records, of_kind, heading, words("record_page.sources.of_kind_lead"))
    return [kinds, sheet, Prose(heading="", links=(back,))]


def _kinds(records: RecordList, counts: pd.DataFrame, total: int) -> Card:
    """Chart the sources behind the records that the filters choose, by kind of publisher."""
    words = records.words
    if counts.empty:
        return records.none("sources")
    names = {kind: records.publisher_kind(kind) for kind in counts["publisher_kind"]}

    def cells(row: Row) -> tuple[Cell, ...]:
        kind = row["publisher_kind"]
        link = records.choices.link(kind, "record", view="sources", pick=f"kind:{kind}")
        numbers = (count_cell(words, row[name]) for name in ("sources", "records"))
        return (Cell(text=names[kind], link=link), *numbers)

    of, held = words("record_page.sources.sources"), words("record_page.sources.records")
    heads = (words("record_page.source.kind"), numeric(of), numeric(held))
    table = tabulate(words("record_page.sources.kinds_table"), heads, map(cells, counts.to_dict("records")))
    heading = words("record_page.sources.heading", n=total, records=words("record.held", n=len(records.chosen())))
    subtitle, note = words("record_page.sources.subtitle"), words("record_page.sources.kinds_note")
    if total < MIN_BARS:
        return Sheet(key="kinds", heading=heading, subtitle=subtitle, table=table, notes=(note,))
    bars = words.listed(
        words("record_page.sources.alt_kind", kind=names[row["publisher_kind"]], n=int(row["sources"]))
        for row in counts.to_dict("records")
    )
    return Chart(
        key="kinds",
        heading=heading,
        subtitle=subtitle,
        draw=lambda **_: charts.records.publishers.by_kind(counts, names=names, series=of),
        alt=words("record_page.sources.alt", list=bars),
        table=table,
        sources=(),
        up_to=records.records_up_to,
        copy=words.stated(heading, note),
        notes=(words("record.line"), note),
    )


def _sheet(
    records: RecordList, sources: pd.DataFrame, heading: str, subtitle: str, notes: tuple[str, ...] = ()
) -> Sheet:
    words = records.words
    resting = [frame["source_id"].value_counts() for frame in (records.paired, _figures(records))]

    def cells(source: Row) -> tuple[str | Cell, ...]:
        numbers = (int(counts.get(source["id"], 0)) for counts in resting)
        return (*records.source_cells(source), *(_number(records, n, source["id"]) for n in numbers))

    heads = [words(f"record_page.source.{head}") for head in SOURCE]
    counted = (numeric(words(f"record_page.sources.{head}")) for head in ("records", "figures"))
    table = tabulate(words("record_page.sources.table"), (*heads, *counted), map(cells, sources.to_dict("records")))
    return Sheet(key="all_sources", heading=heading, subtitle=subtitle, table=table, notes=notes)


def _number(records: RecordList, n: int, source: str) -> Cell:
    link = records.choices.link(str(n), "record", view="sources", pick=source) if n else None
    return count_cell(records.words, n, link)


def _figures(records: RecordList) -> pd.DataFrame:
    """Join all figures that could be read with their series."""
    if records.figures.columns.empty:
        return pd.DataFrame({"source_id": pd.Series(dtype="string")})
    return queries.figures.join(records.package.frame("series"), records.figures)


def _one(records: RecordList, source: Row) -> list[Card]:
    """Show one source and all that rests on it, whatever the filters."""
    words, url = records.words, source["url"]
    facts: dict[str, Fact] = {
        **dict(zip(SOURCE, records.source_cells(source), strict=True)),
        "copy_note": words.of(source, "copy_note"),
        "address": Cell(text=url, link=Source(label=url, url=url), lang=words.foreign_tag(url)),
    }
    labelled = ((words(f"record_page.source.{name}"), fact) for name, fact in facts.items())
    cards: list[Card] = [details(words("record_page.sources.one"), labelled)]
    resting = records.paired.loc[records.paired["source_id"].eq(source["id"]), "record"]
    happenings = records.every[records.every["id"].isin(resting)]
    figures = _figures(records)
    figures = figures[figures["source_id"].eq(source["id"])]
    if not happenings.empty:
        heading = words("record_page.sources.resting", n=len(happenings))
        cards.append(records.cards(happenings, heading, words("record_page.sources.whatever")))
    if not figures.empty:
        cards.append(_resting_figures(records, figures))
    if happenings.empty and figures.empty:
        cards.append(Notice(kind="info", text=words("record_page.sources.nothing")))
    return cards


def _resting_figures(records: RecordList, figures: pd.DataFrame) -> Sheet:
    """List figures, each written as it is on its own page."""
    words, heads = records.words, ("series", "place", "period", "value", "definition")
    writers = {"students": StudentFigures.of(records), "trade_figures": TradeFigures.of(records)}

    def cells(row: Row) -> tuple[str | Cell, ...]:
        bare: float | None = None if pd.isna(row["value"]) else float(row["value"])
        return (
            records.series_cell(row),
            words.of(row, "geography"),
            words.of(row, "period") or words("status.not_stated"),
            Cell(text=writers[row["dataset"]].value(row, unit=True), value=bare),
            words.of(row, "definition"),
        )

    table = tabulate(
        words("record_page.sources.figures_table"),
        [Column(label=words(f"record_page.figure.{head}"), numeric=head == "value") for head in heads],
        map(cells, figures.to_dict("records")),
    )
    heading = words("record_page.sources.resting_figures", n=len(figures))
    return Sheet(key="resting_figures", heading=heading, subtitle=words("record_page.sources.whatever"), table=table)
