"""What the reader has chosen: the whole state of a view, as codes and plain years."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from cards import Link
from texts import FIRST

SECTORS = ("culture", "education", "trade", "governance", "heritage", "sport", "community", "innovation", "tourism")
DIRECTIONS = ("outward", "both", "inward")
FILTERS = ("sector", "years", "direction", "relation")


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Hold the shared filters, the language, and what a page adds of its own."""

    lang: str = FIRST
    sectors: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    direction: str | None = None
    wider: bool = False
    own: Mapping[str, str] = field(default_factory=dict)  # a page's own words: view, pick, q, page, id …

    @property
    def filtered(self) -> tuple[str, ...]:
        """Name the shared filters that are set."""
        return tuple(name for name in FILTERS if name in self.query())

    def get(self, name: str, default: str = "") -> str:
        """Read a page's own choice."""
        return self.own.get(name, default)

    def change(self, **changes: Any) -> Self:
        """Give the same choices with some changed."""
        return replace(self, **changes)

    def cleared(self) -> Self:
        """Give the same choices with no filter set."""
        return self.change(sectors=(), years=None, direction=None, wider=False)

    def query(self, **own: str) -> dict[str, str]:
        """Write the address of these filters with a page's own words; blank words are left out."""
        words = {
            "sector": ",".join(self.sectors),
            "years": f"{self.years[0]}-{self.years[1]}" if self.years else "",
            "direction": self.direction or "",
            "relation": "wider" if self.wider else "",
            **own,
            "lang": self.lang,
        }
        return {name: value for name, value in words.items() if value}

    def link(self, label: str, page: str, /, **own: str) -> Link:
        """Point to a page under the same filters."""
        return Link(label=label, page=page, query=self.query(**own))
