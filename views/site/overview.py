"""The static pages of Overview: of the whole and of each sector."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cards import Card, Downloads, Notice
from views.choices import Choices
from views.site.static import StaticPages

if TYPE_CHECKING:
    from views.places import Place


class OverviewPages(StaticPages):
    """Show the overview without the briefing it offers, which takes a browser to draw."""

    by_sector = True

    @classmethod
    def file(cls, place: "Place", query: Mapping[str, str]) -> str:  # noqa: ARG003
        """Give the file on which an edition opens."""
        return "index.html"

    def cards(self, choices: Choices) -> list[Card]:
        """Compose the view, but for what only the dashboard can answer."""
        return [card for card in super().cards(choices) if not isinstance(card, Downloads | Notice)]
