"""The card of signature chart 2: providers against the country, and which counts of one country's students are held."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go

import charts.students.index
import queries.figures
import queries.students
from cards import Card, Cell, Chart, Table
from cards.palette import BLUE, GREY, ORANGE
from charts.lines import Named
from views.students.figures import StudentFigures
from views.wording.tables import numeric, tabulate

_LINES = (BLUE, ORANGE)  # the providers in colour; the country stays grey


def card(students: StudentFigures) -> Card:
    """Compare providers with the country, and show beneath which counts of one country's students are held."""
    words = students.words
    figures, counts = students.panel("students_index"), students.panel("students_china_home")
    every, periods = pd.concat([figures, counts]), queries.students.periods(figures)
    of_provider = figures["organisation_id"].notna()
    if len(periods) < 2 or of_provider.all() or not of_provider.any():
        return students.few("tide", words("students.index.few"), every)
    index = students.marked(queries.students.index(figures), "tide", "students.index.hover")
    boxes = _boxes(students, periods, counts)
    reach = queries.students.reach(index["index"])
    first, last = periods[min(periods)], periods[max(periods)]
    heading, provider = _heading(students, figures), words.of(_home_series(students), "short_name")
    summary = words("students.index.summary", first=first, last=last, list=words.joined(_ends(students, figures)))
    known = boxes.dropna(subset=["value"]).to_dict("records")
    missing = len(boxes) - len(known)
    values = words.listed(
        words("students.index.box_held", period=row["period"], value=students.value(row)) for row in known
    )
    notes = [students.cautions(figures)]
    if known:
        sentence = words("students.index.boxes", provider=provider, list=values)
        notes.append(words.stated(sentence, students.cautions(counts, besides=figures)))
    notes += [words("students.index.fill", n=missing)] if missing else []

    def draw(*, narrow: bool = False) -> go.Figure:
        return charts.students.index.against(
            index,
            boxes,
            series=_series(students, index, narrow=narrow),
            row=words("students.index.row_narrow" if narrow else "students.index.row", provider=provider),
            academic_years=periods,
            reach=reach,
            spans=students.spans(),
            narrow=narrow,
        )

    return Chart(
        key="tide",
        heading=heading,
        subtitle=words("students.index.subtitle", base=first, last=last, low=reach[0]),
        draw=draw,
        alt=words.stated(
            words("students.index.alt", first=first, last=last),
            summary,
            words("students.index.alt_boxes", provider=provider, n=missing, list=values),
        ),
        summary=summary,
        table=_table(students, index, boxes, provider),
        sources=students.sources(every),
        up_to=students.up_to(figures),
        copy=students.copied(heading, figures),
        notes=tuple(notes),
        picked=students.picked(every, "tide"),
    )


def _home_series(students: StudentFigures) -> dict[str, Any]:
    """Find the provider whose counts of one country's students stand beneath: else the first that is compared."""
    series = students.package.frame("series").sort_values("position")
    own = series[series["panel"].eq("students_china_home")]
    compared = series[series["panel"].eq("students_index") & series["organisation_id"].notna()]
    return dict(pd.concat([own, compared]).iloc[0])


def _heading(students: StudentFigures, figures: pd.DataFrame) -> str:
    words, run = students.words, queries.students.against(figures)
    rows = figures.drop_duplicates("series_id")
    of_provider = rows["organisation_id"].notna()
    local, national = rows[of_provider].iloc[0].to_dict(), rows[~of_provider].iloc[0].to_dict()
    if run is not None:
        (a, b), (c, d) = run.local, run.national
        slots = {"a": a, "b": b, "c": c, "d": d, "first": run.first, "last": run.last}
        return words("students.index.heading", local=students.name(local), national=students.name(national), **slots)
    end = queries.figures.ends(figures).loc[local["series_id"]]
    slots = {"a": end["first_value"], "b": end["last_value"], "first": end["first_period"], "last": end["last_period"]}
    return words("students.index.heading_plain", local=students.name(local), **slots)


def _ends(students: StudentFigures, figures: pd.DataFrame) -> Iterator[str]:
    ends = queries.figures.ends(figures)
    for row in figures.drop_duplicates("series_id").to_dict("records"):
        end = ends.loc[row["series_id"]]
        yield students.words("measured.ends", name=students.name(row), a=end["first_value"], b=end["last_value"])


def _series(students: StudentFigures, index: pd.DataFrame, *, narrow: bool) -> dict[str, Named]:
    """Word each line: the country first and grey, so that the providers lie over it."""
    colours, series = iter(_LINES), {}
    for row in sorted(students.lasts(index), key=lambda row: pd.notna(row["organisation_id"])):
        colour = GREY if pd.isna(row["organisation_id"]) else next(colours, GREY)
        series[row["series_id"]] = students.line(row, colour, "measured.label", narrow=narrow)
    return series


def _boxes(students: StudentFigures, periods: dict[int, str], counts: pd.DataFrame) -> pd.DataFrame:
    words = students.words
    boxes = queries.students.boxes(periods, counts)
    texts, hovers, picks = [], [], []
    for row in boxes.to_dict("records"):
        value, text, pick = words("figure.not_held"), "", ""
        if pd.notna(row["value"]):
            value, pick = students.value(row), f"tide:{row['id_figure']}"
            sure = row["confidence"] == "high"
            text = f"<b>{value}</b>" if sure else words("students.index.second_hand", value=value)
        texts.append(text or value)
        hovers.append(words("students.index.box_hover", period=row["period"], value=value))
        picks.append(pick)
    return boxes.assign(text=texts, hover=hovers, pick=picks)


def _table(students: StudentFigures, index: pd.DataFrame, boxes: pd.DataFrame, provider: str) -> Table:
    words = students.words
    names = {row["series_id"]: students.name(row) for row in index.drop_duplicates("series_id").to_dict("records")}
    figures = {(row["series_id"], row["year"]): row for row in index.to_dict("records")}
    absent = words("figure.not_held")
    labels = [label for name in names.values() for label in (name, words("students.index.column", name=name))]

    def cells(box: dict[Any, Any]) -> Iterator[str | Cell]:
        yield box["period"]
        for series in names:
            row = figures.get((series, box["year"]))
            yield students.cell(row) if row else absent
            value = round(float(row["index"]), 1) if row else None
            yield Cell(text=words.number(row["index"], places=1) if row else "", value=value)
        yield students.cell(box) if pd.notna(box["value"]) else absent

    return tabulate(
        words("students.index.table"),
        (words("table.period"), *map(numeric, labels), numeric(words("students.index.row_plain", provider=provider))),
        map(cells, boxes.to_dict("records")),
    )
