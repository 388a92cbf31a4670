"""Words in a drawing: how wide they are, and Plotly's small markup as SVG text."""

from __future__ import annotations

import re
from html import escape, unescape

LINE = 1.3  # of the type's size, from one line to the next
INK, USUAL = "#0B0C0C", 14  # what the drawing itself sets; written only where a text differs
# Widths in parts of the type's size, on the safe side: a machine without Source Sans draws a wider type.
_WIDTHS = {0.28: "iIjl.,:;'|! ·", 0.35: "()[]frt-/", 0.86: "mwMW%@–—", 0.68: "ABCDEFGHJKLNOPQRSTUVXYZ&→←+=<>"}
_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_USUAL = 0.54
_WIDE = "\u2e80"  # from here on a character is as wide as it is high
_BREAK, _TAG = re.compile(r"<br\s*/?>"), re.compile(r"(</?[a-z]+>)")
_STYLES = {"<b>": ' font-weight="600"', "<i>": ' font-style="italic"'}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def number(value: float) -> str:
    """Write a length or place to a tenth of a pixel."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def lines(text: str) -> list[str]:
    """Split a text at its breaks."""
    return _BREAK.split(text)


def plain(text: str) -> str:
    """Take the markup out of a text, its breaks too."""
    return unescape(_TAG.sub("", _BREAK.sub(" ", text))).strip()


def width(text: str, size: float) -> float:
    """Estimate the width of the longest line of a text in px."""
    return max(
        size * sum(1.0 if character >= _WIDE else _OF.get(character, _USUAL) for character in plain(line))
        for line in lines(text)
    )


def height(text: str, size: float) -> float:
    """Give the height of all lines of a text in px."""
    return len(lines(text)) * LINE * size


def write(
    text: str,
    x: float,
    y: float,
    *,
    size: float = USUAL,
    side: str = "center",
    over: str = "middle",
    colour: str = INK,
    halo: bool = False,
) -> str:
    """Write a text. `side` names the part of it that lies at x (left, center, right), `over` at y (top, middle, bottom).

    `halo` keeps it readable on what is drawn beneath.
    """
    parts = lines(text)
    step = LINE * size
    top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[over] * step * len(parts)
    first = top + step / 2 + 0.34 * size
    looks = f' text-anchor="{_ANCHORS[side]}"' if side != "left" else ""
    looks += f' font-size="{number(size)}"' if size != USUAL else ""
    looks += f' fill="{escape(colour)}"' if colour.upper() != INK else ""
    looks += ' class="halo"' if halo else ""
    style, inside = "", []
    for place, part in enumerate(parts):
        said, style = _styled(part, style)
        where = "" if place == 0 else f' x="{number(x)}" dy="{number(step)}"'
        inside.append(f"<tspan{where}>{said}</tspan>" if where else said)
    return f'<text x="{number(x)}" y="{number(first)}"{looks}>{"".join(inside)}</text>'


def _styled(line: str, style: str) -> tuple[str, str]:
    """Write one line, bold or italic where its markup says so; gives the style that goes on in the next line."""
    said = []
    for part in _TAG.split(line):
        if part in _STYLES:
            style = _STYLES[part]
        elif _TAG.fullmatch(part):
            style = ""
        elif part:
            text = escape(unescape(part))
            said.append(f"<tspan{style}>{text}</tspan>" if style else text)
    return "".join(said), style
