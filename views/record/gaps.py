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
from views.wording.tables import count_cell, numeric, tabulate


def cards(records: RecordList) -> list[Card]:
    """Compose the view."""
    return [_chart(records), *_figures(records)]


def _chart(records: RecordList) -> Card:
    choices, words, package = records.choices, records.words, records.package
    years, chosen = records.span, records.chosen()
    sectors = choices.sectors or SECTORS
    begins = int(package.partnership.twinned_on[:4])
    # With no years chosen the board begins a year early, so that "not applicable" is seen beside "none held".
    reach = years if choices.years else (years[0] - 1, years[1])
    cells = queries.gaps.gap_board(chosen, sectors=sectors, years=reach, begins=begins, ends=package.as_of.year)
    inside = chosen[queries.records.year_of(chosen).between(max(begins, years[0]), years[1])]
    if inside.empty:
        return records.none("gaps")
    first, last = records.ends
    unfinished = words("record_page.gaps.unfinished", day=last) if years[1] == package.as_of.year else ""
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
    of = complete[1] - complete[0] + 1
    each = [
        words("record_page.gaps.alt_sector", sector=words(f"sector.{sector}"), n=int(n), of=of)
        for sector, n in counts.items()
    ]
    heading = _heading(records, inside, counts, of)
    return Chart(
        key="board",
        heading=heading,
        subtitle=words("record_page.gaps.subtitle", first=first, last=last),
        draw=draw,
        alt=words("record_page.gaps.alt", n=int(cells["n"].sum()), list=words.joined(each)),
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


def _heading(records: RecordList, inside: pd.DataFrame, counts: pd.Series, of: int) -> str:
    words = records.words
    if len(inside) < 10 or of < 2:
        return words("record.held", n=len(inside))
    first, last = (words(f"sector.{counts.index[end]}") for end in (0, -1))
    n, m = int(counts.iloc[0]), int(counts.iloc[-1])
    if len(counts) == 1:
        return words("record_page.gaps.heading_one", first=first, n=n, of=of)
    return words("record_page.gaps.heading", first=first, n=n, of=of, last=last, m=m)


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


def _table(records: RecordList, cells: pd.DataFrame) -> Table:
    """Write the board with years down; a number leads to the records it counts."""
    words = records.words
    sectors = list(dict.fromkeys(cells["sector"]))

    def cell(row: Mapping[Any, Any]) -> Cell:
        if row["state"] != "held":
            return Cell(text=_state(records, row))
        choices = records.choices.change(sectors=(row["sector"],), years=(row["year"], row["year"]))
        return count_cell(words, row["n"], choices.link(str(row["year"]), "record"))

    rows = (
        (Cell(text=str(year), value=year), *map(cell, cells[cells["year"].eq(year)].to_dict("records")))
        for year in map(int, cells["year"].unique())
    )
    heads = (numeric(words(f"sector.{sector}")) for sector in sectors)
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
    gaps = queries.gaps.of_series(package.frame("series"), records.figures, records.choices.years)
    if not gaps:
        return [Prose(heading=words("record_page.gaps.figures"), paragraphs=(words("record_page.gaps.figures_none"),))]

    def cells(gap: queries.gaps.Gap) -> tuple[str | Cell, ...]:
        row = series.loc[gap.series].to_dict()
        lacks = (_spans(records, spans, row["period_kind"]) for spans in (gap.missing, gap.suppressed))
        return (records.series_cell(row), words.of(row, "geography"), count_cell(words, gap.periods), *lacks)

    heads = ("series", "place", "periods", "missing", "suppressed")
    table = tabulate(
        words("record_page.gaps.figures_table"),
        [Column(label=words(f"record_page.gaps.head.{head}"), numeric=head == "periods") for head in heads],
        map(cells, gaps),
    )
    ignored = [words("record_page.years_only")] if set(records.choices.filtered) - {"years"} else []
    return [
        Sheet(
            key="figure_gaps",
            heading=words("record_page.gaps.figures_heading", n=len(gaps)),
            subtitle=words("record_page.gaps.figures_lead"),
            table=table,
            notes=(words("record_page.gaps.figures_note"), *ignored),
        )
    ]


def _spans(records: RecordList, spans: tuple[tuple[int, int], ...], kind: str) -> str:
    words = records.words

    def period(year: int) -> str:
        if kind == "calendar":
            return words.year(year)
        key = "date.financial" if kind == "financial" else "date.academic"
        return words(key, years=f"{year}/{(year + 1) % 100:02d}")

    return words.joined(
        period(first) if first == last else words("date.span", start=period(first), end=period(last))
        for first, last in spans
    )
