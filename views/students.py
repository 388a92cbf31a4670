"""Students: the universities against the country, counts of one country's students, what is known of the campus abroad."""

from __future__ import annotations

import pandas as pd

import charts.students
import queries.figures
import queries.students
from cards import Card, Chart, Cell, Column, KeyMark, Notice, Sheet, Table, Title
from charts.students import Series
from charts.theme import BLUE, GREY, ORANGE, TEAL
from loaders import Package
from texts import Words
from views import partner_campus
from views.choices import Choices
from views.measured import Measured

NEEDS = ("series", "students", "sources", "organisations", "exchanges", "record_sources")
_LINES = (BLUE, ORANGE)  # the providers in colour; the country stays grey
_COUNTRY = {"line": (TEAL, BLUE), "point": (ORANGE, GREY, GREY, GREY)}


def view(package: Package, choices: Choices, words: Words) -> list[Card]:
    """Compose the page."""
    measured = Measured(package, choices, words)
    cards: list[Card] = [Title(heading=words("students.title"), lead=words("students.lead"))]
    if set(choices.filtered) - {"years"}:
        cards.append(Notice(kind="info", text=words("filter.page_ignores")))
    return [
        *cards,
        tide(measured),
        totals(measured),
        country(measured),
        *partner_campus.cards(measured, few),
        *_also_held(measured),
    ]


def figures(measured: Measured, *panels: str) -> pd.DataFrame:
    """Give the figures of some panels that fall in the years chosen."""
    joined = queries.figures.of_panel(measured.package.frame("series"), measured.package.frame("students"), *panels)
    return queries.figures.within(joined, measured.choices.years)


def few(measured: Measured, key: str, held: pd.DataFrame) -> Card:
    """Stand in for a chart of fewer than two periods: the figures as a table, or that none is held."""
    words, choices = measured.words, measured.choices
    heading = words(f"students.{key}.few")
    if held.empty:
        back = choices.change(years=None).link(words("students.all_years"), "students")
        return Notice(kind="info", text=words("students.none", name=heading), link=back)
    return Sheet(
        key=key,
        heading=heading,
        subtitle=words("students.few"),
        table=measured.table(held, heading),
        sources=measured.sources(held),
        up_to=measured.up_to(held),
    )


def tide(measured: Measured) -> Card:
    """Compare providers with the country, and show beneath which counts of one country's students are held."""
    words = measured.words
    held = figures(measured, "students_index")
    shown = queries.students.periods(held)
    if len(shown) < 2:
        return few(measured, "tide", held)
    index = measured.marked(queries.students.tide(held), "tide", "students.tide.hover")
    counts = figures(measured, "students_china_home")
    boxes = _boxes(measured, shown, counts)
    reach = queries.students.reach(index["index"])
    drawing = {"shown": shown, "reach": reach, "tints": measured.tints()}
    first, last = shown[min(shown)], shown[max(shown)]
    heading, every = _tide_heading(measured, held), pd.concat([held, counts])
    provider = words.of(_home_series(measured), "short_name")
    summary = words("students.tide.summary", first=first, last=last, list="; ".join(_ends(measured, held)))
    missing, here = int(boxes["value"].isna().sum()), boxes.dropna(subset=["value"]).to_dict("records")
    listed = words.listed(
        words("students.tide.box_held", period=row["period"], value=measured.value(row)) for row in here
    )
    notes = [measured.cautions(held)]
    notes += (
        [f"{words('students.tide.boxes', provider=provider, list=listed)} {measured.cautions(counts)}"] if here else []
    )
    notes += [words("students.tide.fill", n=missing)] if missing else []
    return Chart(
        key="tide",
        heading=heading,
        subtitle=words("students.tide.subtitle", base=first, last=last, low=reach[0]),
        figure=charts.students.tide(
            index,
            boxes,
            series=_tide_series(measured, index, narrow=False),
            row=words("students.tide.row", provider=provider),
            **drawing,
        ),
        narrow=charts.students.tide(
            index,
            boxes,
            series=_tide_series(measured, index, narrow=True),
            row=words("students.tide.row_narrow", provider=provider),
            narrow=True,
            **drawing,
        ),
        alt=f"{words('students.tide.alt', first=first, last=last)} {summary} {words('students.tide.alt_boxes', provider=provider, n=missing, list=listed)}",
        summary=summary,
        table=_tide_table(measured, index, boxes, shown),
        sources=measured.sources(every),
        up_to=measured.up_to(held),
        copy=f"{heading}. {measured.cautions(held)} {'; '.join(source.label for source in measured.sources(held))}.",
        notes=tuple(notes),
        selects=True,
        picked=measured.picked(every, "tide"),
    )


def _home_series(measured: Measured) -> dict[str, object]:
    series = measured.package.frame("series")
    return dict(series[series["panel"].eq("students_china_home")].iloc[0])


def _tide_heading(measured: Measured, held: pd.DataFrame) -> str:
    words, run = measured.words, queries.students.against(held)
    rows = held.drop_duplicates("series_id")
    local, national = (
        rows[rows["organisation_id"].notna()].iloc[0].to_dict(),
        rows[rows["organisation_id"].isna()].iloc[0].to_dict(),
    )
    if run is not None:
        (a, b), (c, d) = run.local, run.national
        slots = {"a": a, "b": b, "c": c, "d": d, "first": run.first, "last": run.last}
        return words("students.tide.heading", local=measured.name(local), national=measured.name(national), **slots)
    end = queries.figures.ends(held).loc[local["series_id"]]
    return words(
        "students.tide.heading_plain",
        local=measured.name(local),
        a=end["first_value"],
        b=end["last_value"],
        first=end["first_period"],
        last=end["last_period"],
    )


def _ends(measured: Measured, held: pd.DataFrame) -> list[str]:
    ends, rows = queries.figures.ends(held), held.drop_duplicates("series_id").to_dict("records")
    return [
        measured.words(
            "students.ends",
            name=measured.name(row),
            a=ends.loc[row["series_id"], "first_value"],
            b=ends.loc[row["series_id"], "last_value"],
        )
        for row in rows
    ]


def _tide_series(measured: Measured, index: pd.DataFrame, *, narrow: bool) -> dict[str, Series]:
    """Word each line: the country first and grey, so that the providers lie over it."""
    last = index.sort_values("year").drop_duplicates("series_id", keep="last")
    last = last.sort_values("organisation_id", key=lambda column: column.notna(), kind="stable")
    colours = iter(_LINES)
    worded = {}
    for row in (
        last.sort_values(["position"])
        .sort_values("organisation_id", key=lambda c: c.notna(), kind="stable")
        .to_dict("records")
    ):
        colour = GREY if pd.isna(row["organisation_id"]) else next(colours, GREY)
        key = "students.label_narrow" if narrow else "students.label"
        worded[row["series_id"]] = Series(
            name=measured.name(row),
            label=_label(measured, key, measured.name(row), measured.value(row), narrow=narrow),
            colour=colour,
        )
    return worded


def _label(measured: Measured, key: str, name: str, value: str, *, narrow: bool, period: str = "") -> str:
    """Word the label at a line's end; on a phone a long name is broken."""
    shown = charts.theme.wrapped(name, 13) if narrow else charts.theme.plain(name)
    return measured.words(key, name=shown, value=value, period=period)


def _boxes(measured: Measured, shown: dict[int, str], counts: pd.DataFrame) -> pd.DataFrame:
    words = measured.words
    boxes = queries.students.boxes(shown, counts)
    texts, hovers, picks = [], [], []
    for row in boxes.to_dict("records"):
        held = pd.notna(row["value"])
        second_hand = held and row["confidence"] != "high"
        value = measured.value(row) if held else words("figure.not_held")
        texts.append(
            words("students.tide.second_hand", value=value) if second_hand else f"<b>{value}</b>" if held else value
        )
        hovers.append(words("students.tide.box_hover", period=row["period"], value=value))
        picks.append(f"tide:{row['id_figure']}" if held else "")
    return boxes.assign(text=texts, hover=hovers, pick=picks)


def _tide_table(measured: Measured, index: pd.DataFrame, boxes: pd.DataFrame, shown: dict[int, str]) -> Table:
    words = measured.words
    series = index.drop_duplicates("series_id").to_dict("records")
    columns = [Column(label=words("table.period"))]
    for row in series:
        columns += [
            Column(label=measured.name(row), numeric=True),
            Column(label=words("students.tide.index", name=measured.name(row)), numeric=True),
        ]
    columns.append(
        Column(
            label=words("students.tide.row_plain", provider=words.of(_home_series(measured), "short_name")),
            numeric=True,
        )
    )
    at = index.set_index(["series_id", "year"])
    rows = []
    for year, period in shown.items():
        cells = [Cell(text=period)]
        for row in series:
            place = (row["series_id"], year)
            there = place in at.index
            cells.append(measured.cell(at.loc[place].to_dict()) if there else Cell(text=words("figure.not_held")))
            cells.append(
                Cell(text=words.number(at.loc[place, "index"], places=1), value=round(float(at.loc[place, "index"]), 1))
                if there
                else Cell(text="")
            )
        box = boxes[boxes["year"].eq(year)].iloc[0].to_dict()
        cells.append(measured.cell(box) if pd.notna(box["value"]) else Cell(text=words("figure.not_held")))
        rows.append(tuple(cells))
    return Table(caption=words("students.tide.table"), columns=tuple(columns), rows=tuple(rows))


def totals(measured: Measured) -> Card:
    """Show each provider's students from outside the country, in panels of their own."""
    words = measured.words
    held = queries.students.totals(figures(measured, "students_index", "students_totals"))
    shown = queries.students.periods(held)
    if len(shown) < 2:
        return few(measured, "totals", held)
    marked = measured.marked(held, "totals", "students.totals.hover")
    last = shown[max(shown)]
    ends = marked.sort_values("year").drop_duplicates("series_id", keep="last").set_index("series_id")
    names = {
        row["organisation_id"]: measured.name(row)
        for row in marked.drop_duplicates("organisation_id").to_dict("records")
    }
    labels = {
        str(code): words(f"students.totals.label.{row['measure']}", value=measured.value(row.to_dict()))
        for code, row in ends.iterrows()
    }
    drawing = {"names": names, "labels": labels, "shown": shown, "tints": measured.tints()}
    outside = ends[ends["measure"].eq(queries.students.TOTALS[0])].sort_values("place")
    listed = words.listed(
        words("students.named_value", name=measured.name(row), value=measured.value(row))
        for row in outside.to_dict("records")
    )
    heading = words("students.totals.heading", last=last, list=listed)
    return Chart(
        key="totals",
        heading=heading,
        subtitle=words("students.totals.subtitle", first=shown[min(shown)], last=last),
        figure=charts.students.totals(marked, **drawing),
        narrow=charts.students.totals(marked, narrow=True, **drawing),
        alt=words("students.totals.alt", n=len(names), first=shown[min(shown)], last=last, list=listed),
        table=measured.table(marked, words("students.totals.table")),
        sources=measured.sources(held),
        up_to=measured.up_to(held),
        copy=f"{heading}. {measured.cautions(held)} {'; '.join(source.label for source in measured.sources(held))}.",
        marks=tuple(
            KeyMark(
                shape="line",
                colour=charts.students.TOTAL_COLOURS[measure],
                label=words(f"students.totals.mark.{measure}"),
            )
            for measure in queries.students.TOTALS
        ),
        notes=(measured.cautions(held),),
        selects=True,
        picked=measured.picked(held, "totals"),
    )


def country(measured: Measured) -> Card:
    """Show counts of one country's students across the country, each definition apart."""
    words = measured.words
    every = figures(measured, "students_country_lines", "students_country_points")
    drawn = queries.students.country(every)
    shown = queries.students.periods(drawn)
    if len(shown) < 2:
        return few(measured, "country", every)
    marked = measured.marked(drawn, "country", "students.country.hover")
    span = {
        year: shown.get(year, words("students.academic", first=str(year), last=f"{(year + 1) % 100:02d}"))
        for year in range(min(shown), max(shown) + 1)
    }
    drawing = {"shown": span, "tints": measured.tints()}
    ends = [
        words("students.named_period", name=measured.name(row), value=measured.value(row), period=row["period"])
        for row in _lasts(marked)
    ]
    heading = words("students.country.heading", list=words.listed(ends[: 1 + drawn["mark"].eq("line").any()][::-1]))
    return Chart(
        key="country",
        heading=_country_heading(measured, marked),
        subtitle=words("students.country.subtitle", first=span[min(span)], last=span[max(span)]),
        figure=charts.students.country(marked, series=_country_series(measured, marked, narrow=False), **drawing),
        narrow=charts.students.country(
            marked, series=_country_series(measured, marked, narrow=True), narrow=True, **drawing
        ),
        alt=words("students.country.alt", first=span[min(span)], last=span[max(span)], list="; ".join(ends)),
        table=measured.table(
            measured.marked(every, "country", "students.country.hover"), words("students.country.table")
        ),
        sources=measured.sources(every),
        up_to=measured.up_to(every),
        copy=heading,
        notes=tuple(
            words("students.country.note", name=measured.name(row), caveat=words.of(row, "caveat"))
            for row in _lasts(marked)
        ),
        selects=True,
        picked=measured.picked(drawn, "country"),
    )


def _lasts(figures: pd.DataFrame) -> list[dict[str, object]]:
    """Give the last figure of each series, in the order of the series."""
    return (
        figures.sort_values("year")
        .drop_duplicates("series_id", keep="last")
        .sort_values(["panel", "position"])
        .to_dict("records")
    )
