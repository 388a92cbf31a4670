"""The workbook follows the guidance on accessible spreadsheets: one marked table a sheet, nothing live, nothing hidden."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook

import exports.tables.workbook
import texts
from cards import Cell, Column, Table
from exports.tables.workbook import Cover, WorkbookSheet
from loaders import Package
from texts import Words
from views.record import archive

STAMP = datetime(2026, 11, 21)


@pytest.fixture(scope="module")
def made(package: Package, words: Words) -> bytes:
    return archive.workbook(package, words)


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made))


def test_cover_contents_and_notes_come_first_then_every_dataset(book: Workbook, package: Package) -> None:
    assert book.sheetnames[:5] == ["Cover", "Contents", "Notes", "Columns", "Codes"]
    assert book.sheetnames[5:] == [each["name"] for each in package.descriptor["resources"]]


def test_each_sheet_has_one_marked_table_with_one_row_of_headings(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        left, top, right, bottom = range_boundaries(table.ref)
        heads = [sheet.cell(top, column).value for column in range(left, right + 1)]
        assert all(heads), sheet.title
        assert len(set(heads)) == len(heads), sheet.title
        assert [column.name for column in table.tableColumns] == heads
        assert (left, right, bottom) == (1, sheet.max_column, sheet.max_row), sheet.title
    names = [name for sheet in book for name in sheet.tables]
    assert len(set(names)) == len(names)


def test_each_sheet_opens_with_its_title_and_says_that_it_holds_one_table(book: Workbook, words: Words) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet["A1"].style == "Headline 1"
        assert sheet["A2"].value == words("archive.one_table")
        assert all(sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1) if row < 4), sheet.title


def test_every_dataset_says_what_a_blank_cell_means(book: Workbook, words: Words) -> None:
    for sheet in book.worksheets[5:]:
        assert words("archive.blank_short") in [sheet.cell(row, 1).value for row in range(2, 6)]


def test_nothing_is_merged_hidden_frozen_or_live(book: Workbook) -> None:
    for sheet in book:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert sheet.sheet_state == "visible"
        assert not [place for place, size in sheet.column_dimensions.items() if size.hidden]
        assert not [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"]


def test_every_row_of_every_dataset_is_there(book: Workbook, package: Package) -> None:
    for name, frame in package.frames.items():
        (table,) = book[name].tables.values()
        _, top, _, bottom = range_boundaries(table.ref)
        assert bottom - top == len(frame), name


def test_contents_lead_to_every_sheet(book: Workbook) -> None:
    rows = list(book["Contents"].iter_rows(min_row=4, max_col=1))
    assert [row[0].value for row in rows] == book.sheetnames[2:]
    assert [row[0].hyperlink.location for row in rows] == [f"'{name}'!A1" for name in book.sheetnames[2:]]


def test_every_code_has_a_meaning(book: Workbook) -> None:
    rows = list(book["Codes"].iter_rows(min_row=4, values_only=True))
    assert rows
    assert all(all(row) for row in rows)
    assert ("Student figures", "status", "suppressed", "withheld by its source; the value is blank") in rows


def test_working_notes_stay_out(book: Workbook) -> None:
    for sheet in book.worksheets[3:]:
        assert "working_note" not in [cell.value for row in sheet for cell in row]


def test_a_text_that_would_be_a_formula_stays_a_text_and_an_empty_table_is_written() -> None:
    table = Table(caption="x", columns=(Column(label="a"),), rows=((Cell(text="=1+1"),),))
    empty = Table(caption="x", columns=(Column(label="a"),), rows=())
    pages = [
        WorkbookSheet(name="one", title="One", about=("x",), table=table),
        WorkbookSheet(name="two", title="Two", about=("x",), table=empty),
    ]
    contents = WorkbookSheet(
        name="list",
        title="List",
        about=("x",),
        table=Table(caption="x", columns=(Column(label="a"),), rows=((Cell(text="one"),), (Cell(text="two"),))),
    )
    cover = Cover(name="cover", title="Cover", parts=(("About", ("x",)),))
    made = exports.tables.workbook.workbook(cover, pages, contents=contents, lang="en-GB", dated=STAMP)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert (book["one"]["A4"].value, book["one"]["A4"].data_type) == ("=1+1", "s")
    assert next(iter(book["two"].tables.values())).ref == "A3:A4"


def test_the_same_data_give_the_same_bytes(made: bytes, package: Package, words: Words) -> None:
    assert archive.workbook(package, words) == made


def test_the_archive_holds_the_folder_and_the_workbook(package: Package, words: Words) -> None:
    with zipfile.ZipFile(io.BytesIO(archive.archive(package, words))) as packed:
        names = set(packed.namelist())
        assert "sister-city-partnership.xlsx" in names
        for name in names - {"sister-city-partnership.xlsx"}:
            assert packed.read(name) == (package.folder / name).read_bytes()


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_it_is_written_in_every_language(package: Package, lang: str) -> None:
    words = texts.load(lang, **package.partnership.names(lang))
    book = openpyxl.load_workbook(io.BytesIO(archive.workbook(package, words)), read_only=True)
    assert book.sheetnames[0] == words("archive.cover")


def test_a_row_is_as_tall_as_its_wrapped_words(words: Words) -> None:
    table = Table(
        caption="",
        columns=(Column(label="Name"), Column(label="Meaning")),
        rows=tuple((Cell(text="x"), Cell(text=text)) for text in ("short", "word " * 40, "\u5b57" * 100)),
    )
    page = WorkbookSheet(name="p", title="P", about=(), table=table)
    cover = Cover(name="Cover", title="C", parts=())
    book = exports.tables.workbook.workbook(cover, [page], contents=page, lang=words.lang, dated=STAMP)
    sheet = openpyxl.load_workbook(io.BytesIO(book))["p"]
    heights = [sheet.row_dimensions[row].height for row in (3, 4, 5)]
    assert heights[0] == 16
    assert heights[1] == heights[2] == 4 * 16
