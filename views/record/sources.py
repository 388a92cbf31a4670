"""Sources: who says so, by kind of publisher; every source, and all that rests on one of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import charts.records.publishers
import queries.citations
import queries.figures
from cards import Card, Cell, Chart, Column, Details, Link, Notice, Pair, Prose, Sheet, Source
from views.record.listing import RecordList
from views.record.source_rows import HEADS, capital, source_cells
from views.students.figures import StudentFigures
from views.trade.figures import TradeFigures
from views.wording.tables import count_cell, numeric, tabulate

Row = Mapping[Any, Any]
MIN_BARS = 10  # under ten sources there is a table, not bars


def cards(records: RecordList) -> list[Card]:
    """Compose the view: one source where the address picks one, else all of them."""
    pick, sources = records.choices.get("pick"), records.package.frame("sources")
    if pick and not pick.startswith("kind:"):
        match = sources[sources["id"].eq(pick)]
        if match.empty:
            return [Notice(kind="info", text=records.words("record_page.sources.unknown", id=pick), link=_all(records))]
        return _one(records, match.iloc[0].to_dict())
    kind = pick.removeprefix("kind:")
    chosen = records.paired[records.paired["record"].isin(records.chosen()["id"])]
    counts = queries.citations.by_kind(sources, chosen)
    behind = sources[sources["id"].isin(chosen["source_id"])]
    of_kind = behind[behind["publisher_kind"].eq(kind)]
    if not of_kind.empty:
        heading = records.words("record_page.sources.of_kind", n=len(of_kind), kind=records.words(f"publisher.{kind}"))
        sheet = _sheet(records, of_kind, heading, records.words("record_page.sources.of_kind_lead"))
        return [*_kinds(records, counts, len(behind)), sheet, Prose(heading="", links=(_all(records),))]
    ignored = (records.words("filter.ignored_all"),) if records.choices.filtered else ()
    heading = records.words("record_page.sources.all", n=len(sources))
    return [
        *_kinds(records, counts, len(behind)),
        _sheet(records, sources, heading, records.words("record_page.sources.all_lead"), ignored),
    ]


def _all(records: RecordList) -> Link:
    return records.choices.link(records.words("record_page.sources.back"), "record", view="sources")


def _kinds(records: RecordList, counts: pd.DataFrame, total: int) -> list[Card]:
    """Chart the sources behind the records that the filters choose, by kind of publisher."""
    words = records.words
    if counts.empty:
        return [records.none("sources")]
    names = {kind: capital(words(f"publisher.{kind}")) for kind in counts["publisher_kind"]}
    rows = []
    for row in counts.to_dict("records"):
        kind = row["publisher_kind"]
        link = records.choices.link(kind, "record", view="sources", pick=f"kind:{kind}")
        numbers = (count_cell(words, row[name]) for name in ("sources", "records"))
        rows.append((Cell(text=names[kind], link=link), *numbers))
    table = tabulate(
        words("record_page.sources.kinds_table"),
        (
            words("record_page.source.kind"),
            numeric(words("record_page.sources.sources")),
            numeric(words("record_page.sources.records")),
        ),
        rows,
    )
    heading = words("record_page.sources.heading", n=total, records=words("record.held", n=len(records.chosen())))
    subtitle, note = words("record_page.sources.subtitle"), words("record_page.sources.kinds_note")
    if total < MIN_BARS:
        return [Sheet(key="kinds", heading=heading, subtitle=subtitle, table=table, notes=(note,))]
    bars = words.listed(
        words("record_page.sources.alt_kind", kind=names[row["publisher_kind"]], n=int(row["sources"]))
        for row in counts.to_dict("records")
    )
    return [
        Chart(
            key="kinds",
            heading=heading,
            subtitle=subtitle,
            draw=lambda **_: charts.records.publishers.by_kind(
                counts, names=names, series=words("record_page.sources.sources")
            ),
            alt=words("record_page.sources.alt", list=bars),
            table=table,
            sources=(),
            up_to=records.records_up_to,
            copy=words.stated(heading, note),
            notes=(words("record.line"), note),
        )
    ]


def _sheet(
    records: RecordList, sources: pd.DataFrame, heading: str, subtitle: str, notes: tuple[str, ...] = ()
) -> Sheet:
    words = records.words
    resting = records.paired["source_id"].value_counts()
    figures = _figures(records)["source_id"].value_counts()
    heads = [Column(label=words(f"record_page.source.{head}")) for head in HEADS]
    rows = []
    for source in sources.to_dict("records"):
        numbers = [int(counts.get(source["id"], 0)) for counts in (resting, figures)]
        rows.append((*source_cells(records, source), *(_number(records, n, source["id"]) for n in numbers)))
    table = tabulate(
        words("record_page.sources.table"),
        (
            *heads,
            numeric(words("record_page.sources.records")),
            numeric(words("record_page.sources.figures")),
        ),
        rows,
    )
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
    cells = {
        **dict(zip(HEADS, source_cells(records, source), strict=True)),
        "copy_note": Cell(text=words.of(source, "copy_note")),
        "address": Cell(text=url, link=Source(label=url, url=url), lang=words.foreign_tag(url)),
    }
    pairs = (
        Pair(label=words(f"record_page.source.{name}"), values=(cell,))
        for name, cell in cells.items()
        if cell.text or name != "copy_note"
    )
    cards: list[Card] = [Details(heading=words("record_page.sources.one"), pairs=tuple(pairs))]
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
    return [*cards, Prose(heading="", links=(_all(records),))]


def _resting_figures(records: RecordList, figures: pd.DataFrame) -> Sheet:
    """List figures, each written as it is on its own page."""
    words = records.words
    writers = {"students": StudentFigures.of(records), "trade_figures": TradeFigures.of(records)}
    rows = []
    for row in figures.to_dict("records"):
        bare = None if pd.isna(row["value"]) else float(row["value"])
        rows.append(
            (
                records.series_cell(row),
                Cell(text=words.of(row, "geography")),
                Cell(text=words.of(row, "period") or words("status.not_stated")),
                Cell(text=writers[row["dataset"]].value(row, unit=True), value=bare),
                Cell(text=words.of(row, "definition")),
            )
        )
    heads = ("series", "place", "period", "value", "definition")
    table = tabulate(
        words("record_page.sources.figures_table"),
        [Column(label=words(f"record_page.figure.{head}"), numeric=head == "value") for head in heads],
        rows,
    )
    heading = words("record_page.sources.resting_figures", n=len(rows))
    return Sheet(key="resting_figures", heading=heading, subtitle=words("record_page.sources.whatever"), table=table)
