"""Ask what a briefing tells of some records: spans of years, sectors, publishers, and what is not sure."""

import pandas as pd

import queries.records


def by_span(records: pd.DataFrame, years: tuple[int, int], length: int = 5) -> pd.DataFrame:
    """Count records by direction in runs of `length` years; the last run ends with the span.

    Returns first, last, outward, both, inward and records: all of the run, direction counted or not.
    """
    counts = queries.records.by_year_and_direction(records, years)
    counts = counts.assign(records=counts.sum(axis=1))[[*queries.records.DIRECTIONS, "records"]]
    table = counts.groupby((counts.index - years[0]) // length).sum()
    first = [years[0] + length * run for run in table.index]
    table.insert(0, "first", first)
    table.insert(1, "last", [min(start + length - 1, years[1]) for start in first])
    return table.reset_index(drop=True)


def by_sector(records: pd.DataFrame, cited: pd.DataFrame) -> pd.DataFrame:
    """Count by sector, largest first.

    Returns sector, records, plans (announced, reported or proposed), single (resting on one source), first and last year.
    """
    sources = cited[cited["record"].isin(records["id"])].groupby("record").size()
    facts = records.assign(
        year=queries.records.year_of(records),
        plan=records["form"].ne("took_place"),
        single=records["id"].map(sources).eq(1),
    )
    table = facts.groupby("sector").agg(
        records=("id", "size"),
        plans=("plan", "sum"),
        single=("single", "sum"),
        first=("year", "min"),
        last=("year", "max"),
    )
    return table.sort_values("records", ascending=False, kind="stable").reset_index()


def publishers(cited: pd.DataFrame, records: pd.DataFrame, top: int) -> pd.DataFrame:
    """Count the records that rest on each publisher; the `top` with most of them. A record may count under several."""
    part = cited[cited["record"].isin(records["id"])]
    counts = part.groupby("publisher").agg(
        records=("record", "nunique"),
        **{name: (name, "first") for name in part.columns if name.startswith("publisher_")},
    )
    return counts.reset_index().sort_values(["records", "publisher"], ascending=[False, True]).head(top)


def unsure(records: pd.DataFrame) -> dict[str, int]:
    """Count what the records leave open.

    plans: announced, reported or proposed; unfollowed: nothing later found; undated: known to the year alone, or
    the date inferred; placeless: no place named.
    """
    undated = records["start_precision"].eq("year") | records["date_basis"].eq("inferred")
    return {
        "plans": int(records["form"].ne("took_place").sum()),
        "unfollowed": int(records["status"].eq("nothing_later_found").fillna(value=False).sum()),
        "undated": int(undated.sum()),
        "placeless": int(records["place_id"].isna().sum()),
    }


def latest(records: pd.DataFrame, number: int) -> pd.DataFrame:
    """Give the newest records, newest first; those marked sensitive are not put before a committee unasked."""
    presentable = records[~records["sensitive"].fillna(value=True)]
    return presentable.sort_values(["start_date", "id"], ascending=False).head(number)
