"""Speak of records, organisations and sources by their codes: names, dates, cards."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import pandas as pd

import charts.theme
import queries.sources
from cards import Cell, RecordCard, Records, Source, Table
from loaders import Package
from texts import Words
from views.choices import Choices
from views.wording.tables import by_name

_HEADS = ("table.date", "table.title", "table.sector", "table.direction", "table.form", "table.source")


class Catalogue:
    """Look up what a package holds around its records, and word it."""

    def __init__(self, package: Package, choices: Choices, words: Words) -> None:
        self.package, self.choices, self.words = package, choices, words

    @cached_property
    def cited(self) -> pd.DataFrame:
        """Join every record with its sources."""
        return queries.sources.of_records(self.package.frame("record_sources"), self.package.frame("sources"))

    @cached_property
    def named(self) -> pd.DataFrame:
        """Join every record with its organisations."""
        return queries.sources.organisations_of(
            self.package.frame("record_organisations"), self.package.frame("organisations")
        )

    @cached_property
    def _sources(self) -> dict[str, list[dict[Any, Any]]]:
        sources: dict[str, list[dict[Any, Any]]] = {}
        for row in self.cited.to_dict("records"):
            sources.setdefault(str(row["record"]), []).append(row)
        return sources

    @cached_property
    def source_rows(self) -> dict[str, dict[Any, Any]]:
        """Give the row of every source by its id."""
        return {row["id"]: row for row in self.package.frame("sources").to_dict("records")}

    @cached_property
    def _places(self) -> dict[str, dict[Any, Any]]:
        return {row["id"]: row for row in self.package.frame("places").to_dict("records")}

    def sources_of(self, record: str) -> list[dict[Any, Any]]:
        """List the sources of a record, the main one first."""
        return self._sources.get(record, [])

    def when(self, row: Mapping[Any, Any]) -> str:
        """Write a record's date, no finer than it is known."""
        words = self.words
        if pd.isna(row["end_date"]):
            text = words.date(row["start_date"], row["start_precision"])
        else:
            text = words.span(row["start_date"], row["end_date"], (row["start_precision"], row["end_precision"]))
        return words("date.inferred", date=text) if row["date_basis"] == "inferred" else text

    def direction(self, row: Mapping[Any, Any]) -> str:
        """Name a record's direction, where direction is counted."""
        counted = row["relation"] in ("direct", "related") and pd.notna(row["direction"])
        return self.words(f"direction.{row['direction']}") if counted else ""

    def place(self, row: Mapping[Any, Any]) -> str:
        """Name where a record happened, where a source says."""
        return self.words.of(self._places[row["place_id"]], "name") if pd.notna(row["place_id"]) else ""

    def publisher(self, source: Mapping[Any, Any]) -> str:
        """Name a publisher with its kind."""
        return self.words(
            "record.source_named",
            publisher=self.words.of(source, "publisher"),
            kind=self.words(f"publisher.{source['publisher_kind']}"),
        )

    def sources_line(self, record: str) -> str:
        """Say who says so, and whether it is one source or several."""
        sources = self.sources_of(record)
        if not sources:
            return self.words("record.no_source")
        names = list(dict.fromkeys(self.publisher(source) for source in sources))
        return self.words("record.sources", names=self.words.joined(names), n=len(sources))

    def card(self, row: Mapping[Any, Any]) -> RecordCard:
        """Show one record in short."""
        words = self.words
        direction = self.direction(row) or words(f"relation.{row['relation']}")
        facts = [words(f"sector.{row['sector']}"), direction, self.place(row)]
        if row["form"] != "took_place":
            facts.append(words(f"form.{row['form']}"))
        if pd.notna(row["status"]) and row["status"] != "took_place":
            facts.append(words(f"status.{row['status']}"))
        return RecordCard(
            record=row["id"],
            title=words.of(row, "title"),
            when=self.when(row),
            facts=tuple(dict.fromkeys(fact for fact in facts if fact)),
            text=words.of(row, "description"),
            note=words.of(row, "note"),
            sources=self.sources_line(row["id"]),
            link=self.choices.link(words("record.open"), "record", id=row["id"]),
            colour=charts.theme.sector_colour(row["sector"]),
        )

    def cards(self, records: pd.DataFrame, heading: str = "", subtitle: str = "") -> Records:
        """Show records as cards."""
        return Records(heading=heading, subtitle=subtitle, records=tuple(map(self.card, records.to_dict("records"))))

    def detail(self, records: pd.DataFrame, heading: str = "", subtitle: str = "") -> Records | None:
        """Show the records that a chosen mark stands for; nothing where it stands for none."""
        heading = heading or self.words("record.selected")
        return None if records.empty else self.cards(records, heading, subtitle)

    def basis(self, records: pd.DataFrame) -> str:
        """Say on how many records, and how many publishers, something rests."""
        words = self.words
        return words(
            "record.basis",
            records=words("record.held", n=len(records)),
            publishers=words("record.publishers", n=queries.sources.publishers(self.cited, records["id"])),
        )

    def hover(self, row: Mapping[Any, Any]) -> str:
        """Say what a record's dot says."""
        title, sector = self.words.of(row, "title"), self.words(f"sector.{row['sector']}")
        return self.words("both_ways.hover", date=self.when(row), title=title, sector=sector)

    def table(self, records: pd.DataFrame, caption: str, heads: Sequence[str] = _HEADS) -> Table:
        """List records as a table whose titles open them."""
        return by_name(self.words, caption, heads, map(self._cells, records.to_dict("records")))

    def _cells(self, row: Mapping[Any, Any]) -> dict[str, str | Cell]:
        words, title = self.words, self.words.of(row, "title")
        sources = words.joined(f"{source['title']} <{source['url']}>" for source in self.sources_of(row["id"]))
        return {
            "date": self.when(row),
            "title": Cell(text=title, link=self.choices.link(title, "record", id=row["id"])),
            "sector": words(f"sector.{row['sector']}"),
            "direction": self.direction(row) or words("direction_short.beyond"),
            "form": words(f"form.{row['form']}"),
            "status": words(f"status.{'not_stated' if pd.isna(row['status']) else row['status']}"),
            "outcome": words.of(row, "outcome"),
            "source": Cell(text=self.sources_line(row["id"]), value=sources),
        }

    def source(self, source: Mapping[Any, Any]) -> Source:
        """Point to a source by its title and publisher."""
        words, title = self.words, source["title"]
        label = words("join.source", title=title, publisher=words.of(source, "publisher"))
        return Source(label=label, url=source["url"])

    def publisher_named(self, name: str) -> Source:
        """Point to a source by its publisher alone."""
        row = self.source_rows[name]
        return Source(label=self.publisher(row), url=row["url"])

    def sources_named(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Point to sources by their ids, each once."""
        return tuple(self.source(self.source_rows[name]) for name in dict.fromkeys(ids))
