"""Files to keep: no cell is a live formula, Excel reads the script, the notes come along."""

import csv
import io

import openpyxl
import pytest

import exports.tables.files
from cards import Cell, Column, Link, Source, Table
from exports.tables.files import comma_separated

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1")


def table(*texts: str) -> Table:
    return Table(caption="A caption", columns=(Column(label="Name"),), rows=tuple((Cell(text=text),) for text in texts))


def lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_file_is_a_live_formula(text: str) -> None:
    written = [cell for line in lines(comma_separated(table(text), text, (text,))) for cell in line]
    assert not [cell for cell in written if cell.startswith(FORMULAS)]
    assert written.count("'" + text) == 3


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_workbook_is_a_live_formula(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exports.tables.files.workbook(table(text), text, (text,))))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr"}


def test_a_number_stays_a_number_even_below_nought() -> None:
    data = Table(caption="", columns=(Column(label="n", numeric=True),), rows=((Cell(text="−5", value=-5),),))
    assert lines(comma_separated(data, "", ()))[1] == ["-5"]
    book = openpyxl.load_workbook(io.BytesIO(exports.tables.files.workbook(data, "", ())))
    assert book["Data"]["A2"].value == -5


def test_excel_is_told_the_encoding() -> None:
    assert comma_separated(table("上海"), "", ()) == b"\xef\xbb\xbf" + "Name\r\n上海\r\n".encode()


def test_title_and_notes_follow_below_a_blank_line_and_stand_on_a_sheet_of_their_own() -> None:
    data = table("a")
    assert lines(comma_separated(data, "Title", ("Source: x", "")))[2:] == [[], ["Title"], ["Source: x"]]
    book = openpyxl.load_workbook(io.BytesIO(exports.tables.files.workbook(data, "Title", ("Source: x",))))
    assert [row[0].value for row in book["Notes"]] == ["Title", "A caption", "Source: x"]


def test_a_link_to_a_source_keeps_its_address_and_a_link_within_does_not() -> None:
    out, within = Source(label="s", url="https://example.org/a"), Link(label="l", page="record")
    data = Table(
        caption="",
        columns=(Column(label="x"), Column(label="y")),
        rows=((Cell(text="A", link=out), Cell(text="B", link=within)),),
    )
    assert exports.tables.files.rows(data)[1] == ["A <https://example.org/a>", "B"]


def test_the_workbook_is_offered_first() -> None:
    assert list(exports.tables.files.FORMATS) == ["xlsx", "csv"]
