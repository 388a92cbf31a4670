"""Years along an axis: which are printed, and runs of them that have a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.theme import safe


@dataclass(frozen=True, kw_only=True)
class Span:
    """Name a run of years."""

    start: float
    end: float
    label: str


def step(years: tuple[int, int]) -> int:
    """Choose how far apart years are printed: every one when few are shown."""
    return 1 if years[1] - years[0] < 12 else 5


def whole(years: tuple[int, int], every: int) -> dict[str, Any]:
    """Set an axis to whole years, and print every so many of them from the first."""
    return {"range": [years[0] - 0.6, years[1] + 0.6], "showline": True, **ticks(range(years[0], years[1] + 1), every)}


def ticks(years: range, every: int) -> dict[str, Any]:
    """Print every so many years, each by its number and never a fraction."""
    values = list(years[::every])
    return {"tickmode": "array", "tickvals": values, "ticktext": [str(year) for year in values]}


def periods(names: Mapping[int, str], every: int) -> dict[str, Any]:
    """Print every so many years, each as the period it stands for."""
    values = list(names)[::every]
    return {"tickmode": "array", "tickvals": values, "ticktext": [safe(names[year]) for year in values], "tickangle": 0}
