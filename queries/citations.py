"""Ask the sources the other way round: what rests on each of them."""

from collections.abc import Mapping

import pandas as pd


def pairs(cited: pd.DataFrame, records: pd.DataFrame, same: Mapping[str, str]) -> pd.DataFrame:
    """Pair every source with each happening that rests on it, or whose outcome does; each pair once.

    `cited` is queries.sources.of_records, `records` holds both lists of records, `same` is
    queries.search.happening. Returns source_id and record.
    """
    outcomes = records.dropna(subset=["outcome_source_id"])[["outcome_source_id", "id"]].set_axis(
        ["source_id", "record"], axis=1
    )
    both = pd.concat([cited[["source_id", "record"]], outcomes], ignore_index=True)
    both["record"] = [same.get(record, record) for record in both["record"]]
    return both.drop_duplicates(ignore_index=True)


def by_kind(sources: pd.DataFrame, paired: pd.DataFrame) -> pd.DataFrame:
    """Count sources and the records resting on them by kind of publisher, most sources first."""
    citations = paired.merge(sources[["id", "publisher_kind"]], left_on="source_id", right_on="id")
    counts = citations.groupby("publisher_kind").agg(sources=("source_id", "nunique"), records=("record", "nunique"))
    return counts.reset_index().sort_values(["sources", "publisher_kind"], ascending=[False, True], ignore_index=True)
