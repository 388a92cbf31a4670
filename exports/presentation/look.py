"""The look of a presentation: its page, its theme, its runs of text with their language and fonts, and how much area text takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from cards import lettering
from cards.palette import BLUE, GROUND, SECOND, TEXT

# All measures are px on a stage of 1280 × 720, as in the slides on screen: 13.333 × 7.5 inches, and 24 px are 18 points.
WIDE, HIGH = 1280.0, 720.0
SIDE, FOOT = 50.0, 672.0
LATIN, HAN = "Segoe UI", "Microsoft YaHei"  # on every Windows; elsewhere what stands nearest by its measures
INK = {
    "text": TEXT,
    "title": "#0E2A45",
    "mark": BLUE,
    "second": "#383F43",
    "small": SECOND,
    "rule": "#B1B4B6",
    "ground": GROUND,
}
NIGHT = {
    "text": "#FFFFFF",
    "title": "#FFFFFF",
    "mark": "#FFFFFF",
    "second": "#DBE5EE",
    "small": "#C6D4E1",
    "ground": "#0E2A45",
}
LINE = 1.22  # of the type's size; Han fonts stand taller than Latin ones
_PANOSE = "020B0502040204020203"
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_MARKUP = re.compile(r"(</?[bi]>|<br\s*/?>)")
_LATIN = re.compile(r"([A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f .,'’&-]*[A-Za-z\u00c0-\u024f])")
_HAN = re.compile(r"([\u2e80-\u9fff][\u2e80-\u9fff\uff00-\uffef“”]*)")
_PIECES = re.compile(r"[\u2e80-\u9fff\uff00-\uffef][，。；：、？！）》”]*|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+")


@dataclass(frozen=True)
class Area:
    """Bound a part of the slide, in px."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Give left, top, width and height in the unit of the file."""
        return emu(self.left), emu(self.top), emu(self.width), emu(self.height)


def emu(px: float) -> Emu:
    """Turn px into the unit of the file."""
    return Emu(round(px * 9525))


def points(px: float) -> Any:
    """Turn px into points, to a half."""
    return Pt(round(px * 1.5) / 2)


def colour(code: str) -> RGBColor:
    """Read a colour such as #12436D."""
    return RGBColor.from_string("FFFFFF" if code == "white" else code.removeprefix("#").upper())


def presentation(palette: Sequence[str]) -> Any:
    """Start a presentation of 16:9 with one layout, our fonts and the colours of the charts."""
    paper = Presentation()
    paper.slide_width, paper.slide_height = emu(WIDE), emu(HIGH)
    for layout in list(paper.slide_layouts):
        if layout.name != "Title Only":
            paper.slide_layouts.remove(layout)
    master = paper.slide_master
    for layout in (master, paper.slide_layouts[0]):
        for shape in list(layout.placeholders):
            kind = shape.element.ph.get("type", "body")
            if kind in _PLACES:
                put(shape, _PLACES[kind])
            else:
                shape.element.getparent().remove(shape.element)
    for level in master.element.iter(qn("a:lvl1pPr")):
        if level.getparent().tag == qn("p:titleStyle"):
            level.set("algn", "l")
    _set_theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME), palette)
    return paper


_PLACES = {"title": Area(SIDE, 30, WIDE - 2 * SIDE, 110), "sldNum": Area(WIDE - SIDE - 120, FOOT, 120, 28)}


def _set_theme(theme: Any, palette: Sequence[str]) -> None:
    """Write fonts and colours into the theme, so that whatever is added to a slide has them too."""
    text = theme.blob.decode("utf-8")
    for face in ("major", "minor"):
        fonts = f'<a:latin typeface="{LATIN}" panose="{_PANOSE}"/><a:ea typeface="{HAN}"/><a:cs typeface=""/>'
        fonts += f'<a:font script="Hans" typeface="{HAN}"/>'
        text = re.sub(rf"(<a:{face}Font>).*?(</a:{face}Font>)", rf"\g<1>{fonts}\g<2>", text, flags=re.DOTALL)
    colours = {"dk1": INK["text"], "lt1": INK["ground"], "dk2": NIGHT["ground"], "lt2": NIGHT["second"]}
    colours |= {f"accent{index}": code for index, code in enumerate(palette, 1)}
    for name, code in colours.items():
        element = f'<a:{name}><a:srgbClr val="{code.removeprefix("#").upper()}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", element, text, flags=re.DOTALL)
    theme._blob = text.encode("utf-8")


def put(shape: Any, area: Area) -> None:
    """Set a shape at its place."""
    shape.left, shape.top, shape.width, shape.height = area.emu()


def describe(shape: Any, *, name: str = "", text: str = "") -> None:
    """Give a shape its name and its text for who does not see it; one without a text is marked as decoration."""
    about = next(shape.element.iter(qn("p:cNvPr")))
    if name:
        about.set("name", name)
    if text:
        about.set("descr", text)
    else:
        about.append(parse_xml(_DECORATIVE))


def set_frame(words: TextFrame, *, anchor: str = "top", wrap: bool = True) -> TextFrame:
    """Take the borders of a text frame away, and say at which side of it (top, middle, bottom) the text stands."""
    words.margin_left = words.margin_right = words.margin_top = words.margin_bottom = 0
    words.word_wrap = wrap
    sides = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
    words.vertical_anchor = sides[anchor]
    return words


def text_box(shapes: Any, area: Area, text: str, *, anchor: str = "top", wrap: bool = True, **looks: Any) -> Any:
    """Write a text in a box of its own; `looks` are those of `write`."""
    shape = shapes.add_textbox(*area.emu())
    words = set_frame(shape.text_frame, anchor=anchor, wrap=wrap)
    write(words.paragraphs[0], text, **looks)
    return shape


def write(
    line: Any, text: str, *, size: float, lang: str, ink: str = INK["text"], bold: bool = False, align: str = "left"
) -> None:
    """Write a text into a paragraph: Plotly's small markup as runs, each with its language and its fonts.

    `size` in px, `lang` such as en-GB or zh-CN, `align` left, center or right.
    """
    line.alignment = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}[align]
    line.line_spacing = 1.0
    strong = bold
    for part in _MARKUP.split(text):
        if part.startswith("<br"):
            line.add_line_break()
        elif part in ("<b>", "</b>"):
            strong = bold or part == "<b>"
        elif part and not _MARKUP.fullmatch(part):
            for words, language in _languages(unescape(part), lang):
                run = line.add_run()
                run.text = words
                run.font.size, run.font.bold, run.font.color.rgb = points(size), strong, colour(ink)
                set_language(run.font._element, language)


def set_language(looks: Any, lang: str) -> None:
    """Set the language of a run's properties and the font of its Han characters."""
    looks.set("lang", lang)
    looks.set("altLang", "en-GB" if lang.startswith("zh") else "zh-CN")
    for tag, face in (("a:latin", "+mn-lt"), ("a:ea", HAN if lang.startswith("zh") else "+mn-ea")):
        font = looks.find(qn(tag))
        if font is None:
            font = looks.makeelement(qn(tag))
        font.set("typeface", face)
        looks.append(font)


def _languages(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Split a text where its language changes, as far as its letters tell."""
    pattern, other = (_LATIN, "en-GB") if lang.startswith("zh") else (_HAN, "zh-CN")
    for index, part in enumerate(pattern.split(text)):
        if part:
            yield part, other if index % 2 else lang


def line_count(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Count the lines a text takes in a width of px, on the safe side."""
    count, used, safe = 1, 0.0, lettering.BOLD if bold else lettering.SAFE
    for piece in _PIECES.findall(lettering.bare(text)):
        need = lettering.width(piece.rstrip(), size) * safe
        if used and used + need > width:
            count, used = count + 1, 0.0
        used += (lettering.width(piece.rstrip(), size) + piece.count(" ") * size * 0.3) * safe
    return count


def width(text: str, size: float) -> float:
    """Give the width of the longest line of a text in px, on the safe side."""
    return lettering.width(text, size) * lettering.SAFE


def box_width(text: str, size: float) -> float:
    """Give a width in px within which no line of a text with markup breaks, whatever font stands in for ours."""
    widest, bold = 0.0, False
    for line in lettering.lines(text):
        wide = 0.0
        for part in _MARKUP.split(line):
            bold = bold if not _MARKUP.fullmatch(part) else part == "<b>"
            wide += (
                lettering.width(part, size) * (lettering.BOLD + 0.1 if bold else lettering.SAFE + 0.1)
                + part.count(" ") * size * 0.05
            )
        widest = max(widest, wide)
    return widest + 6


def fit(text: str, width: float, sizes: Sequence[float], most: int, *, bold: bool = False) -> tuple[float, float]:
    """Choose the largest of the sizes at which a text takes `most` lines at most, else the least; gives its height too."""
    size = next((size for size in sizes if line_count(text, size, width, bold=bold) <= most), sizes[-1])
    return size, line_count(text, size, width, bold=bold) * size * LINE
