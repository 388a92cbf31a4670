"""Ask the student figures: the index against the country, totals by provider, counts of one country, one campus."""

import math
from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

TOTALS = ("non_uk_students", "non_eu_students")
# Measures of the partner campus by the panel that shows them and their group there, where it is not the level of study;
# parts of an intake and sums over years are in none.
_CAMPUS = {
    "xjtlu_new_students": ("intake", None),
    "xjtlu_graduates": ("graduates", None),
    "xjtlu_students": ("size", "total"),
    "xjtlu_registered_students": ("size", "registered"),
    "xjtlu_students_on_campus": ("size", "on_campus"),
}
_LEVELS = {"All": "all", "Undergraduate": "undergraduate"}
_STEP = 20  # points of the index between two lines of its axis


@dataclass(frozen=True, kw_only=True)
class Run:
    """Name the years in which one series fell each year while another rose, with both ends of each."""

    first: str
    last: str
    local: tuple[float, float]
    national: tuple[float, float]


def periods(figures: pd.DataFrame) -> dict[int, str]:
    """List the years that hold a value, with the period each stands for."""
    rows = figures.dropna(subset=["value", "year"]).sort_values("year")
    return {int(year): str(period) for year, period in zip(rows["year"], rows["period"], strict=True)}


def academic_years(named: dict[int, str]) -> dict[int, str]:
    """Name every academic year from the first to the last of those named, those between them included."""
    return {year: named.get(year, f"{year}/{(year + 1) % 100:02d}") for year in range(min(named), max(named) + 1)}


def index(figures: pd.DataFrame) -> pd.DataFrame:
    """Add `index`: each value with that of the first year as 100. A series without a value in that year is left out."""
    first = figures.dropna(subset=["value"])["year"].min()
    base = figures[figures["year"].eq(first)].set_index("series_id")["value"]
    bases = figures["series_id"].map(base).astype("Float64")
    return figures.assign(index=figures["value"] / bases * 100).dropna(subset=["index"])


def reach(index: pd.Series) -> tuple[int, int]:
    """Choose where the axis of an index starts and ends: whole steps, with room around the lines."""
    low = math.floor((float(index.min()) - _STEP / 4) / _STEP) * _STEP
    high = math.ceil((float(index.max()) + _STEP / 4) / _STEP) * _STEP
    return max(0, low), high


def against(figures: pd.DataFrame) -> Run | None:
    """Find the longest run of years in which the first provider fell each year while the country rose."""
    local = figures[figures["organisation_id"].notna()]
    local = local[local["series_id"].isin(local["series_id"].head(1))]
    both = local.merge(figures[figures["organisation_id"].isna()], on="year", suffixes=("", "_national"))
    rows = both.sort_values("year")[["year", "period", "value", "value_national"]].to_dict("records")
    best: list[dict[Hashable, Any]] = []
    run = rows[:1]
    for before, after in pairwise(rows):
        turned = (
            after["year"] == before["year"] + 1
            and after["value"] < before["value"]
            and after["value_national"] > before["value_national"]
        )
        run = [*run, after] if turned else [after]
        best = run if len(run) > max(1, len(best)) else best
    if not best:
        return None
    first, last = best[0], best[-1]
    return Run(
        first=str(first["period"]),
        last=str(last["period"]),
        local=(float(first["value"]), float(last["value"])),
        national=(float(first["value_national"]), float(last["value_national"])),
    )


def boxes(years: dict[int, str], counts: pd.DataFrame) -> pd.DataFrame:
    """Give each year its count, missing where none is held: year, period, value and the columns of `counts`."""
    frame = pd.DataFrame({"year": pd.array(list(years), dtype="Int64"), "period": list(years.values())})
    return frame.merge(counts.drop(columns=["period"]), on="year", how="left")


def totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the totals from outside the country by provider, in the order of the first measure's positions."""
    rows = figures[figures["organisation_id"].notna() & figures["measure"].isin(TOTALS)]
    providers = rows[rows["measure"].eq(TOTALS[0])].drop_duplicates("organisation_id").set_index("organisation_id")
    ranks = rows["organisation_id"].map(providers["position"])
    ranked = rows.assign(rank=ranks).dropna(subset=["rank"])
    return ranked.sort_values(["rank", "measure", "year"], ascending=[True, False, True], ignore_index=True)


def country(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the counts that are drawn: every line, and points that take in all levels of study."""
    return figures[figures["mark"].eq("line") | figures["level"].eq("All")].reset_index(drop=True)


def campus(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the dated counts of the campus that are drawn; adds `part` (intake, graduates, size), `group` and `exact`."""
    rows = figures[figures["measure"].isin(list(_CAMPUS)) & figures["period_kind"].eq("academic")]
    rows = rows.dropna(subset=["year"])
    panels = pd.DataFrame([_CAMPUS[measure] for measure in rows["measure"]], rows.index, ["part", "group"])
    return rows.assign(
        part=panels["part"],
        group=panels["group"].fillna(rows["level"].map(_LEVELS)).fillna("postgraduate"),
        exact=rows["status"].isin(["as_published", "rounded"]),
    ).sort_values(["year", "value"])


def unsure(figures: pd.DataFrame) -> pd.Series:
    """Tell which figures have no date or are not confirmed by a source that can be relied on."""
    return figures["period"].isna() | figures["measure"].str.endswith("_unconfirmed")
