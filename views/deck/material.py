"""What the slides of a deck are made from: the data, and the views, records and figures that a slide names."""

import re
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

import pandas as pd

import queries.figures
from cards import Card, Link, Source
from loaders import Deck, Package, SlideEntry
from loaders.settings import table_of
from texts import LANGUAGES, Words
from views import address, places
from views.choices import Choices
from views.context import Context
from views.overview import page as overview
from views.place import Place
from views.site import links as site_links
from views.wording.catalogue import Catalogue
from views.wording.figures import Figures

# A number that is typed; four digits are a year, and digits within a word belong to a name.
_TYPED = re.compile(r"(?<![A-Za-z\d])(?!(?:1[89]|20)\d\d(?!\d))\d[\d.,]*(?![\d.,月日])")
PUBLISHERS = 5  # named on a slide; the rest are counted
C = TypeVar("C", bound=Card)


class Unfit(Exception):  # noqa: N818 - it is what a slide is, and is told to the reader, not logged
    """Tell why a slide cannot be shown: a code that the texts word, and its slots."""

    def __init__(self, fault: str, **slots: str) -> None:
        super().__init__(fault)
        self.fault, self.slots = fault, slots


@dataclass(frozen=True)
class Material:
    """Hold what every slide of a deck in one language is made from."""

    package: Package
    deck: Deck
    words: Words

    @cached_property
    def safe(self) -> Package:
        """Give the package without the labels of sensitive records: nothing points an audience at them."""
        marks = tuple(mark for mark in self.package.partnership.annotations if mark.record not in self.sensitive)
        return replace(self.package, partnership=replace(self.package.partnership, annotations=marks))

    @cached_property
    def sensitive(self) -> set[str]:
        """Name the records that are never put before an audience."""
        frames = [self.package.frame(name) for name in ("exchanges", "trade_events")]
        return {row for frame in frames for row in frame.loc[frame["sensitive"].fillna(value=True), "id"]}

    @cached_property
    def catalogue(self) -> Catalogue:
        """Give the catalogue of the whole record."""
        return Context(self.safe, Choices(lang=self.words.lang), self.words).catalogue

    def context(self, choices: Choices | None = None) -> Context:
        """Give what a view is handed under some choices; with none nothing is chosen."""
        return Context(self.package, choices or Choices(lang=self.words.lang), self.words)

    def place(self, entry: SlideEntry) -> tuple[Place, Choices]:
        """Read the view a slide shows: its page, and what is chosen there. The deck itself is none."""
        page, query = address.split(entry.address)
        place = places.at(page)
        if place is None or not place.static:
            raise Unfit("page", address=entry.address)
        years = (self.package.partnership.first_year, self.package.as_of.year)
        read = address.parse(query, years=years, languages=LANGUAGES, preferred=self.words.lang)
        return place, read.change(lang=self.words.lang)

    def link(self, entry: SlideEntry) -> Link | None:
        """Lead to the view a slide shows."""
        if not entry.address:
            return None
        place, choices = self.place(entry)
        return choices.link(self.words("deck.open"), place.address, **choices.own)

    def public(self, entry: SlideEntry) -> str:
        """Give the address at which an audience finds the view: its static page when these are published, else the dashboard."""
        place, choices = self.place(entry)
        twin = site_links.static_twin(self.context(choices), place)
        home = self.package.partnership.contact.address.rstrip("/")
        if twin is not None:
            return twin.url
        return f"{home}{address.written(place.address, choices)}" if home.startswith(("http://", "https://")) else ""

    def card(self, entry: SlideEntry, kind: type[C]) -> C:
        """Find the card of a view."""
        for card in self.cards(entry):
            if isinstance(card, kind) and getattr(card, "key", "") == entry.card:
                return card
        raise Unfit("card", card=entry.card, address=entry.address)

    def cards(self, entry: SlideEntry) -> list[Card]:
        """Compose the view a slide shows; one whose data cannot be read is refused."""
        place, choices = self.place(entry)
        if not self.package.has(*place.needs):
            raise Unfit("data", page=place.name)
        return place.view(Context(self.safe, choices, self.words))

    def record(self, entry: SlideEntry) -> dict[Any, Any]:
        """Find the record whose page a slide names; a sensitive one is refused."""
        name = self.place(entry)[1].get("id")
        rows = self.package.frame("exchanges")
        match = rows[rows["id"].eq(name)]
        if match.empty:
            raise Unfit("record", id=name or entry.address)
        self.refuse({name})
        return dict(match.iloc[0])

    def refuse(self, records: Iterable[str]) -> None:
        """Refuse a slide that would point an audience at a sensitive record."""
        if names := sorted(self.sensitive.intersection(records)):
            raise Unfit("sensitive", id=names[0])

    def filled(self, entry: SlideEntry, field: str) -> str:
        """Fill the slots of a headline or note; a slot that is not known is refused."""
        text = self.words.of(table_of(entry), field)
        try:
            parts = list(string.Formatter().parse(text))
        except ValueError as error:
            raise Unfit("braces") from error
        if typed := next((number[0] for text, *_ in parts for number in _TYPED.finditer(text)), ""):
            raise Unfit("digits", digits=typed)
        names = {name for _, name, _, _ in parts if name is not None}
        known = self.slots(entry)
        if unknown := sorted(names - known.keys()):
            raise Unfit("slot", slot=unknown[0], known=self.words.joined(known))
        return "".join(text + (known[name]() if name else "") for text, name, _, _ in parts)

    def slots(self, entry: SlideEntry) -> dict[str, Callable[[], str]]:
        """Offer what a headline or note may hold, each made only when it is asked for."""
        words, package = self.words, self.package
        slots: dict[str, Callable[[], str]] = {
            **{name: lambda city=city: city for name, city in package.partnership.names(words.lang).items()},  # type: ignore[misc]
            "since": lambda: overview.twinning(self.context()),
            "as_of": lambda: words.date(package.as_of),
            "records": lambda: words.number(len(self.context(self.place(entry)[1]).records_of("exchanges"))),
        }
        if entry.series:
            slots["value"] = lambda: self.figure(entry)[1]
            for name in ("first_value", "first_period", "last_value", "last_period"):
                slots[name] = lambda name=name: self._end(entry, name)  # type: ignore[misc]
        return slots

    def figures(self, entry: SlideEntry) -> pd.DataFrame:
        """Give the figures of the series that a slide names."""
        series = self.package.frame("series")
        named = series[series["id"].eq(entry.series)]
        parts = [queries.figures.join(named, self.package.frame(name)) for name in ("students", "trade_figures")]
        own = pd.concat([part for part in parts if len(part)] or parts).dropna(subset=["value"])
        if own.empty:
            raise Unfit("series", series=entry.series)
        return own

    def figure(self, entry: SlideEntry) -> tuple[dict[Any, Any], str]:
        """Give the last figure of a series, and its value with the word that qualifies it."""
        row = dict(self.figures(entry).sort_values("year").iloc[-1])
        return row, Figures.of(self.context()).value(row)

    def _end(self, entry: SlideEntry, name: str) -> str:
        end = queries.figures.ends(self.figures(entry)).loc[entry.series].to_dict()[name]
        return self.words.number(float(end)) if name.endswith("_value") else str(end)

    def publishers(self, sources: Iterable[str]) -> str:
        """Name who says so, each once: a slide has no room for titles, and some titles name people."""
        rows = self.package.frame("sources").set_index("id")
        names = list(dict.fromkeys(self.words.of(dict(rows.loc[source]), "publisher") for source in sources))
        if len(names) > PUBLISHERS:
            names = [*names[: PUBLISHERS - 1], self.words("deck.publishers", n=len(names) - PUBLISHERS + 1)]
        return self.words("app.source", name=self.words.listed(names)) if names else ""

    def publishers_at(self, sources: Iterable[Source]) -> str:
        """Name who published what a card cites."""
        rows = self.package.frame("sources")
        cited = rows[rows["url"].isin([source.url for source in sources])]
        return self.publishers(cited["id"])

    def publishers_of(self, figures: pd.DataFrame) -> str:
        """Name who published some figures, and the licences they stand under."""
        rows = figures.drop_duplicates("licence").to_dict("records")
        licences = [text for row in rows if (text := self.words.of(row, "licence"))]
        return self.words.joined([self.publishers(figures["source_id"]), *licences])
