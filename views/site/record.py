"""The static pages of the record: its list by year, its looks, and every dataset, record and source."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import queries.records
from cards import Downloads, Link, Prose, Records, Sheet
from texts import Words
from views.choices import Choices
from views.record import detail, sources
from views.record.listing import RecordList
from views.site.static import Part, StaticPage, StaticPages, name_of, picks

if TYPE_CHECKING:
    from views.places import Place


class RecordPages(StaticPages):
    """Show the list of the whole and of each sector, and of the whole what else can be looked up."""

    by_sector = True
    switch = "record_page.switch"

    @classmethod
    def file(cls, place: "Place", query: Mapping[str, str]) -> str:
        """Give the file of a record, a source, a dataset or a look; else the list, at the year that is chosen."""
        view, pick = query.get("view", ""), query.get("pick", "")
        if query.get("id"):
            return f"record/{query['id']}.html"
        if view == "sources" and pick and not pick.startswith("kind:"):
            return f"source/{name_of(pick)}.html"
        if view == "data" and query.get("dataset"):
            return f"data/{query['dataset']}.html"
        if view in place.looks[1:]:
            return f"{view}.html"
        first, _, last = query.get("years", "").partition("-")
        year = f"#y{first}" if first and first == (last or first) else ""
        return f"record-wider.html{year}" if query.get("relation") == "wider" else f"record.html{year}"

    @classmethod
    def has_sectors(cls, query: Mapping[str, str]) -> bool:
        """Tell the list of direct records from all else."""
        return not query.get("id") and query.get("view", "search") == "search" and query.get("relation") != "wider"

    @staticmethod
    def look(look: str, words: Words) -> str:
        """Name a look; here the first is a list, for no page answers a search."""
        return words("site.list") if look == "search" else words(f"record_page.view.{look}")

    def pages(self) -> Iterator[StaticPage]:
        """Compose every page."""
        yield from map(self.listing, (*self.divisions(), self.choices.change(wider=True)))
        yield from (self.page(self.choices.change(own={"view": look})) for look in self.place.looks[1:])
        yield from self.datasets()
        yield from self.records()
        yield from self.sources()

    def listing(self, choices: Choices) -> StaticPage:
        """List the records by year, with the list to take away."""
        records, words = replace(RecordList.of(self.context), choices=choices), self.words
        cards, chosen = self.cards(choices), records.chosen()
        if chosen.empty:
            return self.page(choices, cards)
        years = queries.records.year_of(chosen)
        results = next(card for card in cards if isinstance(card, Records))
        index: list[Link] = []
        by_year: list[Part] = []
        for year in sorted({int(year) for year in years}):
            part = chosen[years.eq(year)]
            name = words.date(date(year, 1, 1), "year")
            index.append(choices.link(name, "record", years=f"{year}-{year}"))
            by_year.append((f"y{year}", records.cards(part, name, words("record.held", n=len(part)))))
        more = (results.more,) if results.more else ()
        head = Prose(heading=results.heading, paragraphs=(results.subtitle,), links=(*index, *more))
        files = [("", card) for card in cards if isinstance(card, Downloads)]
        return StaticPage(self.place, choices, (("", cards[0]), ("", head), *by_year, *files))

    def datasets(self) -> Iterator[StaticPage]:
        """Show each dataset by itself."""
        for resource in self.context.package.descriptor["resources"]:
            own = {"view": "data", "dataset": resource["name"]}
            yield self.page(self.choices.change(own=own), title=resource["title"])

    def records(self) -> Iterator[StaticPage]:
        """Show each record in full."""
        shared = RecordList.of(self.context)
        for kind in ("exchanges", "trade_events"):
            for row in self.context.package.frame(kind).to_dict("records"):
                cards = detail.cards(shared, row["id"])
                yield self.page(self.choices.change(own={"id": row["id"]}), cards, self.words.of(row, "title"))

    def sources(self) -> Iterator[StaticPage]:
        """Show each source on which something rests, with all that does."""
        records = RecordList.of(self.context)
        title, *rest = self.cards(self.choices.change(own={"view": "sources"}))
        codes = {code for card in rest if isinstance(card, Sheet) for code in picks(card.table)}
        frame = self.context.package.frame("sources")
        for row in frame[frame["id"].isin(codes)].to_dict("records"):
            choices = self.choices.change(own={"view": "sources", "pick": row["id"]})
            yield self.page(choices, [title, *sources.cards(replace(records, choices=choices))], row["title"])
