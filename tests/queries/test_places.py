"""The places that records name, and the way between two of them."""

import itertools

import pandas as pd
import pytest

from queries import places

RECORDS = pd.DataFrame({"place_id": ["a", "b", "b", None]})
PLACES = pd.DataFrame({"id": ["a", "b", "c"], "name": ["A", "B", "C"]})


def test_places_are_counted_most_first_and_unnamed_ones_left_out() -> None:
    counts = places.by_place(RECORDS, PLACES)
    assert list(zip(counts["id"], counts["records"], strict=True)) == [("b", 2), ("a", 1)]


def test_records_without_a_place_are_counted_apart() -> None:
    assert places.without_place(RECORDS) == 1


def test_a_quarter_of_the_globe_is_a_quarter_of_its_girth() -> None:
    assert places.distance((0, 0), (90, 0)) == pytest.approx(10_007.557, abs=0.01)
    assert places.distance((0, 0), (0, 90)) == pytest.approx(places.distance((0, 0), (90, 0)))


def test_the_great_circle_starts_and_ends_at_the_cities_and_bends_to_the_pole() -> None:
    start, end = (-3.0, 53.4), (121.5, 31.2)
    route = places.great_circle(start, end)
    assert route[0] == pytest.approx(start)
    assert route[-1] == pytest.approx(end)
    assert max(latitude for _, latitude in route) > 60
    steps = [places.distance(a, b) for a, b in itertools.pairwise(route)]
    assert sum(steps) == pytest.approx(places.distance(start, end))
    assert max(steps) == pytest.approx(min(steps))
