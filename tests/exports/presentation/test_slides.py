"""A presentation holds charts that can be edited, with the figure's own numbers, and says who speaks which language."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

import exports.presentation.slides
from cards import Cell, Column, KeyMark, Pair, Table
from cards.slides import Slide, Talk
from exports.presentation.known import native
from loaders import Package
from tests.exports.presentation.figures import DATED, charts, lines, shapes, written
from views.deck import talk as deck

LANGUAGES = {"en": "en-GB", "zh": "zh-CN"}


@pytest.fixture(scope="module")
def talk(package: Package) -> Talk:
    return deck.talk(package, package.deck)


@pytest.fixture(scope="module", params=LANGUAGES)
def spoken(request: pytest.FixtureRequest, talk: Talk) -> tuple[str, tuple[Slide, ...], Any]:
    slides = talk.slides[request.param]
    return request.param, slides, written(*slides, lang=LANGUAGES[request.param])


def test_each_figure_with_a_chart_of_its_kind_is_a_chart_that_can_be_edited(
    spoken: tuple[str, tuple[Slide, ...], Any],
) -> None:
    _, slides, paper = spoken
    kinds = {slide.key: native(slide.figure) for slide in slides if slide.figure is not None}
    assert [key for key, own in kinds.items() if not own] == [slide.key for slide in slides if slide.kind == "map"]
    for slide, page in zip(slides, paper.slides, strict=True):
        assert bool(charts(page)) == kinds.get(slide.key, False), slide.key


def test_a_map_is_a_picture_with_its_text_and_without_one_its_table_stands() -> None:
    figure = lines().update_yaxes(scaleanchor="x")
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
