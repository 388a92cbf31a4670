"""Ask who says so: the sources and organisations behind records, and what rests on each of them."""

from collections.abc import Iterable, Mapping

import pandas as pd

# Kinds of publisher that tell the side of the relationship; a university, a museum or a company may be of either.
AWAY_SIDE = ("chinese_government", "chinese_state_media")
HOME_SIDE = ("council", "uk_government", "uk_press")


def of_records(links: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Join each link of a record with its source; adds `record`, and keeps the order of the links."""
    return _join(links, sources, "source")


def organisations_of(links: pd.DataFrame, organisations: pd.DataFrame) -> pd.DataFrame:
    """Join each link of a record with its organisation; adds `record`."""
    return _join(links, organisations, "organisation")


def _join(links: pd.DataFrame, others: pd.DataFrame, kind: str) -> pd.DataFrame:
    links = links.drop(columns=["added_on", "changed_on", "id"])
    rows = links.merge(others, left_on=f"{kind}_id", right_on="id", suffixes=("", f"_{kind}"))
    rows["record"] = rows["exchange_id"].fillna(rows["trade_event_id"])
    return rows.sort_values(["record", "position"])


def publishers(cited: pd.DataFrame, records: Iterable[str]) -> int:
    """Count the publishers behind some records."""
    return int(cited.loc[cited["record"].isin(list(records)), "publisher"].nunique())


def resting(cited: pd.DataFrame, records: Iterable[str]) -> dict[str, int]:
    """Count how the records rest: on one source; on publishers of one side alone, as far as kinds tell; all of them."""
    ids = list(records)
    part = cited[cited["record"].isin(ids)]
    one = part.groupby("record").size().eq(1)
    sides = part.assign(
        away=part["publisher_kind"].isin(AWAY_SIDE), home=part["publisher_kind"].isin(HOME_SIDE)
    ).groupby("record")[["away", "home"]]
    alone = sides.all().sum()
    return {"one": int(one.sum()), "away": int(alone["away"]), "home": int(alone["home"]), "all": len(ids)}


def pairs(cited: pd.DataFrame, records: pd.DataFrame, same: Mapping[str, str]) -> pd.DataFrame:
    """Pair every source with each happening that rests on it, or whose outcome does; each pair once.

    `cited` is of_records, `records` holds both lists of records, `same` is
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
