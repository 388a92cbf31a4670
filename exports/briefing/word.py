"""A briefing as a Word document that can be edited: real headings, real tables, pictures with their text."""

import io
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph

from cards import Briefing, Chart, Findings, KeyMark, Link, Prose, Sheet, Source, Table
from exports.briefing.styles import INK, TYPES, dress
from exports.markup.links import address

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HAN = re.compile(r"[\u2e80-\uffef]+")
_WHOLE = 12  # a table of so many rows stays on one page
_SIGNS = {"dot": "●", "ring": "○", "half": "◐", "cross": "✕", "diamond": "◇", "line": "━", "dash": "┅", "hatch": "▨"}


def docx(briefing: Briefing, *, lang: str, pictures: Mapping[str, bytes], no_picture: str, dated: datetime) -> bytes:
    """Write a briefing as DOCX on A4.

    `pictures` holds PNG by the key of a chart; where one is missing `no_picture` stands in its place. `lang` is
    the language of the words, such as en-GB; `dated` stands in the document's properties.
    """
    paper = Document()
    dress(paper, lang=lang)
    core = paper.core_properties
    core.title, core.language, core.author, core.comments = briefing.title, lang, "", ""
    core.created = core.modified = dated
    writer = _Writer(paper, briefing, pictures, no_picture)
    paper.add_heading(briefing.title, 1)
    paper.add_paragraph(briefing.lead)
    for card in briefing.cards:
        writer.card(card)
    _foot(paper, briefing.foot)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


class _Writer:
    """Write cards into one document, in order."""

    def __init__(self, paper: Paper, briefing: Briefing, pictures: Mapping[str, bytes], no_picture: str) -> None:
        self.paper, self.briefing, self.pictures, self.no_picture = paper, briefing, pictures, no_picture

    def card(self, card: Findings | Chart | Sheet | Prose) -> None:
        ways: dict[type, Callable[[Any], None]] = {
            Findings: self._findings,
            Chart: self._chart,
            Sheet: self._sheet,
            Prose: self._prose,
        }
        if card.heading:
            self.paper.add_heading(card.heading, 2)
        ways[type(card)](card)

    def _say(self, text: str, style: str = "Normal") -> Paragraph | None:
        return self.paper.add_paragraph(text, style) if text else None

    def _lead(self, text: str) -> None:
        """Write a line that stays on the page of what follows it."""
        line = self._say(text, "Caption")
        if line is not None:
            line.paragraph_format.keep_with_next = True

    def _findings(self, card: Findings) -> None:
        self._lead(card.subtitle)
        for finding in card.findings:
            point = self.paper.add_paragraph(finding.sentence, "List Bullet")
            if finding.caution:
                point.add_run(f" {finding.caution}").font.color.rgb = RGBColor.from_string(INK["second"])
            self._way(point, finding.link, " ")

    def _chart(self, card: Chart) -> None:
        self._lead(card.subtitle)
        picture = self.pictures.get(card.key)
        if picture is None:
            self._say(self.no_picture)
        else:
            self._key(card.marks)
            place = self.paper.add_paragraph()
            place.paragraph_format.keep_with_next = True
            place.paragraph_format.line_spacing = 1.0  # a line of fixed height would show a strip of the picture
            drawing = place.add_run().add_picture(io.BytesIO(picture), width=Mm(TYPES["picture"]))
            about = drawing._inline.docPr
            about.set("descr", card.alt)
            about.set("name", card.key)
        self._table(card.table, card.heading)
        self._notes(card.notes, card.sources, card.up_to)

    def _sheet(self, card: Sheet) -> None:
        self._lead(card.subtitle)
        self._table(card.table, card.heading)
        self._notes(card.notes, card.sources, card.up_to)

    def _prose(self, card: Prose) -> None:
        for text in card.paragraphs:
            self._say(text)
        for text in card.points:
            self._say(text, "List Bullet")
        for link in card.links:
            point = self.paper.add_paragraph(style="List Bullet")
            if not self._way(point, link, ""):
                point.add_run(link.label)

    def _key(self, marks: tuple[KeyMark, ...]) -> None:
        """Explain a chart's marks in a line: each sign in its colour, its meaning in ink."""
        if not marks:
            return
        line = self.paper.add_paragraph(style="Caption")
        line.paragraph_format.keep_with_next = True
        for place, mark in enumerate(marks):
            sign = line.add_run(f"{'   ' if place else ''}{_SIGNS[mark.shape]} ")
            sign.font.color.rgb = RGBColor.from_string(mark.colour.removeprefix("#"))
            line.add_run(mark.label)

    def _notes(self, notes: tuple[str, ...], sources: tuple[Source, ...], up_to: str) -> None:
        for note in notes:
            self._say(note, "Caption")
        if not sources and not up_to:
            return
        line = self.paper.add_paragraph(style="Caption")
        for place, source in enumerate(sources):
            line.add_run(self.briefing.between if place else "")
            if not self._way(line, source, ""):
                line.add_run(source.label)
        line.add_run(f"{' · ' if sources and up_to else ''}{up_to}")

    def _way(self, line: Paragraph, way: Link | Source, before: str) -> bool:
        """Write a link, if it leads anywhere from a file: a page of the dashboard only where its address is known."""
        root = self.briefing.address.rstrip("/")
        target = way.url if isinstance(way, Source) else f"{root}/{address(way).removeprefix('./')}" if root else ""
        if not target.startswith(("http://", "https://")):
            return False
        line.add_run(before)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.paper.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = line.add_run(way.label)
        run.font.underline = True
        run.font.color.rgb = RGBColor.from_string(INK["link"])
        link.append(run._r)
        line._p.append(link)
        return True

    def _table(self, data: Table, heading: str) -> None:
        """Write a table with its caption above where it says more than the heading, a header row that is repeated on a new page, and a header column."""
        self._lead(data.caption if data.caption != heading else "")
        grid = self.paper.add_table(rows=0, cols=len(data.columns), style="Table Grid")
        _describe(grid, data.caption)
        head = grid.add_row()
        _mark(head._tr.get_or_add_trPr(), "w:tblHeader")
        for cell, column in zip(head.cells, data.columns, strict=True):
            _fill(cell.paragraphs[0], column.label, numeric=column.numeric, bold=True)
        for row in data.rows:
            line = grid.add_row()
            _mark(line._tr.get_or_add_trPr(), "w:cantSplit")
            for place, (cell, column, value) in enumerate(zip(line.cells, data.columns, row, strict=True)):
                _fill(cell.paragraphs[0], value.text, numeric=column.numeric, bold=place == 0, lang=value.lang)
        if len(data.rows) <= _WHOLE:
            for each in (cell for line in grid.rows[:-1] for cell in line.cells):
                each.paragraphs[0].paragraph_format.keep_with_next = True
        _measure(grid, data)


def _fill(line: Paragraph, text: str, *, numeric: bool, bold: bool, lang: str = "") -> None:
    line.style = "Cell"
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if numeric else WD_ALIGN_PARAGRAPH.LEFT
    run = line.add_run(text)
    run.bold = bold or None
    if lang:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:eastAsia" if lang.startswith("zh") else "w:val"), lang)
        run._r.get_or_add_rPr().append(spoken)


def _mark(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))


def _describe(grid: Grid, caption: str) -> None:
    """Give a table its name for screen readers, and say that its first row and column are headings."""
    properties = grid._tbl.tblPr
    looks = properties.find(qn("w:tblLook"))
    if looks is not None:
        properties.remove(looks)
    for name, values in {
        "w:tblLook": {
            "firstRow": "1",
            "lastRow": "0",
            "firstColumn": "1",
            "lastColumn": "0",
            "noHBand": "1",
            "noVBand": "1",
        },
        "w:tblCaption": {"val": caption},
    }.items():
        part = OxmlElement(name)
        for key, value in values.items():
            part.set(qn(f"w:{key}"), value)
        properties.append(part)


def _measure(grid: Grid, data: Table) -> None:
    """Share the width of the page among the columns by what they hold; a number needs little."""
    longest = []
    for place, column in enumerate(data.columns):
        texts = [column.label, *(row[place].text for row in data.rows)]
        words = max(_unbroken(word) for text in texts for word in (text.split() or [""]))
        longest.append(max(max(_wide(text) for text in texts[column.numeric :] or texts) ** 0.5, 0.45 * words))
    grid.autofit = False
    for place, share in enumerate(longest):
        width = Mm(TYPES["width"] * share / sum(longest))
        grid.columns[place].width = width
        for cell in grid.columns[place].cells:
            cell.width = width


def _wide(text: str) -> int:
    """Count how wide a text stands, in letters: a Han character takes the room of two."""
    return sum(2 if sign >= "\u2e80" else 1 for sign in text)


def _unbroken(word: str) -> int:
    """Count the letters of a word that stay in one line; Han characters break anywhere, but six are kept together."""
    return max(min(_wide(word), 12), *(len(run) for run in _HAN.split(word)))


def _foot(paper: Paper, text: str) -> None:
    """Write the foot of every page: what it rests on, and which page of how many."""
    line = paper.sections[0].footer.paragraphs[0]
    line.style = "Caption"
    line.add_run(f"{text}  ")
    for place, field in enumerate(("PAGE", "NUMPAGES")):
        if place:
            line.add_run(" / ")
        part = OxmlElement("w:fldSimple")
        part.set(qn("w:instr"), field)
        run = OxmlElement("w:r")
        number = OxmlElement("w:t")
        number.text = str(place + 1)
        run.append(number)
        part.append(run)
        line._p.append(part)
