"""The record: search every record, see what is missing, who says so, and take the data away."""

from __future__ import annotations

from cards import Card, Switch, Title
from views.context import Context
from views.record import data as record_data
from views.record import detail as record_detail
from views.record import gaps as record_gaps
from views.record import news
from views.record import search as record_search
from views.record import sources as record_sources
from views.record.listing import RecordList

_VIEWS = {
    "search": record_search.cards,
    "gaps": record_gaps.cards,
    "sources": record_sources.cards,
    "data": record_data.cards,
    "new": news.cards,
}


def view(context: Context) -> list[Card]:
    """Compose the page: one record in full where the address names one, else one of a few ways to look."""
    choices, words = context.choices, context.words
    records = RecordList.of(context)
    if choices.get("id"):
        return record_detail.cards(records, choices.get("id"))
    chosen = choices.get("view") if choices.get("view") in _VIEWS else "search"
    return [
        Title(heading=words("record_page.title"), lead=words("record_page.lead")),
        Switch(
            name="view",
            label=words("record_page.switch"),
            options=tuple((name, words(f"record_page.view.{name}")) for name in _VIEWS),
            value=chosen,
        ),
        *_VIEWS[chosen](records),
    ]
