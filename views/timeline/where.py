"""Where the records that the filters choose took place: maps of the coast alone, and the same as a table."""

from __future__ import annotations

import pandas as pd

import charts.records.maps
import queries.places
import queries.sources
from cards import Card, Chart, Records, Table
from charts.records.maps import Window
from loaders.partnership import City
from texts import Words
from views.context import Context
from views.wording.tables import count_cell, numeric, tabulate

HALF = 0.48  # degrees of latitude shown on either side of a city


def cards(context: Context, records: pd.DataFrame) -> list[Card]:
    """Compose the view."""
    package, words, catalogue = context.package, context.words, context.catalogue
    held = queries.places.by_place(records, package.frame("places"))
    if held.empty:
        return [catalogue.cards(records.head(12), words("timeline.records"), words("where.none"))]
    home, away = package.partnership.home, package.partnership.away
    ends = ((home.longitude, home.latitude), (away.longitude, away.latitude))
    distance = words("where.distance", km=round(queries.places.distance(*ends), -2))
    names = [words.of(row, "name") for row in held.to_dict("records")]
    counts = [words("record.held", n=int(number)) for number in held["records"]]
    drawing = {
        "windows": _windows(home, away, words),
        "names": names,
        "hovers": [words("where.hover", place=name, held=count) for name, count in zip(names, counts, strict=True)],
        "route": queries.places.great_circle(*ends),
        "distance": distance,
    }
    heading = words("where.heading", place=names[0], n=int(held.iloc[0]["records"]), of=len(records))
    coast = package.frame("coastline")
    return [
        Chart(
            key="where",
            heading=heading,
            subtitle=words("where.subtitle", distance=distance),
            draw=lambda: charts.records.maps.maps(held, coast, **drawing),  # type: ignore[arg-type]
            draw_narrow=lambda: charts.records.maps.maps(held, coast, narrow=True, **drawing),  # type: ignore[arg-type]
            alt=words(
                "where.alt",
                list=words.listed(
                    words("measured.named_value", name=name, value=int(number))
                    for name, number in zip(names, held["records"], strict=True)
                ),
            ),
            table=_table(context, held, names),
            sources=(),
            up_to=catalogue.basis(records),
            copy=words.stated(heading, words("record.line")),
            notes=(
                words("record.line"),
                words("where.unplaced", n=queries.places.without_place(records)),
                words("where.maps"),
            ),
            selects=True,
            picked=_picked(context, records, held),
        )
    ]


def _windows(home: City, away: City, words: Words) -> tuple[Window, ...]:
    def around(part: str, city: City) -> Window:
        x, y = city.longitude, city.latitude
        return Window(
            part=part,
            west=x - 2 * HALF,
            south=y - HALF,
            east=x + 2 * HALF,
            north=y + HALF,
            title=words(f"where.{part}"),
            true_at=y,
        )

    world = Window(part="world", west=-27, south=22, east=147, north=72, title=words("where.world"))
    return world, around("home", home), around("away", away)


def _table(context: Context, held: pd.DataFrame, names: list[str]) -> Table:
    choices, words = context.choices, context.words
    return tabulate(
        words("where.table"),
        (words("where.place"), numeric(words("table.records"))),
        (
            (
                name,
                count_cell(
                    words, row["records"], choices.link(words("record.open"), "timeline", view="where", pick=row["id"])
                ),
            )
            for name, row in zip(names, held.to_dict("records"), strict=True)
        ),
    )


def _picked(context: Context, records: pd.DataFrame, held: pd.DataFrame) -> Records | None:
    choices, words, catalogue = context.choices, context.words, context.catalogue
    place = held[held["id"].eq(choices.get("pick"))]
    if place.empty:
        return None
    found = records[records["place_id"].eq(choices.get("pick"))]
    return catalogue.detail(found, words.of(place.iloc[0].to_dict(), "name"), words("record.held", n=len(found)))
