"""The cards of the campus abroad: intakes, graduates and size, and the route by which its students come here."""

from functools import partial

import pandas as pd

import charts.students.panels
import queries.students
from cards import Card, Chart, KeyMark, Sheet
from cards.palette import SECOND
from views.students.figures import StudentFigures

_SHAPES = {True: "dot", False: "ring"}  # the mark of an exact number, and of one that is not
_PARTS = ("intake", "graduates", "size")


def cards(students: StudentFigures) -> list[Card]:
    """Show what is known of the campus, then of the route from it."""
    return [card for card in (campus(students), route(students)) if card is not None]


def _organisation(students: StudentFigures, figures: pd.DataFrame) -> dict[str, str]:
    """Name the campus and its city, as the organisations have them."""
    organisations = students.package.frame("organisations")
    row = organisations[organisations["id"].eq(figures["organisation_id"].iloc[0])].iloc[0].to_dict()
    series = students.package.frame("series")
    there = series[series["geography"].eq(row["city"])].to_dict("records")
    return {
        "partner": students.name(row),
        "full": students.words.of(row, "name"),
        "city": students.words.of(there[0], "geography") if there else row["city"],
    }


def campus(students: StudentFigures) -> Card:
    """Show intakes, graduates and size as points; what is undated, or a sum over years, is in the table."""
    words = students.words
    every = students.panel("students_xjtlu")
    drawn = queries.students.campus(every)
    periods = queries.students.periods(drawn)
    if len(periods) < 2:
        return students.few("campus", words("students.campus.few"), every)
    marked = students.marked(drawn, "campus", "students.campus.hover")
    names = _organisation(students, drawn)
    span = {"first": periods[min(periods)], "last": periods[max(periods)]}
    parts = {part: words(f"students.campus.{part}") for part in _PARTS if marked["part"].eq(part).any()}
    exactness = {exact: words(f"students.campus.mark.{shape}") for exact, shape in _SHAPES.items()}
    draw = partial(
        charts.students.panels.campus,
        marked,
        parts=parts,
        groups={group: words(f"students.campus.group.{group}") for group in marked["group"].unique()},
        exactness=exactness,
        academic_years=queries.students.academic_years(periods),
        spans=students.spans(),
        write=words.large,
    )
    ends = words.joined(_end(students, marked[marked["part"].eq(part)]) for part in parts)
    heading = _heading(students, drawn, names)
    return Chart(
        key="campus",
        panels=True,
        heading=heading,
        subtitle=words("students.campus.subtitle", **span, **names),
        draw=draw,
        alt=words("students.campus.alt", **span, list=ends, **names),
        table=students.table(every, words("students.campus.table", **names)),
        sources=students.sources(every),
        up_to=students.up_to(drawn),
        copy=students.copied(heading, drawn),
        marks=tuple(KeyMark(shape=shape, colour=SECOND, label=exactness[exact]) for exact, shape in _SHAPES.items()),
        notes=(words("students.campus.note", **names), students.cautions(drawn)),
        picked=students.picked(drawn, "campus"),
    )


def _heading(students: StudentFigures, drawn: pd.DataFrame, names: dict[str, str]) -> str:
    """Say how large the campus was at last and how small its first intake, where both are held."""
    sizes, intakes = drawn[drawn["measure"].eq("xjtlu_students")], drawn[drawn["part"].eq("intake")]
    if sizes.empty or intakes.empty or students.choices.years:
        return students.words("students.campus.heading_plain", **names)
    last, first = sizes.iloc[-1].to_dict(), intakes.iloc[0].to_dict()
    return students.words(
        "students.campus.heading",
        size=students.value(last),
        period=students.period(last),
        intake=students.value(first),
        first=students.period(first),
        **names,
    )


def _end(students: StudentFigures, part: pd.DataFrame) -> str:
    row = part.sort_values(["year", "value"]).iloc[-1].to_dict()
    return students.words(
        "measured.named_period",
        name=students.words.of(row, "short_name"),
        value=students.value(row),
        period=students.period(row),
    )


def route(students: StudentFigures) -> Card | None:
    """List the few counts of students who came from the campus, each with its caution; nothing joins them."""
    words = students.words
    figures = students.panel("students_two_plus_two")
    if figures.empty:
        return None
    unsure = queries.students.unsure(figures)
    dated = figures[~unsure].sort_values("year")
    values = [
        words("students.route.dated", value=students.value(row), period=students.period(row))
        for row in dated.to_dict("records")
    ]
    heading = words("students.route.heading_undated")
    if values:
        heading = words("students.route.heading", list=words.listed(values))
    return Sheet(
        key="route",
        heading=heading,
        subtitle=words("students.route.subtitle"),
        table=students.table(pd.concat([dated, figures[unsure]]), words("students.route.table")),
        notes=(words("students.route.note"),),
    )
