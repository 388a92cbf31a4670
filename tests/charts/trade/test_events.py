import pandas as pd
import plotly.graph_objects as go
import pytest

import charts.trade.events
import charts.trade.lines
from cards.figures import Number
from cards.palette import BLUE, GREY
from charts.years import Span

SINGLES = {"point": "other releases", "customs": "customs"}
NAMES = {"imports": "Imports", "exports": "Exports"}


def figures(*rows: tuple[str, str, str, int, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["part", "way", "shape", "year", "value"])
    frame["value"] = frame["value"].astype("Float64")
    picks = [f"card:F{place}" for place in range(len(frame))]
    return frame.assign(note=None, hover="hover", pick=picks)


def drawn(frame: pd.DataFrame, **looks: object) -> go.Figure:
    given = {
        "years": (2010, 2020),
        "parts": {"goods": "Goods"},
        "names": NAMES,
        "singles": SINGLES,
        "number": Number(before="£", after="bn"),
        **looks,
    }
    return charts.trade.lines.releases(frame, **given)  # type: ignore[arg-type]


def words(figure: go.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


@pytest.fixture
def dots() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": ["A", "B", "C"],
            "year": [2010, 2010, 2012],
            "band": ["delivered", "delivered", "announced"],
            "slot": [0, 1, 0],
            "shape": ["dot", "ring", "diamond"],
            "sector": ["trade", "culture", "trade"],
        }
    )


def by_status(dots: pd.DataFrame, **looks: object) -> go.Figure:
    bands = {"delivered": "Delivered 2", "announced": "Announced 1"}
    named = {"hovers": ["a", "b", "c"], "series": ["", "", ""], "bands": bands}
    return charts.trade.events.by_status(dots, years=(2010, 2013), **named, **looks)  # type: ignore[arg-type]


def test_a_dot_is_one_record_and_opens_it(dots: pd.DataFrame) -> None:
    marks = [trace for trace in by_status(dots).data if trace.type == "scatter"]
    assert sorted(point[0] for trace in marks for point in trace.customdata) == ["A", "B", "C"]
    assert {trace.name: trace.marker.symbol for trace in marks} == {
        "dot": "circle",
        "ring": "circle-open",
        "diamond": "diamond-open",
    }


def test_what_was_delivered_stands_above_what_was_announced(dots: pd.DataFrame) -> None:
    heights = {
        point[0]: y for trace in by_status(dots).data for point, y in zip(trace.customdata, trace.y, strict=True)
    }
    assert heights["B"] > heights["A"] > heights["C"]


def test_a_year_with_no_record_is_hatched(dots: pd.DataFrame) -> None:
    hatched = [trace.x[0] for trace in by_status(dots, empty=[2011]).data if trace.name == "hatch"]
    assert hatched == [2011]


def test_the_unfinished_year_is_ruled_to_its_day(dots: pd.DataFrame) -> None:
    span = Span(start=2013, end=2013.3, label="")
    assert 2013.3 in [shape.x0 for shape in by_status(dots, unfinished=span).layout.shapes]


def test_drawing_leaves_the_frame_as_it_was(dots: pd.DataFrame) -> None:
    before = dots.copy()
    by_status(dots, narrow=True)
    pd.testing.assert_frame_equal(dots, before)


def test_a_gap_breaks_the_line() -> None:
    frame = figures(("goods", "imports", "line", 2010, 1.0), ("goods", "imports", "line", 2012, 3.0))
    line = drawn(frame).data[0]
    assert list(line.x) == [2010, 2011, 2012]
    assert list(line.y) == [1.0, None, 3.0]
    assert line.connectgaps is False


def test_a_withheld_year_is_named_where_it_is_missing() -> None:
    frame = figures(
        *(("goods", "imports", "line", year, value) for year, value in ((2010, 1.0), (2011, None), (2012, 2.0)))
    )
    figure = drawn(frame, gaps={2011: "withheld"})
    assert list(figure.data[0].y) == [1.0, None, 2.0]
    assert [note.x for note in figure.layout.annotations if note.text == "withheld"] == [2011]


def test_a_figure_of_another_release_is_never_joined() -> None:
    frame = figures(
        ("goods", "imports", "line", 2010, 1.0),
        ("goods", "imports", "line", 2011, 2.0),
        ("goods", "imports", "point", 2012, 9.0),
        ("goods", "imports", "customs", 2013, 8.0),
    )
    line, point, customs = drawn(frame, labels=["", "", "2013 release", ""]).data
    assert (list(line.x), list(point.x), list(customs.x)) == ([2010, 2011], [2012], [2013])
    assert "lines" not in point.mode
    assert "lines" not in customs.mode
    assert point.marker.symbol != customs.marker.symbol


def test_the_line_says_where_it_ends() -> None:
    frame = figures(("goods", "imports", "line", 2010, 1.0), ("goods", "imports", "line", 2011, 2.0))
    figure = drawn(frame, ends="ends in 2011")
    assert "ends in 2011" in words(figure)
    assert figure.layout.shapes[0].x0 == 2011.5
    assert "ends in 2011" not in words(drawn(frame, ends="ends in 2011", years=(2010, 2011)))


def test_a_figure_with_a_note_is_marked() -> None:
    frame = figures(("goods", "imports", "line", 2010, 1.0), ("goods", "imports", "line", 2011, 2.0))
    frame.loc[1, "note"] = "a surge"
    marked = [note.x for note in drawn(frame, caution="see note").layout.annotations if note.text == "see note"]
    assert marked == [2011]


def test_each_panel_has_a_scale_of_its_own_from_zero() -> None:
    frame = figures(("goods", "imports", "line", 2010, 50.0), ("services", "imports", "line", 2010, 2.0))
    figure = drawn(frame, parts={"goods": "Goods", "services": "Services"})
    assert [trace.yaxis for trace in figure.data] == ["y", "y2"]
    assert figure.layout.yaxis.rangemode == figure.layout.yaxis2.rangemode == "tozero"


def test_points_are_not_joined_and_those_not_exact_are_open() -> None:
    frame = figures(*(("all", "both", "point", year, float(year)) for year in (2010, 2011, 2012)))
    looks = {"years": (2010, 2012), "exact": [False, True, True], "number": Number(after="m")}
    looks["exactness"] = {True: "exact", False: "round"}
    figure = charts.trade.events.points(frame, labels=["more than 4m", "", "9m"], **looks)  # type: ignore[arg-type]
    assert figure.data[0].mode == "markers+text"
    assert list(figure.data[0].marker.symbol) == ["circle-open", "circle", "circle"]
    assert list(figure.data[0].text) == ["more than 4m", "", "9m"]


def test_places_are_bars_from_zero_on_one_scale_with_one_in_focus() -> None:
    rows = [("A", "exports", 5.0), ("B", "exports", 3.0), ("A", "imports", 1.0), ("B", "imports", 9.0)]
    frame = pd.DataFrame(rows, columns=["geography", "way", "value"]).assign(hover="hover", pick="card:F1")
    looks = {"focus": "B", "ways": {"exports": "Sold", "imports": "Bought"}, "names": {"A": "A", "B": "B"}}
    for narrow in (False, True):
        figure = charts.trade.events.places(frame, texts=["£5m", "£3m", "£1m", "£9m"], narrow=narrow, **looks)  # type: ignore[arg-type]
        assert figure.layout.xaxis.range == figure.layout.xaxis2.range
        assert figure.layout.xaxis.range[0] == 0
        assert [list(bar.marker.color) for bar in figure.data] == [[GREY, BLUE]] * 2
        assert list(figure.data[1].text) == ["£1m", "£9m"]


def test_a_value_from_a_file_is_made_safe() -> None:
    frame = figures(("goods", "imports", "line", 2010, 1.0)).assign(hover="<img src=x>")
    assert list(drawn(frame).data[0].text) == ["&lt;img src=x&gt;"]
