"""Ask the trade records by what came of them, and the trade figures by part, way and place."""

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
    rows = queries.records.dots(records)
    rows = rows.assign(band=rows["status"].fillna("not_stated"))
    return rows.assign(slot=rows.groupby(["year", "band"]).cumcount())


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
    rows = figures[figures["measure"].isin(PARTS)]
    facts = pd.DataFrame([PARTS[name] for name in rows["measure"]], rows.index, ["part", "way", "basis"])
    shape = rows["mark"].where(facts["basis"].ne("customs"), "customs")
    return rows.assign(part=facts["part"], way=facts["way"], shape=shape, value=rows["value"] / 1000).reset_index(
        drop=True
    )


def ways(figures: pd.DataFrame, measures: Mapping[str, str], *, divide: float) -> pd.DataFrame:
    """Keep the lines of some measures, as queries.trade.country does, in one part.

    `measures` names each measure's way; a blank name takes the way from the series' flow. Values are divided by
    `divide`; a suppressed value stays blank.
    """
    rows = figures[figures["measure"].isin(measures) & figures["mark"].eq("line")]
    names = rows["measure"].map(measures)
    way = names.where(names.ne(""), rows["flow"])
    return rows.assign(part="all", way=way, shape="line", value=rows["value"] / divide).reset_index(drop=True)


def withheld(lines: pd.DataFrame) -> dict[int, list[str]]:
    """List, by year, the ways of some lines that have no value in it."""
    blank = lines[lines["value"].isna()].groupby("year")["way"].agg(list)
    return {int(str(year)): ways for year, ways in blank.items()}


def places(figures: pd.DataFrame, measures: Mapping[str, str]) -> tuple[pd.DataFrame, str]:
    """Keep one figure for each place and way, places with the largest exports first; and name the first of the panel.

    `measures` names each measure's way.
    """
    rows = figures[figures["measure"].isin(measures)]
    if rows.empty:
        return rows.assign(way=[]), ""
    rows = rows.assign(way=rows["measure"].map(measures))
    order = rows[rows["way"].eq("exports")].set_index("geography")["value"]
    focus = str(rows.sort_values("position")["geography"].iloc[0])
    rows = rows.assign(rank=rows["geography"].map(order))
    return rows.sort_values(["rank", "way"], ascending=[False, True], ignore_index=True), focus


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
    ends: dict[str, Ends] = {}
    for way, part in drawn[~drawn["year"].isin(doubtful)].sort_values("year").groupby("way", sort=False):
        years, values = part["year"].tolist(), part["value"].tolist()
        ends[str(way)] = Ends(int(years[0]), float(values[0]), int(years[-1]), float(values[-1]))
    return ends


def rest(figures: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures that a chart does not draw."""
    return figures[~figures["id_figure"].isin(drawn["id_figure"])]


def by_year(figures: pd.DataFrame) -> pd.DataFrame:
    """Set series side by side: a row a year, a column a series, in the panel's order; not held is missing."""
    wide = figures.pivot_table(index="year", columns="id", values="value", aggfunc="first", sort=False)
    return wide[list(dict.fromkeys(figures["id"]))].sort_index()
