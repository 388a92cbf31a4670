"""The static pages of Students and of Trade: long tables and further figures stand on a page of their own."""

from collections.abc import Iterator, Mapping, Sequence

from cards import Card, Chart, Prose, Sheet, Switch
from views.choices import SECTORS
from views.context import Context
from views.place import Place, StaticPage

LONG, MORE = 100, "more"  # rows from which a table beside charts gets a page of its own, and that page's look


class _Figures(Place):
    """Keep what is much on a second page."""

    def file(self, query: Mapping[str, str]) -> str:
        """Give the place's file, or that of its further figures whatever group of them is asked for."""
        return f"{self.name}-more.html" if query.get("view") else f"{self.name}.html"

    def more(self, context: Context, cards: Sequence[Card]) -> Iterator[StaticPage]:
        """Compose the second page; nothing where it would hold no more than its title."""
        if len(cards) > 1:
            title = context.words("site.more_of", page=context.words(f"nav.{self.name}"))
            yield self.page(context.change(own={"view": MORE}), cards, title)

    def way(self, context: Context, heading: str, *paragraphs: str) -> Prose:
        """Lead to the second page."""
        link = context.choices.link(context.words("site.more"), self.address, view=MORE)
        return Prose(heading=heading, paragraphs=paragraphs, links=(link,))


class Students(_Figures):
    """Show the students, with the long tables on the second page."""

    def pages(self, context: Context) -> Iterator[StaticPage]:
        """Compose both pages."""
        cards = self.view(context)
        long = [card for card in cards if isinstance(card, Sheet) and len(card.table.rows) > LONG]
        ways = {card.key: self.way(context, card.heading, card.subtitle) for card in long}
        yield self.page(context, [ways[card.key] if card in long else card for card in cards])
        yield from self.more(context, [cards[0], *long])


class Trade(_Figures):
    """Show trade, with all groups of the further figures on the second page.

    For one sector there is what differs from the page of all: figures have no sector.
    """

    def has_sectors(self, query: Mapping[str, str]) -> bool:
        """Tell the page of further figures, which has none."""
        return self.by_sector and not query.get("view")

    def pages(self, context: Context) -> Iterator[StaticPage]:
        """Compose both pages, and the page of each sector."""
        cards, words = self.view(context), context.words
        switch = next((card for card in cards if isinstance(card, Switch)), None)
        if switch is not None:
            groups = [self.view(context.change(own={switch.name: code})) for code, _ in switch.options]
            start = cards.index(switch)
            yield from self.more(context, [cards[0], *(card for group in groups for card in group[start + 1 :])])
            cards = [*cards[: start - 1], self.way(context, switch.label)]
        yield self.page(context, cards)
        known = [_content(card) for card in cards]
        whole = context.choices.link(words("nav.trade"), self.address)
        figures = Prose(heading="", paragraphs=(words("site.figures"),), links=(whole,))
        for sector in SECTORS:
            own = context.change(sectors=(sector,))
            title, *rest = self.view(own)
            end = next((index for index, card in enumerate(rest) if isinstance(card, Switch)), len(rest) + 1) - 1
            yield self.page(own, [title, *(card for card in rest[:end] if _content(card) not in known), figures])


def _content(card: Card) -> object:
    """Give what a card says, wherever its links lead."""
    if isinstance(card, Chart | Sheet):
        return card.key, card.heading, tuple(cell.text for row in card.table.rows for cell in row)
    return card
