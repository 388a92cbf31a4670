"""Datasets as a workbook that follows the UK government's guidance on accessible spreadsheets.

One table a sheet, marked as one, with one row of headings; a cover, a contents and a notes sheet; no merged cell,
no frozen pane, no formula, no colour that means anything. Written with openpyxl: gptables, the government's own
writer, takes a text that begins with = for a formula and refuses cells that hold only a sign, such as a dash.
Guidance: https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from cards import Table
from cards.lettering import columns
from cards.palette import BLUE
from exports.tables.archive import archive
from exports.tables.files import Value, rows

_FACE, _SIZE = "Arial", 12  # a plain face of 12 points or more, as the guidance asks
_HEADINGS = {"Headline 1": 16, "Headline 2": 14}
_LINE, _TALLEST = 16.0, 409.0  # points: of a line of words, of a row in Excel
_WIDEST, _COVER, _LONGEST = 60, 90, 31  # characters: of a column, of the cover, of a sheet's name in Excel
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, kw_only=True)
class WorkbookSheet:
    """Hold one sheet: its short name, its title, what a reader must know first, and its table."""

    name: str
    title: str
    about: tuple[str, ...]
    table: Table


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Hold the first sheet: a title, and lines beneath headings."""

    name: str
    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def workbook(
    cover: Cover, sheets: Sequence[WorkbookSheet], *, contents: WorkbookSheet, lang: str, dated: datetime
) -> bytes:
    """Write the cover, the contents, then the sheets.

    Rows of the contents stand in the order of the sheets, and their first cells lead to them.
    """
    book = Workbook()
    book.properties.title, book.properties.language, book.properties.creator = cover.title, lang, ""
    book.properties.created = dated
    for style in _styles():
        book.add_named_style(style)
    sheet = book.active
    sheet.title = cover.name[:_LONGEST]
    _cover(sheet, cover)
    for index, content in enumerate([contents, *sheets]):
        _sheet(book.create_sheet(content.name[:_LONGEST]), content, f"table_{index}")
    for row, content in enumerate(sheets, len(contents.about) + 3):
        cell = book[contents.name[:_LONGEST]].cell(row, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{content.name[:_LONGEST]}'!A1")
        cell.style = "Way"
    for each in book.worksheets:
        each.page_setup.orientation, each.page_setup.paperSize, each.page_setup.fitToHeight = "landscape", 9, 0
        each.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    file = io.BytesIO()
    book.save(file)
    return _same(file.getvalue(), dated)


def _cover(sheet: Worksheet, cover: Cover) -> None:
    sheet.column_dimensions["A"].width = _COVER
    _write(sheet.cell(1, 1), cover.title, "Headline 1")
    row = 2
    for heading, lines in cover.parts:
        _write(sheet.cell(row, 1), heading, "Headline 2")
        sheet.row_dimensions[row].height = 2 * _LINE
        for number, line in enumerate(lines, row + 1):
            _write(sheet.cell(number, 1), line, "Words")
            sheet.row_dimensions[number].height = _height([line], [_COVER])
        row += len(lines) + 1


def _sheet(sheet: Worksheet, content: WorkbookSheet, name: str) -> None:
    """Write a title, what must be known, then one marked table whose first row is its headings."""
    _write(sheet.cell(1, 1), content.title, "Headline 1")
    for number, text in enumerate(content.about, 2):
        _write(sheet.cell(number, 1), text)  # not wrapped: it runs on over the empty cells beside it
    top = len(content.about) + 2
    lines = rows(content.table)
    across = len(content.table.columns)
    widths = [
        min(_WIDEST, max(columns(str(line[index])) for line in lines if line[index] is not None) * 1.2 + 4)
        for index in range(across)
    ]
    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for number, line in enumerate(lines, top):
        sheet.row_dimensions[number].height = _height(line, widths)
        for index, value in enumerate(line, 1):
            if value not in (None, ""):
                style = "Column heading" if number == top else "Words" if isinstance(value, str) else "Value"
                _write(sheet.cell(number, index), value, style)
    last = max(top + 1, top + len(lines) - 1)  # Excel refuses a table without a row beneath its headings
    marked = SheetTable(displayName=name, ref=f"A{top}:{get_column_letter(across)}{last}")
    marked.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(marked)


def _height(line: Sequence[Value], widths: Sequence[float]) -> float:
    """Give a row the height that its words need once they are wrapped; not every program works it out for itself."""
    cells = zip(line, widths, strict=True)
    lines = max((ceil(columns(value) * 1.05 / width) for value, width in cells if isinstance(value, str)), default=1)
    return min(_TALLEST, _LINE * max(lines, 1))


def _styles() -> Iterator[NamedStyle]:
    """Give the styles of cells; by their names they cost little, however many cells wear them."""
    wrapped, plain = Alignment(wrap_text=True, vertical="top"), Alignment(vertical="top")
    yield NamedStyle("Value", font=Font(name=_FACE, size=_SIZE), alignment=plain)
    yield NamedStyle("Words", font=Font(name=_FACE, size=_SIZE), alignment=wrapped)
    yield NamedStyle("Column heading", font=Font(name=_FACE, size=_SIZE, bold=True), alignment=wrapped)
    yield NamedStyle("Way", font=Font(name=_FACE, size=_SIZE, underline="single", color=BLUE[1:]), alignment=plain)


def _write(cell: SheetCell, value: Value, style: str = "Value") -> None:
    """Write a value as what it is: a text stays a text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = _UNWRITABLE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value
    cell.style = style
    if style in _HEADINGS:  # Excel's own, so that they are headings to a screen reader; the face is ours
        cell.font = Font(name=_FACE, size=_HEADINGS[style], bold=True)


def _same(book: bytes, dated: datetime) -> bytes:
    """Stamp the workbook with the day of its data, so that the same data give the same bytes."""
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    core = files["docProps/core.xml"]
    files["docProps/core.xml"] = _MODIFIED.sub(rb"\g<1>" + dated.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), core)
    return archive(files)
