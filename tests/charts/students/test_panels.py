"""What the student charts draw."""

from typing import Any

import pandas as pd
import pytest

import charts.students.index
import charts.students.panels
from cards.figures import Number
from cards.palette import GREY
from charts.lines import Named, round_steps
from charts.years import Span

EXACTNESS = {True: "exact", False: "round"}
SHOWN = {2014: "2014/15", 2015: "2015/16", 2016: "2016/17"}


def figures(values: dict[str, dict[int, float]], value: str = "value", **columns: Any) -> pd.DataFrame:
    rows = [
        {
            "series_id": code,
            "year": year,
            value: number,
            "pick": f"k:{code}{year}",
            "hover": f"{code} {year}",
            "mark": "line",
            **columns,
        }
        for code, held in values.items()
        for year, number in held.items()
    ]
    return pd.DataFrame(rows)


@pytest.fixture
def tide() -> Any:
    index = figures({"uk": {2014: 100, 2015: 120, 2016: 180}, "a": {2014: 100, 2016: 90}}, "index")
    boxes = pd.DataFrame(
        {
            "year": [2014, 2015, 2016],
            "value": [None, None, 3430.0],
            "text": ["not held", "not held", "3,430"],
            "hover": ["x"] * 3,
            "pick": ["", "", "k:S1"],
        }
    )
    series = {code: Named(name=code, label=f"{code} end", colour=GREY) for code in ("uk", "a")}

    def draw(*, narrow: bool = False) -> Any:
        return charts.students.index.against(
            index,
            boxes,
            series=series,
            academic_years=SHOWN,
            reach=(80, 200),
            row="Row",
            spans=[Span(start=2015, end=2020, label="tint")],
            narrow=narrow,
        )

    return draw


def named(figure: Any) -> dict[str, Any]:
    return {trace.name: trace for trace in figure.data}


def test_a_gap_breaks_the_line(tide: Any) -> None:
    line = named(tide())["a"]
    assert list(line.x) == [2014, 2015, 2016]
    assert list(line.y) == [100, None, 90]
    assert line.connectgaps is False


def test_a_mark_carries_what_it_rests_on(tide: Any) -> None:
    assert named(tide())["uk"].customdata[0][0] == "k:uk2014"
    assert named(tide())["held"].customdata[0][0] == "k:S1"


def test_boxes_stand_under_the_years_of_the_lines(tide: Any) -> None:
    figure = tide()
    assert list(named(figure)["not_held"].x) == [2014, 2015]
    assert list(named(figure)["held"].x) == [2016]
    dashes = [shape.line.dash for shape in figure.layout.shapes if shape.yref == "y2"]
    assert dashes.count("solid") == 1
    assert len(dashes) == 3
    assert figure.layout.yaxis2.anchor == "x"


def test_every_line_is_labelled_at_its_end(tide: Any) -> None:
    texts = [note.text for note in tide().layout.annotations]
    assert {"uk end", "a end", "Row", "tint"} <= set(texts)


def test_on_a_phone_the_held_box_is_named_above_it(tide: Any) -> None:
    assert "3,430" in [note.text for note in tide(narrow=True).layout.annotations]
    assert named(tide(narrow=True))["held"].mode == "markers"


def test_a_tint_ends_with_the_years_shown(tide: Any) -> None:
    edges = [shape for shape in tide().layout.shapes if shape.yref == "y domain"]
    assert [(edge.x0, edge.x1) for edge in edges] == [(2015, 2015), (2016.5, 2016.5)]


def test_every_provider_has_a_panel_from_zero() -> None:
    parts = [
        figures({f"{code}{m}": {2014: 10, 2015: 20}}, organisation_id=code, measure=m)
        for code in "abcde"
        for m in ("non_uk_students", "non_eu_students")
    ]
    rows = pd.concat(parts)
    figure = charts.students.panels.totals(
        rows,
        names={code: code.upper() for code in "abcde"},
        measures={"non_uk_students": "Not from the UK", "non_eu_students": "Not from the EU"},
        labels=dict.fromkeys(rows["series_id"], "end"),
        academic_years=SHOWN,
    )
    assert len({trace.yaxis for trace in figure.data}) == 5
    assert all(figure.layout[f"yaxis{number}"].range[0] == 0 for number in ("", 2, 3, 4, 5))


def test_definitions_are_never_joined_and_points_have_no_line() -> None:
    rows = figures({"one": {2014: 10, 2015: 20}, "two": {2015: 25, 2016: 30}, "three": {2014: 11}})
    rows.loc[rows["series_id"].eq("three"), "mark"] = "point"
    series = {code: Named(name=code, label=code, colour=GREY) for code in ("one", "two", "three")}
    drawn = named(charts.students.panels.country(rows, series=series, academic_years=SHOWN))
    assert list(drawn["one"].x) == [2014, 2015]
    assert list(drawn["two"].x) == [2015, 2016]
    assert drawn["three"].mode == "markers"


def test_the_campus_is_points_filled_only_where_exact() -> None:
    rows = figures({"x": {2014: 10, 2016: 30}}, part="size", group="on_campus", value_high=float("nan"))
    rows = rows.assign(exact=[True, False], value_high=[float("nan"), 40.0])
    figure = charts.students.panels.campus(
        rows, parts={"size": "Size"}, groups={"on_campus": "on the campus"}, exactness=EXACTNESS, academic_years=SHOWN
    )
    trace = named(figure)["size.on_campus"]
    assert trace.mode == "markers"
    assert list(trace.marker.symbol) == ["circle", "circle-open"]
    assert list(trace.error_y.array) == [0, 10]


def test_markup_in_a_name_is_not_drawn_as_markup() -> None:
    rows = figures({"x": {2014: 10, 2015: 30}}, part="size", group="total", value_high=float("nan"), exact=True)
    figure = charts.students.panels.campus(
        rows, parts={"size": "<b>S</b>"}, groups={"total": "<i>all</i>"}, exactness=EXACTNESS, academic_years=SHOWN
    )
    assert "&lt;i&gt;all&lt;/i&gt;" in [note.text for note in figure.layout.annotations]


def test_an_axis_is_written_in_the_steps_of_its_language() -> None:
    steps, number = round_steps(172_000, lambda value: f"{value / 10_000:g}万" if value else "0", 9)
    assert number is None
    assert steps["ticktext"] == ["0", "2万", "4万", "6万", "8万", "10万", "12万", "14万", "16万"]
    assert steps["tickvals"] == list(range(0, 160_001, 20_000))


@pytest.mark.parametrize("top", [1, 7, 90, 172_000, 3e9])
def test_an_axis_has_few_marks_and_begins_at_zero(top: float) -> None:
    marks = round_steps(top, str, 4)[0]["tickvals"]
    assert isinstance(marks, list)
    assert marks[0] == 0
    assert 2 <= len(marks) <= 5
    assert marks[-1] <= top


def test_numbers_in_plain_digits_say_so() -> None:
    assert round_steps(3_000, "{:,.0f}".format, 4)[1] == Number(grouped=True)
