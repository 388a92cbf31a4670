"""The look of a Word document: A4, type, styles, languages."""

from typing import cast

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from cards.palette import BLUE, SECOND, TEXT

LATIN, HAN = "Source Sans", "Noto Sans SC"
INK = {"text": TEXT[1:], "second": SECOND[1:], "link": BLUE[1:], "rule": "B1B4B6"}
WIDTH, PICTURE = 178.0, 150.0  # mm: the page without its margins, and a chart
# Points: the size of the type, and the space before and after a paragraph.
STYLES = {
    "Normal": (9.5, 0, 3),
    "List Bullet": (9.5, 0, 2),
    "Caption": (8.5, 0, 2),
    "Cell": (8.5, 0, 0),
    "Heading 1": (20.0, 0, 4),
    "Heading 2": (12.0, 8, 2),
}
_LINE = 1.17  # of the size of the type
# What Word puts in the place of a font that is not installed; else it takes one with serifs.
_FONTS = f"""<w:fonts {nsdecls("w")}>
<w:font w:name="{LATIN}"><w:altName w:val="Source Sans 3"/><w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="{HAN}"><w:altName w:val="Microsoft YaHei"/><w:panose1 w:val="020B0500000000000000"/><w:charset w:val="86"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
</w:fonts>"""


def dress(paper: Paper, *, lang: str) -> None:
    """Set page, styles and language of an empty document."""
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(16)
    page.top_margin = page.bottom_margin = Mm(12)
    page.header_distance = page.footer_distance = Mm(6)
    _languages(paper, lang)
    paper.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = _FONTS.encode()
    _rules(paper)
    paper.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    for name in STYLES:
        _style(cast("ParagraphStyle", paper.styles[name]), name)


def _style(style: ParagraphStyle, name: str) -> None:
    font, lines = style.font, style.paragraph_format
    size, before, after = STYLES[name]
    font.size, font.bold, font.italic = Pt(size), name.startswith("Heading"), False
    font.color.rgb = RGBColor.from_string(INK["second" if name == "Caption" else "text"])
    # A line of fixed height: fonts of Han characters stand taller, and two pages are to stay two in any language.
    lines.space_before, lines.space_after, lines.line_spacing = Pt(before), Pt(after), Pt(size * _LINE)
    lines.keep_with_next = name.startswith("Heading")
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, face in {"ascii": LATIN, "hAnsi": LATIN, "cs": LATIN, "eastAsia": HAN}.items():
        fonts.set(qn(f"w:{script}"), face)


def _languages(paper: Paper, lang: str) -> None:
    """Set the language of every word: the Latin ones, and the Han ones whatever the document's own."""
    spoken = paper.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    for part in (spoken, paper.settings.element.find(qn("w:themeFontLang"))):
        part.set(qn("w:val"), "en-GB" if lang.startswith("zh") else lang)
        part.set(qn("w:eastAsia"), "zh-CN")


def _rules(paper: Paper) -> None:
    """Rule tables across only, in grey, and set them flush with the text."""
    properties = paper.styles["Table Grid"].element.find(qn("w:tblPr"))
    for side in properties.find(qn("w:tblBorders")):
        across = side.tag in (qn("w:top"), qn("w:bottom"), qn("w:insideH"))
        side.set(qn("w:val"), "single" if across else "nil")
        side.set(qn("w:color"), INK["rule"])
    for side, room in {"top": 8, "left": 0, "bottom": 8, "right": 120}.items():
        properties.find(f"{qn('w:tblCellMar')}/{qn(f'w:{side}')}").set(qn("w:w"), str(room))
