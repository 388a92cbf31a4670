"""The feed of what's new: the first edition as one entry, then each record added or corrected after it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import queries.news
from exports.feed import Entry
from exports.markup.links import address
from views.context import Context
from views.record import news
from views.record.listing import RecordList

NEEDS = ("exchanges", "trade_events", "sources", "record_sources", "organisations", "record_organisations", "places")
FIRST = "first-edition"


def entries(context: Context) -> list[Entry]:
    """Compose the entries, the newest first."""
    package, choices, words = context.package, context.choices, context.words
    records = RecordList.of(context)
    first = queries.news.first_edition(package.frames.values())
    if first is None:
        return []
    changes = queries.news.changes(news.rows(records), first)
    edition = Entry(
        name=FIRST,
        title=words("feed.edition"),
        text=news.edition(records, first),
        published=first,
        updated=first,
        link=address(choices.link("", "record", view="new")),
    )
    return [*(_entry(records, row) for row in changes.to_dict("records")), edition]


def author(context: Context) -> str:
    """Name who publishes the feed; where nobody is named, the work itself."""
    package, words = context.package, context.words
    return package.partnership.publisher or package.partnership.owner or words("feed.title")


def _entry(records: RecordList, row: Mapping[Any, Any]) -> Entry:
    words, catalogue = records.words, records.catalogue
    corrected = pd.notna(row["changed_on"])
    day = (row["changed_on"] if corrected else row["added_on"]).date()
    change = queries.news.CORRECTED if corrected else queries.news.ADDED
    return Entry(
        name=row["id"],
        title=words.of(row, "title"),
        text=words(
            "feed.entry",
            change=words(f"news.change.{change}"),
            day=words.date(day),
            when=catalogue.when(row),
            text=words.of(row, "description"),
            sources=catalogue.sources_line(row["id"]),
        ),
        published=row["added_on"].date(),
        updated=day,
        category=words(f"sector.{row['sector']}"),
        link=address(records.choices.link("", "record", id=row["id"])),
    )
