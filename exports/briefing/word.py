"""A briefing as a Word document that can be edited: real headings, real tables, pictures with their text."""

import io
import re
from collections.abc import Mapping
from datetime import datetime

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
from cards.lettering import columns
from exports.briefing.styles import INK, PICTURE, WIDTH, dress
from exports.markup.links import elsewhere

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
        if card.heading:
            self.paper.add_heading(card.heading, 2)
        if not isinstance(card, Prose) and card.subtitle:
            self._lead(card.subtitle)
        match card:
            case Findings():
                self._findings(card)
            case Chart() | Sheet():
                self._sheet(card)
            case Prose():
                self._prose(card)

    def _lead(self, text: str = "", style: str = "Caption") -> Paragraph:
        """Write a line that stays on the page of what follows it."""
        line = self.paper.add_paragraph(text, style)
        line.paragraph_format.keep_with_next = True
        return line

    def _findings(self, card: Findings) -> None:
        for finding in card.findings:
            point = self.paper.add_paragraph(finding.sentence, "List Bullet")
            if finding.caution:
                point.add_run(f" {finding.caution}").font.color.rgb = RGBColor.from_string(INK["second"])
            self._way(point, finding.link, " ")

    def _sheet(self, card: Chart | Sheet) -> None:
        if isinstance(card, Chart):
            self._picture(card)
        self._table(card.table, card.heading)
        for note in card.notes:
            self.paper.add_paragraph(note, "Caption")
        if card.sources or card.up_to:
            self._origin(card.sources, card.up_to)

    def _picture(self, card: Chart) -> None:
        if card.key not in self.pictures:
            self.paper.add_paragraph(self.no_picture)
            return
        if card.marks:
            self._key(card.marks)
        place = self._lead(style="Normal")
        place.paragraph_format.line_spacing = 1.0  # a line of fixed height would show a strip of the picture
        drawing = place.add_run().add_picture(io.BytesIO(self.pictures[card.key]), width=Mm(PICTURE))
        drawing._inline.docPr.set("descr", card.alt)
        drawing._inline.docPr.set("name", card.key)

    def _prose(self, card: Prose) -> None:
        for text in card.paragraphs:
            self.paper.add_paragraph(text)
        for text in card.points:
            self.paper.add_paragraph(text, "List Bullet")
        for way in card.links:
            line = self.paper.add_paragraph()
            if not self._way(line, way, ""):
                line.add_run(way.label)

    def _key(self, marks: tuple[KeyMark, ...]) -> None:
        """Explain a chart's marks in a line: each sign in its colour, its meaning in ink."""
        line = self._lead()
        for place, mark in enumerate(marks):
            sign = line.add_run(f"{'   ' if place else ''}{_SIGNS[mark.shape]} ")
            sign.font.color.rgb = RGBColor.from_string(mark.colour.removeprefix("#"))
            line.add_run(mark.label)

    def _origin(self, sources: tuple[Source, ...], up_to: str) -> None:
        line = self.paper.add_paragraph(style="Caption")
        for place, source in enumerate(sources):
            line.add_run(self.briefing.between if place else "")
            if not self._way(line, source, ""):
                line.add_run(source.label)
        line.add_run(f"{' · ' if sources and up_to else ''}{up_to}")

    def _way(self, line: Paragraph, way: Link | Source, before: str) -> bool:
        """Write a link, if it leads anywhere from a file: a page of the dashboard only where its address is known."""
        target = elsewhere(way, self.briefing.address).url
        if not target.startswith(("http://", "https://")):
            return False
        line.add_run(before)
        relation = self.paper.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink", {qn("r:id"): relation})
        run = line.add_run(way.label)
        run.font.underline = True
        run.font.color.rgb = RGBColor.from_string(INK["link"])
        link.append(run._r)
        line._p.append(link)
        return True

    def _table(self, data: Table, heading: str) -> None:
        """Write a table with its name above and for screen readers, and a header row that is repeated on a new page."""
        if data.caption != heading:
            self._lead(data.caption)
        grid = self.paper.add_table(rows=0, cols=len(data.columns), style="Table Grid")
        grid._tbl.tblPr.append(OxmlElement("w:tblCaption", {qn("w:val"): data.caption}))
        head = grid.add_row()
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, column in zip(head.cells, data.columns, strict=True):
            _fill(cell.paragraphs[0], column.label, numeric=column.numeric, bold=True)
        for row in data.rows:
            line = grid.add_row()
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
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
        script = "w:eastAsia" if lang.startswith("zh") else "w:val"
        run._r.get_or_add_rPr().append(OxmlElement("w:lang", {qn(script): lang}))


def _measure(grid: Grid, data: Table) -> None:
    """Share the width of the page among the columns by what they hold; a number needs little."""
    longest = []
    for place, column in enumerate(data.columns):
        texts = [column.label, *(row[place].text for row in data.rows)]
        words = max(_unbroken(word) for text in texts for word in (text.split() or [""]))
        longest.append(max(max(map(columns, texts[column.numeric :] or texts)) ** 0.5, 0.45 * words))
    grid.autofit = False
    for column, share in zip(grid.columns, longest, strict=True):
        column.width = Mm(WIDTH * share / sum(longest))
        for cell in column.cells:
            cell.width = column.width


def _unbroken(word: str) -> int:
    """Count the letters of a word that stay in one line; Han characters break anywhere, but six are kept together."""
    return max(min(columns(word), 12), *(len(run) for run in _HAN.split(word)))


def _foot(paper: Paper, text: str) -> None:
    """Write the foot of every page: what it rests on, and which page of how many."""
    line = paper.sections[0].footer.paragraphs[0]
    line.style = "Caption"
    line.add_run(f"{text}  ")
    for place, field in enumerate(("PAGE", "NUMPAGES")):
        if place:
            line.add_run(" / ")
        part = OxmlElement("w:fldSimple", {qn("w:instr"): field})
        part.append(line.add_run(str(place + 1))._r)
        line._p.append(part)
