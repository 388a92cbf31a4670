"""The pages of the dashboard, one row each: bar, filters, static edition, deck and tests know a page from here alone."""

from cards import Downloads, Notice
from views.choices import FILTERS
from views.place import HOME, Place
from views.site.cities import Cities
from views.site.figures import Students, Trade
from views.site.record import Record
from views.site.timeline import Timeline

# What a record's card names.
_RECORDS = ("sources", "record_sources", "organisations", "record_organisations", "places")
_ROWS = (
    Place(
        name=HOME,
        module="views.overview.page",
        needs=("exchanges", "series", "students", "trade_figures", *_RECORDS),
        filters=FILTERS,
        by_sector=True,
        live=(Downloads, Notice),  # the briefing it offers takes a browser to draw
    ),
    Timeline(
        name="timeline",
        module="views.timeline.page",
        needs=("exchanges", "coastline", *_RECORDS),
        filters=FILTERS,
        looks=("when", "who", "where"),
        by_sector=True,
        switch="timeline.switch",
    ),
    Students(
        name="students",
        module="views.students.page",
        needs=("series", "students", "sources", "organisations"),
        filters=("years",),
    ),
    Trade(
        name="trade",
        module="views.trade.page",
        needs=("trade_events", "trade_figures", "series", *_RECORDS),
        filters=FILTERS,
        by_sector=True,
    ),
    Place(
        name="outcomes",
        module="views.outcomes",
        needs=("exchanges", "trade_events", "threads", "undertakings", "mission", "anniversaries", *_RECORDS),
    ),
    Cities(
        name="cities",
        module="views.cities",
        needs=("story", "story_records", "story_sources", "city_facts", "exchanges", *_RECORDS),
    ),
    Record(
        name="record",
        module="views.record.page",
        needs=("exchanges", "trade_events", "undertakings", *_RECORDS),
        filters=FILTERS,
        looks=("search", "gaps", "sources", "data", "new"),
        by_sector=True,
        switch="record_page.switch",
    ),
    # What it is must be readable even when some data are not: it needs none.
    Place(name="about", module="views.about.page", looks=("about", "accessibility"), foot="nav.about"),
    Place(
        name="deck",
        module="views.deck.editor",
        needs=(
            "exchanges", "trade_events", "undertakings", "threads", "series", "students", "trade_figures", *_RECORDS,
        ),
        looks=("slides", "rehearsal"),
        foot="deck_editor.link",
        static=False,
    ),
)  # fmt: skip
PLACES = {place.name: place for place in _ROWS}  # in the order of the bar


def at(address: str) -> Place | None:
    """Give the place at an address without its query; nothing where there is none."""
    return next((place for place in PLACES.values() if place.address == address), None)
