"""The Word document: headings, tables, pictures with their text, page, languages and fonts."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from PIL import Image

import exports.briefing.pictures
import exports.briefing.word
from cards import Briefing, Cell, Chart, Column, Link, Prose, Sheet, Table
from exports.briefing.styles import STYLES
from loaders import Package
from texts import Words
from views.briefing import document as briefing
from views.choices import Choices
from views.context import Context

NO_PICTURE = "No picture."


@pytest.fixture(scope="module")
def paper(package: Package, words: Words) -> Briefing:
    made = briefing.view(Context(package, Choices(), words))
    assert isinstance(made, Briefing)
    return made


@pytest.fixture(scope="module")
def write(paper: Briefing) -> Callable[..., bytes]:
    def written(*, pictures: bool = True, lang: str = "en-GB") -> bytes:
        drawn = io.BytesIO()
        Image.new("RGB", (8, 4), "white").save(drawn, "PNG")
        keys = [card.key for card in paper.cards if isinstance(card, Chart)] if pictures else []
        return exports.briefing.word.docx(
            paper,
            lang=lang,
            pictures={key: drawn.getvalue() for key in keys},
            no_picture=NO_PICTURE,
            dated=datetime(2026, 11, 21),
        )

    return written


def opened(data: bytes) -> Paper:
    return Document(io.BytesIO(data))


def test_headings_are_headings_one_above_all(write: Callable[..., bytes], paper: Briefing) -> None:
    found = [(p.style.name, p.text) for p in opened(write()).paragraphs if p.style and "Heading" in str(p.style.name)]
    assert found[0] == ("Heading 1", paper.title)
    assert found[1:] == [("Heading 2", card.heading) for card in paper.cards]


def test_tables_have_a_header_row_that_is_marked_and_a_name(write: Callable[..., bytes], paper: Briefing) -> None:
    tables = opened(write()).tables
    wanted = [card.table for card in paper.cards if hasattr(card, "table")]
    assert len(tables) == len(wanted)
    for table, data in zip(tables, wanted, strict=True):
        first = table.rows[0]
        assert [cell.text for cell in first.cells] == [column.label for column in data.columns]
        assert first._tr.xpath("./w:trPr/w:tblHeader")
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == data.caption
        assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
            [cell.text for cell in row] for row in data.rows
        ]


def test_every_picture_has_its_text(write: Callable[..., bytes], paper: Briefing) -> None:
    shapes = opened(write()).inline_shapes
    texts = [shape._inline.docPr.get("descr") for shape in shapes]
    assert texts == [card.alt for card in paper.cards if isinstance(card, Chart)]
    assert all(texts)


def test_without_a_browser_a_sentence_stands_for_each_picture(write: Callable[..., bytes], paper: Briefing) -> None:
    document = opened(write(pictures=False))
    charts = [card for card in paper.cards if isinstance(card, Chart)]
    assert len(document.inline_shapes) == 0
    assert [p.text for p in document.paragraphs].count(NO_PICTURE) == len(charts)


@pytest.mark.parametrize(("lang", "latin"), [("en-GB", "en-GB"), ("zh-CN", "en-GB")])
def test_the_languages_are_set(write: Callable[..., bytes], lang: str, latin: str) -> None:
    document = opened(write(lang=lang))
    spoken = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert spoken is not None
    assert (spoken.get(qn("w:val")), spoken.get(qn("w:eastAsia"))) == (latin, "zh-CN")
    assert document.core_properties.language == lang


def test_the_page_is_a4_and_the_fonts_are_named_for_both_scripts(write: Callable[..., bytes]) -> None:
    document = opened(write())
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    for name in ("Normal", "Heading 1", "Heading 2", "List Bullet", "Caption", "Cell"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:ascii")) == "Source Sans"
        assert fonts.get(qn("w:eastAsia")) == "Noto Sans SC"
        assert fonts.get(qn("w:asciiTheme")) is None


def test_a_short_chinese_word_stands_in_one_line(paper: Briefing) -> None:
    said = ("状态", "已发生"), ("资料来源", "英国新闻媒体与中国官方媒体均有报道，另见市议会公布的文件" * 4)
    columns = tuple(Column(label=label) for label, _ in said)
    table = Table(caption="记录", columns=columns, rows=(tuple(Cell(text=text) for _, text in said),))
    sheet = Sheet(key="records", heading="记录", subtitle="", table=table)
    content = exports.briefing.word.docx(
        replace(paper, cards=(sheet,)), lang="zh-CN", pictures={}, no_picture="", dated=datetime(2026, 1, 1)
    )
    width = opened(content).tables[0].columns[0].width
    assert width is not None
    assert width.pt >= 3 * STYLES["Cell"][0] + 6  # three signs and the room beside them


def test_a_short_table_is_not_split_between_two_pages(write: Callable[..., bytes]) -> None:
    for table in opened(write()).tables:
        kept = [cell.paragraphs[0].paragraph_format.keep_with_next for row in table.rows for cell in row.cells]
        columns = len(table.columns)
        assert all(kept[:-columns]) == (len(table.rows) <= 13)
        assert not any(kept[-columns:])


def test_no_author_is_made_up_and_the_title_is_the_documents(write: Callable[..., bytes], paper: Briefing) -> None:
    core = opened(write()).core_properties
    assert (core.title, core.author, core.comments) == (paper.title, "", "")


def test_links_lead_to_sources_and_to_the_dashboard_only_where_its_address_is_known(
    write: Callable[..., bytes], paper: Briefing
) -> None:
    assert paper.address == ""
    with zipfile.ZipFile(io.BytesIO(write())) as packed:
        relations = packed.read("word/_rels/document.xml.rels").decode()
    assert 'TargetMode="External"' in relations
    assert "sector=" not in relations


def test_a_way_in_prose_is_named_where_the_dashboard_has_no_address(paper: Briefing) -> None:
    prose = Prose(heading="Onward", links=(Link(label="See the record", page="record"),))
    data = exports.briefing.word.docx(
        replace(paper, cards=(prose,)), lang="en-GB", pictures={}, no_picture=NO_PICTURE, dated=datetime(2026, 11, 21)
    )
    assert "See the record" in [line.text for line in opened(data).paragraphs]


def test_a_chart_without_a_picture_says_why(
    package: Package, paper: Briefing, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exports.browser.find", lambda: "/bin/false")
    content = briefing.file(Context(package, Choices(), words), paper, "docx")
    assert "The browser /bin/false ended with status 1 and gave no reason." in "".join(
        paragraph.text for paragraph in opened(content).paragraphs
    )


@pytest.mark.browser
def test_charts_are_drawn_as_png_by_their_keys(paper: Briefing) -> None:
    charts = [card for card in paper.cards if isinstance(card, Chart)]
    drawn = exports.briefing.pictures.draw(charts)
    assert isinstance(drawn, dict)
    assert list(drawn) == [chart.key for chart in charts]
    for png in drawn.values():
        assert Image.open(io.BytesIO(png)).width >= 2 * exports.briefing.pictures.WIDTH
