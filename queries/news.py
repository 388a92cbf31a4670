"""Ask what is new: the first edition, and what was added or corrected since a day."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

ADDED, CORRECTED = "added", "corrected"
CHANGES = (ADDED, CORRECTED)


def first_edition(frames: Iterable[pd.DataFrame]) -> date | None:
    """Give the earliest day on which any row of the data was added; None when no table says."""
    days = [frame["added_on"].min() for frame in frames if "added_on" in frame and frame["added_on"].notna().any()]
    return pd.Timestamp(min(days)).date() if days else None


def edition(rows: pd.DataFrame, first: date) -> pd.DataFrame:
    """Keep the rows of the first edition."""
    return rows[rows["added_on"].eq(pd.Timestamp(first)).fillna(value=False)]


def changes(rows: pd.DataFrame, first: date, since: date | None = None) -> pd.DataFrame:
    """Keep the rows added or corrected on or after `since`, the newest change first.

    Rows of the first edition count as added with it and are never listed for that; a row corrected after it was
    added is listed wherever it came from. One that was both added and corrected in the time counts as added.
    Adds `change` (added or corrected) and `on`, its day. No `since` means ever after the first edition.
    """
    start = pd.Timestamp(since or first)
    added = (rows["added_on"].ge(start) & rows["added_on"].gt(pd.Timestamp(first))).fillna(value=False)
    corrected = (rows["changed_on"].ge(start) & rows["changed_on"].gt(rows["added_on"])).fillna(value=False)
    days = rows["added_on"].where(added, rows["changed_on"])
    changes = rows.assign(change=added.map({True: ADDED, False: CORRECTED}), on=days)[added | corrected]
    return changes.sort_values(["on", "id"], ascending=[False, True], ignore_index=True)


def by_series(changes: pd.DataFrame) -> pd.DataFrame:
    """Count changed figures by series: columns series_id, added and corrected, most changes first."""
    counts = changes.groupby(["series_id", "change"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(CHANGES), fill_value=0)
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return counts.loc[order].reset_index()


def newest(records: pd.DataFrame, most: int) -> pd.DataFrame:
    """Give the newest happenings by date, the newest first."""
    return records.sort_values(["start_date", "id"], ascending=[False, True]).head(most)
