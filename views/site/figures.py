"""The static pages of Students and of Trade: long tables and further figures stand on a page of their own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cards import Card, Chart, Prose, Sheet, Switch
from views.choices import SECTORS
from views.site.static import StaticPage, StaticPages

if TYPE_CHECKING:
    from views.places import Place

LONG, MORE = 100, "more"  # rows from which a table beside charts gets a page of its own, and that page's look


class _FigurePages(StaticPages):
    """Keep what is much on a second page."""

    @classmethod
    def file(cls, place: "Place", query: Mapping[str, str]) -> str:
        """Give the place's file, or that of its further figures whatever group of them is asked for."""
        return f"{place.name}-more.html" if query.get("view") else f"{place.name}.html"

    def more(self, cards: Sequence[Card]) -> Iterator[StaticPage]:
        """Compose the second page; nothing where it would hold no more than its title."""
        if len(cards) > 1:
            title = self.words("site.more_of", page=self.words(f"nav.{self.place.name}"))
            yield self.page(self.choices.change(own={"view": MORE}), cards, title)

    def way(self, heading: str, *paragraphs: str) -> Prose:
        """Lead to the second page."""
        link = self.choices.link(self.words("site.more"), self.place.address, view=MORE)
        return Prose(heading=heading, paragraphs=paragraphs, links=(link,))


class StudentPages(_FigurePages):
    """Show the students, with the long tables on the second page."""

    def pages(self) -> Iterator[StaticPage]:
        """Compose both pages."""
        cards = self.cards(self.choices)
        long = [card for card in cards if isinstance(card, Sheet) and len(card.table.rows) > LONG]
        ways = {card.key: self.way(card.heading, card.subtitle) for card in long}
        yield self.page(self.choices, [ways[card.key] if card in long else card for card in cards])
        yield from self.more([cards[0], *long])


class TradePages(_FigurePages):
    """Show trade, with all groups of the further figures on the second page.

    For one sector there is what differs from the page of all: figures have no sector.
    """

    by_sector = True

    @classmethod
    def has_sectors(cls, query: Mapping[str, str]) -> bool:
        """Tell the page of further figures, which has none."""
        return not query.get("view")

    def pages(self) -> Iterator[StaticPage]:
        """Compose both pages, and the page of each sector."""
        cards = self.cards(self.choices)
        switch = next((card for card in cards if isinstance(card, Switch)), None)
        if switch is not None:
            groups = [self.cards(self.choices.change(own={switch.name: code})) for code, _ in switch.options]
            start = cards.index(switch)
            yield from self.more([cards[0], *(card for group in groups for card in group[start + 1 :])])
            cards = [*cards[: start - 1], self.way(switch.label)]
        yield self.page(self.choices, cards)
        yield from (self._sector(sector, [_content(card) for card in cards]) for sector in SECTORS)

    def _sector(self, sector: str, known: Sequence[object]) -> StaticPage:
        choices, words = self.choices.change(sectors=(sector,)), self.words
        title, *rest = self.cards(choices)
        end = next((index for index, card in enumerate(rest) if isinstance(card, Switch)), len(rest) + 1) - 1
        figures = Prose(
            heading="",
            paragraphs=(words("site.figures"),),
            links=(self.choices.link(words("nav.trade"), self.place.address),),
        )
        return self.page(choices, [title, *(card for card in rest[:end] if _content(card) not in known), figures])


def _content(card: Card) -> object:
    """Give what a card says, wherever its links lead."""
    if isinstance(card, Chart | Sheet):
        return card.key, card.heading, tuple(cell.text for row in card.table.rows for cell in row)
    return card
