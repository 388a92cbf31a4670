"""Ask what is not held: the gap board of years by sectors, and periods missing from series of figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

# A panel that ought to hold every period that another panel holds for the same organisation.
EXPECTED = {"students_china_home": "students_index"}
_YEARLY = ("academic", "calendar", "financial")


class Gap(NamedTuple):
    """Hold what one series lacks: spans of years, first and last included."""

    series: str
    periods: int  # that hold a value
    missing: tuple[tuple[int, int], ...]
    suppressed: tuple[tuple[int, int], ...]


def gap_board(
    records: pd.DataFrame, *, sectors: Sequence[str], years: tuple[int, int], begins: int, ends: int
) -> pd.DataFrame:
    """Count records for each sector and year of the span.

    Returns sector, year, n and state: held, none, or na for a year that lies wholly before the partnership
    `begins` or after the data `end`, where nothing could be held.
    """
    span = range(years[0], years[1] + 1)
    counts = records.groupby(["sector", records["start_date"].dt.year]).size()
    cells = pd.DataFrame([(sector, year) for sector in sectors for year in span], columns=["sector", "year"])
    inside = cells["year"].between(begins, ends)
    cells["n"] = [int(counts.get(cell, 0)) for cell in cells.itertuples(index=False, name=None)]
    cells["n"] = cells["n"].where(inside, 0)
    cells["state"] = cells["n"].gt(0).map({True: "held", False: "none"}).where(inside, "na")
    return cells


def years_with_records(cells: pd.DataFrame, complete: tuple[int, int]) -> pd.Series:
    """Count, by sector, the complete years in which a record is held; most first."""
    part = cells[cells["year"].between(*complete)]
    counts: pd.Series = part["state"].eq("held").groupby(part["sector"], sort=False).sum()
    return counts.sort_values(ascending=False, kind="stable")


def of_series(series: pd.DataFrame, figures: pd.DataFrame, years: tuple[int, int] | None = None) -> list[Gap]:
    """List the series that lack a period between their first and last, or hold one that is suppressed.

    Only series counted by the year are asked, as others have no period that could be expected. A series of a
    panel in `EXPECTED` is measured against all periods held there for its organisation. `years` narrows the answer.
    """
    asked = series[series["period_kind"].isin(_YEARLY)].sort_values(["dataset", "panel", "position"])
    filed, hidden = _years(figures), _years(figures[figures["status"].eq("suppressed")])
    gaps = []
    for row in asked.to_dict("records"):
        own, withheld = filed[row["id"]], hidden[row["id"]]
        missing = _within(_expected(row, asked, filed) - own, years)
        suppressed = _within(withheld, years)
        if missing or suppressed:
            gaps.append(Gap(row["id"], len(own) - len(withheld), spans(missing), spans(suppressed)))
    return gaps


def _years(figures: pd.DataFrame) -> defaultdict[str, set[int]]:
    filed = figures.dropna(subset=["year"]).groupby("series_id")["year"]
    return defaultdict(set, {str(series): {int(year) for year in years} for series, years in filed})


def _expected(row: Mapping[Any, Any], series: pd.DataFrame, filed: Mapping[str, set[int]]) -> set[int]:
    own = filed[row["id"]]
    if row["panel"] in EXPECTED:
        like = series[series["panel"].eq(EXPECTED[row["panel"]])]
        like = like[like["organisation_id"].eq(row["organisation_id"]).fillna(value=False)]
        return {year for name in like["id"] for year in filed[name]}
    return set(range(min(own), max(own) + 1)) if own else set()


def _within(candidates: set[int], years: tuple[int, int] | None) -> list[int]:
    return sorted(year for year in candidates if years is None or years[0] <= year <= years[1])


def spans(years: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Write years as runs that follow each other: first and last of each."""
    held = sorted(years)
    firsts = [year for year in held if year - 1 not in held]
    lasts = [year for year in held if year + 1 not in held]
    return tuple(zip(firsts, lasts, strict=True))
