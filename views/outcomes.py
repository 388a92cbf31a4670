"""What came of it: each undertaking's steps, the June 2024 mission, and the anniversaries."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

import charts.records.outcomes
import queries.outcomes
import queries.records
from cards import Card, Cell, Chart, Details, KeyMark, Pair, Prose, Sheet, Table, Title
from cards.palette import BLUE, SECOND
from texts import Words
from views.context import Context
from views.wording.tables import count_cell, numeric, tabulate

MARKS = {"announced": "ring", "signed": "half", "delivered": "dot", "ended": "cross"}
CATEGORIES = ("aim", "format", "backer", "strand", "meeting", "proposal")
UNKNOWN = ("size", "list", "days", "cost", "results")
ANNIVERSARIES = (5, 10, 15, 20, 25, 30)


def view(context: Context) -> list[Card]:
    """Compose the page."""
    package, words = context.package, context.words
    cards: list[Card] = [Title(heading=words("outcomes.title"), lead=words("outcomes.lead"))]
    steps = queries.outcomes.steps(package.frame("threads"), package.frame("undertakings"))
    cards += [Prose(heading=words("outcomes.none"), boxed=True)] if steps.empty else [_undertakings(context, steps)]
    mission = package.frame("mission")
    if not mission.empty:
        cards += [_mission(context, mission), *_fields(context, mission)]
    return [*cards, *_anniversaries(context)]


def _undertakings(context: Context, steps: pd.DataFrame) -> Chart:
    package, choices, words, catalogue = context.package, context.choices, context.words, context.catalogue
    lines = queries.outcomes.runs(steps, package.as_of)
    standing = queries.outcomes.standing(lines)
    records = pd.concat([package.frame("exchanges"), package.frame("trade_events")], ignore_index=True)
    rows = lines.to_dict("records")
    names, states = [words.of(row, "name") for row in rows], [words.of(row, "state") for row in rows]
    statuses = {status: words(f"status.{status}") for status in MARKS}
    years = (package.partnership.first_year, package.as_of.year)
    heading = words("outcomes.heading", n=standing["open"], all=standing["all"])
    picked = steps[steps["id"].eq(choices.get("pick"))]
    draw = partial(
        charts.records.outcomes.threads,
        steps,
        lines,
        years=years,
        names=names,
        states=states,
        hovers=[_hover(row, words) for row in steps.to_dict("records")],
        statuses=statuses,
    )
    return Chart(
        key="threads",
        heading=heading,
        subtitle=words(
            "outcomes.subtitle", n=standing["all"], first=words.year(years[0]), last=words.date(package.as_of)
        ),
        draw=draw,
        alt=words(
            "outcomes.alt",
            n=standing["all"],
            list=words.joined(
                words("join.pair", name=name, value=state) for name, state in zip(names, states, strict=True)
            ),
        ),
        summary=words("outcomes.summary", delivered=standing["delivered"], open=standing["open"], n=standing["all"]),
        table=_table(context, steps),
        sources=(),
        up_to=context.records_up_to,
        copy=words.stated(heading, words("record.line")),
        marks=(
            *(KeyMark(shape=shape, colour=BLUE, label=statuses[status]) for status, shape in MARKS.items()),
            KeyMark(shape="line", colour=BLUE, label=words("outcomes.running")),
            KeyMark(shape="dash", colour=SECOND, label=words("status.nothing_later_found")),
        ),
        notes=(
            words("outcomes.note"),
            words("outcomes.hollow"),
            *([words("filter.ignored_all")] if choices.filtered else []),
        ),
        picked=catalogue.detail(records[records["id"].isin(picked["record"])]),
    )


def _hover(step: dict[Any, Any], words: Words) -> str:
    return words(
        "outcomes.step",
        date=words.date(step["date"], step["precision"]),
        status=words(f"status.{step['status']}"),
        label=words.of(step, "label"),
    )


def _table(context: Context, steps: pd.DataFrame) -> Table:
    choices, words = context.choices, context.words
    heads = ("undertaking", "date", "step", "status", "record")
    return tabulate(
        words("outcomes.table"),
        [words(f"outcomes.column.{head}") for head in heads],
        (
            (
                words.of(row, "name"),
                words.date(row["date"], row["precision"]),
                words.of(row, "label"),
                words(f"status.{row['status']}"),
                Cell(text=row["record"], link=choices.link(row["record"], "record", id=row["record"])),
            )
            for row in steps.to_dict("records")
        ),
    )


def _mission(context: Context, mission: pd.DataFrame) -> Details:
    """Set out what the council announced, what reports confirm, and what is not known."""
    choices, words, catalogue = context.choices, context.words, context.catalogue

    def value(row: dict[Any, Any]) -> Cell:
        status = words(f"mission.status.{row['status']}")
        text = words("mission.item", detail=words.of(row, "detail"), status=status)
        source = catalogue.publisher_named(row["source_id"])
        record = choices.link(words("mission.record"), "record", id=row["exchange_id"])
        return Cell(text=words.stated(text, words.of(row, "note")), ways=(source, record))

    away = context.package.partnership.away.name
    institutions = queries.outcomes.institutions(mission, catalogue.named, away=away)
    values = {
        category: [value(row) for row in mission[mission["category"].eq(category)].to_dict("records")]
        for category in CATEGORIES
    } | {
        "institutions": [Cell(text=words.of(row, "name")) for row in institutions.to_dict("records")],
        "met": [Cell(text=name) for name in _people(mission, words)],
        "unknown": [Cell(text=words(f"mission.unknown_{name}")) for name in UNKNOWN],
    }
    return Details(
        heading=words("mission.title"),
        pairs=tuple(
            Pair(label=words(f"mission.{name}"), values=tuple(cells)) for name, cells in values.items() if cells
        ),
    )


def _people(mission: pd.DataFrame, words: Words) -> list[str]:
    """Name those the reports name who hold an office; the others are in the records alone."""
    people = mission[mission["category"].eq("participant")]
    officers = people[people["highlight"].fillna(value=False)]
    names = [words.of(row, "detail") for row in officers.to_dict("records")]
    others = len(people) - len(officers)
    return [*names, words("mission.others", n=others)] if others else names


def _fields(context: Context, mission: pd.DataFrame) -> list[Sheet]:
    """Say what the record holds in each field of links that the council named."""
    package, choices, words = context.package, context.choices, context.words
    fields = mission[mission["category"].eq("theme")]
    if fields.empty:
        return []
    counts = queries.records.by_sector(queries.records.chosen(package.frame("exchanges")))

    def cells(row: dict[Any, Any]) -> tuple[str, Cell]:
        link = choices.cleared().change(sectors=(row["sector"],)).link(words("record.open"), "record")
        return words.of(row, "detail"), count_cell(words, int(counts.get(row["sector"], 0)), link)

    heads = (words("table.sector"), numeric(words("table.records")))
    return [
        Sheet(
            key="fields",
            heading=words("mission.fields"),
            subtitle=words("mission.fields_subtitle"),
            table=tabulate(words("mission.fields_table"), heads, map(cells, fields.to_dict("records"))),
            notes=(words("record.line"),),
        )
    ]


def _anniversaries(context: Context) -> list[Card]:
    package, words, catalogue = context.package, context.words, context.catalogue
    marked, exchanges = package.frame("anniversaries"), package.frame("exchanges")
    first = int(package.partnership.twinned_on[:4])
    cards: list[Card] = [Prose(heading=words("anniversary.title"), paragraphs=(words("anniversary.lead"),))]
    for years in ANNIVERSARIES:
        year = first + years
        heading = words("anniversary.heading", years=years, year=str(year))
        ids = marked.loc[marked["years"].eq(years), "exchange_id"]
        records = exchanges[exchanges["id"].isin(ids)].sort_values(["start_date", "id"])
        if records.empty:
            text = words("anniversary.to_come") if year > package.as_of.year else words("anniversary.none")
            cards.append(Prose(heading=heading, paragraphs=(text,), level=3))
        else:
            card = catalogue.cards(records, heading, words("record.held", n=len(records)))
            cards.append(replace(card, level=3))
    return cards
