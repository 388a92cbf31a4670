"""Gaps: the board of years by sectors, and what is missing from the figures."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

import charts.records.gap_board
import queries.gaps
import queries.records
from cards import Card, Cell, Chart, Column, KeyMark, Prose, Records, Sheet, Table
from cards.palette import SHADES
from views.choices import SECTORS
from views.record.listing import RecordList
from views.timeline import both_ways
from views.wording.tables import count_cell, tabulate


def cards(records: RecordList) -> list[Card]:
    """Compose the view."""
    return [_chart(records), *_figures(records)]


def _chart(records: RecordList) -> Card:
    choices, words, package = records.choices, records.words, records.package
    years, chosen = both_ways.span(records), records.chosen()
    sectors = choices.sectors or SECTORS
    begins = int(package.partnership.twinned_on[:4])
    # With no years chosen the board begins a year early, so that "not applicable" is seen beside "none held".
    reach = years if choices.years else (years[0] - 1, years[1])
    cells = queries.gaps.gap_board(chosen, sectors=sectors, years=reach, begins=begins, ends=package.as_of.year)
    inside = chosen[queries.records.year_of(chosen).between(max(begins, years[0]), years[1])]
    if inside.empty:
        return records.none("gaps")
    today = words.date(package.as_of)
    unfinished = words("record_page.gaps.unfinished", day=today) if years[1] == package.as_of.year else ""
    before = words("record_page.gaps.before") if reach[0] < begins else ""
    draw = partial(
        charts.records.gap_board.by_year_and_sector,
        cells,
        sectors={sector: words(f"sector.{sector}") for sector in sectors},
        hovers=[_hover(records, row) for row in cells.to_dict("records")],
        before=before,
        unfinished=unfinished,
    )
    complete = (max(begins, years[0]), min(years[1], package.as_of.year - 1))
    counts = queries.gaps.years_with_records(cells, complete)
    heading = _heading(records, inside, counts, complete)
    return Chart(
        key="board",
        heading=heading,
        subtitle=words(
            "record_page.gaps.subtitle",
            first=words.year(years[0]),
            last=today if unfinished else words.year(years[1]),
        ),
        draw=draw,
        alt=_alt(records, cells, counts, complete),
        table=_table(records, cells),
        sources=(),
        up_to=f"{words('record.held', n=len(inside))} · {records.records_up_to}",
        copy=words.stated(heading, words("record.line")),
        marks=(
            KeyMark(shape="dot", colour=SHADES[1], label=words("record_page.gaps.key_records")),
            KeyMark(shape="hatch", colour=SHADES[0], label=words("record_page.gaps.none")),
        ),
        notes=_notes(records, chosen, begins if before else 0, unfinished),
        picked=_picked(records, chosen),
    )


def _heading(records: RecordList, inside: pd.DataFrame, counts: pd.Series, complete: tuple[int, int]) -> str:
    words, of = records.words, complete[1] - complete[0] + 1
    if len(inside) < 10 or of < 2:
        return words("record.held", n=len(inside))
    first = words(f"sector.{counts.index[0]}")
    if len(counts) == 1:
        return words("record_page.gaps.heading_one", first=first, n=int(counts.iloc[0]), of=of)
    last = words(f"sector.{counts.index[-1]}")
    return words(
        "record_page.gaps.heading", first=first, n=int(counts.iloc[0]), of=of, last=last, m=int(counts.iloc[-1])
    )


def _hover(records: RecordList, row: Mapping[Any, Any]) -> str:
    return records.words(
        "record_page.gaps.hover",
        sector=records.words(f"sector.{row['sector']}"),
        year=str(row["year"]),
        state=_state(records, row),
    )


def _state(records: RecordList, row: Mapping[Any, Any]) -> str:
    words = records.words
    if row["state"] == "held":
        return words("record.held", n=row["n"])
    if row["state"] == "none" and row["year"] == records.package.as_of.year:
        return words("record_page.gaps.none_so_far", day=words.date(records.package.as_of))
    return words(f"record_page.gaps.{row['state']}")


def _alt(records: RecordList, cells: pd.DataFrame, counts: pd.Series, complete: tuple[int, int]) -> str:
    words, of = records.words, complete[1] - complete[0] + 1
    each = [
        words("record_page.gaps.alt_sector", sector=words(f"sector.{sector}"), n=int(n), of=of)
        for sector, n in counts.items()
    ]
    return words("record_page.gaps.alt", n=int(cells["n"].sum()), list=words.joined(each))


def _table(records: RecordList, cells: pd.DataFrame) -> Table:
    """Write the board with years down; a number leads to the records it counts."""
    words = records.words
    sectors = list(dict.fromkeys(cells["sector"]))
    placed = {(row["sector"], row["year"]): row for row in cells.to_dict("records")}
    rows = []
    for year in map(int, dict.fromkeys(cells["year"])):
        line = [Cell(text=str(year), value=year)]
        for sector in sectors:
            row = placed[(sector, year)]
            if row["state"] == "held":
                choices = records.choices.change(sectors=(sector,), years=(year, year))
                line.append(count_cell(words, row["n"], choices.link(str(year), "record")))
            else:
                line.append(Cell(text=_state(records, row)))
        rows.append(tuple(line))
    heads = [Column(label=words(f"sector.{sector}"), numeric=True) for sector in sectors]
    return tabulate(words("record_page.gaps.table"), (words("table.year"), *heads), rows)


def _notes(records: RecordList, chosen: pd.DataFrame, begins: int, unfinished: str) -> tuple[str, ...]:
    """Say how to read the board; `begins` is the partnership's first year where the board shows years before it."""
    words = records.words
    notes = [words("record.line"), words("record_page.gaps.start_note")]
    if begins:
        notes.append(words("record_page.gaps.na_note", year=str(begins)))
        earlier = int(queries.records.year_of(chosen).lt(begins).sum())
        if earlier:
            notes.append(words("both_ways.before", n=earlier, first=str(begins)))
    if unfinished:
        notes.append(words("both_ways.unfinished_note", day=words.date(records.package.as_of)))
    return tuple(notes)


def _picked(records: RecordList, chosen: pd.DataFrame) -> Records | None:
    sector, _, year = records.choices.get("pick").partition(":")
    if not year.isdigit():
        return None
    part = chosen[chosen["sector"].eq(sector) & queries.records.year_of(chosen).eq(int(year))]
    if part.empty:
        return None
    name = records.words(f"sector.{sector}")
    return records.cards(part, records.words("record_page.gaps.picked", sector=name, year=year))


def _figures(records: RecordList) -> list[Card]:
    """List the series that lack periods, computed from what is held."""
    words, package = records.words, records.package
    if records.figures.columns.empty:
        return []
    series = package.frame("series").set_index("id", drop=False)
    rows = []
    for gap in queries.gaps.of_series(package.frame("series"), records.figures, records.choices.years):
        row = series.loc[gap.series].to_dict()
        rows.append(
            (
                records.series_cell(row),
                Cell(text=words.of(row, "geography")),
                count_cell(words, gap.periods),
                Cell(text=_spans(records, gap.missing, row["period_kind"])),
                Cell(text=_spans(records, gap.suppressed, row["period_kind"])),
            )
        )
    if not rows:
        return [Prose(heading=words("record_page.gaps.figures"), paragraphs=(words("record_page.gaps.figures_none"),))]
    heads = ("series", "place", "periods", "missing", "suppressed")
    table = tabulate(
        words("record_page.gaps.figures_table"),
        [Column(label=words(f"record_page.gaps.head.{head}"), numeric=head == "periods") for head in heads],
        rows,
    )
    ignored = [words("record_page.years_only")] if set(records.choices.filtered) - {"years"} else []
    return [
        Sheet(
            key="figure_gaps",
            heading=words("record_page.gaps.figures_heading", n=len(rows)),
            subtitle=words("record_page.gaps.figures_lead"),
            table=table,
            notes=(words("record_page.gaps.figures_note"), *ignored),
        )
    ]


def _spans(records: RecordList, spans: tuple[tuple[int, int], ...], kind: str) -> str:
    words = records.words
    return words.joined(
        _period(records, first, kind)
        if first == last
        else words("date.span", start=_period(records, first, kind), end=_period(records, last, kind))
        for first, last in spans
    )


def _period(records: RecordList, year: int, kind: str) -> str:
    if kind == "calendar":
        return records.words.year(year)
    key = "date.financial" if kind == "financial" else "date.academic"
    return records.words(key, years=f"{year}/{(year + 1) % 100:02d}")
