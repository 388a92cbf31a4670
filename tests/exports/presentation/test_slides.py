"""A presentation holds charts that can be edited, with the figure's own numbers, and says who speaks which language."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import plotly.graph_objects as go
import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

import exports.presentation.slides
from cards import Cell, Column, KeyMark, Pair, Slide, Table, Talk
from exports.presentation.layout import apart
from exports.presentation.panes import native, number_code
from loaders import Package
from views.deck import talk as deck

DATED = datetime(2026, 11, 21)
LANGUAGES = {"en": "en-GB", "zh": "zh-CN"}


def written(*slides: Slide, lang: str = "en-GB", **given: Any) -> Any:
    content = exports.presentation.slides.pptx(
        slides,
        title="Name of the deck",
        lang=lang,
        palette=("#12436D", "#F46A25"),
        no_picture="No picture.",
        dated=DATED,
        **{"pictures": {}, "codes": {}, **given},
    )
    return Presentation(io.BytesIO(content))


def shapes(held: Any) -> Iterator[Any]:
    for shape in held:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)


def charts(page: Any) -> list[Any]:
    return [shape.chart for shape in shapes(page.shapes) if getattr(shape, "has_chart", False)]


def points(chart: Any) -> Counter[tuple[float, float]]:
    """Read every point of a scatter chart from its file."""
    found: Counter[tuple[float, float]] = Counter()
    for series in chart._chartSpace.iter(qn("c:ser")):
        held = [
            {point.get("idx"): float(point.find(qn("c:v")).text) for point in series.find(qn(tag)).iter(qn("c:pt"))}
            for tag in ("c:xVal", "c:yVal")
        ]
        found.update((held[0][place], value) for place, value in held[1].items())
    return found


@pytest.fixture(scope="module")
def talk(package: Package) -> Talk:
    return deck.talk(package, package.deck)


@pytest.fixture(scope="module", params=LANGUAGES)
def spoken(request: pytest.FixtureRequest, talk: Talk) -> tuple[str, tuple[Slide, ...], Any]:
    slides = talk.slides[request.param]
    return request.param, slides, written(*slides, lang=LANGUAGES[request.param])


def lines(**axis: Any) -> go.Figure:
    figure = go.Figure()
    figure.add_scatter(x=[2014, 2015, 2016], y=[1.5, None, 3.25], mode="lines+markers", name="a", line_color="#12436D")
    return figure.update_layout(font_size=24, xaxis={"range": [2013.5, 2016.5], **axis}, yaxis_range=[0, 4])


def test_each_figure_with_a_chart_of_its_kind_is_a_chart_that_can_be_edited(
    spoken: tuple[str, tuple[Slide, ...], Any],
) -> None:
    _, slides, paper = spoken
    kinds = {slide.key: native(slide.figure) for slide in slides if slide.figure is not None}
    assert [key for key, own in kinds.items() if not own] == [slide.key for slide in slides if slide.kind == "map"]
    for slide, page in zip(slides, paper.slides, strict=True):
        assert bool(charts(page)) == kinds.get(slide.key, False), slide.key


def test_every_number_of_a_figure_is_in_its_chart_and_no_other(spoken: tuple[str, tuple[Slide, ...], Any]) -> None:
    _, slides, paper = spoken
    for slide, page in zip(slides, paper.slides, strict=True):
        if slide.figure is None or not native(slide.figure):
            continue
        wanted: Counter[float] = Counter()
        for trace in slide.figure.data:
            if trace.type == "scatter":
                wanted.update(float(value) for value in trace.y if value is not None)
            elif trace.base is None:
                wanted.update(float(value) for value in (trace.x if trace.orientation == "h" else trace.y))
        held = Counter(
            float(value)
            for chart in charts(page)
            for plot in chart.plots
            for series in plot.series
            for value in (series.iter_values() if hasattr(series, "iter_values") else series.values)
            if value is not None
        )
        assert held == wanted, slide.key


def test_every_dot_keeps_its_year_and_its_height(talk: Talk) -> None:
    slide = next(slide for slide in talk.slides["en"] if slide.key.endswith("both_ways"))
    assert slide.figure is not None
    wanted = Counter(
        (float(x), float(y))
        for trace in slide.figure.select_traces(selector={"type": "scatter"})
        for x, y in zip(trace.x, trace.y, strict=True)
    )
    (chart,) = charts(written(slide).slides[0])
    assert points(chart) == wanted


def test_dots_are_series_with_the_names_of_the_key(talk: Talk) -> None:
    slide = next(slide for slide in talk.slides["en"] if slide.key.endswith("both_ways"))
    (chart,) = charts(written(slide).slides[0])
    names = {series.name for series in chart.plots[0].series}
    labels = {mark.label for mark in slide.marks}
    assert {part for name in names for part in name.split(" · ")} <= labels


def test_a_shorter_series_stands_behind_a_longer_one() -> None:
    figure = go.Figure()
    figure.add_scatter(x=[1], y=[1], mode="markers", marker_color="#12436D")
    figure.add_scatter(x=[1, 2, 3], y=[2, 3, 4], mode="markers", marker_color="#28A197")
    (chart,) = charts(written(Slide(key="a", kind="chart", heading="h", figure=figure)).slides[0])
    assert [len(list(series.iter_values())) for series in chart.plots[0].series] == [3, 1]


@pytest.mark.parametrize("named", [False, True])
def test_a_gap_stays_a_gap(named: bool) -> None:
    ticks = {"tickvals": [2014, 2015, 2016], "ticktext": ["2014/15", "2015/16", "2016/17"]} if named else {"dtick": 1}
    (chart,) = charts(written(Slide(key="a", kind="chart", heading="h", figure=lines(**ticks))).slides[0])
    (series,) = chart.plots[0].series
    values = [value.text for value in series._element.iter(qn("c:v"))]
    assert "None" not in values
    held = series._element.find(qn("c:val" if named else "c:yVal"))
    assert [(point.get("idx"), point.find(qn("c:v")).text) for point in held.iter(qn("c:pt"))] == [
        ("0", "1.5"),
        ("2", "3.25"),
    ]
    assert held.find(f".//{qn('c:ptCount')}").get("val") == "3"
    assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"


def test_periods_are_the_rows_of_the_table_behind_a_line_chart() -> None:
    figure = lines(tickvals=[2014, 2016], ticktext=["2014/15", "2016/17"])
    (chart,) = charts(written(Slide(key="a", kind="chart", heading="h", figure=figure)).slides[0])
    assert list(chart.plots[0].categories) == ["2014/15", "2015/16", "2016/17"]


def test_a_year_axis_counts_its_own_ticks_from_the_first() -> None:
    figure = lines(tickvals=[2014, 2016], ticktext=["2014", "2016"])
    (chart,) = charts(written(Slide(key="a", kind="chart", heading="h", figure=figure)).slides[0])
    axis = chart.category_axis
    assert (axis.minimum_scale, axis.major_unit, axis.tick_labels.number_format) == (2014, 2, "0")


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([(747.0, "£747m"), (2365.0, "£2,365m")], '"£"#,##0"m"'),
        ([(0.5, "0.5"), (1.0, "1")], "General"),
        ([(1999.0, "1999")], "0"),
        ([(0.45, "45% (22)")], ""),
        ([(160_000.0, "16万")], ""),
        ([(1.0, "Culture")], ""),
    ],
)
def test_a_number_is_written_by_its_axis_only_where_one_format_writes_them_all(
    pairs: list[tuple[float | None, str]], code: str
) -> None:
    assert number_code(pairs) == code


def test_words_at_the_ends_of_lines_are_moved_apart_and_no_further() -> None:
    assert apart([10, 12, 80], [20, 20, 20]) == [1, 21, 80]


def test_a_map_is_a_picture_with_its_text_and_without_one_its_table_stands() -> None:
    figure = go.Figure(go.Scatter(x=[0, None, 1], y=[0, None, 1], mode="lines"))
    figure.update_yaxes(scaleanchor="x")
    table = Table(caption="c", columns=(Column(label="Place"),), rows=((Cell(text="Here"),),))
    slide = Slide(key="map", kind="map", heading="h", figure=figure, alt="What it shows", table=table)
    kept = io.BytesIO()
    Image.new("RGB", (40, 20)).save(kept, "PNG")
    (page,) = written(slide, pictures={"map": kept.getvalue()}).slides
    assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in page.shapes if shape.shape_type == 13] == [
        "What it shows"
    ]
    (page,) = written(slide).slides
    assert [shape.table.cell(1, 0).text for shape in page.shapes if shape.has_table] == ["Here"]
    assert "No picture." in [shape.text for shape in page.shapes if shape.has_text_frame]


def test_heading_notes_and_number_stand_where_a_presentation_has_them(
    spoken: tuple[str, tuple[Slide, ...], Any],
) -> None:
    _, slides, paper = spoken
    for slide, page in zip(slides, paper.slides, strict=True):
        assert page.shapes.title.text == slide.heading
        assert page.notes_slide.notes_text_frame.text == slide.spoken
        assert [shape.text for shape in page.placeholders if shape.placeholder_format.type == 13]


def test_every_slide_keeps_its_qualifier_and_its_source(spoken: tuple[str, tuple[Slide, ...], Any]) -> None:
    _, slides, paper = spoken
    for slide, page in zip(slides, paper.slides, strict=True):
        said = [shape.text for shape in page.shapes if shape.has_text_frame]
        assert {slide.note, slide.source} - {""} <= set(said), slide.key


def test_headings_are_28_points_or_more_and_the_words_in_charts_18(spoken: tuple[str, tuple[Slide, ...], Any]) -> None:
    _, slides, paper = spoken
    for slide, page in zip(slides, paper.slides, strict=True):
        sizes = [run.font.size for line in page.shapes.title.text_frame.paragraphs for run in line.runs]
        assert min(sizes) >= Pt(28), slide.key
        for chart in charts(page):
            assert chart.font.size >= Pt(18), slide.key


def test_every_chart_is_described_and_what_adorns_it_is_marked_so(spoken: tuple[str, tuple[Slide, ...], Any]) -> None:
    _, slides, paper = spoken
    for slide, page in zip(slides, paper.slides, strict=True):
        for shape in shapes(page.shapes):
            about = next(shape._element.iter(qn("p:cNvPr")))
            if getattr(shape, "has_chart", False):
                assert about.get("descr") == slide.alt
            elif shape._element.tag == qn("p:cxnSp"):
                assert about.find(".//{*}decorative") is not None


def test_each_run_has_its_language_and_chinese_a_font_that_has_its_characters() -> None:
    (page,) = written(Slide(key="a", heading="利物浦的 Walker Art Gallery"), lang="zh-CN").slides
    runs = [run for line in page.shapes.title.text_frame.paragraphs for run in line.runs]
    assert [(run.text, run.font._element.get("lang")) for run in runs] == [
        ("利物浦的 ", "zh-CN"),
        ("Walker Art Gallery", "en-GB"),
    ]
    assert runs[0].font._element.find(qn("a:ea")).get("typeface") == "Microsoft YaHei"


def test_the_theme_and_the_properties_name_font_language_title_and_date() -> None:
    content = exports.presentation.slides.pptx(
        [Slide(key="a", heading="h")],
        title="Name",
        lang="zh-CN",
        palette=("#12436D",),
        pictures={},
        codes={},
        no_picture="",
        dated=DATED,
    )
    packed = zipfile.ZipFile(io.BytesIO(content))
    theme = next(packed.read(name).decode() for name in packed.namelist() if "theme/theme1" in name)
    assert theme.count('<a:ea typeface="Microsoft YaHei"/>') == 2
    core = Presentation(io.BytesIO(content)).core_properties
    assert (core.title, core.language, core.author) == ("Name", "zh-CN", "")
    assert core.created.date() == DATED.date()


def test_the_same_slides_give_the_same_bytes(talk: Talk) -> None:
    slides = [slide for slide in talk.slides["en"] if slide.figure is not None and native(slide.figure)]
    given: dict[str, Any] = {"title": "t", "lang": "en-GB", "palette": ("#12436D",), "pictures": {}, "codes": {}}
    first, second = (exports.presentation.slides.pptx(slides, no_picture="", dated=DATED, **given) for _ in range(2))
    assert first == second


def test_a_code_is_set_beside_the_heading_with_its_address_as_text() -> None:
    kept = io.BytesIO()
    Image.new("RGB", (20, 20)).save(kept, "PNG")
    slide = Slide(key="a", kind="text", heading="h", points=(Pair(label="l", values=(Cell(text="v"),)),))
    address = "https://example.org/timeline?lang=en"
    (page,) = written(replace(slide, code=address), codes={address: kept.getvalue()}).slides
    (picture,) = [shape for shape in page.shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == address
    assert picture.left > page.shapes.title.left + page.shapes.title.width


def test_nothing_reaches_beyond_the_slide(spoken: tuple[str, tuple[Slide, ...], Any]) -> None:
    _, slides, paper = spoken
    for slide, page in zip(slides, paper.slides, strict=True):
        for shape in page.shapes:
            if shape.shape_type == 6 or shape.left is None:
                continue
            assert shape.left >= 0, slide.key
            assert shape.top >= 0, slide.key
            assert shape.left + shape.width <= paper.slide_width, slide.key
            assert shape.top + shape.height <= paper.slide_height, slide.key


def test_a_long_text_is_set_smaller_and_its_table_says_that_there_is_more() -> None:
    long = Slide(key="a", kind="chart", heading="A finding of many words " * 6)
    short = Slide(key="b", kind="chart", heading="A finding")
    sizes = [page.shapes.title.text_frame.paragraphs[0].runs[0].font.size for page in written(long, short).slides]
    assert Pt(28) <= sizes[0] < sizes[1]
    rows = tuple((Cell(text=f"Row {number}"),) for number in range(80))
    table = Table(caption="c", columns=(Column(label="Name"),), rows=rows)
    (page,) = written(Slide(key="c", kind="table", heading="h", table=table)).slides
    (grid,) = [shape.table for shape in page.shapes if shape.has_table]
    assert grid.cell(len(grid.rows) - 1, 0).text == "…"


def test_the_key_explains_every_mark() -> None:
    marks = (
        KeyMark(shape="dot", colour="#12436D", label="Culture"),
        KeyMark(shape="ring", colour="#505A5F", label="A"),
    )
    (page,) = written(Slide(key="a", kind="chart", heading="h", figure=lines(), marks=marks)).slides
    said = [shape.text for shape in page.shapes if shape.has_text_frame]
    assert {"●", "Culture", "○", "A"} <= set(said)
