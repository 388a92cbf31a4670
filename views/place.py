"""A page of the dashboard: what the house must know of it, and its pages in the static edition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from cards import Card, Link, Table, Title
from texts import Words
from views.choices import SECTORS, Choices
from views.context import Context

HOME = "overview"  # the place whose address is the dashboard's own
Part = tuple[str, Card]  # a card, under a name that links may lead to


@dataclass(frozen=True, kw_only=True)
class Place:
    """Say of one page all that the house must know of it.

    Its static pages are the dashboard's own cards, one page for each look. A place that needs more has a class of its
    own, which says in which file a view lies too, so that a link to it and the page cannot part.
    """

    name: str  # of its script in pages/, and of its text under [nav]
    module: str  # that holds its view; by name, since the deck's own view shows the others
    needs: tuple[str, ...] = ()  # the datasets that it cannot do without
    filters: tuple[str, ...] = ()  # which of the shared filters act on it
    looks: tuple[str, ...] = ()  # what it shows under `view`, first what it opens with
    foot: str = ""  # the text by which the footer leads to it; blank where it stands in the bar
    static: bool = True  # whether it is in the static edition; else it needs the dashboard
    by_sector: bool = False  # whether its static pages are there for each sector too
    switch: str = ""  # the text that leads from one static look to the others; blank where each stands by itself
    live: tuple[type[Card], ...] = ()  # the cards of its view that only the dashboard can answer

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

    def file(self, query: Mapping[str, str]) -> str:
        """Give the file that shows a view, with no sector chosen: that of the same view, else the nearest there is."""
        look = query.get("view", "")
        return f"{look if look in self.looks[1:] else self.address or 'index'}.html"

    def has_sectors(self, query: Mapping[str, str]) -> bool:  # noqa: ARG002 - for those that tell their views apart
        """Tell whether a view has a page for each sector."""
        return self.by_sector

    def look(self, look: str, words: Words) -> str:
        """Name a look where it is one of several."""
        raise NotImplementedError(look)

    def pages(self, context: Context) -> Iterator["StaticPage"]:
        """Compose every static page; nothing is chosen in the context but the language."""
        for whole in self.divisions(context):
            yield self.page(whole)
            for look in self.looks[1:]:
                own = whole.change(own={"view": look})
                cards = self.view(own)
                yield self.page(own, cards, next(card.heading for card in cards if isinstance(card, Title)))

    def divisions(self, context: Context) -> Iterator[Context]:
        """Give what to compose for: the whole, and each sector where the place is divided."""
        yield context
        if self.by_sector:
            yield from (context.change(sectors=(sector,)) for sector in SECTORS)

    def page(self, context: Context, cards: Sequence[Card] | None = None, title: str = "") -> "StaticPage":
        """Take a view's cards as they are, or those given."""
        parts = self.view(context) if cards is None else cards
        return StaticPage(self, context.choices, tuple(("", card) for card in parts), title)


@dataclass(frozen=True)
class StaticPage:
    """Hold one page before it is framed: its place, the choices it stands for, its cards, its title if it has its own."""

    place: Place
    choices: Choices
    parts: tuple[Part, ...]
    title: str = ""

    @property
    def query(self) -> dict[str, str]:
        """Write the address of its live twin."""
        return self.choices.query(**self.choices.own)


def picks(table: Table) -> Iterator[str]:
    """Find the codes by which a table's numbers lead to what they rest on."""
    for row in table.rows:
        for cell in row:
            if isinstance(cell.link, Link) and "pick" in cell.link.query:
                yield cell.link.query["pick"]


def name_of(code: str) -> str:
    """Make a file's name of a code, whatever stands in it."""
    return "".join(character if character.isalnum() or character in "._-" else "-" for character in code).strip(".")
