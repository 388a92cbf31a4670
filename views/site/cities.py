"""The static page of the two cities: every step of the path, one after another."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cards import Pager, Records
from views.site.static import Part, StaticPage, StaticPages

if TYPE_CHECKING:
    from views.places import Place


class CityPages(StaticPages):
    """Tell all steps on one page, each under a name that links lead to."""

    @classmethod
    def file(cls, place: "Place", query: Mapping[str, str]) -> str:
        """Give the page, and the step on it."""
        step = f"#step-{query['step']}" if query.get("step") else ""
        return super().file(place, query) + step

    def pages(self) -> Iterator[StaticPage]:
        """Compose the page."""
        cards = self.cards(self.choices)
        pager = next((card for card in cards if isinstance(card, Pager)), None)
        if pager is None:
            yield self.page(self.choices, cards)
            return
        at = cards.index(pager)
        parts: list[Part] = [("", cards[0])]
        for step in range(1, pager.pages + 1):
            chapter, _, rests = self.cards(self.choices.change(own={"step": str(step)}))[at - 1 : at + 2]
            parts.append((f"step-{step}", chapter))
            parts.append(("", replace(rests, level=3) if isinstance(rests, Records) else rests))
        yield StaticPage(self.place, self.choices, (*parts, *(("", card) for card in cards[at + 2 :])))
