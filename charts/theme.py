"""The look of every chart: palette, type, axes. Nothing else chooses a colour."""

from __future__ import annotations

import re
from collections.abc import Sequence

import plotly.graph_objects as go

# The Government Analysis Function's categorical palette, in its order; grey carries what is not in focus, and is dark
# enough to be told from the teal by readers who see no red or no green.
BLUE, TEAL, PINK, ORANGE, GREY = "#12436D", "#28A197", "#801650", "#F46A25", "#6A6E73"
SERIES = (BLUE, ORANGE, TEAL, PINK)
SECTORS = {"culture": BLUE, "education": TEAL, "trade": ORANGE, "governance": PINK}
# One hue from few to many, for counts in cells.
SHADES = ("#DCE9F5", "#A9CDEE", "#6BACE6", "#2073BC", BLUE)
TEXT, SECOND, RULE, HATCH, GROUND = "#0B0C0C", "#505A5F", "#DADDE1", "#8A8D91", "#FFFFFF"
FONT = '"Source Sans", "Source Sans Pro", "Noto Sans SC", sans-serif'

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


def blank(height: int, **margin: int) -> go.Figure:
    """Start a figure in the house template. `height` in px; margins in px by side letter."""
    figure = go.Figure(layout={"template": TEMPLATE, "height": height})
    if margin:
        figure.update_layout(margin=margin)
    return figure


def year_ticks(first: int, last: int, step: int) -> list[int]:
    """Choose whole years to print on an axis: every `step` from the first, and never a fraction."""
    return list(range(first, last + 1, step))


def year_axis(figure: go.Figure, first: int, last: int, *, step: int = 5, labels: Sequence[str] | None = None) -> None:
    """Print whole years on the x axis, from `first` to `last`; `labels` replaces the plain year where given."""
    ticks = year_ticks(first, last, step)
    figure.update_xaxes(
        range=[first - 0.6, last + 0.6],
        tickmode="array",
        tickvals=ticks,
        ticktext=list(labels) if labels is not None else [str(year) for year in ticks],
        showline=True,
    )


def plain(text: str) -> str:
    """Make a value from a file safe inside a figure, where Plotly reads a small part of HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str, width: int = 44) -> str:
    """Break a line for a hover label at about `width` characters, and make it safe; a Chinese character counts twice."""
    lines, line = [], ""
    for piece in _PIECES.findall(" ".join(text.split())):
        if line and _width(line + piece) > width:
            lines.append(line)
            line = ""
        line += piece if line else piece.lstrip()
    return "<br>".join(plain(part) for part in [*lines, line])


def _width(text: str) -> int:
    return sum(2 if sign >= "\u2e80" else 1 for sign in text)
