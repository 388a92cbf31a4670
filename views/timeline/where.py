"""Where the records that the filters choose took place: maps of the coast alone, and the same as a table."""

from functools import partial
from typing import Any

import pandas as pd

import charts.records.maps
import queries.places
import queries.sources
from cards import Card, Cell, Chart, Records, Table
from charts.records.maps import Window
from loaders.partnership import City
from texts import Words
from views.context import Context
from views.wording.tables import count_cell, numeric, tabulate

HALF = 0.48  # degrees of latitude shown on either side of a city


def cards(context: Context, records: pd.DataFrame) -> list[Card]:
    """Compose the view."""
    package, words, catalogue = context.package, context.words, context.catalogue
    places = queries.places.by_place(records, package.frame("places"))
    if places.empty:
        return [catalogue.cards(records.head(12), words("timeline.records"), words("where.none"))]
    home, away = package.partnership.home, package.partnership.away
    ends = ((home.longitude, home.latitude), (away.longitude, away.latitude))
    distance = words("where.distance", km=round(queries.places.distance(*ends), -2))
    counts = [(words.of(row, "name"), int(row["records"])) for row in places.to_dict("records")]
    first, most = counts[0]
    draw = partial(
        charts.records.maps.maps,
        places,
        package.frame("coastline"),
        windows=_windows(home, away, words),
        names=[name for name, _ in counts],
        hovers=[words("where.hover", place=name, held=words("record.held", n=n)) for name, n in counts],
        route=queries.places.great_circle(*ends),
        distance=distance,
    )
    heading = words("where.heading", place=first, n=most, of=len(records))
    return [
        Chart(
            key="where",
            heading=heading,
            subtitle=words("where.subtitle", distance=distance),
            draw=draw,
            alt=words(
                "where.alt",
                list=words.listed(words("measured.named_value", name=name, value=n) for name, n in counts),
            ),
            table=_table(context, places),
            sources=(),
            up_to=catalogue.basis(records),
            copy=words.stated(heading, words("record.line")),
            notes=(
                words("record.line"),
                words("where.unplaced", n=queries.places.without_place(records)),
                words("where.maps"),
            ),
            picked=_picked(context, records, places),
        )
    ]


def _windows(home: City, away: City, words: Words) -> tuple[Window, ...]:
    def around(part: str, city: City) -> Window:
        x, y = city.longitude, city.latitude
        edges = {"west": x - 2 * HALF, "south": y - HALF, "east": x + 2 * HALF, "north": y + HALF}
        return Window(part=part, title=words(f"where.{part}"), true_at=y, **edges)

    world = Window(part="world", west=-27, south=22, east=147, north=72, title=words("where.world"))
    return world, around("home", home), around("away", away)


def _table(context: Context, places: pd.DataFrame) -> Table:
    choices, words = context.choices, context.words

    def cells(row: dict[Any, Any]) -> tuple[str, Cell]:
        link = choices.link(words("record.open"), "timeline", view="where", pick=row["id"])
        return words.of(row, "name"), count_cell(words, row["records"], link)

    heads = (words("where.place"), numeric(words("table.records")))
    return tabulate(words("where.table"), heads, map(cells, places.to_dict("records")))


def _picked(context: Context, records: pd.DataFrame, places: pd.DataFrame) -> Records | None:
    words, pick = context.words, context.choices.get("pick")
    place = places[places["id"].eq(pick)]
    if place.empty:
        return None
    part = records[records["place_id"].eq(pick)]
    return context.catalogue.detail(part, words.of(place.iloc[0].to_dict(), "name"), words("record.held", n=len(part)))
