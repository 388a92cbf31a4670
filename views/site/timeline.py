"""The static pages of Timeline: when, who and where; and for each partner and place, the records it rests on."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cards import Chart, Pager, Prose, Records, Title
from texts import Words
from views.choices import Choices
from views.site.static import StaticPage, StaticPages, name_of, picks

if TYPE_CHECKING:
    from views.places import Place


class TimelinePages(StaticPages):
    """Show each look, and what a chosen mark rests on."""

    by_sector = True
    switch = "timeline.switch"

    @classmethod
    def file(cls, place: "Place", query: Mapping[str, str]) -> str:
        """Give the file of a look; what one mark rests on lies in a folder under the look's name."""
        file, pick = super().file(place, query), query.get("pick", "")
        look = file.removesuffix(".html")
        return f"{look}/{name_of(pick)}.html" if pick and look != place.name else file

    @staticmethod
    def look(look: str, words: Words) -> str:
        """Name a look."""
        return words(f"timeline.{look}")

    def pages(self) -> Iterator[StaticPage]:
        """Compose the looks of the whole and of each sector."""
        for choices in self.divisions():
            for look in self.place.looks:
                yield from self._look(choices.change(own={"view": look}))

    def _look(self, choices: Choices) -> Iterator[StaticPage]:
        cards = self.cards(choices)
        if any(isinstance(card, Pager) for card in cards):
            # All records by year are a page of their own: here they would stand twice.
            way = choices.link(self.words("site.by_year"), "record")
            cards = [card for card in cards if not isinstance(card, Records | Pager)]
            cards.append(Prose(heading=self.words("timeline.records"), links=(way,)))
        yield self.page(choices, cards)
        for code in dict.fromkeys(code for card in cards if isinstance(card, Chart) for code in picks(card.table)):
            yield from self._pick(choices.change(own={**choices.own, "pick": code}))

    def _pick(self, choices: Choices) -> Iterator[StaticPage]:
        cards = self.cards(choices)
        records = [card.picked for card in cards if isinstance(card, Chart) and card.picked is not None]
        if records:
            title = [card for card in cards if isinstance(card, Title)]
            yield self.page(choices, [*title, *records], records[0].heading)
