"""The static pages of Timeline: when, who and where; and for each partner and place, the records it rests on."""

from collections.abc import Iterator, Mapping

from cards import Chart, Pager, Prose, Records, Title
from texts import Words
from views.context import Context
from views.place import Place, StaticPage, name_of, picks


class Timeline(Place):
    """Show each look, and what a chosen mark rests on."""

    def file(self, query: Mapping[str, str]) -> str:
        """Give the file of a look; what one mark rests on lies in a folder under the look's name."""
        file, pick = super().file(query), query.get("pick", "")
        look = file.removesuffix(".html")
        return f"{look}/{name_of(pick)}.html" if pick and look != self.name else file

    def look(self, look: str, words: Words) -> str:
        """Name a look."""
        return words(f"timeline.{look}")

    def pages(self, context: Context) -> Iterator[StaticPage]:
        """Compose the looks of the whole and of each sector."""
        for whole in self.divisions(context):
            for look in self.looks:
                yield from self._look(whole.change(own={"view": look}))

    def _look(self, context: Context) -> Iterator[StaticPage]:
        cards, words = self.view(context), context.words
        if any(isinstance(card, Pager) for card in cards):
            # All records by year are a page of their own: here they would stand twice.
            way = context.choices.link(words("site.by_year"), "record")
            cards = [card for card in cards if not isinstance(card, Records | Pager)]
            cards.append(Prose(heading=words("timeline.records"), links=(way,)))
        yield self.page(context, cards)
        for code in dict.fromkeys(code for card in cards if isinstance(card, Chart) for code in picks(card.table)):
            picked = context.change(own={**context.choices.own, "pick": code})
            cards = self.view(picked)
            records = [card.picked for card in cards if isinstance(card, Chart) and card.picked is not None]
            if records:
                title = [card for card in cards if isinstance(card, Title)]
                yield self.page(picked, [*title, *records], records[0].heading)
