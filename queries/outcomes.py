"""Ask what came of it: the steps of each undertaking, and where each stands."""

from __future__ import annotations

import datetime

import pandas as pd

KNOWN = ("announced", "signed", "delivered", "ended")


def steps(threads: pd.DataFrame, undertakings: pd.DataFrame) -> pd.DataFrame:
    """Join the steps of the undertakings that have a place in the chart with them, in the chart's order.

    Adds `at`, the step's date as a decimal year, the middle of its month or year when it is known no finer, and
    `record`. Undertaking columns that clash end in `_undertaking`.
    """
    shown = undertakings.dropna(subset=["position"])
    joined = threads.merge(shown, left_on="undertaking_id", right_on="id", suffixes=("", "_undertaking"))
    middle = joined["precision"].map({"day": 0, "month": 15, "year": 182}).astype(float)
    joined["at"] = joined["date"].dt.year + (joined["date"].dt.day_of_year - 1 + middle) / 365.25
    joined["record"] = joined["exchange_id"].fillna(joined["trade_event_id"])
    return joined.sort_values(["position", "step"]).reset_index(drop=True)


def runs(joined: pd.DataFrame, as_of: datetime.date) -> pd.DataFrame:
    """Say of each undertaking how its line is drawn.

    Returns undertaking_id, name columns, relation, state columns, position and: first, the first step; start and end of
    the time it is known to run (blank when never);
    tail, where the dotted part begins when nothing later is held, else blank. All in decimal years.
    """
    rows = []
    shown = joined.filter(regex="^(undertaking_id|relation|position|(name|state)(_[a-z]{2,3})?)$").columns
    for _, part in joined.groupby("undertaking_id", sort=False):
        known = part[part["status"].isin(KNOWN)]
        started, over = _running(part)
        head = part.iloc[0]
        rows.append(
            {
                **{name: head[name] for name in shown},
                "first": known["at"].min(),
                "start": started,
                "end": over,
                "tail": known["at"].max() if part["status"].iloc[-1] == "nothing_later_found" else None,
                "delivered": bool(part["status"].eq("delivered").any()),
                "until": as_of.year + as_of.timetuple().tm_yday / 365.25,
            }
        )
    return pd.DataFrame(rows)


def _running(part: pd.DataFrame) -> tuple[float | None, float | None]:
    """Give the time an undertaking is known to run: from its first delivery to its last, or to its end.

    What was signed and ended without a delivery ran from its signing: a memorandum with a term.
    """
    delivered, ended = (part.loc[part["status"].eq(status), "at"] for status in ("delivered", "ended"))
    begun = delivered if len(delivered) else part.loc[part["status"].eq("signed"), "at"]
    if begun.empty or (delivered.empty and ended.empty):
        return None, None
    return begun.min(), max([*delivered, *ended])


def standing(lines: pd.DataFrame) -> dict[str, int]:
    """Count the undertakings: all of them, those with a delivery, those of which nothing later is held."""
    return {"all": len(lines), "delivered": int(lines["delivered"].sum()), "open": int(lines["tail"].notna().sum())}


def institutions(mission: pd.DataFrame, named: pd.DataFrame, *, away: str) -> pd.DataFrame:
    """List the away city's organisations that the records of the mission's confirmed meetings name."""
    meetings = mission.loc[mission["category"].eq("meeting"), "exchange_id"]
    part = named[named["record"].isin(meetings) & named["city"].eq(away)]
    return part.drop_duplicates("organisation_id")
