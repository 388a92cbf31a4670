"""Speak of trade figures: their values with units, their tables, and what acts on their cards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

import queries.trade
from cards import Cell, Sheet, Table
from views.wording.figures import Figures
from views.wording.tables import numeric, tabulate

# What one of a unit stands for, where it is a number of something.
_SCALES = {"gbp_million": 1_000_000, "gbp_million_per_quarter": 1_000_000, "thousand_tonnes": 1_000}


class TradeFigures(Figures):
    """Word the trade figures of the chosen years."""

    dataset = "trade_figures"
    heads = tuple(
        f"trade.column.{name}" for name in ("series", "place", "period", "value", "vintage", "source", "caveat")
    )

    def number(self, value: float, scale: int = 1) -> str:
        """Write a number, counted in `scale`s, as exactly as it is held, to four places at most."""
        text = self.words.large(abs(value), scale=scale)
        return text if value >= 0 else self.words("trade.negative", value=text)

    def value(self, row: Mapping[Any, Any], *, unit: bool = True) -> str:
        """Write a figure with its unit and any word that is part of it."""
        words, pattern = self.words, f"trade.unit.{row['unit']}" if unit else "figure.as_published"
        if pd.isna(row["value"]):
            return words(f"figure.{row['status']}")
        scale = _SCALES.get(row["unit"], 1) if unit else 1
        low = self.number(row["value"], scale)
        if row["status"] == "range" and pd.notna(row["value_high"]):
            return words(pattern, value=words("figure.range", value=low, high=self.number(row["value_high"], scale)))
        return words(f"figure.{row['status']}", value=words(pattern, value=low))

    def release(self, row: Mapping[Any, Any]) -> str:
        """Name the release a figure comes from; a date is written as one, and blank stays blank."""
        name = super().release(row)
        return self.words.partial(name) if "-" in name else name

    def cell(self, row: Mapping[Any, Any]) -> Cell:
        """Hold a value in words, and the bare number to download."""
        return Cell(text=self.value(row), value=None if pd.isna(row["value"]) else float(row["value"]))

    def source_cell(self, source: Mapping[Any, Any]) -> Cell:
        """Name the publisher of a figure, and hold its address to download."""
        return replace(super().source_cell(source), value=source["url"])

    def side_by_side(self, figures: pd.DataFrame, caption: str) -> Table:
        """Set whole series beside each other, a row a year."""
        wide = queries.trade.by_year(figures)
        names = {row["id"]: self.name(row) for row in figures.to_dict("records")}
        cells = {(row["id"], row["year"]): self.cell(row) for row in figures.to_dict("records")}
        absent = self.words("figure.not_held")
        return tabulate(
            caption,
            (self.words("table.year"), *(numeric(names[series]) for series in wide)),
            (
                (Cell(text=str(year), value=int(year)), *(cells.get((series, year), absent) for series in wide))
                for year in wide.index
            ),
        )

    def edition(self, row: Mapping[Any, Any]) -> str:
        """Name the release of a whole series, and say that it is one."""
        name = self.release(row)
        return self.words("trade.released", vintage=name) if name else ""

    def notes(self, *sentences: str) -> tuple[str, ...]:
        """Write the notes of a card of figures: the sentences that there are, and which filters act on it."""
        filters = self.words("trade.years_only") if set(self.choices.filtered) - {"years"} else ""
        return tuple(text for text in (*sentences, filters) if text)

    def sheet(self, key: str, figures: pd.DataFrame, *, wide: bool = False) -> Sheet:
        """Show figures as a table of their own; `wide` sets whole series side by side."""
        words, drawn_elsewhere = self.words, not self.words.has(f"trade.{key}.caption_sheet")
        heading = words(f"trade.{key}.name")
        caption = heading if drawn_elsewhere else words(f"trade.{key}.caption_sheet")
        return Sheet(
            key=f"trade_{key}",
            heading=heading,
            subtitle=words("measured.few") if drawn_elsewhere else words(f"trade.{key}.subtitle"),
            table=self.side_by_side(figures, caption) if wide else self.table(figures, caption),
            sources=self.sources(figures),
            up_to=self.up_to(figures),
            notes=self.notes(self.cautions(figures) if wide else ""),
        )
