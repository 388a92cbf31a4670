"""Ask what came of it: the steps of each undertaking, and where each stands."""

import datetime

import pandas as pd

from cards.translations import LANGUAGE

KNOWN = ("announced", "signed", "delivered", "ended")


def steps(threads: pd.DataFrame, undertakings: pd.DataFrame) -> pd.DataFrame:
    """Join the steps of the undertakings that have a place in the chart with them, in the chart's order.

    Adds `at`, the step's date as a decimal year, the middle of its month or year when it is known no finer, and
    `record`. Undertaking columns that clash end in `_undertaking`.
    """
    charted = undertakings.dropna(subset=["position"])
    rows = threads.merge(charted, left_on="undertaking_id", right_on="id", suffixes=("", "_undertaking"))
    middle = rows["precision"].map({"day": 0, "month": 15, "year": 182}).astype(float)
    rows["at"] = rows["date"].dt.year + (rows["date"].dt.day_of_year - 1 + middle) / 365.25
    rows["record"] = rows["exchange_id"].fillna(rows["trade_event_id"])
    return rows.sort_values(["position", "step"], ignore_index=True)


def runs(steps: pd.DataFrame, as_of: datetime.date) -> pd.DataFrame:
    """Say of each undertaking how its line is drawn.

    Returns undertaking_id, name columns, relation, state columns, position and: first, the first step; start and end of
    the time it is known to run (blank when never);
    tail, where the dotted part begins when nothing later is held, else blank. All in decimal years.
    """
    rows = []
    facts = steps.filter(regex=f"^(undertaking_id|relation|position|(name|state)(_{LANGUAGE})?)$").columns
    for _, part in steps.groupby("undertaking_id", sort=False):
        known = part[part["status"].isin(KNOWN)]
        start, end = _running_time(part)
        rows.append(
            {
                **part.iloc[0][facts],
                "first": known["at"].min(),
                "start": start,
                "end": end,
                "tail": known["at"].max() if part["status"].iloc[-1] == "nothing_later_found" else None,
                "delivered": bool(part["status"].eq("delivered").any()),
                "until": as_of.year + as_of.timetuple().tm_yday / 365.25,
            }
        )
    return pd.DataFrame(rows)


def _running_time(part: pd.DataFrame) -> tuple[float | None, float | None]:
    """Give the time an undertaking is known to run: from its first delivery to its last, or to its end.

    What was signed and ended without a delivery ran from its signing: a memorandum with a term.
    """
    delivered, ended = (part.loc[part["status"].eq(status), "at"] for status in ("delivered", "ended"))
    beginnings = delivered if len(delivered) else part.loc[part["status"].eq("signed"), "at"]
    if beginnings.empty or (delivered.empty and ended.empty):
        return None, None
    return beginnings.min(), max([*delivered, *ended])


def standing(lines: pd.DataFrame) -> dict[str, int]:
    """Count the undertakings: all of them, those with a delivery, those of which nothing later is held."""
    return {"all": len(lines), "delivered": int(lines["delivered"].sum()), "open": int(lines["tail"].notna().sum())}


def institutions(mission: pd.DataFrame, named: pd.DataFrame, *, away: str) -> pd.DataFrame:
    """List the away city's organisations that the records of the mission's confirmed meetings name."""
    meetings = mission.loc[mission["category"].eq("meeting"), "exchange_id"]
    part = named[named["record"].isin(meetings) & named["city"].eq(away)]
    return part.drop_duplicates("organisation_id")
