"""What charts of measured figures share: lines that break at gaps, tinted years, labels at the ends that never overlap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.records.dots import Span
from charts.theme import HATCH, SECOND, TEMPLATE, TEXT, plain, wrapped

LABEL_LINE = 18  # px: the height of one line of a label


@dataclass(frozen=True, kw_only=True)
class Series:
    """Word one series: its name, the label at its end, and the colour that stands for it."""

    name: str
    label: str
    colour: str


class Canvas:
    """Gather the parts of a figure and make it once: Plotly checks every shape again each time that one is added."""

    def __init__(self, height: int, **margin: int) -> None:
        """Start a figure in the house template. `height` in px; margins in px by side letter."""
        self._layout: dict[str, Any] = {"template": TEMPLATE, "height": height, "margin": margin}
        self._traces: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []
        self._notes: list[dict[str, Any]] = []

    def scatter(self, **looks: object) -> None:
        """Add points or a line."""
        self._traces.append({"type": "scatter", **looks})

    def shape(self, **looks: object) -> None:
        """Add a line or a rectangle."""
        self._shapes.append(looks)

    def note(self, **looks: object) -> None:
        """Add words without an arrow."""
        self._notes.append({"showarrow": False, **looks})

    def axis(self, name: str, **looks: object) -> None:
        """Set up an axis by its short name: x, y, x2 …; what was set before stays."""
        full = f"{name[0]}axis{name[1:]}"
        self._layout[full] = {**self._layout.get(full, {}), **looks}

    def figure(self) -> go.Figure:
        """Make the figure."""
        return go.Figure(data=self._traces, layout={**self._layout, "shapes": self._shapes, "annotations": self._notes})


def apart(centres: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move labels up or down as little as needed so that none overlaps; all in the units of the axis."""
    order = sorted(range(len(centres)), key=lambda place: centres[place])
    placed = list(centres)
    floor = low
    for place in order:
        placed[place] = max(placed[place], floor + heights[place] / 2)
        floor = placed[place] + heights[place] / 2
    roof = high
    for place in reversed(order):
        placed[place] = min(placed[place], roof - heights[place] / 2)
        roof = placed[place] - heights[place] / 2
    return placed


def trace(part: pd.DataFrame, value: str, hover: str = "hover") -> dict[str, object]:
    """Lay a series out year by year, so that a year without a value breaks its line."""
    rows = part.set_index("year").reindex(range(int(part["year"].min()), int(part["year"].max()) + 1))
    held = rows[value].notna()
    return {
        "x": list(rows.index),
        "y": [float(number) if there else None for number, there in zip(rows[value], held, strict=True)],
        "customdata": [[pick] if there else None for pick, there in zip(rows["pick"], held, strict=True)],
        "text": [wrapped(text) if there else "" for text, there in zip(rows[hover], held, strict=True)],
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "unselected": {"marker": {"opacity": 0.35}},
    }


def tinted(
    canvas: Canvas,
    tints: Sequence[Span],
    years: tuple[int, int],
    axes: Sequence[tuple[str, str]],
    *,
    named: bool = True,
) -> None:
    """Set spans of years between two lines on each pair of axes, with their word at the foot of the first."""
    for tint in tints:
        start, end = max(tint.start, years[0] - 0.5), min(tint.end, years[1] + 0.5)
        if start >= end:
            continue
        for place, (x, y) in enumerate(axes):
            for edge in (start, end):
                canvas.shape(
                    type="line",
                    x0=edge,
                    x1=edge,
                    y0=0,
                    y1=1,
                    xref=x,
                    yref=f"{y} domain",
                    line={"color": HATCH, "width": 1},
                    layer="below",
                )
            if named and not place:
                canvas.note(
                    x=(start + end) / 2,
                    y=0,
                    xref=x,
                    yref=f"{y} domain",
                    yanchor="bottom",
                    text=plain(tint.label),
                    font={"size": 12, "color": SECOND},
                )


def ticks(shown: Mapping[int, str], step: int) -> dict[str, object]:
    """Print every `step`th year of those shown, as the period it stands for."""
    years = list(shown)[::step]
    return {"tickmode": "array", "tickvals": years, "ticktext": [plain(shown[year]) for year in years], "tickangle": 0}


def counted(top: float, write: Callable[[float], str], most: int) -> dict[str, object]:
    """Mark an axis that begins at zero in round steps, `most` at most above it, each as a language writes it."""
    sizes = (base * 10**power for power in range(12) for base in (1, 2, 5))
    step = next(size for size in sizes if size * (most + 1) > top)
    values = [step * place for place in range(most + 1) if step * place <= top]
    return {"tickmode": "array", "tickvals": values, "ticktext": [write(value) for value in values]}


def end_labels(
    canvas: Canvas,
    ends: Mapping[str, tuple[float, float]],
    series: Mapping[str, Series],
    *,
    right: float,
    unit: float,
    axes: tuple[str, str],
    limits: tuple[float, float],
    leaders: bool = False,
) -> None:
    """Write each series' label to the right of its last value, none over another; `unit` is the axis' units a pixel."""
    codes = list(ends)
    heights = [(series[code].label.count("<br>") + 1) * LABEL_LINE * unit for code in codes]
    for code, at in zip(codes, apart([ends[code][1] for code in codes], heights, *limits), strict=True):
        if leaders and ends[code][0] < right:
            canvas.shape(
                type="line",
                x0=ends[code][0],
                x1=right,
                y0=ends[code][1],
                y1=at,
                xref=axes[0],
                yref=axes[1],
                line={"color": series[code].colour, "width": 1, "dash": "dot"},
                layer="below",
            )
        canvas.note(
            x=right,
            y=at,
            xref=axes[0],
            yref=axes[1],
            text=series[code].label,
            xanchor="left",
            align="left",
            xshift=10,
            bgcolor="rgba(255,255,255,0.8)",
            font={"size": 14, "color": TEXT},
        )
