"""Our two cities: a path that a newcomer steps through, and the cities side by side."""

from typing import Any

import pandas as pd

import queries.places
from cards import Card, Cell, Prose, Records, Sheet, Title
from views.context import Context
from views.wording.tables import tabulate

_SCALES = {"thousand_tonnes": 1_000}


def view(context: Context) -> list[Card]:
    """Compose the page."""
    package, words = context.package, context.words
    story = package.frame("story").sort_values("position")
    title = Title(heading=words("cities.title"), lead=words("cities.lead"))
    if story.empty:
        return [title, Prose(heading=words("cities.none"), boxed=True), *_profiles(context)]
    step, pager = context.paged(story, 1, "step", "cities.")
    row = step.iloc[0].to_dict()
    return [title, chapter(context, row), pager, _records(context, row), *_profiles(context)]


def chapter(context: Context, row: dict[Any, Any]) -> Prose:
    """Tell one step of the path beside its picture, with the sources that are its own."""
    package, words, catalogue = context.package, context.words, context.catalogue
    sources = package.frame("story_sources").sort_values("position")
    own = sources.loc[sources["story_id"].eq(row["id"]), "source_id"]
    return Prose(
        heading=words.of(row, "heading"),
        paragraphs=(words.of(row, "text"),),
        links=catalogue.sources_named(own),
        picture=row["picture"],
        picture_alt=words(f"cities.picture.{row['picture']}"),
    )


def _records(context: Context, row: dict[Any, Any]) -> Records:
    package, words, catalogue = context.package, context.words, context.catalogue
    links = package.frame("story_records").sort_values("position")
    ids = links.loc[links["story_id"].eq(row["id"]), "exchange_id"]
    exchanges = package.frame("exchanges").set_index("id", drop=False)
    return catalogue.cards(exchanges.loc[list(ids)], words("cities.rests"), words("record.held", n=len(ids)))


def _profiles(context: Context) -> list[Sheet]:
    words = context.words
    pairs = queries.places.side_by_side(context.package.frame("city_facts"))
    if not pairs:
        return []
    table = tabulate(
        words("cities.profile_table"),
        (words("cities.fact"), words.names["home"], words.names["away"]),
        ((words(f"cities.fact_name.{code}"), _fact(context, home), _fact(context, away)) for code, home, away in pairs),
    )
    heading, subtitle = words("cities.profile"), words("cities.profile_subtitle")
    return [Sheet(key="profiles", heading=heading, subtitle=subtitle, table=table)]


def _fact(context: Context, row: dict[Any, Any] | None) -> Cell:
    words, catalogue = context.words, context.catalogue
    if row is None:
        return Cell(text=words("cities.not_sourced"))
    text = words.of(row, "value_text")
    if pd.notna(row["value"]):
        unit = words(f"cities.unit.{row['unit']}")
        number = words(f"figure.{row['status']}", value=words.large(row["value"], scale=_SCALES.get(row["unit"], 1)))
        counted = words("cities.fact_value", value=number, unit=unit)
        text = words("join.pair", name=counted, value=text) if text else counted
    if pd.notna(row["as_of"]) and pd.notna(row["value"]):
        text = words("cities.as_of", value=text, when=words.partial(row["as_of"]))
    sentences = words.stated(text, words.of(row, "note"))
    return Cell(text=sentences[:1].upper() + sentences[1:], ways=(catalogue.publisher_named(row["source_id"]),))
