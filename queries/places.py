"""Ask where: the places that records name, how far apart the cities lie, and their facts side by side."""

import math
from itertools import zip_longest
from typing import Any

import pandas as pd

EARTH_KM = 6371.0088  # mean radius, IUGG


def by_place(records: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Count the records that name each place, most first; places none of them names are left out."""
    counts = records["place_id"].dropna().value_counts().rename("records")
    return places.merge(counts, left_on="id", right_index=True).sort_values(
        ["records", "name"], ascending=[False, True]
    )


def without_place(records: pd.DataFrame) -> int:
    """Count the records whose place no source gives."""
    return int(records["place_id"].isna().sum())


def distance(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Measure the great-circle distance in km between two points (longitude, latitude in degrees): haversine."""
    (x1, y1), (x2, y2) = (tuple(map(math.radians, point)) for point in (start, end))
    half = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def great_circle(start: tuple[float, float], end: tuple[float, float], steps: int = 60) -> list[tuple[float, float]]:
    """Give points (longitude, latitude in degrees) along the great circle, ends included."""
    (x1, y1), (x2, y2) = (tuple(map(math.radians, point)) for point in (start, end))
    angle = distance(start, end) / EARTH_KM
    points = []
    for step in range(steps + 1):
        a = math.sin((1 - step / steps) * angle) / math.sin(angle)
        b = math.sin(step / steps * angle) / math.sin(angle)
        x = a * math.cos(y1) * math.cos(x1) + b * math.cos(y2) * math.cos(x2)
        y = a * math.cos(y1) * math.sin(x1) + b * math.cos(y2) * math.sin(x2)
        z = a * math.sin(y1) + b * math.sin(y2)
        points.append((math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))))
    return points


def side_by_side(facts: pd.DataFrame) -> list[tuple[str, dict[Any, Any] | None, dict[Any, Any] | None]]:
    """Pair the facts that may be shown: code, the home city's row and the away city's, None where none is held.

    A code with several rows gives several pairs, in the order of the file.
    """
    pairs: list[tuple[str, dict[Any, Any] | None, dict[Any, Any] | None]] = []
    for code, part in facts[facts["shown"].fillna(value=False)].groupby("fact", sort=False):
        home = part[part["city"].eq("home")].to_dict("records")
        away = part[part["city"].eq("away")].to_dict("records")
        pairs += [(str(code), one, other) for one, other in zip_longest(home, away)]
    return pairs
