"""Where: coast alone, a dot a place, one scale for all three maps."""

import math

import pandas as pd
import plotly.graph_objects as go
import pytest
from pandas.testing import assert_frame_equal

from charts.records import maps
from charts.records.maps import Window

HELD = pd.DataFrame(
    [("pier", -3.0, 53.4, 16), ("bund", 121.5, 31.2, 4), ("village", -2.9, 53.41, 1)],
    columns=["id", "longitude", "latitude", "records"],
)
COAST = pd.DataFrame(
    [("home", 1, -3.1, 53.3), ("home", 1, -3.0, 53.5), ("away", 1, 121.4, 31.0), ("world", 1, 0.0, 40.0)],
    columns=["part", "line", "longitude", "latitude"],
)
WINDOWS = (
    Window(part="world", west=-27, south=22, east=147, north=72, title="World"),
    Window(part="home", west=-4, south=53, east=-2, north=54, title="Home", true_at=53.4),
    Window(part="away", west=120.5, south=30.7, east=122.5, north=31.7, title="Away", true_at=31.2),
)


def drawn(narrow: bool = False) -> go.Figure:
    return maps.maps(
        HELD, COAST, windows=WINDOWS, names=["Pier", "Bund", "Village"], hovers=["a", "b", "c"],
        route=[(-3.0, 53.4), (60.0, 60.0), (121.5, 31.2)], distance="about 9,000 km", narrow=narrow,
    )  # fmt: skip


def places(figure: go.Figure) -> dict[str, go.Scatter]:
    """Give the dots of each map by its axis: x is the world, x2 home, x3 away."""
    return {trace.xaxis: trace for trace in figure.data if trace.name == "places"}


@pytest.mark.parametrize("narrow", [False, True])
def test_the_world_holds_every_place_and_each_map_its_own(narrow: bool) -> None:
    shown = {axis: {custom[0] for custom in trace.customdata} for axis, trace in places(drawn(narrow)).items()}
    assert shown == {"x": {"pier", "bund", "village"}, "x2": {"pier", "village"}, "x3": {"bund"}}


def test_the_area_of_a_dot_goes_with_its_records_on_one_scale() -> None:
    marked = places(drawn())
    sizes = {
        custom[0]: size
        for axis in ("x2", "x3")
        for custom, size in zip(marked[axis].customdata, marked[axis].marker.size, strict=True)
    }
    assert sizes["pier"] == pytest.approx(2 * sizes["bund"])  # sixteen records against four
    assert sizes["village"] >= 10


def test_the_way_between_the_cities_is_drawn_on_the_world_alone() -> None:
    (route,) = [trace for trace in drawn().data if trace.name == "route"]
    assert (list(route.x), list(route.y)) == ([-3.0, 60.0, 121.5], [53.4, 60.0, 31.2])
    assert route.xaxis in (None, "x")


def test_nothing_but_coast_route_and_places_is_drawn() -> None:
    assert {trace.name for trace in drawn().data} == {"coast", "route", "places"}
    assert {trace.type for trace in drawn().data} == {"scatter"}


def test_a_degree_has_its_true_width_around_each_city() -> None:
    layout = drawn().layout
    for number, window in enumerate(WINDOWS[1:], 2):
        axis = layout[f"yaxis{number}"]
        assert axis.scaleanchor == f"x{number}"
        assert axis.scaleratio == pytest.approx(1 / math.cos(math.radians(window.true_at or 0)))


def test_places_are_named_around_the_cities_and_not_on_the_world() -> None:
    texts = [note.text for note in drawn().layout.annotations]
    assert [texts.count(name) for name in ("Pier", "Bund", "Village")] == [1, 1, 1]


def test_drawing_maps_leaves_the_frames_as_they_were() -> None:
    held, coast = HELD.copy(deep=True), COAST.copy(deep=True)
    drawn()
    assert_frame_equal(HELD, held)
    assert_frame_equal(COAST, coast)
