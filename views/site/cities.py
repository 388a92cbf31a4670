"""The static page of the two cities: every step of the path, one after another."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cards import Pager, Records
from views.context import Context
from views.place import Part, Place, StaticPage


class Cities(Place):
    """Tell all steps on one page, each under a name that links lead to."""

    def file(self, query: Mapping[str, str]) -> str:
        """Give the page, and the step on it."""
        step = f"#step-{query['step']}" if query.get("step") else ""
        return super().file(query) + step

    def pages(self, context: Context) -> Iterator[StaticPage]:
        """Compose the page."""
        cards = self.view(context)
        pager = next((card for card in cards if isinstance(card, Pager)), None)
        if pager is None:
            yield self.page(context, cards)
            return
        at = cards.index(pager)
        parts: list[Part] = [("", cards[0])]
        for step in range(1, pager.pages + 1):
            chapter, _, rests = self.view(context.change(own={"step": str(step)}))[at - 1 : at + 2]
            parts.append((f"step-{step}", chapter))
            parts.append(("", replace(rests, level=3) if isinstance(rests, Records) else rests))
        yield StaticPage(self, context.choices, (*parts, *(("", card) for card in cards[at + 2 :])))
