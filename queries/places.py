"""Ask where: the places that records name, and how far apart the cities lie."""

import math

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
