"""How the series of a presentation's chart look: lines, marks, bars, and the words at them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from cards.lettering import bare
from exports.presentation.look import INK, colour, points, say
from exports.presentation.panes import Pane, Series, number_code, periods

_STYLES = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
    "x-thin": XL_MARKER_STYLE.X,
}
DASHES = {
    "dot": MSO_LINE.ROUND_DOT,
    "dash": MSO_LINE.DASH,
    "longdash": MSO_LINE.LONG_DASH,
    "dashdot": MSO_LINE.DASH_DOT,
}
SIDES = {
    "middle left": XL_LABEL_POSITION.LEFT,
    "middle right": XL_LABEL_POSITION.RIGHT,
    "middle center": XL_LABEL_POSITION.CENTER,
    "top center": XL_LABEL_POSITION.ABOVE,
    "bottom center": XL_LABEL_POSITION.BELOW,
    "outside": XL_LABEL_POSITION.OUTSIDE_END,
}


def dress(drawn: Any, part: Series, pane: Pane, lang: str) -> None:
    """Give a series of a scatter or line chart its line, its marks, the words at its points and how far these reach."""
    drawn.smooth = False
    if part.line is None:
        drawn.format.line.fill.background()
    else:
        line = drawn.format.line
        line.color.rgb, line.width = colour(part.line["color"]), points(float(part.line.get("width") or 2))
        if part.line.get("dash") in DASHES:
            line.dash_style = DASHES[part.line["dash"]]
    if part.marks is None:
        drawn.marker.style = XL_MARKER_STYLE.NONE
        return
    usual, order = part.marks[0], _order(pane, part)
    _mark(drawn.marker, *usual)
    for place, at in order.items():
        if part.marks[place] != usual:
            _mark(drawn.points[at].marker, *part.marks[place])
    for place, at in order.items():
        text, side = part.words[place] if part.words else ("", "")
        if text and side in SIDES:
            _label(drawn.points[at].data_label, text, SIDES[side], lang)
    if any(part.reach):
        _reaches(drawn, [part.reach[place] for place in order])


def _order(pane: Pane, part: Series) -> dict[int, int]:
    """Tell for the place of each point in its series the place it has in the chart; what has no value has no point."""
    there = [place for place, x in enumerate(part.x) if x is not None]
    if pane.kind == "line":
        first = periods(pane.x, pane.series)[0][0]
        found = {place: int(part.x[place]) - first for place in there}
    else:
        found = {place: at for at, place in enumerate(there)}
    return {place: at for place, at in found.items() if part.y[place] is not None}


def _mark(marker: Any, symbol: str, code: str, size: float, edge: float) -> None:
    bare = symbol.removesuffix("-open")
    marker.style, marker.size = _STYLES[bare], min(72, max(2, round(size * 0.75)))
    if code.startswith("rgba"):
        marker.style = XL_MARKER_STYLE.NONE
        return
    line = marker.format.line
    if symbol.endswith("-open") or bare == "x-thin":
        marker.format.fill.background()
        line.color.rgb, line.width = colour(code), points(edge or 2)
    else:
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour(code)
        line.fill.background()


def _label(label: Any, text: str, side: Any, lang: str) -> None:
    words = label.text_frame
    words._txBody.bodyPr.set("wrap", "none")
    say(words.paragraphs[0], bare(text), size=24, lang=lang)
    label.position = side


def _reaches(drawn: Any, reach: Sequence[float]) -> None:
    """Draw how far up each value may go."""
    values = "".join(f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(reach))
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus><c:numLit><c:ptCount val="{len(reach)}"/>{values}</c:numLit></c:plus>'
        f'<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="{INK["small"][1:]}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    before = next(
        drawn._element.find(qn(tag)) for tag in ("c:xVal", "c:cat") if drawn._element.find(qn(tag)) is not None
    )
    before.addprevious(bars)


def dress_bars(drawn: Any, part: Series, lang: str) -> None:
    """Give bars their colours, and the words at their ends as a format of their numbers where one format writes them all."""
    marks = part.marks or []
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour(marks[0][1])
    drawn.invert_if_negative = False
    for place, mark in enumerate(marks):
        if mark[1] != marks[0][1]:
            fill = drawn.points[place].format.fill
            fill.solid()
            fill.fore_color.rgb = colour(mark[1])
    if not part.words:
        return
    code = number_code([(y, bare(text)) for y, (text, _) in zip(part.y, part.words, strict=True)])
    if code:
        labels = drawn.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, code, False
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        labels.font.size, labels.font.color.rgb = points(24), colour(INK["text"])
        return
    for place, (text, side) in enumerate(part.words):
        if text:
            _label(drawn.points[place].data_label, text, SIDES[side], lang)
