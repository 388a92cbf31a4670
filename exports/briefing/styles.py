"""The look of a Word document: A4, type, styles, languages."""

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from cards.palette import BLUE, SECOND, TEXT

LATIN, HAN = "Source Sans", "Noto Sans SC"
INK = {"text": TEXT[1:], "second": SECOND[1:], "link": BLUE[1:], "rule": "B1B4B6"}
TYPES = {"body": 9.5, "small": 8.5, "cell": 8.5, "title": 20.0, "heading": 12.0, "width": 178.0, "picture": 150.0}
_LINE = 1.17  # of the size of the type
_SPACE = {
    "Normal": (0, 3),
    "List Bullet": (0, 2),
    "Caption": (0, 2),
    "Cell": (0, 0),
    "Heading 1": (0, 4),
    "Heading 2": (8, 2),
}
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
    _default(paper, lang)
    _fonts(paper)
    _rules(paper)
    cell = paper.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    sizes = {"Normal": "body", "List Bullet": "body", "Caption": "small", "Heading 1": "title", "Heading 2": "heading"}
    for name, size in {**sizes, cell.name or "Cell": "cell"}.items():
        style = paper.styles[name]
        if isinstance(style, ParagraphStyle):
            _style(style, TYPES[size], name)


def _style(style: ParagraphStyle, size: float, name: str) -> None:
    font, lines = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(size), name.startswith("Heading"), False
    font.color.rgb = RGBColor.from_string(INK["second" if name == "Caption" else "text"])
    before, after = _SPACE[name]
    # A line of fixed height: fonts of Han characters stand taller, and two pages are to stay two in any language.
    lines.space_before, lines.space_after, lines.line_spacing = Pt(before), Pt(after), Pt(size * _LINE)
    lines.keep_with_next = name.startswith("Heading")
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, face in {"ascii": LATIN, "hAnsi": LATIN, "cs": LATIN, "eastAsia": HAN}.items():
        fonts.set(qn(f"w:{script}"), face)


def _default(paper: Paper, lang: str) -> None:
    """Set the language of every word: the Latin ones, and the Han ones whatever the document's own."""
    defaults = paper.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    for script, code in {"val": "en-GB" if lang.startswith("zh") else lang, "eastAsia": "zh-CN"}.items():
        spoken.set(qn(f"w:{script}"), code)
    theme = paper.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), "en-GB")
        theme.set(qn("w:eastAsia"), "zh-CN")


def _rules(paper: Paper) -> None:
    """Rule tables across only, in grey, and set them flush with the text."""
    properties = paper.styles["Table Grid"].element.find(qn("w:tblPr"))
    for side in properties.find(qn("w:tblBorders")):
        across = side.tag in (qn("w:top"), qn("w:bottom"), qn("w:insideH"))
        side.set(qn("w:val"), "single" if across else "nil")
        side.set(qn("w:color"), INK["rule"])
    margins = parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:top w:w="8" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="8" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
    )
    old = properties.find(qn("w:tblCellMar"))
    if old is not None:
        properties.remove(old)
    properties.append(margins)


def _fonts(paper: Paper) -> None:
    """Say in the document's table of fonts what may stand in for ours."""
    for relation in paper.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = _FONTS.encode()
            parse_xml(_FONTS)
