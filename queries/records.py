"""Ask the records: which are chosen, where each stands in the chart of both ways, how years and sectors share them."""

from collections.abc import Collection, Sequence

import pandas as pd

DIRECTIONS = ("outward", "both", "inward")
MAIN_SECTORS = ("culture", "education", "trade", "governance")
OTHER = "other"  # all sectors that are not named
COUNTED = ("direct", "related")  # beyond these, direction stands for the country and is not counted


def year_of(records: pd.DataFrame) -> "pd.Series[int]":
    """Give each record the year it starts in."""
    years: pd.Series[int] = records["start_date"].dt.year.rename("year")
    return years


def chosen(
    records: pd.DataFrame,
    *,
    sectors: Collection[str] = (),
    years: tuple[int, int] | None = None,
    direction: str | None = None,
    wider: bool = False,
) -> pd.DataFrame:
    """Keep the records that the shared filters choose, in order of date.

    No sectors, years or direction means all. Only direct records are kept unless `wider`; a direction is
    counted on direct and related records only, so choosing one leaves the others out.
    """
    keep = records["relation"].eq("direct") | wider
    if sectors:
        keep &= records["sector"].isin(list(sectors))
    if years is not None:
        keep &= year_of(records).between(*years)
    if direction is not None:
        keep &= records["direction"].eq(direction) & records["relation"].isin(COUNTED)
    return records[keep.fillna(value=False)].sort_values(["start_date", "id"])


def dots(records: pd.DataFrame) -> pd.DataFrame:
    """Place each record in the chart of both ways.

    Returns id, title columns and: year; band (outward, both, inward, or beyond where direction is not counted);
    slot (0, 1, 2 … within its year and band, larger sectors first); shape (dot: took place; ring: date known to
    the year only; diamond: announced or reported only); colour (its sector, or other).
    """
    frame = records.assign(
        year=year_of(records),
        band=records["direction"].where(records["relation"].isin(COUNTED), "beyond").fillna("beyond"),
        colour=records["sector"].where(records["sector"].isin(MAIN_SECTORS), OTHER),
        shape="dot",
    )
    frame.loc[frame["start_precision"].eq("year"), "shape"] = "ring"
    frame.loc[frame["form"].ne("took_place"), "shape"] = "diamond"
    order = {sector: index for index, sector in enumerate((*MAIN_SECTORS, OTHER))}
    frame = frame.sort_values(
        ["year", "band", "colour", "start_date", "id"], key=lambda c: c.map(order) if c.name == "colour" else c
    )
    frame["slot"] = frame.groupby(["year", "band"]).cumcount()
    return frame.reset_index(drop=True)


def by_year_and_direction(records: pd.DataFrame, years: tuple[int, int]) -> pd.DataFrame:
    """Count records for each year of the span and each band; a year with none counts 0 records held."""
    counts = dots(records).groupby(["year", "band"]).size().unstack(fill_value=0)
    bands = [band for band in (*DIRECTIONS, "beyond") if band in counts.columns or band != "beyond"]
    return counts.reindex(index=range(years[0], years[1] + 1), columns=bands, fill_value=0)


def by_sector(records: pd.DataFrame) -> "pd.Series[int]":
    """Count records by sector, largest first."""
    return records["sector"].value_counts()


def fullest_years(records: pd.DataFrame, share: float = 0.4) -> tuple[list[int], int]:
    """Find the fewest years that together hold at least `share` of the records, and how many they hold."""
    counts = year_of(records).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    fullest = counts.head(int(counts.cumsum().lt(share * len(records)).sum()) + 1)
    return sorted(map(int, fullest.index)), int(fullest.sum())


def empty_years(records: pd.DataFrame, years: tuple[int, int]) -> list[int]:
    """List the years of the span in which no record is held."""
    return sorted(set(range(years[0], years[1] + 1)) - set(year_of(records)))


def shares(then: pd.DataFrame, now: pd.DataFrame, sectors: Sequence[str]) -> pd.DataFrame:
    """Count the records of two spans of years in each of some sectors, all others together, and give their shares.

    Returns, by sector: then, now (counts), then_share, now_share (0 to 1). The sector that both hold most of stands
    first, the others together last.
    """
    named = {"then": then["sector"], "now": now["sector"]}
    counts = pd.DataFrame({span: of.where(of.isin(sectors), OTHER).value_counts() for span, of in named.items()})
    counts = counts.reindex([*sectors, OTHER]).fillna(0).astype(int)
    order = counts.loc[list(sectors)].sum(axis="columns").sort_values(ascending=False, kind="stable").index
    counts = counts.loc[[*order, OTHER]]
    return counts.join((counts / counts.sum()).add_suffix("_share"))
