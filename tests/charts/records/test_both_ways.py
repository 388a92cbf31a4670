"""Both ways: one dot is one record, its place its year and direction, its shape how sure."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from pandas.testing import assert_frame_equal

import loaders
from cards import palette
from charts import theme
from charts.records import both_ways
from charts.years import Span
from queries import records
from texts import Words
from views.choices import Choices
from views.context import Context
from views.timeline import both_ways as card

SHAPES = ("dot", "ring", "diamond")


def held() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            ("E1", "2010-05-01", "day", "culture", "outward", "direct", "took_place"),
            ("E2", "2010-06-01", "day", "sport", "outward", "direct", "took_place"),
            ("E3", "2011-01-01", "year", "trade", "inward", "direct", "took_place"),
            ("E4", "2013-01-01", "year", "education", "both", "direct", "announced"),
        ],
        columns=["id", "start_date", "start_precision", "sector", "direction", "relation", "form"],
    )
    return records.dots(frame.assign(start_date=pd.to_datetime(frame["start_date"])))


def drawn(narrow: bool = False, **words: object) -> go.Figure:
    placed = held()
    names = {"outward": "Out", "both": "Together", "inward": "In"}
    looks: dict[str, object] = {
        "years": (2010, 2013),
        "bands": names,
        "hovers": [f"Read {name}" for name in placed["id"]],
        "series": [f"Kind of {name}" for name in placed["id"]],
    }
    return both_ways.both_ways(placed, narrow=narrow, **{**looks, **words})  # type: ignore[arg-type]


def placed_at(figure: go.Figure) -> dict[str, tuple[float, float]]:
    return {
        custom[0]: (x, y)
        for trace in figure.data
        if trace.name in SHAPES
        for custom, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


@pytest.mark.parametrize("narrow", [False, True])
def test_every_record_is_one_dot_and_none_is_drawn_twice(narrow: bool) -> None:
    figure = drawn(narrow)
    every = [custom[0] for trace in figure.data if trace.name in SHAPES for custom in trace.customdata]
    assert sorted(every) == ["E1", "E2", "E3", "E4"]
    assert len(set(placed_at(figure).values())) == 4


def test_a_dot_stands_over_its_year_with_outward_above_and_inward_below() -> None:
    at = placed_at(drawn())
    assert {record: x for record, (x, _) in at.items()} == {"E1": 2010, "E2": 2010, "E3": 2011, "E4": 2013}
    assert at["E1"][1] > at["E4"][1] > at["E3"][1]
    assert abs(at["E1"][1] - at["E2"][1]) == pytest.approx(1)


def test_on_a_phone_years_run_down_with_outward_left_and_inward_right() -> None:
    at = placed_at(drawn(narrow=True))
    assert {record: y for record, (_, y) in at.items()} == {"E1": 2010, "E2": 2010, "E3": 2011, "E4": 2013}
    assert at["E1"][0] < at["E4"][0] < at["E3"][0]
    assert drawn(narrow=True).layout.yaxis.range[0] > drawn(narrow=True).layout.yaxis.range[1]


def test_the_shape_says_how_sure_and_the_colour_which_sector() -> None:
    traces = {trace.name: trace for trace in drawn().data}
    assert {name: [custom[0] for custom in traces[name].customdata] for name in SHAPES} == {
        "dot": ["E1", "E2"],
        "ring": ["E3"],
        "diamond": ["E4"],
    }
    assert list(traces["dot"].marker.color) == [theme.SECTORS["culture"], palette.GREY]
    assert list(traces["dot"].text) == ["Read E1", "Read E2"]


def test_a_year_without_records_is_hatched_and_takes_no_pointer() -> None:
    (hatch,) = [trace for trace in drawn(empty=[2012]).data if trace.name == "hatch"]
    assert list(hatch.x) == [2012]
    assert hatch.width == 1
    assert hatch.hoverinfo == "skip"


def test_the_unfinished_year_is_marked_once_to_its_day() -> None:
    figure = drawn(empty=[2012, 2013], unfinished=Span(start=2013, end=2013.39, label="to 21 November"))
    assert [list(trace.x) for trace in figure.data if trace.name == "hatch"] == [[2012], [2013]]
    assert [shape.x0 for shape in figure.layout.shapes if shape.type == "line"] == [2013.39]


def test_a_mark_of_a_record_that_is_not_shown_is_not_drawn() -> None:
    marks = [both_ways.Mark(record="E1", label="A <b>mark</b>"), both_ways.Mark(record="E9", label="Elsewhere")]
    texts = [note.text for note in drawn(marks=marks).layout.annotations]
    assert "A &lt;b&gt;mark&lt;/b&gt;" in texts
    assert "Elsewhere" not in texts


def test_the_band_beyond_is_named_only_when_it_holds_records() -> None:
    assert [note.text for note in drawn().layout.annotations] == ["Out", "Together", "In"]


def test_drawing_leaves_the_frame_as_it_was() -> None:
    placed, before = held(), held()
    both_ways.both_ways(placed, years=(2010, 2013), bands={}, hovers=[""] * 4, series=[""] * 4)
    assert_frame_equal(placed, before)


@pytest.mark.parametrize("wider", [False, True])
def test_only_direct_records_are_drawn_until_wider_links_are_asked_for(
    package: loaders.Package, words: Words, wider: bool
) -> None:
    choices = Choices(wider=wider)
    chart = card.card(Context(package, choices, words))
    relation = package.frame("exchanges").set_index("id")["relation"]
    for figure in (chart.figure, chart.narrow):
        shown = placed_at(figure)
        assert set(relation[list(shown)]) == ({"direct", "related", "wider", "background"} if wider else {"direct"})
        assert len(shown) == len(chart.table.rows)
