"""The figures of students, as the page speaks of them."""

from __future__ import annotations

import pandas as pd

import queries.figures
import texts
from cards import Card, Notice, Sheet
from views.wording.figures import Figures

# Columns that no page reads; every step over a frame costs each of its columns.
_UNREAD = (
    "added_on",
    "changed_on",
    "dataset",
    "file",
    "flow",
    "geography",
    "licence",
    "partner",
    "rounding",
    "working_note",
    *(f"{lang}_status" for lang in texts.LANGUAGES),
)


class StudentFigures(Figures):
    """Word the figures of students in the chosen years."""

    def panel(self, *panels: str) -> pd.DataFrame:
        """Give the figures of some panels that fall in the years chosen, joined with their series."""
        joined = queries.figures.of_panel(self.package.frame("series"), self.package.frame("students"), *panels)
        unread = [column for column in joined.columns if column.startswith(_UNREAD)]
        return queries.figures.within(joined, self.choices.years).drop(columns=unread)

    def few(self, key: str, heading: str, figures: pd.DataFrame) -> Card:
        """Stand in for a chart of fewer than two periods: the figures as a table, or that none is held."""
        words = self.words
        if figures.empty and self.choices.years is None:
            return Notice(kind="info", text=words("measured.none_ever", name=heading))
        if figures.empty:
            back = self.choices.change(years=None).link(words("measured.all_years"), "students")
            return Notice(kind="info", text=words("measured.none", name=heading), link=back)
        return Sheet(
            key=key,
            heading=heading,
            subtitle=words("measured.few"),
            table=self.table(figures, heading),
            sources=self.sources(figures),
            up_to=self.up_to(figures),
        )
