"""Slides as a presentation: charts that can be edited, notes, text in its own language and a font that has its characters."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from cards import Pair, lettering
from cards.slides import Slide
from exports.presentation import charts
from exports.presentation.known import native
from exports.presentation.lists import write_points, write_table
from exports.presentation.look import (
    FOOT,
    INK,
    LINE,
    NIGHT,
    SIDE,
    WIDE,
    Area,
    colour,
    describe,
    emu,
    fit,
    line_count,
    presentation,
    put,
    set_frame,
    set_language,
    text_box,
    width,
    write,
)
from exports.presentation.marks import draw_line

HEADING, TEXT, SMALL = (48, 44, 40, 38), 24.0, 20.0  # px; 38 px are 28.5 points
_INNER = WIDE - 2 * SIDE
_CODE = 150.0  # px: a QR code beside a heading
_SIGNS = {"dot": "●", "ring": "○", "half": "◐", "cross": "✕", "diamond": "◇", "line": "━", "dash": "┅", "hatch": "▨"}
_DARK = ("title", "figure", "thanks")
_STAMP = (2000, 1, 1, 0, 0, 0)


def pptx(
    slides: Sequence[Slide],
    *,
    title: str,
    lang: str,
    palette: Sequence[str],
    pictures: Mapping[str, bytes],
    codes: Mapping[str, bytes],
    no_picture: str,
    dated: datetime,
) -> bytes:
    """Write slides as PPTX, 13.333 by 7.5 inches.

    `lang` is the language of the words, such as en-GB; `palette` the colours a new chart takes. `pictures` holds PNG by
    the key of a slide whose figure is not `native`, `no_picture` what is said where one is missing; `codes` holds the PNG
    of QR codes by what they say. `dated` stands in the properties: the same slides give the same bytes.
    """
    paper = presentation(palette)
    core = paper.core_properties
    core.title, core.language, core.author, core.last_modified_by = title, lang, "", ""
    core.created = core.modified = dated
    core.revision = 1
    for number, slide in enumerate(slides, 1):
        page = paper.slides.add_slide(paper.slide_layouts[0])
        _Page(page, slide, number, lang, pictures, codes, no_picture).write()
    content = io.BytesIO()
    paper.save(content)
    return _undated(content.getvalue(), dated)


def _undated(content: bytes, dated: datetime) -> bytes:
    """Take the hour of writing out of an archive and the workbooks within it."""
    undated = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(undated, "w") as packed:
        for name in archive.namelist():
            data = archive.read(name)
            if name.endswith(".xlsx"):
                data = _undated(data, dated)
            elif name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", f"{dated:%Y-%m-%dT%H:%M:%SZ}".encode(), data)
            packed.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return undated.getvalue()


@dataclass
class _Page:
    """Write one slide from top to foot."""

    page: Any
    slide: Slide
    number: int
    lang: str
    pictures: Mapping[str, bytes]
    codes: Mapping[str, bytes]
    no_picture: str

    def __post_init__(self) -> None:
        self.ink = NIGHT if self.slide.kind in _DARK else INK
        self.code = self.codes.get(self.slide.code)

    def write(self) -> None:
        if self.slide.kind in _DARK:
            fill = self.page.background.fill
            fill.solid()
            fill.fore_color.rgb = colour(self.ink["ground"])
        low = self._foot()
        if self.slide.kind in ("title", "thanks"):
            self._open(low)
        elif self.slide.kind == "milestone":
            self._milestone(low)
        else:
            self._body(self._head(), low)
        if self.slide.spoken:
            self._write_notes()

    def _write(self, area: Area, text: str, size: float, **looks: Any) -> Any:
        """Write words; their `ink` is named by its use, else a colour."""
        ink = looks.pop("ink", "text")
        return text_box(self.page.shapes, area, text, size=size, lang=self.lang, ink=self.ink.get(ink, ink), **looks)

    def _title(self, area: Area, size: float, anchor: str) -> None:
        shape = self.page.shapes.title
        put(shape, area)
        words = set_frame(shape.text_frame, anchor=anchor)
        write(words.paragraphs[0], self.slide.heading, size=size, lang=self.lang, ink=self.ink["title"], bold=True)

    def _open(self, low: float) -> None:
        """Write a slide that opens or ends: its words in the middle, a code beside them."""
        wide = _INNER - (380 if self.code else 0)
        size, high = fit(self.slide.heading, wide, (99, 88, 76, 64, 56, 48), 2, bold=True)
        under, tall = fit(self.slide.subtitle, wide, (40, 34, 28), 3) if self.slide.subtitle else (40, 0)
        sentences = [(text, line_count(text, 28, wide) * 28 * LINE) for text in map(_sentence, self.slide.points)]
        area = sum(tall + 14 for _, tall in sentences)
        top = max(40.0, (low - high - tall - 62 - area) / 2)
        self._title(Area(SIDE, top, wide, high), size, "bottom")
        top += high + 22
        if self.slide.subtitle:
            self._write(Area(SIDE, top, wide, tall), self.slide.subtitle, under)
            top += tall + 20
        thick = {"color": self.ink["text"], "width": 6}
        draw_line(self.page.shapes, Area(SIDE, top, 144, 0), (0, 0), (144, 0), thick)
        top += 20
        for text, tall in sentences:
            self._write(Area(SIDE, top, wide, tall), text, 28)
            top += tall + 14
        if self.code:
            self._write_code(self.code, Area(WIDE - SIDE - 320, (low - 370) / 2, 320, 320))
            address = self.slide.code.partition("://")[2].rstrip("/")
            size, high = fit(address, 320, (TEXT, SMALL, 18.0), 2)
            self._write(Area(WIDE - SIDE - 320, (low - 370) / 2 + 328, 320, high), address, size, align="center")

    def _milestone(self, low: float) -> None:
        """Write what happened in the middle, and when above it; a code beside."""
        wide = _INNER - (_CODE + 30 if self.code else 0)
        size, high = fit(self.slide.heading, wide, (64, 56, 48, 42), 3, bold=True)
        top = max(40.0, (low - high - 60) / 2)
        self._write(Area(SIDE, top, wide, 52), self.slide.value or "", 40, bold=True, ink="mark")
        self._title(Area(SIDE, top + 58, wide, high), size, "top")
        if self.code:
            self._write_code(self.code, Area(WIDE - SIDE - _CODE, 30, _CODE, _CODE))

    def _head(self) -> float:
        """Write heading, subtitle and key; give the place where the body may begin."""
        wide = _INNER - (_CODE + 30 if self.code else 0)
        size, high = fit(self.slide.heading, wide, HEADING, 2, bold=True)
        self._title(Area(SIDE, 30, wide, high), size, "top")
        top = 30 + high + 4
        if self.slide.subtitle:
            under, tall = fit(self.slide.subtitle, wide, (26, TEXT), 1)
            self._write(Area(SIDE, top, wide, tall), self.slide.subtitle, under, ink="second")
            top += tall + 4
        if self.code:
            self._write_code(self.code, Area(WIDE - SIDE - _CODE, 30, _CODE, _CODE))
            top = max(top, 30 + _CODE + 6)
        return self._key(top + 4)

    def _key(self, top: float) -> float:
        """Explain the marks of a chart, in as many lines as they need."""
        if not self.slide.marks:
            return top
        left, step = SIDE, TEXT * LINE + 2
        for mark in self.slide.marks:
            wide = 30 + width(mark.label, TEXT)
            if left > SIDE and left + wide > WIDE - SIDE:
                left, top = SIDE, top + step
            self._write(Area(left, top, 28, TEXT * LINE), _SIGNS[mark.shape], TEXT, ink=mark.colour, wrap=False)
            self._write(Area(left + 30, top, wide - 30, TEXT * LINE), mark.label, TEXT, wrap=False)
            left += wide + 20
        return top + step + 4

    def _foot(self) -> float:
        """Write number, source and qualifier from below; give the place where they begin."""
        size = SMALL if line_count(self.slide.source, SMALL, _INNER - 140) <= 2 else 18.0
        high = max(28.0, line_count(self.slide.source, size, _INNER - 140) * size * LINE) if self.slide.source else 28.0
        top = FOOT + 28 - high
        if self.slide.source:
            self._write(Area(SIDE, top, _INNER - 140, high), self.slide.source, size, anchor="bottom", ink="small")
        self._count()
        if self.slide.note:
            tall = line_count(self.slide.note, TEXT, _INNER) * TEXT * LINE
            top -= tall + 8
            self._write(Area(SIDE, top, _INNER, tall), self.slide.note, TEXT, ink="second")
        return top - 8

    def _count(self) -> None:
        """Write the slide's number as a field, which follows when slides are moved."""
        shapes = self.page.shapes
        shape = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{900 + self.number}" name="number"/><p:cNvSpPr><a:spLocks'
            ' noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>'
            '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:p><a:pPr algn="r"/>'
            f'<a:fld id="{{86CB4B4D-7CA3-9044-876B-883B54F8677D}}" type="slidenum"><a:rPr lang="{self.lang}"'
            f' sz="1500"><a:solidFill><a:srgbClr val="{self.ink["small"][1:]}"/></a:solidFill></a:rPr>'
            f"<a:t>{self.number}</a:t></a:fld></a:p></p:txBody></p:sp>"
        )
        shapes._spTree.append(shape)

    def _body(self, top: float, low: float) -> None:
        area = Area(SIDE, top, _INNER, max(120.0, low - top))
        slide = self.slide
        if slide.figure is not None and native(slide.figure):
            charts.draw(self.page.shapes, slide.figure, area, alt=slide.alt or slide.heading, lang=self.lang)
        elif slide.figure is not None and slide.key in self.pictures:
            self._picture(self.pictures[slide.key], area)
        elif slide.figure is not None:
            self._write(Area(SIDE, top, _INNER, 34), self.no_picture, TEXT, ink="second")
            under = Area(SIDE, top + 44, _INNER, area.height - 44)
            if slide.table is not None:
                write_table(self.page.shapes, slide.table, under, self.lang)
            else:
                self._write(under, slide.alt, fit(slide.alt, _INNER, (28, 24, 20, 18), int(under.height // 30))[0])
        elif slide.value is not None:
            size, high = fit(slide.value, _INNER, (150, 120, 96, 76, 60), 1, bold=True)
            self._write(Area(SIDE, top + (area.height - high) / 2, _INNER, high), slide.value, size, bold=True)
        elif slide.table is not None:
            write_table(self.page.shapes, slide.table, area, self.lang)
        elif slide.points:
            write_points(self.page.shapes, slide.points, area, self.lang)

    def _picture(self, picture: bytes, area: Area) -> None:
        shape = self.page.shapes.add_picture(io.BytesIO(picture), 0, 0)
        share = min(emu(area.width) / shape.width, emu(area.height) / shape.height)
        shape.width, shape.height = round(shape.width * share), round(shape.height * share)
        shape.left, shape.top = emu(area.left) + (emu(area.width) - shape.width) // 2, emu(area.top)
        describe(shape, name="picture", text=self.slide.alt or self.slide.heading)

    def _write_code(self, code: bytes, area: Area) -> None:
        shape = self.page.shapes.add_picture(io.BytesIO(code), *area.emu())
        describe(shape, name="code", text=self.slide.code)

    def _write_notes(self) -> None:
        words = self.page.notes_slide.notes_text_frame
        for number, text in enumerate(self.slide.spoken.splitlines()):
            line = words.paragraphs[0] if number == 0 else words.add_paragraph()
            run = line.add_run()
            run.text = text
            set_language(run.font._element, self.lang)


def _sentence(point: Pair) -> str:
    values = lettering.bare(" ".join(value.text for value in point.values))
    return f"{point.label} {values}" if point.label else values
