"""Tables as files to keep: a workbook, and a CSV that Excel reads too. No cell is ever a live formula."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from cards import Cell, Source, Table

# What a spreadsheet takes for the start of a formula; the wide forms count where East Asian text is the custom.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SHEETS = "Data", "Notes"
Value = str | int | float | None


@dataclass(frozen=True)
class Format:
    """Name a kind of file and how it is made from a table, its title and its notes."""

    ending: str
    mime: str
    make: Callable[[Table, str, Sequence[str], tuple[str, str]], bytes]


def inert(value: Value) -> Value:
    """Make a text harmless in a spreadsheet: one that would start a formula gets an apostrophe before it."""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _bare(cell: Cell) -> Value:
    if cell.value is not None:
        return cell.value
    return f"{cell.text} <{cell.link.url}>" if isinstance(cell.link, Source) else cell.text


def rows(table: Table) -> list[list[Value]]:
    """Give the table's bare values, header first; a link to a source has its address in the text."""
    head: list[Value] = [column.label for column in table.columns]
    return [head, *([_bare(cell) for cell in row] for row in table.rows)]


def comma_separated(table: Table, title: str, notes: Sequence[str], sheets: tuple[str, str] = SHEETS) -> bytes:  # noqa: ARG001 - it has none
    """Write a UTF-8 CSV: one header row, then the values. Title and notes follow below a blank line.

    It begins with a byte-order mark, without which Excel garbles other scripts.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([inert(value) for value in line] for line in rows(table))
    below = [line for line in (title, *notes) if line]
    writer.writerows([[], *([inert(line)] for line in below)] if below else [])
    return text.getvalue().encode("utf-8-sig")


def workbook(table: Table, title: str, notes: Sequence[str], sheets: tuple[str, str] = SHEETS) -> bytes:
    """Write a workbook: the table on one sheet, its title, sources and cautions on another; `sheets` names the two."""
    book = Workbook()
    sheet = book.active
    sheet.title = sheets[0]
    for number, line in enumerate(rows(table), 1):
        for index, value in enumerate(line, 1):
            cell = sheet.cell(number, index, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with = stays a text
            cell.font = Font(bold=number == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for index, column in enumerate(table.columns, 1):
        longest = max([len(column.label), *(len(row[index - 1].text) for row in table.rows)])
        sheet.column_dimensions[get_column_letter(index)].width = min(60, longest + 3)
    sheet.freeze_panes = "A2"
    about = book.create_sheet(sheets[1])
    about.column_dimensions["A"].width = 100
    for number, text in enumerate((title, table.caption, *(note for note in notes if note)), 1):
        cell = about.cell(number, 1, text)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True)
        cell.font = Font(bold=number == 1)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


FORMATS = {
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook),
    "csv": Format("csv", "text/csv", comma_separated),
}
