"""What a slide lists: facts with their names, and tables, at the largest size at which they fit."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn

from cards import Pair, Table
from exports.presentation.look import INK, LINE, Area, describe, emu, line_count, text_box, width, write
from exports.presentation.marks import draw_line

SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 21.0)  # px
CELLS = (24.0, 21.0, 18.0, 16.0, 14.0)
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # a table without style or grid


def write_points(shapes: Any, points: Sequence[Pair], area: Area, lang: str) -> None:
    """Write names at the left and what belongs to them at the right, at the largest size that fits."""
    label, gap = 272.0, 32.0
    wide = area.width - label - gap
    for size in SIZES:
        highs = [_point_height(point, size, label, wide) for point in points]
        if sum(highs) <= area.height:
            break
    air = min(38.0, max(0.0, (area.height - sum(highs)) / (len(highs) + 1)))
    top = area.top + (area.height - sum(highs) - air * (len(highs) - 1)) / 2
    for point, high in zip(points, highs, strict=True):
        draw_line(shapes, Area(area.left, top, 0, 0), (0, 0), (area.width, 0), {"color": INK["text"], "width": 2.5})
        beside = Area(area.left, top + 12, label, high - 12)
        right = Area(area.left + label + gap, top + 10, wide, high - 12)
        text_box(shapes, beside, point.label, size=min(28.0, size), lang=lang, ink=INK["second"])
        values = text_box(shapes, right, point.values[0].text, size=size, lang=lang)
        for value in point.values[1:]:
            line = values.text_frame.add_paragraph()
            write(line, value.text, size=size, lang=value.lang or lang, ink=INK["text"])
        top += high + air


def _point_height(point: Pair, size: float, label: float, wide: float) -> float:
    small = min(28.0, size)
    right = sum(line_count(value.text, size, wide) for value in point.values) * size * LINE
    return 20.0 + max(line_count(point.label, small, label) * small * LINE, right)


def write_table(shapes: Any, data: Table, area: Area, lang: str) -> None:
    """Write a table at the largest size at which all its rows fit; below the least its last row says that there are more."""
    texts = [[column.label for column in data.columns], *([cell.text for cell in row] for row in data.rows)]
    shares = [min(max(width(text, 1) for text in column), 30.0) + 1 for column in zip(*texts, strict=True)]
    widths = [area.width * share / sum(shares) for share in shares]
    for size in CELLS:
        highs = [_row_height(row, size, widths) for row in texts]
        if sum(highs) <= area.height:
            break
    while sum(highs) > area.height and len(highs) > 2:
        highs.pop()
    if len(highs) < len(texts):
        texts = [*texts[: len(highs) - 1], ["…", *[""] * (len(widths) - 1)]]
    shape = shapes.add_table(len(highs), len(widths), *Area(area.left, area.top, area.width, sum(highs)).emu())
    describe(shape, name="table", text=data.caption)
    grid = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for column, wide in zip(grid.columns, widths, strict=True):
        column.width = emu(wide)
    for number, (row, high) in enumerate(zip(texts, highs, strict=True)):
        grid.rows[number].height = emu(high)
        for at, text in enumerate(row):
            cell = grid.cell(number, at)
            cell.margin_left = cell.margin_top = cell.margin_bottom = 0
            cell.margin_right = emu(14)
            align, bold = "right" if data.columns[at].numeric else "left", number == 0 or at == 0
            write(cell.text_frame.paragraphs[0], text, size=size, lang=lang, bold=bold, align=align)


def _row_height(row: Sequence[str], size: float, widths: Sequence[float]) -> float:
    return 6 + max(line_count(text, size, wide - 14) for text, wide in zip(row, widths, strict=True)) * size * LINE
