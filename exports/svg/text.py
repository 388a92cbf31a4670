"""Words in a drawing: Plotly's small markup as SVG text."""

import re
from html import unescape

from markupsafe import Markup

from cards.lettering import LINE, lines
from cards.palette import TEXT
from exports.markup.element import element, joined

USUAL = 14  # px: what the drawing itself sets; written only where a text differs
_TAG = re.compile(r"(</?[a-z]+>)")
_STYLES = {"<b>": {"font_weight": "600"}, "<i>": {"font_style": "italic"}}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def px(value: float) -> str:
    """Write a length or place to a tenth of a pixel."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def write(
    text: str,
    x: float,
    y: float,
    *,
    size: float = USUAL,
    side: str = "center",
    over: str = "middle",
    colour: str = TEXT,
    halo: bool = False,
) -> Markup:
    """Write a text. `side` names the part of it that lies at x (left, center, right), `over` at y (top, middle, bottom).

    `halo` keeps it readable on what is drawn beneath.
    """
    parts = lines(text)
    step = LINE * size
    top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[over] * step * len(parts)
    first = top + step / 2 + 0.34 * size
    style: dict[str, str] = {}
    inside = []
    for index, part in enumerate(parts):
        words, style = _styled(part, style)
        inside.append(element("tspan", words, x=px(x), dy=px(step)) if index else words)
    return element(
        "text",
        *inside,
        x=px(x),
        y=px(first),
        text_anchor=_ANCHORS[side] if side != "left" else None,
        font_size=px(size) if size != USUAL else None,
        fill=colour if colour.upper() != TEXT else None,
        class_="halo" if halo else None,
    )


def _styled(line: str, style: dict[str, str]) -> tuple[Markup, dict[str, str]]:
    """Write one line, bold or italic where its markup says so; gives the style that goes on in the next line."""
    words = []
    for part in _TAG.split(line):
        if part in _STYLES:
            style = _STYLES[part]
        elif _TAG.fullmatch(part):
            style = {}
        elif part:
            text = unescape(part)
            words.append(element("tspan", text, **style) if style else text)
    return joined(words), style
