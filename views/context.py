"""What every view is handed: the data, what the reader has chosen, and the words to say it in."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import pandas as pd

import queries.records
from cards import Link, Pager, Prose, Switch
from loaders import Package
from texts import Words
from views.choices import Choices
from views.wording.catalogue import Catalogue


@dataclass(frozen=True, eq=False)
class Context:
    """Hold the package, the choices and the words of one view; what is looked up around them is kept here too."""

    package: Package
    choices: Choices
    words: Words

    @classmethod
    def of(cls, context: "Context") -> Self:
        """Give the same context with all that this class can tell of it."""
        return cls(context.package, context.choices, context.words)

    def change(self, **choices: Any) -> Self:
        """Give the same context with some choices changed."""
        return replace(self, choices=self.choices.change(**choices))

    def unfiltered(self, page: str, **own: str) -> Link:
        """Lead to a page with every filter off: the way back from where no record is held."""
        return self.choices.cleared().link(self.words("record.back"), page, **own)

    @property
    def span(self) -> tuple[int, int]:
        """Give the years that charts of records show: those chosen, else from the first to the unfinished one."""
        return self.choices.years or (self.package.partnership.first_year, self.package.as_of.year)

    @property
    def complete_span(self) -> tuple[int, int]:
        """Give the same years without the one that still runs."""
        first, last = self.span
        return first, min(last, self.package.as_of.year - 1)

    @property
    def ends(self) -> tuple[str, str]:
        """Write the first and last of these years; the year that still runs goes to the day the data go to."""
        day, (first, last) = self.package.as_of, self.span
        return self.words.year(first), self.words.date(day) if last == day.year else self.words.year(last)

    def records_of(self, dataset: str) -> pd.DataFrame:
        """Give the records of a dataset that the filters choose and the years of the charts hold."""
        choices = self.choices
        return queries.records.chosen(
            self.package.frame(dataset),
            sectors=choices.sectors,
            years=self.span,
            direction=choices.direction,
            wider=choices.wider,
        )

    def no_records(self, page: str, **own: str) -> Prose:
        """Say that no record is held for these filters, and offer the way back to the page without them."""
        return Prose(
            heading=self.words("record.none"),
            paragraphs=(self.words("record.line"),),
            links=(self.unfiltered(page, **own),),
            boxed=True,
        )

    def switch(self, label: str, options: Mapping[str, str]) -> Switch:
        """Offer the looks of a page by their codes; the one that the address names is shown, else the first."""
        look = self.choices.get("view")
        value = look if look in options else next(iter(options))
        return Switch(name="view", label=label, options=tuple(options.items()), value=value)

    @property
    def records_up_to(self) -> str:
        """Say how far the records go; no next edition of them is announced."""
        return (
            f"{self.words('app.up_to', when=self.words.date(self.package.as_of))} · {self.words('app.not_announced')}"
        )

    def licences(self, resource: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
        """Give the licences of a dataset: its own, else those of the whole package."""
        licences: Sequence[Mapping[str, str]] = resource.get("licenses") or self.package.descriptor.get("licenses", [])
        return licences

    def paged(self, rows: pd.DataFrame, size: int, name: str, texts: str) -> tuple[pd.DataFrame, Pager]:
        """Give the rows of one page of `size`, and what turns the pages.

        The address names the page under `name`; beyond the last is the last. `texts` begins the keys of what is said.
        """
        pages = math.ceil(len(rows) / size)
        page = min(max(int(self.choices.get(name, "1")), 1), pages)
        pager = Pager(
            name=name,
            pages=pages,
            page=page,
            previous=self.words(f"{texts}previous"),
            following=self.words(f"{texts}next"),
            position=self.words(f"{texts}position", page=page, pages=pages),
        )
        return rows.iloc[(page - 1) * size : page * size], pager

    @cached_property
    def catalogue(self) -> Catalogue:
        """Give what speaks of records, organisations and sources by their codes."""
        return Catalogue(self.package, self.choices, self.words)
