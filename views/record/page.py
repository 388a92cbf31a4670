"""The record: search every record, see what is missing, who says so, and take the data away."""

from cards import Card, Title
from views.context import Context
from views.record import data, detail, gaps, news, search, sources
from views.record.listing import RecordList

_VIEWS = {
    "search": search.cards,
    "gaps": gaps.cards,
    "sources": sources.cards,
    "data": data.cards,
    "new": news.cards,
}


def view(context: Context) -> list[Card]:
    """Compose the page: one record in full where the address names one, else one of a few ways to look."""
    choices, words = context.choices, context.words
    records = RecordList.of(context)
    if choices.get("id"):
        return detail.cards(records, choices.get("id"))
    switch = context.switch(words("record_page.switch"), {name: words(f"record_page.view.{name}") for name in _VIEWS})
    title = Title(heading=words("record_page.title"), lead=words("record_page.lead"))
    return [title, switch, *_VIEWS[switch.value](records)]
