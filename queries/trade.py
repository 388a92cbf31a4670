"""Ask the trade records by what came of them, and the trade figures by part, way and place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

import queries.figures
import queries.records

# From done to not known: the order in which a reader asks what came of it.
STATUSES = (
    "delivered",
    "took_place",
    "signed",
    "announced",
    "not_delivered",
    "ended",
    "nothing_later_found",
    "not_stated",
)
# The measures of trade between the countries: the panel that draws each, which way, and on which basis it is counted.
PARTS: Mapping[str, tuple[str, str, str]] = {
    "goods_imports_china": ("goods", "imports", "payments"),
    "goods_exports_china": ("goods", "exports", "payments"),
    "goods_exports_china_customs": ("goods", "exports", "customs"),
    "services_imports_china": ("services", "imports", "payments"),
    "services_exports_china": ("services", "exports", "payments"),
}


def dots(records: pd.DataFrame) -> pd.DataFrame:
    """Place each trade record by its year and by what came of it.

    Returns queries.records.dots with `band` its status (not_stated where no source says) and `slot` (0, 1, 2 …
    within its year and band, larger sectors first).
    """
    placed = queries.records.dots(records)
    placed = placed.assign(band=placed["status"].fillna("not_stated"))
    return placed.assign(slot=placed.groupby(["year", "band"]).cumcount())


def by_status(records: pd.DataFrame) -> pd.Series:
    """Count records by what came of them, in the order of STATUSES; a status with no record counts 0."""
    return records["status"].fillna("not_stated").value_counts().reindex(STATUSES, fill_value=0)


def also_exchanges(records: pd.DataFrame) -> int:
    """Count the trade records that are the same happening as an exchange."""
    return int(records["exchange_id"].notna().sum())


def country(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures of goods and services apart, which way they go and how each is drawn.

    Returns the figures with part (goods, services), way (imports, exports), shape (line; point: a single figure
    of another release; customs: counted at the border) and value in billions.
    """
    kept = figures[figures["measure"].isin(PARTS)]
    part, way, basis = (
        kept["measure"].map({name: facts[place] for name, facts in PARTS.items()}) for place in range(3)
    )
    kept = kept.assign(part=part, way=way, basis=basis, value=kept["value"] / 1000)
    shape = kept["mark"].where(kept["basis"].ne("customs"), "customs")
    return kept.assign(shape=shape).reset_index(drop=True)


def ways(figures: pd.DataFrame, measures: Mapping[str, str], *, divide: float) -> pd.DataFrame:
    """Keep the lines of some measures, as queries.trade.country does, in one part.

    `measures` names each measure's way; a blank name takes the way from the series' flow. Values are divided by
    `divide`; a suppressed value stays blank.
    """
    kept = figures[figures["measure"].isin(measures) & figures["mark"].eq("line")]
    named = kept["measure"].map(measures)
    return kept.assign(
        part="all", way=named.where(named.ne(""), kept["flow"]), shape="line", value=kept["value"] / divide
    ).reset_index(drop=True)


def places(figures: pd.DataFrame, measures: Mapping[str, str]) -> tuple[pd.DataFrame, str]:
    """Keep one figure for each place and way, places with the largest exports first; and name the first of the panel.

    `measures` names each measure's way.
    """
    kept = figures[figures["measure"].isin(measures)]
    if kept.empty:
        return kept.assign(way=[]), ""
    kept = kept.assign(way=kept["measure"].map(measures))
    order = kept[kept["way"].eq("exports")].set_index("geography")["value"]
    focus = str(kept.sort_values("position")["geography"].iloc[0])
    ranked = kept.assign(rank=kept["geography"].map(order)).sort_values(["rank", "way"], ascending=[False, True])
    return ranked.reset_index(drop=True), focus


class Ends(NamedTuple):
    """Hold the first and last value that a sentence may rest on, each with its year."""

    first_year: int
    first: float
    last_year: int
    last: float


def quotable(lines: pd.DataFrame) -> dict[str, Ends]:
    """Give each way's first and last values of the years a sentence may rest on.

    A year in which any of the lines carries a note of its own, or holds no value, carries no sentence. Empty when
    no year is left.
    """
    drawn = lines[lines["shape"].eq("line")]
    doubtful = set(drawn.loc[drawn["note"].notna() | drawn["value"].isna(), "year"])
    found: dict[str, Ends] = {}
    for way, part in drawn[~drawn["year"].isin(doubtful)].sort_values("year").groupby("way", sort=False):
        years, values = part["year"].tolist(), part["value"].tolist()
        found[str(way)] = Ends(int(years[0]), float(values[0]), int(years[-1]), float(values[-1]))
    return found


def rest(figures: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures that a chart does not draw."""
    return figures[~figures["id_figure"].isin(drawn["id_figure"])]


def by_year(figures: pd.DataFrame) -> pd.DataFrame:
    """Set series side by side: a row a year, a column a series, in the panel's order; not held is missing."""
    wide = figures.pivot_table(index="year", columns="id", values="value", aggfunc="first", sort=False)
    return wide[list(dict.fromkeys(figures["id"]))].sort_index()
