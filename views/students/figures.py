"""The figures of students, as the page speaks of them."""

import pandas as pd

from cards import Card, Notice, Sheet
from views.wording.figures import Figures


class StudentFigures(Figures):
    """Word the figures of students in the chosen years."""

    dataset = "students"

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
