"""Speak of measured figures: values in words, what a chosen one rests on, tables, sources and how far they go."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

import charts.theme
import queries.figures
from cards import Cell, Details, Source, Table
from charts.lines import Named
from charts.years import Span
from views.context import Context
from views.wording.tables import Fact, by_name, details

_AUGUST = 7 / 12  # an academic year begins on 1 August
_MOST_NAMED = 3  # a caution that more series share, or a line that more of them end in, names none
_MOST_SOURCES = 5
_SENTENCE_END = re.compile(r"(?<=\.)\s+|(?<=。)(?![”’）》])")
_EXACT = ("as_published", "rounded", "derived")  # what is known to its digits is written in digits
# Columns that no card speaks of: left out, so that cutting the frame many times stays quick.
_UNREAD = ("added_on", "changed_on", "dataset", "file", "licence", "mode", "partner", "rounding", "working_note")


class Figures(Context):
    """Word the figures of a dataset, in the chosen years and joined with their series."""

    dataset: ClassVar[str]
    heads: ClassVar = tuple(f"measured.{name}" for name in ("series", "value", "period", "source", "caveat"))

    @cached_property
    def _joined(self) -> pd.DataFrame:
        rows = queries.figures.join(self.package.frame("series"), self.package.frame(self.dataset))
        unread = [column for column in rows.columns if column.startswith(_UNREAD) or "_status" in column]
        return queries.figures.within(rows.drop(columns=unread), self.choices.years)

    def panel(self, *panels: str) -> pd.DataFrame:
        """Give the figures of some panels."""
        return self._joined[self._joined["panel"].isin(panels)]

    def value(self, row: Mapping[Any, Any], *, unit: bool = False) -> str:
        """Write a value as exactly as it is known: more than, about, a range; with its unit where asked."""
        words, status = self.words, row["status"]

        def number(value: float) -> str:
            if status not in _EXACT:
                return words.large(float(value))
            return words.number(value, places=0 if float(value).is_integer() else 1)

        high = number(row["value_high"]) if pd.notna(row["value_high"]) else ""
        text = words(f"figure.{status}", value=number(row["value"]) if pd.notna(row["value"]) else "", high=high)
        return words(f"measured.unit.{row['unit']}", value=text) if unit else text

    def period(self, row: Mapping[Any, Any]) -> str:
        """Name the period of a figure, or say that its source gives none."""
        return self.words.of(row, "period") or self.words("measured.no_date")

    def marked(self, figures: pd.DataFrame, key: str, hover: str) -> pd.DataFrame:
        """Add what a chart needs of each figure: `pick`, its word in the address, and `hover`, the sentence `hover`."""
        rows = figures.to_dict("records")
        texts = [
            self.words(
                hover,
                name=self.words.of(row, "name"),
                short=self.name(row),
                period=self.period(row),
                value=self.value(row),
                vintage=self.vintage(row),
                index=round(row["index"]) if "index" in row else "",
            )
            for row in rows
        ]
        return figures.assign(pick=[f"{key}:{row['id_figure']}" for row in rows], hover=texts)

    def name(self, row: Mapping[Any, Any]) -> str:
        """Name a series in short."""
        return self.words.of(row, "short_name") or self.words.of(row, "name")

    def line(self, row: Mapping[Any, Any], colour: str, label: str, *, narrow: bool) -> Named:
        """Word a line and, by the sentence `label`, its end; on a phone that has one of its own, with a long name broken."""
        name = charts.theme.wrap(self.name(row), 13) if narrow else charts.theme.safe(self.name(row))
        key = "measured.label_narrow" if narrow else label
        end = self.words(key, name=name, value=self.value(row), period=self.period(row))
        return Named(name=self.name(row), label=end, colour=colour)

    def lasts(self, figures: pd.DataFrame) -> list[dict[Any, Any]]:
        """Give the last figure of each series, in the order of the series."""
        last = figures.sort_values("year").drop_duplicates("series_id", keep="last")
        return list(last.sort_values(["panel", "position"]).to_dict("records"))

    def copied(self, heading: str, figures: pd.DataFrame) -> str:
        """Write what is copied: the finding, its cautions and its sources."""
        sources = self.words.joined(source.label for source in self.sources(figures))
        return self.words("measured.copied", heading=heading, cautions=self.cautions(figures), sources=sources)

    def vintage(self, row: Mapping[Any, Any]) -> str:
        """Name the release a figure comes from, or who printed it where no release is named."""
        return self.release(row) or self.words.of(self.catalogue.source_rows[row["source_id"]], "publisher")

    def release(self, row: Mapping[Any, Any]) -> str:
        """Name the release a figure comes from, where it is named."""
        return self.words.of(row, "vintage_figure") or self.words.of(row, "vintage")

    def edition(self, row: Mapping[Any, Any]) -> str:
        """Name the release of a whole series, where it is named."""
        return self.words.of(row, "vintage")

    def picked(self, figures: pd.DataFrame, key: str) -> Details | None:
        """Show what the chosen figure of a chart rests on, where the address chooses one of this chart."""
        chart, _, name = self.choices.get("pick").partition(":")
        match = figures[figures["id_figure"].eq(name)]
        if match.empty or chart != key:
            return None
        row = match.iloc[0].to_dict()
        source = self.catalogue.source_rows[row["source_id"]]
        named = self.words("join.source", title=source["title"], publisher=self.catalogue.publisher(source))
        facts: dict[str, Fact] = {
            "figure": self.words.of(row, "name"),
            "value": self.value(row, unit=True),
            "period": self.period(row),
            "definition": self.words.of(row, "definition"),
            "source": Cell(text=named, link=self.catalogue.source(source)),
            "vintage": self.release(row),
            "caveat": self.words.of(row, "caveat"),
            "note": self.words.of(row, "note"),
        }
        labelled = ((self.words(f"measured.{name}"), fact) for name, fact in facts.items())
        return details(self.words("record.selected"), labelled)

    def table(self, figures: pd.DataFrame, caption: str) -> Table:
        """List figures one a row, with the source of each and what must be known of it."""
        rows = map(self._cells, figures.to_dict("records"))
        return by_name(self.words, caption, self.heads, rows, numbers={"value"})

    def _cells(self, row: Mapping[Any, Any]) -> dict[str, str | Cell]:
        words = self.words
        return {
            "series": words.of(row, "name"),
            "place": words.of(row, "geography"),
            "period": self.period(row),
            "value": self.cell(row),
            "vintage": self.release(row),
            "source": self.source_cell(self.catalogue.source_rows[row["source_id"]]),
            "caveat": words.stated(words.of(row, "note"), words.of(row, "caveat")),
        }

    def source_cell(self, source: Mapping[Any, Any]) -> Cell:
        """Name the publisher of a figure, and lead to its source."""
        return Cell(text=self.words.of(source, "publisher"), link=self.catalogue.source(source))

    def cell(self, row: Mapping[Any, Any]) -> Cell:
        """Hold a value in words; the bare number is kept only where it says the same."""
        value = float(row["value"]) if pd.notna(row["value"]) else None
        exact = row["status"] in ("as_published", "rounded") and row["unit"] != "percent" and value is not None
        return Cell(text=self.value(row, unit=row["unit"] == "percent"), value=value if exact else None)

    def sources(self, figures: pd.DataFrame) -> tuple[Source, ...]:
        """Point to the sources of some figures, each once; of many, to those of most figures, and say how many more."""
        ids = figures["source_id"].value_counts().index
        if len(ids) <= _MOST_SOURCES:
            return self.catalogue.sources_named(figures["source_id"])
        more = Source(label=self.words("measured.more_sources", n=len(ids) - _MOST_SOURCES + 1))
        return (*self.catalogue.sources_named(ids[: _MOST_SOURCES - 1]), more)

    def up_to(self, figures: pd.DataFrame) -> str:
        """Say which release the figures come from, how far each series goes, and when the next release is due."""
        words, rows = self.words, figures.drop_duplicates("series_id").to_dict("records")
        reached = [words.of(row, "data_up_to") for row in rows]
        ends = list(dict.fromkeys(when for when in reached if when))
        editions = list(dict.fromkeys(name for row in rows if (name := self.edition(row))))
        parts = editions if len(editions) == 1 else []
        if len(ends) == 1:
            parts.append(words("app.up_to", when=ends[0]))
        elif 0 < len(rows) <= 2 * _MOST_NAMED:
            each = [
                words("measured.series_up_to", name=self.name(row), when=when)
                for row, when in zip(rows, reached, strict=True)
                if when
            ]
            parts.append(words("measured.up_to", list=words.joined(each)))
        elif ends:
            latest = figures.sort_values("year").iloc[-1].to_dict()
            parts.append(words("measured.up_to_latest", when=words.of(latest, "data_up_to")))
        due = list(dict.fromkeys(row["next_release"] for row in rows if pd.notna(row["next_release"])))
        parts.append(words("app.next_release", when=words.listed(due)) if due else words("app.not_announced"))
        return " · ".join(parts)

    def cautions(self, figures: pd.DataFrame, besides: pd.DataFrame | None = None) -> str:
        """Join the caveats of some series, each sentence once; one that holds for a few of them names these.

        What the caveats of `besides` say already is left out.
        """
        sentences = self._caveats(figures)
        for sentence in self._caveats(besides) if besides is not None else ():
            sentences.pop(sentence, None)
        everyone = {self.name(row) for row in figures.drop_duplicates("series_id").to_dict("records")}
        parts = [
            text
            if set(names) == everyone or len(set(names)) > _MOST_NAMED
            else self.words("measured.caution", names=self.words.listed(dict.fromkeys(names)), text=text)
            for text, names in sentences.items()
        ]
        return self.words.stated(*parts)

    def _caveats(self, figures: pd.DataFrame) -> dict[str, list[str]]:
        """Give each sentence of the caveats of some series, with the names of the series that it holds for."""
        sentences: dict[str, list[str]] = {}
        for row in figures.drop_duplicates("series_id").to_dict("records"):
            for sentence in filter(None, _SENTENCE_END.split(self.words.of(row, "caveat"))):
                sentences.setdefault(sentence, []).append(self.name(row))
        return sentences

    def spans(self) -> list[Span]:
        """Place the spans that charts shade on an axis of academic years, where 2014 stands for August 2014 to July 2015."""
        start = 0.5 + _AUGUST
        return [
            Span(start=era.start - start, end=era.end + 1 - start, label=self.words(f"both_ways.{era.code}"))
            for era in self.package.partnership.eras
        ]
