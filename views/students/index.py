"""The card of signature chart 2: providers against the country, and which counts of one country's students are held."""

from __future__ import annotations

from typing import Any

import pandas as pd

import charts.students.index
import queries.figures
import queries.students
from cards import Card, Cell, Chart, Column, Table
from cards.palette import BLUE, GREY, ORANGE
from charts.lines import Named
from views.students.figures import StudentFigures
from views.wording.tables import tabulate

_LINES = (BLUE, ORANGE)  # the providers in colour; the country stays grey


def card(students: StudentFigures) -> Card:
    """Compare providers with the country, and show beneath which counts of one country's students are held."""
    words = students.words
    held = students.panel("students_index")
    shown = queries.students.periods(held)
    sides = held["organisation_id"].notna()
    if len(shown) < 2 or sides.all() or not sides.any():
        return students.few(
            "tide", words("students.index.few"), pd.concat([held, students.panel("students_china_home")])
        )
    index = students.marked(queries.students.index(held), "tide", "students.index.hover")
    counts = students.panel("students_china_home")
    boxes = _boxes(students, shown, counts)
    reach = queries.students.reach(index["index"])
    drawing: dict[str, Any] = {"shown": shown, "reach": reach, "spans": students.spans()}
    first, last = shown[min(shown)], shown[max(shown)]
    heading, every = _tide_heading(students, held), pd.concat([held, counts])
    provider = words.of(_home_series(students), "short_name")
    summary = words("students.index.summary", first=first, last=last, list=words.joined(_ends(students, held)))
    missing, here = int(boxes["value"].isna().sum()), boxes.dropna(subset=["value"]).to_dict("records")
    listed = words.listed(
        words("students.index.box_held", period=row["period"], value=students.value(row)) for row in here
    )
    notes = [students.cautions(held)]
    if here:
        said = words("students.index.boxes", provider=provider, list=listed)
        notes.append(words.stated(said, students.cautions(counts, besides=held)))
    notes += [words("students.index.fill", n=missing)] if missing else []
    return Chart(
        key="tide",
        heading=heading,
        subtitle=words("students.index.subtitle", base=first, last=last, low=reach[0]),
        draw=lambda: charts.students.index.against(
            index,
            boxes,
            series=_tide_series(students, index, narrow=False),
            row=words("students.index.row", provider=provider),
            **drawing,
        ),
        draw_narrow=lambda: charts.students.index.against(
            index,
            boxes,
            series=_tide_series(students, index, narrow=True),
            row=words("students.index.row_narrow", provider=provider),
            narrow=True,
            **drawing,
        ),
        alt=words.stated(
            words("students.index.alt", first=first, last=last),
            summary,
            words("students.index.alt_boxes", provider=provider, n=missing, list=listed),
        ),
        summary=summary,
        table=_tide_table(students, index, boxes, shown),
        sources=students.sources(every),
        up_to=students.up_to(held),
        copy=students.copied(heading, held),
        notes=tuple(notes),
        selects=True,
        picked=students.picked(every, "tide"),
    )


def _home_series(students: StudentFigures) -> dict[str, Any]:
    """Find the provider whose counts of one country's students stand beneath: else the first that is compared."""
    series = students.package.frame("series").sort_values("position")
    own = series[series["panel"].eq("students_china_home")]
    compared = series[series["panel"].eq("students_index") & series["organisation_id"].notna()]
    return dict(pd.concat([own, compared]).iloc[0])


def _tide_heading(students: StudentFigures, held: pd.DataFrame) -> str:
    words, run = students.words, queries.students.against(held)
    rows = held.drop_duplicates("series_id")
    local, national = (
        rows[rows["organisation_id"].notna()].iloc[0].to_dict(),
        rows[rows["organisation_id"].isna()].iloc[0].to_dict(),
    )
    if run is not None:
        (a, b), (c, d) = run.local, run.national
        slots = {"a": a, "b": b, "c": c, "d": d, "first": run.first, "last": run.last}
        return words("students.index.heading", local=students.name(local), national=students.name(national), **slots)
    end = queries.figures.ends(held).loc[local["series_id"]]
    return words(
        "students.index.heading_plain",
        local=students.name(local),
        a=end["first_value"],
        b=end["last_value"],
        first=end["first_period"],
        last=end["last_period"],
    )


def _ends(students: StudentFigures, held: pd.DataFrame) -> list[str]:
    ends, rows = queries.figures.ends(held), held.drop_duplicates("series_id").to_dict("records")
    return [
        students.words(
            "measured.ends",
            name=students.name(row),
            a=ends.loc[row["series_id"], "first_value"],
            b=ends.loc[row["series_id"], "last_value"],
        )
        for row in rows
    ]


def _tide_series(students: StudentFigures, index: pd.DataFrame, *, narrow: bool) -> dict[str, Named]:
    """Word each line: the country first and grey, so that the providers lie over it."""
    colours, worded = iter(_LINES), {}
    lasts = students.lasts(index)
    for row in sorted(lasts, key=lambda row: pd.notna(row["organisation_id"])):
        colour = GREY if pd.isna(row["organisation_id"]) else next(colours, GREY)
        label = students.label(row, "measured.label_narrow" if narrow else "measured.label", narrow=narrow)
        worded[row["series_id"]] = Named(name=students.name(row), label=label, colour=colour)
    return worded


def _boxes(students: StudentFigures, shown: dict[int, str], counts: pd.DataFrame) -> pd.DataFrame:
    words = students.words
    boxes = queries.students.boxes(shown, counts)
    texts, hovers, picks = [], [], []
    for row in boxes.to_dict("records"):
        held = pd.notna(row["value"])
        second_hand = held and row["confidence"] != "high"
        value = students.value(row) if held else words("figure.not_held")
        texts.append(
            words("students.index.second_hand", value=value) if second_hand else f"<b>{value}</b>" if held else value
        )
        hovers.append(words("students.index.box_hover", period=row["period"], value=value))
        picks.append(f"tide:{row['id_figure']}" if held else "")
    return boxes.assign(text=texts, hover=hovers, pick=picks)


def _tide_table(students: StudentFigures, index: pd.DataFrame, boxes: pd.DataFrame, shown: dict[int, str]) -> Table:
    words = students.words
    series = index.drop_duplicates("series_id").to_dict("records")
    columns = [Column(label=words("table.period"))]
    for row in series:
        columns += [
            Column(label=students.name(row), numeric=True),
            Column(label=words("students.index.column", name=students.name(row)), numeric=True),
        ]
    columns.append(
        Column(
            label=words("students.index.row_plain", provider=words.of(_home_series(students), "short_name")),
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
            cells.append(students.cell(at.loc[place].to_dict()) if there else Cell(text=words("figure.not_held")))
            cells.append(
                Cell(text=words.number(at.loc[place, "index"], places=1), value=round(float(at.loc[place, "index"]), 1))
                if there
                else Cell(text="")
            )
        box = boxes[boxes["year"].eq(year)].iloc[0].to_dict()
        cells.append(students.cell(box) if pd.notna(box["value"]) else Cell(text=words("figure.not_held")))
        rows.append(tuple(cells))
    return tabulate(words("students.index.table"), columns, rows)
