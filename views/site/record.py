"""The static pages of the record: its list by year, its looks, and every dataset, record and source."""

from collections.abc import Iterator, Mapping

import queries.records
from cards import Downloads, Link, Prose, Records, Sheet
from texts import Words
from views.context import Context
from views.place import Part, Place, StaticPage, name_of, picks
from views.record import detail
from views.record.listing import RecordList


class Record(Place):
    """Show the list of the whole and of each sector, and of the whole what else can be looked up."""

    def file(self, query: Mapping[str, str]) -> str:
        """Give the file of a record, a source, a dataset or a look; else the list, at the year that is chosen."""
        view, pick = query.get("view", ""), query.get("pick", "")
        if query.get("id"):
            return f"record/{query['id']}.html"
        if view == "sources" and pick and not pick.startswith("kind:"):
            return f"source/{name_of(pick)}.html"
        if view == "data" and query.get("dataset"):
            return f"data/{query['dataset']}.html"
        if view in self.looks[1:]:
            return f"{view}.html"
        first, _, last = query.get("years", "").partition("-")
        year = f"#y{first}" if first and first == (last or first) else ""
        return f"record-wider.html{year}" if query.get("relation") == "wider" else f"record.html{year}"

    def has_sectors(self, query: Mapping[str, str]) -> bool:
        """Tell the list of direct records from all else."""
        listed = not query.get("id") and query.get("view", "search") == "search" and query.get("relation") != "wider"
        return self.by_sector and listed

    def look(self, look: str, words: Words) -> str:
        """Name a look; here the first is a list, for no page answers a search."""
        return words("site.list") if look == "search" else words(f"record_page.view.{look}")

    def pages(self, context: Context) -> Iterator[StaticPage]:
        """Compose every page."""
        yield from map(self.listing, (*self.divisions(context), context.change(wider=True)))
        yield from (self.page(context.change(own={"view": look})) for look in self.looks[1:])
        yield from self.datasets(context)
        yield from self.records(context)
        yield from self.sources(context)

    def listing(self, context: Context) -> StaticPage:
        """List the records by year, with the list to take away."""
        choices, words, records = context.choices, context.words, RecordList.of(context)
        cards, chosen = self.view(context), records.chosen()
        if chosen.empty:
            return self.page(context, cards)
        years = queries.records.year_of(chosen)
        results = next(card for card in cards if isinstance(card, Records))
        index: list[Link] = []
        by_year: list[Part] = []
        for year in sorted({int(year) for year in years}):
            part = chosen[years.eq(year)]
            name = words.year(year)
            index.append(choices.link(name, "record", years=f"{year}-{year}"))
            by_year.append((f"y{year}", records.cards(part, name, words("record.held", n=len(part)))))
        more = (results.more,) if results.more else ()
        head = Prose(heading=results.heading, paragraphs=(results.subtitle,), links=(*index, *more))
        files = [("", card) for card in cards if isinstance(card, Downloads)]
        return StaticPage(self, choices, (("", cards[0]), ("", head), *by_year, *files))

    def datasets(self, context: Context) -> Iterator[StaticPage]:
        """Show each dataset by itself."""
        for resource in context.package.descriptor["resources"]:
            own = {"view": "data", "dataset": resource["name"]}
            yield self.page(context.change(own=own), title=resource["title"])

    def records(self, context: Context) -> Iterator[StaticPage]:
        """Show each record in full."""
        shared = RecordList.of(context)
        for kind in ("exchanges", "trade_events"):
            for row in context.package.frame(kind).to_dict("records"):
                cards = detail.cards(shared, row["id"])
                yield self.page(context.change(own={"id": row["id"]}), cards, context.words.of(row, "title"))

    def sources(self, context: Context) -> Iterator[StaticPage]:
        """Show each source on which something rests, with all that does."""
        cards = self.view(context.change(own={"view": "sources"}))
        codes = {code for card in cards if isinstance(card, Sheet) for code in picks(card.table)}
        frame = context.package.frame("sources")
        for row in frame[frame["id"].isin(codes)].to_dict("records"):
            yield self.page(context.change(own={"view": "sources", "pick": row["id"]}), title=row["title"])
