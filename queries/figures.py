"""Ask the figures: series by panel, one measure over periods, first and last values."""

import re

import pandas as pd

from cards.translations import LANGUAGE

# What a merge calls vintage_zh_figure is vintage_figure in zh.
_TRANSLATED = re.compile(f"(.+)_({LANGUAGE})_figure")


def of_panel(series: pd.DataFrame, figures: pd.DataFrame, *panels: str) -> pd.DataFrame:
    """Join the figures of some panels with their series, in panel, series and period order.

    Series columns keep their names; figure columns that clash are `id_figure`, `vintage_figure` and so on.
    """
    return join(series[series["panel"].isin(panels)], figures)


def of_measure(series: pd.DataFrame, figures: pd.DataFrame, *measures: str) -> pd.DataFrame:
    """Join the figures of some measures with their series."""
    return join(series[series["measure"].isin(measures)], figures)


def join(series: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Join series with their figures, in the order of panels, series and years."""
    both = series.merge(figures, left_on="id", right_on="series_id", suffixes=("", "_figure"))
    clashes = [clash for clash in map(_TRANSLATED.fullmatch, both.columns) if clash]
    moved = {clash[0]: f"{clash[1]}_figure_{clash[2]}" for clash in clashes if f"{clash[1]}_figure" in both.columns}
    both = both.rename(columns=moved)
    return both.sort_values(["panel", "position", "year", "period"], kind="stable").reset_index(drop=True)


def within(figures: pd.DataFrame, years: tuple[int, int] | None) -> pd.DataFrame:
    """Keep the figures filed under the years; a figure with no year stays only when all years are chosen."""
    if years is None:
        return figures
    return figures[figures["year"].between(*years).fillna(value=False)]


def ends(figures: pd.DataFrame) -> pd.DataFrame:
    """Give each series' first and last rows with a value: columns first_*, last_* of period and value."""
    rows = figures.dropna(subset=["value"]).sort_values("year")
    series = rows.groupby("series_id", sort=False)[["period", "year", "value"]]
    return series.first().add_prefix("first_").join(series.last().add_prefix("last_"))
