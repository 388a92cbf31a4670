"""The pages of the dashboard, one row each: bar, filters, static edition, deck and tests know a page from here alone."""

from dataclasses import dataclass
from importlib import import_module

from cards import Card
from views.choices import FILTERS
from views.context import Context
from views.site.cities import CityPages
from views.site.figures import StudentPages, TradePages
from views.site.overview import OverviewPages
from views.site.record import RecordPages
from views.site.static import StaticPages
from views.site.timeline import TimelinePages

HOME = "overview"  # the place whose address is the dashboard's own


@dataclass(frozen=True, kw_only=True)
class Place:
    """Say of one page all that the house must know of it."""

    name: str  # of its script in pages/, and of its text under [nav]
    module: str  # that holds its view; by name, since the deck's own view shows the others
    needs: tuple[str, ...] = ()  # the datasets that it cannot do without
    filters: tuple[str, ...] = ()  # which of the shared filters act on it
    looks: tuple[str, ...] = ()  # what it shows under `view`, first what it opens with
    foot: str = ""  # the text by which the footer leads to it; blank where it stands in the bar
    static: type[StaticPages] | None = StaticPages  # its pages in the static edition; None: it needs the dashboard

    @property
    def address(self) -> str:
        """Give what its address begins with."""
        return "" if self.name == HOME else self.name

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give its address, and that of every look it does not open with."""
        return (self.address, *(f"{self.address}?view={look}" for look in self.looks[1:]))

    def view(self, context: Context) -> list[Card]:
        """Compose the page."""
        return list(import_module(self.module).view(context))


_RECORDS = (
    "sources",
    "record_sources",
    "organisations",
    "record_organisations",
    "places",
)  # what a record's card names
_ROWS = (
    Place(
        name=HOME,
        module="views.overview.page",
        needs=("exchanges", "series", "students", "trade_figures", *_RECORDS),
        filters=FILTERS,
        static=OverviewPages,
    ),
    Place(
        name="timeline",
        module="views.timeline.page",
        needs=("exchanges", "coastline", *_RECORDS),
        filters=FILTERS,
        looks=("when", "who", "where"),
        static=TimelinePages,
    ),
    Place(
        name="students",
        module="views.students.page",
        needs=("series", "students", "sources", "organisations"),
        filters=("years",),
        static=StudentPages,
    ),
    Place(
        name="trade",
        module="views.trade.page",
        needs=("trade_events", "trade_figures", "series", *_RECORDS),
        filters=FILTERS,
        static=TradePages,
    ),
    Place(
        name="outcomes",
        module="views.outcomes",
        needs=("exchanges", "trade_events", "threads", "undertakings", "mission", "anniversaries", *_RECORDS),
    ),
    Place(
        name="cities",
        module="views.cities",
        needs=("story", "story_records", "story_sources", "city_facts", "exchanges", *_RECORDS),
        static=CityPages,
    ),
    Place(
        name="record",
        module="views.record.page",
        needs=("exchanges", "trade_events", "undertakings", *_RECORDS),
        filters=FILTERS,
        looks=("search", "gaps", "sources", "data", "new"),
        static=RecordPages,
    ),
    Place(  # what it is must be readable even when some data are not: it needs none
        name="about", module="views.about.page", looks=("about", "accessibility"), foot="nav.about"
    ),
    Place(
        name="deck",
        module="views.deck.editor",
        needs=(
            "exchanges", "trade_events", "undertakings", "threads", "series", "students", "trade_figures", *_RECORDS,
        ),
        looks=("slides", "rehearsal"),
        foot="deck_editor.link",
        static=None,
    ),
)  # fmt: skip
PLACES = {place.name: place for place in _ROWS}  # in the order of the bar


def at(address: str) -> Place | None:
    """Give the place at an address without its query; nothing where there is none."""
    return next((place for place in PLACES.values() if place.address == address), None)
