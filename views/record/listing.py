"""Both lists of records as one, under the reader's filters."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

import pandas as pd

import queries.records
import queries.search
import queries.sources
from cards import Cell, Notice, RecordCard, Records, Source
from views.choices import Choices
from views.context import Context

FIGURES = ("students", "trade_figures")
SOURCE = ("title", "publisher", "kind", "published", "read_on", "how_read")  # what a source's row tells


class RecordList(Context):
    """Hold what every view of the record page looks up: the list, its catalogue, and the filters."""

    @cached_property
    def every(self) -> pd.DataFrame:
        """List every happening once, whatever the filters."""
        return queries.search.listing(self.package.frame("exchanges"), self.package.frame("trade_events"))

    def chosen(self, *, wider: bool | None = None) -> pd.DataFrame:
        """List what the filters choose; years not chosen are all years, those before the partnership too."""
        return queries.records.chosen(
            self.every,
            sectors=self.choices.sectors,
            years=self.choices.years,
            direction=self.choices.direction,
            wider=self.choices.wider if wider is None else wider,
        )

    @cached_property
    def paired(self) -> pd.DataFrame:
        """Pair every source with the happenings that rest on it."""
        both = pd.concat([self.package.frame("exchanges"), self.package.frame("trade_events")], ignore_index=True)
        same = queries.search.happening(self.package.frame("trade_events"))
        return queries.sources.pairs(self.catalogue.cited, both, same)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """List every figure that could be read; empty where none could."""
        frames = [self.package.frame(name) for name in FIGURES if self.package.has("series", name)]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()

    def series_cell(self, series: Mapping[Any, Any]) -> Cell:
        """Name a series, and lead to the page that shows it."""
        name, page = self.words.of(series, "name"), "students" if series["dataset"] == "students" else "trade"
        return Cell(text=name, link=self.choices.link(name, page))

    @cached_property
    def _texts(self) -> pd.Series:
        frame = self.package.frame
        return queries.search.haystack(
            frame("exchanges"),
            frame("trade_events"),
            named=self.catalogue.named,
            cited=self.catalogue.cited,
            places=frame("places"),
            undertakings=frame("undertakings"),
        )

    def matching(self, records: pd.DataFrame, query: str) -> pd.DataFrame:
        """Keep the records around which every word of the query stands."""
        return queries.search.matching(records, self._texts, query) if query else records

    def everywhere(self) -> Choices:
        """Give choices with no filter set and wider links in, for a list that must be whole."""
        return Choices(lang=self.choices.lang, wider=True)

    def none(self, view: str) -> Notice:
        """Say that no record is held, and lead to the view with no filter that could leave one out."""
        choices = self.choices.cleared().change(wider=self.choices.wider)
        link = choices.link(self.words("record.back"), "record", view=view)
        return Notice(kind="info", text=self.words("record.none"), link=link)

    def cards(self, records: pd.DataFrame, heading: str, subtitle: str = "", **own: str) -> Records:
        """Show records as cards that say which list each stands in; `own` is kept in the links to them."""
        shown = tuple(self._card(row, own) for row in records.to_dict("records"))
        return Records(heading=heading, subtitle=subtitle, records=shown)

    def _card(self, row: Mapping[Any, Any], own: dict[str, str]) -> RecordCard:
        card = self.catalogue.card(row)
        also = row["also"].split() if isinstance(row["also"], str) else []
        key = "record_page.list_also" if also else f"record_page.list.{row['list']}"
        link = self.choices.link(card.link.label, "record", id=card.record, **own)
        return replace(card, facts=(self.words(key, also=self.words.listed(also)), *card.facts), link=link)

    def publisher_kind(self, kind: str) -> str:
        """Name a kind of publisher as a label."""
        name = self.words(f"publisher.{kind}")
        return name[:1].upper() + name[1:]

    def source_cells(self, source: Mapping[Any, Any]) -> tuple[str | Cell, ...]:
        """Write a source as a row: what `SOURCE` names."""
        words, unknown = self.words, self.words("record_page.source.not_recorded")
        read = words.date(source["read_on"]) if pd.notna(source["read_on"]) else unknown
        how = pd.notna(source["how_read"])
        return (
            Cell(text=source["title"], link=Source(label=source["title"], url=source["url"])),
            words.of(source, "publisher"),
            self.publisher_kind(source["publisher_kind"]),
            _whole(words.partial(words.of(source, "published_on")) or unknown),
            _whole(read),
            words(f"record_page.how_read.{source['how_read']}") if how else unknown,
        )


def _whole(text: str) -> Cell:
    """Keep a date on one line; what is downloaded has plain spaces."""
    return Cell(text=text.replace(" ", "\u00a0"), value=text)
