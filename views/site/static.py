"""The static pages of a place: the dashboard's own cards, with what a click would bring one after another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cards import Card, Link, Table, Title
from texts import Words
from views.choices import SECTORS, Choices
from views.context import Context

if TYPE_CHECKING:
    from views.places import Place

Part = tuple[str, Card]  # a card, under a name that links may lead to


@dataclass(frozen=True)
class StaticPage:
    """Hold one page before it is framed: its place, the choices it stands for, its cards, its title if it has its own."""

    place: "Place"
    choices: Choices
    parts: tuple[Part, ...]
    title: str = ""

    @property
    def query(self) -> dict[str, str]:
        """Write the address of its live twin."""
        return self.choices.query(**self.choices.own)


class StaticPages:
    """Compose the static pages of a place: one for each of its looks. A place that needs more has a class of its own.

    The same class says in which file a view lies, so that a link to it and the page cannot part.
    """

    by_sector = False  # whether its pages are there for each sector too
    switch = ""  # the text that leads from one look to the others; blank where each stands by itself

    def __init__(self, place: "Place", context: Context) -> None:
        """Take the context of a whole edition: nothing is chosen in it but the language."""
        self.place, self.context = place, context
        self.choices, self.words = context.choices, context.words

    @classmethod
    def file(cls, place: "Place", query: Mapping[str, str]) -> str:
        """Give the file that shows a view, with no sector chosen: that of the same view, else the nearest there is."""
        look = query.get("view", "")
        return f"{look if look in place.looks[1:] else place.name}.html"

    @classmethod
    def has_sectors(cls, query: Mapping[str, str]) -> bool:  # noqa: ARG003 - for those that tell their views apart
        """Tell whether a view has a page for each sector."""
        return cls.by_sector

    @staticmethod
    def look(look: str, words: Words) -> str:
        """Name a look where it is one of several."""
        raise NotImplementedError(look)

    def pages(self) -> Iterator[StaticPage]:
        """Compose every page of the place."""
        for choices in self.divisions():
            yield self.page(choices)
            for look in self.place.looks[1:]:
                own = choices.change(own={"view": look})
                cards = self.cards(own)
                yield self.page(own, cards, next(card.heading for card in cards if isinstance(card, Title)))

    def divisions(self) -> Iterator[Choices]:
        """Give the choices to compose for: the whole, and each sector where the place is divided."""
        yield self.choices
        if self.by_sector:
            yield from (self.choices.change(sectors=(sector,)) for sector in SECTORS)

    def cards(self, choices: Choices) -> list[Card]:
        """Compose the live view."""
        return self.place.view(replace(self.context, choices=choices))

    def page(self, choices: Choices, cards: Sequence[Card] | None = None, title: str = "") -> StaticPage:
        """Take a view's cards as they are, or those given."""
        parts = self.cards(choices) if cards is None else cards
        return StaticPage(self.place, choices, tuple(("", card) for card in parts), title)


def picks(table: Table) -> Iterator[str]:
    """Find the codes by which a table's numbers lead to what they rest on."""
    for row in table.rows:
        for cell in row:
            if isinstance(cell.link, Link) and "pick" in cell.link.query:
                yield cell.link.query["pick"]


def name_of(code: str) -> str:
    """Make a file's name of a code, whatever stands in it."""
    return "".join(character if character.isalnum() or character in "._-" else "-" for character in code).strip(".")
