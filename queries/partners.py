"""Ask with whom: the organisations that records name, by sector."""

from collections.abc import Collection
from typing import Any

import pandas as pd


def by_sector(
    records: pd.DataFrame,
    named: pd.DataFrame,
    *,
    leave_out: Collection[str] = (),
    main: Collection[str] = (),
    top: int = 12,
) -> pd.DataFrame:
    """Count the records that name each of the `top` organisations, by sector.

    `named` links records with organisations. Returns organisation_id, name, short_name, what they are in
    other languages, sector, records and total, largest total first; organisations in `leave_out` are not counted. With `main`, sectors outside it are one: other.
    """
    part = named[named["record"].isin(records["id"]) & ~named["organisation_id"].isin(list(leave_out))]
    part = part.merge(records[["id", "sector"]].rename(columns={"id": "record"}), on="record")
    if main:
        part["sector"] = part["sector"].where(part["sector"].isin(list(main)), "other")
    counts = part.groupby(["organisation_id", "sector"]).agg(records=("record", "nunique")).reset_index()
    counts["total"] = counts.groupby("organisation_id")["records"].transform("sum")
    worded = [column for column in part.columns if str(column).startswith(("name", "short_name"))]
    names = part.drop_duplicates("organisation_id")[["organisation_id", *worded]]
    counts = counts.merge(names, on="organisation_id")
    counts = counts.sort_values(["total", "name", "sector"], ascending=[False, True, True])
    leaders = counts["organisation_id"].drop_duplicates().head(top)
    return counts[counts["organisation_id"].isin(leaders)].reset_index(drop=True)


def leader(records: pd.DataFrame, named: pd.DataFrame, *, kind: str, city: str) -> tuple[dict[Any, Any], int] | None:
    """Find the organisation of a kind and city that most records name, and their number; None where there is none."""
    part = named[named["record"].isin(records["id"]) & named["kind"].eq(kind) & named["city"].eq(city)]
    if part.empty:
        return None
    counts = part.groupby("organisation_id")["record"].nunique().sort_values(ascending=False)
    return part[part["organisation_id"].eq(counts.index[0])].iloc[0].to_dict(), int(counts.iloc[0])


def naming(
    records: pd.DataFrame, named: pd.DataFrame, organisation: str, sector: str, *, main: Collection[str] = ()
) -> pd.DataFrame:
    """Keep the records of a sector that name an organisation; the sector other is all outside `main`."""
    ids = named.loc[named["organisation_id"].eq(organisation), "record"]
    fits = ~records["sector"].isin(list(main)) if sector == "other" else records["sector"].eq(sector)
    return records[records["id"].isin(ids) & fits]
