"""A chart of a presentation is read back: its series, their names, numbers and places are those of the figure."""

from collections import defaultdict
from typing import Any

import plotly.graph_objects as go
import pytest
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.oxml.ns import qn

import charts.stage
import texts
from cards import Chart
from cards.figures import Number, Role
from exports.presentation.known import native
from loaders import Package
from tests import figures
from tests.exports.presentation.figures import bars, drawn, lines, series

NATIVE = {
    *("both_ways", "partners", "tide", "country", "trade_records", "trade_port_away", "trade_port_home"),
    *("trade_investment", "kinds"),
}
PICTURES = {"where", "threads", "board"}


def alone(package: Package, lang: str) -> dict[str, tuple[Chart, go.Figure]]:
    """Give every chart of every page that can be a slide, with its figure there."""
    words = texts.load(lang, **package.partnership.names(lang))
    found = {
        chart.key: (chart, charts.stage.single(chart.figure, chart.narrow)) for chart in figures.charts(package, words)
    }
    return {key: (chart, charts.stage.enlarged(figure)) for key, (chart, figure) in found.items() if figure is not None}


@pytest.fixture(scope="module", params=texts.LANGUAGES)
def slides(request: pytest.FixtureRequest, package: Package) -> dict[str, tuple[Chart, go.Figure]]:
    return alone(package, request.param)


def expected(figure: go.Figure) -> dict[str, list[tuple[Any, float]]]:
    """Read from a figure what a chart of it must hold."""
    found = defaultdict(list)
    periods = (figure.layout.meta.get("years") or {}).get("names")
    for trace in figure.data:
        names, lying = trace.meta.get("series"), trace.type == "bar" and trace.orientation == "h"
        if trace.meta["role"] == Role.GROUND:
            continue
        places, values = (trace.y, trace.x) if lying else (trace.x, trace.y)
        for index, (place, value) in enumerate(zip(places, values, strict=True)):
            name = names if isinstance(names, str) else names[index]
            at = periods[str(int(place))] if periods else place if isinstance(place, str) else float(place)
            if value is not None:
                found[name].append((at, float(value)))
    return dict(found)


def test_every_chart_that_can_be_a_slide_is_a_chart_or_a_picture(slides: dict[str, tuple[Chart, go.Figure]]) -> None:
    assert {key for key, (_, figure) in slides.items() if native(figure)} == NATIVE
    assert {key for key, (_, figure) in slides.items() if not native(figure)} == PICTURES


def test_every_chart_holds_the_series_the_names_and_the_numbers_of_its_figure(
    slides: dict[str, tuple[Chart, go.Figure]],
) -> None:
    for key in NATIVE:
        figure = slides[key][1]
        assert series(drawn(figure)) == expected(figure), key


def test_no_series_is_named_by_a_code_or_not_at_all(slides: dict[str, tuple[Chart, go.Figure]]) -> None:
    for key in NATIVE:
        for name in series(drawn(slides[key][1])):
            assert name.strip(), key
            assert not name.islower() or " " in name, f"{key}: {name} is a code"


@pytest.mark.parametrize("lying", [False, True])
@pytest.mark.parametrize("mode", ["group", "stack"])
def test_bars_are_grouped_or_stacked_as_in_the_figure(mode: str, lying: bool) -> None:
    chart = drawn(bars(mode, lying=lying))
    kinds = {
        ("group", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
        ("group", True): XL_CHART_TYPE.BAR_CLUSTERED,
        ("stack", False): XL_CHART_TYPE.COLUMN_STACKED,
        ("stack", True): XL_CHART_TYPE.BAR_STACKED,
    }
    assert chart.chart_type == kinds[mode, lying]
    assert chart.plots[0].overlap == (100 if mode == "stack" else 0)
    assert series(chart) == {"Goods": [("A", 1), ("B", 4)], "Services": [("A", 2), ("B", 3)]}


def test_an_axis_without_a_range_reaches_beyond_the_highest_stack() -> None:
    axis = drawn(bars("stack").update_layout(yaxis={"range": None, "rangemode": "tozero"})).value_axis
    assert axis.minimum_scale == 0
    assert 7 < axis.maximum_scale < 8


@pytest.mark.parametrize(
    ("mode", "words", "position"),
    [("group", "outside", XL_LABEL_POSITION.OUTSIDE_END), ("stack", "inside", XL_LABEL_POSITION.INSIDE_END)],
)
def test_bars_write_their_own_numbers_in_the_format_of_the_figure(
    mode: str, words: str, position: XL_LABEL_POSITION
) -> None:
    for part in drawn(bars(mode, words=words)).plots[0].series:
        assert (part.data_labels.number_format, part.data_labels.position) == ('"£"General"m"', position)


def test_bars_in_another_order_keep_their_places() -> None:
    figure = bars(words="outside")
    figure.data[1].update(x=["B", "A"], y=[3, 2])
    assert series(drawn(figure))["Services"] == [("A", 2), ("B", 3)]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (Number(grouped=True), "#,##0"),
        (Number(), "General"),
        (Number(before="£", after="bn"), '"£"General"bn"'),
    ],
)
def test_an_axis_of_values_is_written_as_the_figure_says(number: Number, code: str) -> None:
    figure = lines()
    figure.data[0].meta = {**figure.data[0].meta, "number": vars(number)}
    labels = drawn(figure).value_axis.tick_labels
    assert (labels.number_format, labels.number_format_is_linked) == (code, False)


def test_an_axis_whose_numbers_have_no_format_is_written_as_words() -> None:
    figure = lines()
    figure.data[0].meta = {"role": "line", "series": "Visits"}
    figure.update_layout(yaxis={"tickvals": [0, 10_000], "ticktext": ["0", "1万"], "range": [0, 20_000]})
    axis = drawn(figure).value_axis
    assert axis.tick_label_position.name == "NONE"


def test_a_shorter_series_stands_behind_a_longer_one() -> None:
    figure = lines()
    longer = go.Scatter(figure.data[0]).update(x=[2014, 2015, 2016, 2017], y=[1, 2, 3, 4])
    figure.add_trace(longer.update(meta={"role": "line", "series": "Longer"}))
    assert list(series(drawn(figure))) == ["Longer", "Visits"]


@pytest.mark.parametrize("names", [{}, {"2014": "2014/15", "2015": "2015/16", "2016": "2016/17"}])
def test_a_gap_stays_a_gap(names: dict[str, str]) -> None:
    chart = drawn(lines(names))
    (part,) = chart.plots[0].series
    assert "None" not in [value.text for value in part._element.iter(qn("c:v"))]
    values = part._element.find(qn("c:val" if names else "c:yVal"))
    assert [(point.get("idx"), float(point.find(qn("c:v")).text)) for point in values.iter(qn("c:pt"))] == [
        ("0", 1500),
        ("2", 3250),
    ]
    assert values.find(f".//{qn('c:ptCount')}").get("val") == "3"
    assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"


def test_periods_are_the_rows_of_the_table_behind_a_line_chart() -> None:
    names = {"2014": "2014/15", "2015": "2015/16", "2016": "2016/17"}
    chart = drawn(lines(names, tickvals=[2014, 2016], ticktext=["2014/15", "2016/17"]))
    assert list(chart.plots[0].categories) == list(names.values())


def test_a_year_axis_counts_its_own_ticks_from_the_first() -> None:
    axis = drawn(lines(tickvals=[2014, 2016], ticktext=["2014", "2016"])).category_axis
    assert (axis.minimum_scale, axis.major_unit, axis.tick_labels.number_format) == (2014, 2, "0")
