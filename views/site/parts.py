"""What each plain page holds: the dashboard's own cards, with what a click would bring one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

import queries.records
from cards import (
    Card,
    Chart,
    Downloads,
    Link,
    Notice,
    Pager,
    Prose,
    Records,
    Sheet,
    Switch,
    Table,
    Title,
)
from loaders import Package
from texts import Words
from views import cities, outcomes
from views.about import page as about
from views.choices import SECTORS, Choices
from views.context import Context
from views.overview import page as overview
from views.record import detail as record_detail
from views.record import page as record
from views.record import sources as record_sources
from views.record.listing import RecordList
from views.students import page as students
from views.timeline import page as timeline
from views.trade import page as trade

VIEWS: dict[str, ModuleType] = {
    "overview": overview,
    "timeline": timeline,
    "students": students,
    "trade": trade,
    "outcomes": outcomes,
    "cities": cities,
    "record": record,
    "about": about,
}
NEEDS = tuple(dict.fromkeys(name for view in VIEWS.values() for name in view.NEEDS))
LONG, MORE = 100, "more"  # rows from which a table beside charts gets a page of its own, and that page's name
Part = tuple[str, Card]  # a card, under a name that links may lead to


@dataclass(frozen=True)
class Leaf:
    """Hold one page before it is framed: its place, the choices it stands for, its cards, its title where it has one of its own."""

    name: str
    choices: Choices
    parts: tuple[Part, ...]
    title: str = ""

    @property
    def query(self) -> dict[str, str]:
        """Write the address of its live twin."""
        return self.choices.query(**self.choices.own)


def leaves(package: Package, plain: Choices, words: Words) -> Iterator[Leaf]:
    """Compose every page of one language; `plain` names the language and nothing else."""
    parts = Parts(package, words)
    for choices in (plain, *(plain.change(sectors=(sector,)) for sector in SECTORS)):
        yield parts.overview(choices)
        yield from parts.timeline(choices)
        yield parts.listed(choices)
    yield parts.listed(plain.change(wider=True))
    for name in ("outcomes", "about"):
        yield parts.leaf(name, plain)
    yield parts.accessibility(plain)
    yield from parts.students(plain)
    yield from parts.trade(plain)
    yield parts.cities(plain)
    for view in ("gaps", "sources", "data", "new"):
        yield parts.leaf("record", plain.change(own={"view": view}))
    yield from parts.datasets(plain)
    yield from parts.records(plain)
    yield from parts.sources(plain)


class Parts:
    """Compose the pages of one language from the views."""

    def __init__(self, package: Package, words: Words) -> None:
        self.package, self.words = package, words

    def _cards(self, name: str, choices: Choices) -> list[Card]:
        return list(VIEWS[name].view(Context(self.package, choices, self.words)))

    def leaf(self, name: str, choices: Choices, cards: Sequence[Card] | None = None, title: str = "") -> Leaf:
        """Take a view's cards as they are, or those given."""
        shown = self._cards(name, choices) if cards is None else cards
        return Leaf(name, choices, tuple(("", card) for card in shown), title)

    def overview(self, choices: Choices) -> Leaf:
        """Show the overview without the briefing it offers, which takes a browser to draw."""
        cards = [card for card in self._cards("overview", choices) if not isinstance(card, Downloads | Notice)]
        return self.leaf("overview", choices, cards)

    def accessibility(self, plain: Choices) -> Leaf:
        """Show the accessibility statement by itself."""
        choices = plain.change(own={"view": "accessibility"})
        title, *rest = self._cards("about", choices)
        return self.leaf("about", choices, [title, *rest], title.heading if isinstance(title, Title) else "")

    def timeline(self, choices: Choices) -> Iterator[Leaf]:
        """Show when, who and where; and for each partner and place, the records it rests on."""
        for view in ("when", "who", "where"):
            look = choices.change(own={"view": view})
            cards = self._cards("timeline", look)
            if any(isinstance(card, Pager) for card in cards):
                # All records by year are a page of their own: here they would stand twice.
                way = choices.link(self.words("site.by_year"), "record")
                cards = [card for card in cards if not isinstance(card, Records | Pager)]
                cards.append(Prose(heading=self.words("timeline.records"), links=(way,)))
            yield self.leaf("timeline", look, cards)
            for code in dict.fromkeys(code for card in cards if isinstance(card, Chart) for code in _picks(card.table)):
                yield from self._picked(choices.change(own={"view": view, "pick": code}))

    def _picked(self, choices: Choices) -> Iterator[Leaf]:
        cards = self._cards("timeline", choices)
        shown = [card.picked for card in cards if isinstance(card, Chart) and card.picked is not None]
        if shown:
            yield self.leaf(
                "timeline", choices, [*(card for card in cards if isinstance(card, Title)), *shown], shown[0].heading
            )

    def students(self, plain: Choices) -> Iterator[Leaf]:
        """Show the students, with the long tables on a page of their own."""
        cards = self._cards("students", plain)
        long = [card for card in cards if isinstance(card, Sheet) and len(card.table.rows) > LONG]
        yield self.leaf("students", plain, [self._elsewhere(card, plain) if card in long else card for card in cards])
        yield from self._more("students", plain, [cards[0], *long])

    def _elsewhere(self, card: Sheet, plain: Choices) -> Prose:
        """Lead to a long table."""
        way = plain.link(self.words("site.more"), "students", view=MORE)
        return Prose(heading=card.heading, paragraphs=(card.subtitle,), links=(way,))

    def trade(self, plain: Choices) -> Iterator[Leaf]:
        """Show trade; all groups of the further figures stand on a page of their own.

        For one sector there is what differs from the page of all: figures have no sector.
        """
        cards = self._cards("trade", plain)
        switch = next((card for card in cards if isinstance(card, Switch)), None)
        if switch is not None:
            groups = [self._cards("trade", plain.change(own={switch.name: code})) for code, _ in switch.options]
            at = cards.index(switch)
            yield from self._more("trade", plain, [cards[0], *(card for group in groups for card in group[at + 1 :])])
            way = plain.link(self.words("site.more"), "trade", view=MORE)
            cards = [*cards[: at - 1], Prose(heading=switch.label, links=(way,))]
        yield self.leaf("trade", plain, cards)
        known = [_said(card) for card in cards]
        whole = Prose(
            heading="", paragraphs=(self.words("site.figures"),), links=(plain.link(self.words("nav.trade"), "trade"),)
        )
        for sector in SECTORS:
            choices = plain.change(sectors=(sector,))
            title, *rest = self._cards("trade", choices)
            rest = rest[: next((n for n, card in enumerate(rest) if isinstance(card, Switch)), len(rest) + 1) - 1]
            yield self.leaf("trade", choices, [title, *(card for card in rest if _said(card) not in known), whole])

    def _more(self, name: str, plain: Choices, cards: list[Card]) -> Iterator[Leaf]:
        if len(cards) > 1:
            yield self.leaf(
                name,
                plain.change(own={"view": MORE}),
                cards,
                self.words("site.more_of", page=self.words(f"nav.{name}")),
            )

    def cities(self, choices: Choices) -> Leaf:
        """Tell every step of the path, one after another."""
        cards = self._cards("cities", choices)
        pager = next((card for card in cards if isinstance(card, Pager)), None)
        if pager is None:
            return self.leaf("cities", choices, cards)
        at, parts = cards.index(pager), [("", cards[0])]
        for step in range(1, pager.pages + 1):
            chapter, _, rests = self._cards("cities", choices.change(own={"step": str(step)}))[at - 1 : at + 2]
            parts.append((f"step-{step}", chapter))
            parts.append(("", replace(rests, level=3) if isinstance(rests, Records) else rests))
        return Leaf("cities", choices, (*parts, *(("", card) for card in cards[at + 2 :])))

    def listed(self, choices: Choices) -> Leaf:
        """List the records by year, with the list to take away."""
        records, words = RecordList(self.package, choices, self.words), self.words
        cards, chosen = self._cards("record", choices), records.chosen()
        if chosen.empty:
            return self.leaf("record", choices, cards)
        years = queries.records.year_of(chosen)
        found = next(card for card in cards if isinstance(card, Records))
        index: list[Link] = []
        by_year: list[Part] = []
        for year in sorted({int(year) for year in years}):
            part = chosen[years.eq(year)]
            name = words.date(date(year, 1, 1), "year")
            index.append(choices.link(name, "record", years=f"{year}-{year}"))
            by_year.append((f"y{year}", records.cards(part, name, words("record.held", n=len(part)))))
        head = Prose(
            heading=found.heading, paragraphs=(found.subtitle,), links=(*index, *((found.more,) if found.more else ()))
        )
        below = [card for card in cards if isinstance(card, Downloads)]
        return Leaf("record", choices, (("", cards[0]), ("", head), *by_year, *(("", card) for card in below)))

    def datasets(self, plain: Choices) -> Iterator[Leaf]:
        """Show each dataset by itself."""
        for resource in self.package.descriptor["resources"]:
            yield self.leaf(
                "record", plain.change(own={"view": "data", "dataset": resource["name"]}), title=resource["title"]
            )

    def records(self, plain: Choices) -> Iterator[Leaf]:
        """Show each record in full."""
        shared = RecordList(self.package, plain, self.words)
        for kind in ("exchanges", "trade_events"):
            for row in self.package.frame(kind).to_dict("records"):
                cards = record_detail.cards(shared, row["id"])
                yield self.leaf("record", plain.change(own={"id": row["id"]}), cards, self.words.of(row, "title"))

    def sources(self, plain: Choices) -> Iterator[Leaf]:
        """Show each source on which something rests, with all that does."""
        records = RecordList(self.package, plain, self.words)
        title, *shown = self._cards("record", plain.change(own={"view": "sources"}))
        led = {code for card in shown if isinstance(card, Sheet) for code in _picks(card.table)}
        sources = self.package.frame("sources")
        for row in sources[sources["id"].isin(led)].to_dict("records"):
            choices = plain.change(own={"view": "sources", "pick": row["id"]})
            cards = record_sources.cards(replace(records, choices=choices))
            yield self.leaf("record", choices, [title, *cards], row["title"])


def _picks(table: Table) -> Iterator[str]:
    """Find the codes by which a table's numbers lead to what they rest on."""
    for row in table.rows:
        for cell in row:
            if isinstance(cell.link, Link) and "pick" in cell.link.query:
                yield cell.link.query["pick"]


def _said(card: Card) -> tuple[object, ...]:
    """Give what a card says, wherever its links lead."""
    if isinstance(card, Chart | Sheet):
        return card.key, card.heading, tuple(cell.text for row in card.table.rows for cell in row)
    return (card,)
