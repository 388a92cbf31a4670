"""The look of every chart: which colour stands for what, type, axes, and how each kind of mark is drawn."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from cards.lettering import columns
from cards.palette import BLUE, GREY, GROUND, HATCH, ORANGE, OUTLINE, PINK, RULE, SERIES, TEAL, TEXT

SECTORS = {"culture": BLUE, "education": TEAL, "trade": ORANGE, "governance": PINK}
FONT = '"Source Sans", "Source Sans Pro", "Noto Sans SC", sans-serif'
VEIL = "rgba(255,255,255,0.85)"  # beneath words that stand on marks
CLEAR = "rgba(0,0,0,0)"

# Marks that stay when another is chosen, and marks that step back.
STILL: dict[str, Any] = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
_NOT_CHOSEN = 0.4

# What a line may be broken between: words, and Chinese characters, each with the signs that belong to it.
_PIECES = re.compile(
    r"\s*[（《“]*(?:\d+[\u3400-\u9fff]|[\u3400-\u9fff]|[^\s\u3000-\u9fff\uff00-\uffef“”]+)[，。；：、？）》”]*|\s*\S"
)

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 14, "color": TEXT},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "colorway": [*SERIES, GREY],
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8, "pad": 0},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": GROUND,
            "bordercolor": TEXT,
            "font": {"family": FONT, "size": 14, "color": TEXT},
            "align": "left",
        },
        "dragmode": False,
        "xaxis": {
            "showgrid": False,
            "zeroline": False,
            "linecolor": TEXT,
            "ticks": "",
            "automargin": True,
            "fixedrange": True,
        },
        "yaxis": {"gridcolor": RULE, "zeroline": False, "ticks": "", "automargin": True, "fixedrange": True},
    }
)


def sector_colour(sector: str) -> str:
    """Give a sector its colour: the four largest have their own, the rest are grey."""
    return SECTORS.get(sector, GREY)


def outline(colour: str | Sequence[str]) -> dict[str, Any]:
    """Draw the line of an open mark."""
    return {"width": OUTLINE, "color": colour}


def unchosen(words: str = "") -> dict[str, Any]:
    """Let marks step back while another is chosen; `words` is the colour that words at them keep."""
    return {"marker": {"opacity": _NOT_CHOSEN}} | ({"textfont": {"color": words}} if words else {})


def pointed(picks: Iterable[str], hovers: Iterable[str], *, at: str = "text", words: str = "") -> dict[str, Any]:
    """Let marks be chosen, and say under the pointer what `hovers` hold ready; `words` is the colour that words at them keep."""
    template = {"hovertemplate": f"%{{{at}}}<extra></extra>", "unselected": unchosen(words)}
    return {"customdata": [[pick] for pick in picks], at: list(hovers), **template}


def hatched() -> dict[str, Any]:
    """Draw the ground of a year or place that holds nothing."""
    pattern = {"shape": "/", "fgcolor": HATCH, "bgcolor": GROUND, "size": 9, "solidity": 0.12}
    return {"color": GROUND, "line": {"width": 0}, "pattern": pattern}


def safe(text: str) -> str:
    """Make a value from a file safe inside a figure, where Plotly reads a small part of HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrap(text: str, width: int = 44) -> str:
    """Break a line for a hover label at about `width` characters, and make it safe; a Chinese character counts twice."""
    lines, line = [], ""
    for piece in _PIECES.findall(" ".join(text.split())):
        if line and columns(line + piece) > width:
            lines.append(line)
            line = ""
        line += piece if line else piece.lstrip()
    return "<br>".join(safe(part) for part in [*lines, line])
