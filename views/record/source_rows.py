"""A source as a row of a table, wherever sources are listed."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from cards import Cell, Source
from views.record.listing import RecordList

HEADS = ("title", "publisher", "kind", "published", "read_on", "how_read")


def capital(text: str) -> str:
    """Begin a label with a capital, leaving the rest as it is."""
    return text[:1].upper() + text[1:]


def _whole(text: str) -> Cell:
    """Keep a date on one line; what is downloaded has plain spaces."""
    return Cell(text=text.replace(" ", "\u00a0"), value=text)


def source_cells(records: RecordList, source: Mapping[Any, Any]) -> tuple[Cell, ...]:
    """Write a source as a row: title, publisher, kind, published, read on, how read."""
    words = records.words
    not_recorded = words("record_page.source.not_recorded")
    how = source["how_read"] if isinstance(source["how_read"], str) else ""
    read: str = words.date(source["read_on"]) if pd.notna(source["read_on"]) else not_recorded
    return (
        Cell(text=source["title"], link=Source(label=source["title"], url=source["url"])),
        Cell(text=words.of(source, "publisher")),
        Cell(text=capital(words(f"publisher.{source['publisher_kind']}"))),
        _whole(words.partial(words.of(source, "published_on")) or not_recorded),
        _whole(read),
        Cell(text=words(f"record_page.how_read.{how}") if how else not_recorded),
    )
