"""Students: providers against the country, counts of one country's students, what is known of the campus abroad."""

from functools import partial
from typing import Any

import plotly.graph_objects as go

import charts.students.panels
import queries.students
from cards import Card, Chart, KeyMark, Notice, Sheet, Title
from cards.palette import BLUE, GREY, ORANGE, TEAL
from charts.lines import Named
from views.context import Context
from views.students import index, partner_campus
from views.students.figures import StudentFigures

_COLOURS = {"line": (TEAL, BLUE), "point": (ORANGE,)}  # counts of one country by their mark; further ones are grey


def view(context: Context) -> list[Card]:
    """Compose the page."""
    choices, words = context.choices, context.words
    students = StudentFigures.of(context)
    cards: list[Card] = [Title(heading=words("students.title"), lead=words("students.lead"))]
    if set(choices.filtered) - {"years"}:
        cards.append(Notice(kind="info", text=words("filter.page_ignores")))
    return [
        *cards,
        index.card(students),
        totals(students),
        country(students),
        *partner_campus.cards(students),
        *other_figures(students),
    ]


def totals(students: StudentFigures) -> Card:
    """Show each provider's students from outside the country, in panels of their own."""
    words = students.words
    figures = queries.students.totals(students.panel("students_index", "students_totals"))
    periods = queries.students.periods(figures)
    if len(periods) < 2:
        return students.few("totals", words("students.totals.few"), figures)
    marked = students.marked(figures, "totals", "students.totals.hover")
    first, last = periods[min(periods)], periods[max(periods)]
    lasts = students.lasts(marked)
    names = {
        row["organisation_id"]: students.name(row)
        for row in marked.drop_duplicates("organisation_id").to_dict("records")
    }
    measures = {measure: words(f"students.totals.mark.{measure}") for measure in queries.students.TOTALS}
    draw = partial(
        charts.students.panels.totals,
        marked,
        names=names,
        labels={
            row["series_id"]: words(f"students.totals.label.{row['measure']}", value=students.value(row))
            for row in lasts
        },
        measures=measures,
        academic_years=periods,
        spans=students.spans(),
        write=words.large,
    )
    providers = words.listed(
        words("measured.named_value", name=students.name(row), value=students.value(row))
        for row in sorted(lasts, key=lambda row: row["rank"])
        if row["measure"] == queries.students.TOTALS[0]
    )
    heading = words("students.totals.heading", last=last, list=providers)
    return Chart(
        key="totals",
        panels=True,
        heading=heading,
        subtitle=words("students.totals.subtitle", first=first, last=last),
        draw=draw,
        alt=words("students.totals.alt", n=len(names), first=first, last=last, list=providers),
        table=students.table(marked, words("students.totals.table")),
        sources=students.sources(figures),
        up_to=students.up_to(figures),
        copy=students.copied(heading, figures),
        marks=tuple(
            KeyMark(shape="line", colour=charts.students.panels.TOTAL_COLOURS[measure], label=name)
            for measure, name in measures.items()
        ),
        notes=(students.cautions(figures),),
        picked=students.picked(figures, "totals"),
    )


def country(students: StudentFigures) -> Card:
    """Show counts of one country's students across the United Kingdom, each definition apart."""
    words = students.words
    every = students.panel("students_country_lines", "students_country_points")
    drawn = queries.students.country(every)
    periods = queries.students.periods(drawn)
    if len(periods) < 2:
        return students.few("country", words("students.country.few"), every)
    marked = students.marked(drawn, "country", "students.country.hover")
    lasts = students.lasts(marked)
    first, last = periods[min(periods)], periods[max(periods)]
    lines, points = ([row for row in lasts if row["mark"] == mark] for mark in ("line", "point"))
    latest = [*sorted(lines, key=lambda row: row["year"])[-1:], *points[:1]]

    def end(key: str, row: dict[Any, Any]) -> str:
        return words(key, name=students.name(row), value=students.value(row), period=students.period(row))

    def draw(*, narrow: bool = False) -> go.Figure:
        return charts.students.panels.country(
            marked,
            series=_series(students, lasts, narrow=narrow),
            academic_years=queries.students.academic_years(periods),
            spans=students.spans(),
            write=words.large,
            narrow=narrow,
        )

    heading = words("students.country.heading", list=words.listed(end("measured.value_named", row) for row in latest))
    return Chart(
        key="country",
        heading=heading,
        subtitle=words("students.country.subtitle", first=first, last=last),
        draw=draw,
        alt=words(
            "students.country.alt",
            first=first,
            last=last,
            list=words.joined(end("measured.named_period", row) for row in lasts),
        ),
        table=students.table(every, words("students.country.table")),
        sources=students.sources(every),
        up_to=students.up_to(drawn),
        copy=students.copied(heading, drawn),
        notes=(
            words("students.country.apart"),
            *(words("students.country.note", name=students.name(row), caveat=words.of(row, "caveat")) for row in lasts),
        ),
        picked=students.picked(drawn, "country"),
    )


def _series(students: StudentFigures, lasts: list[dict[Any, Any]], *, narrow: bool) -> dict[str, Named]:
    """Word each definition with its last value; lines and points have colours of their own."""
    colours = {mark: iter(shades) for mark, shades in _COLOURS.items()}
    shades = [next(colours[row["mark"]], GREY) for row in lasts]
    return {
        row["series_id"]: students.line(row, colour, "measured.label_period", narrow=narrow)
        for row, colour in zip(lasts, shades, strict=True)
    }


def other_figures(students: StudentFigures) -> list[Card]:
    """List the figures that no chart of this page shows; those without a date or not confirmed stand apart."""
    words = students.words
    every = students.panel("students_other", "students_totals", "students_index")
    drawn = queries.students.totals(every)["id_figure"]
    rest = every[~every["id_figure"].isin(drawn) & every["panel"].ne("students_index")]
    rest = rest.sort_values("mark", ascending=False, kind="stable")  # single figures before the long lines
    unsure = queries.students.unsure(rest)
    sheets: list[Card] = []
    for key, part in (("also", rest[~unsure]), ("unsure", rest[unsure])):
        if not part.empty:
            heading = words(f"students.{key}.heading", n=len(part))
            table = students.table(part, words(f"students.{key}.table"))
            sheets.append(Sheet(key=key, heading=heading, subtitle=words(f"students.{key}.subtitle"), table=table))
    return sheets
