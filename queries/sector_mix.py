"""Ask of two spans of years how their records are shared among the sectors."""

from collections.abc import Sequence

import pandas as pd

OTHER = "other"


def shares(then: pd.DataFrame, now: pd.DataFrame, sectors: Sequence[str]) -> pd.DataFrame:
    """Count the records of each of some sectors, all others together, and give their shares.

    Returns, by sector: then, now (counts), then_share, now_share (0 to 1). The sector that both hold most of stands
    first, the others together last.
    """
    counts = pd.DataFrame({"then": _counts(then, sectors), "now": _counts(now, sectors)})
    order = counts.loc[list(sectors)].sum(axis="columns").sort_values(ascending=False, kind="stable").index
    counts = counts.loc[[*order, OTHER]]
    return counts.join((counts / counts.sum()).add_suffix("_share"))


def _counts(records: pd.DataFrame, sectors: Sequence[str]) -> "pd.Series[int]":
    names = records["sector"].where(records["sector"].isin(list(sectors)), OTHER)
    counts: pd.Series[int] = names.value_counts().reindex([*sectors, OTHER], fill_value=0)
    return counts
