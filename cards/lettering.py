"""How much room words take in a drawing, and how labels that meet are moved apart.

Words may hold the small markup that Plotly reads: `<b>`, `<i>` and `<br>`.
"""

import re
from collections.abc import Sequence
from html import unescape

LINE = 1.3  # of the type's size, from one line to the next
SAFE = 1.14  # how much wider than our own type the font may be that stands in for it
BOLD = 1.3  # the same of bold type
# Widths in parts of the type's size; a machine without Source Sans draws a wider type.
_WIDTHS = {0.28: "iIjl.,:;'|! ·", 0.35: "()[]frt-/", 0.86: "mwMW%@–—", 0.68: "ABCDEFGHJKLNOPQRSTUVXYZ&→←+=<>"}
_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_USUAL = 0.54
_WIDE = "\u2e80"  # from here on a character is as wide as it is high
_BREAK, _TAG = re.compile(r"<br\s*/?>"), re.compile(r"</?[a-z]+>")


def lines(text: str) -> list[str]:
    """Split a text at its breaks."""
    return _BREAK.split(text)


def bare(text: str) -> str:
    """Take the markup out of a text, its breaks too."""
    return unescape(_TAG.sub("", _BREAK.sub(" ", text))).strip()


def width(text: str, size: float) -> float:
    """Estimate the width of the longest line of a text in px, set in type of a size in px."""
    return max(
        size * sum(1.0 if sign >= _WIDE else _OF.get(sign, _USUAL) for sign in bare(line)) for line in lines(text)
    )


def height(text: str, size: float) -> float:
    """Give the height of all lines of a text in px."""
    return len(lines(text)) * LINE * size


def columns(text: str) -> int:
    """Count the columns that a text takes where every letter has the same width: a Chinese character takes two."""
    return sum(2 if sign >= _WIDE else 1 for sign in text)


def apart(centres: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move labels up or down as little as needed so that none overlaps; all in the units of one axis."""
    order = sorted(range(len(centres)), key=lambda index: centres[index])
    moved = list(centres)
    floor = low
    for index in order:
        moved[index] = max(moved[index], floor + heights[index] / 2)
        floor = moved[index] + heights[index] / 2
    roof = high
    for index in reversed(order):
        moved[index] = min(moved[index], roof - heights[index] / 2)
        roof = moved[index] - heights[index] / 2
    return moved
