"""What charts of measured figures share: lines that break at gaps, named years, labels at the ends that never overlap."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cards.figures import Number, Role
from cards.lettering import apart
from cards.palette import HATCH, SECOND, TEXT
from charts.canvas import Canvas
from charts.theme import VEIL, safe, unchosen, wrap
from charts.years import Span

LABEL_LINE = 18  # px: the height of one line of a label


@dataclass(frozen=True, kw_only=True)
class Named:
    """Word one series: its name, the label at its end, and the colour that stands for it."""

    name: str
    label: str
    colour: str


def by_year(part: pd.DataFrame, value: str) -> dict[str, Any]:
    """Lay a series out year by year, so that a year without a value breaks its line; `part` has hover and pick."""
    rows = part.set_index("year").reindex(range(int(part["year"].min()), int(part["year"].max()) + 1))
    present = rows[value].notna()
    return {
        "x": list(rows.index),
        "y": [float(number) if there else None for number, there in zip(rows[value], present, strict=True)],
        "customdata": [[pick] if there else None for pick, there in zip(rows["pick"], present, strict=True)],
        "text": [wrap(text) if there else "" for text, there in zip(rows["hover"], present, strict=True)],
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "unselected": unchosen(),
    }


def joined(
    canvas: Canvas,
    part: pd.DataFrame,
    value: str,
    colour: str,
    series: str,
    number: Number | None,
    *,
    width: float = 2.5,
    size: float = 6,
    **looks: Any,
) -> tuple[float, float]:
    """Draw a series as a line with a dot a year, broken where a year has no value; gives the year and the value of its end."""
    marks = {"mode": "lines+markers", "marker": {"size": size, "color": colour}}
    line = {"color": colour, "width": width}
    canvas.scatter(Role.LINE, series=series, number=number, line=line, **by_year(part, value), **marks, **looks)
    return float(part["year"].iloc[-1]), float(part[value].iloc[-1])


def spans(canvas: Canvas, named: Sequence[Span], years: tuple[int, int], axes: Sequence[tuple[str, str]]) -> None:
    """Set runs of years between two lines on each pair of axes, with their name at the foot of the first."""
    for index, span in enumerate(named):
        start, end = max(span.start, years[0] - 0.5), min(span.end, years[1] + 0.5)
        if start >= end:
            continue
        whose, line = str(index), {"color": HATCH, "width": 1}
        for x, y in axes:
            for edge in (start, end):
                where = {"xref": x, "yref": f"{y} domain", "layer": "below"}
                canvas.line(Role.EDGE, (edge, edge), (0, 1), whose, line=line, **where)
        foot = {"y": 0, "xref": axes[0][0], "yref": f"{axes[0][1]} domain", "yanchor": "bottom"}
        looks = {"font": {"size": 12, "color": SECOND}}
        canvas.words(Role.SPAN, safe(span.label), whose, x=(start + end) / 2, **foot, **looks)


def round_steps(top: float, write: Callable[[float], str], most: int) -> tuple[dict[str, Any], Number | None]:
    """Mark an axis that begins at zero in round steps, `most` at most above it, each as a language writes it.

    Gives the axis' looks, and how its numbers are written if in plain digits.
    """
    sizes = (base * 10**power for power in range(12) for base in (1, 2, 5))
    step = next(size for size in sizes if size * (most + 1) > top)
    values = [step * count for count in range(most + 1) if step * count <= top]
    texts, digits = [write(value) for value in values], Number(grouped=True)
    looks = {"range": [0, top], "tickmode": "array", "tickvals": values, "ticktext": texts}
    return looks, digits if texts == [digits.write(value) for value in values] else None


def end_labels(
    canvas: Canvas,
    ends: Mapping[str, tuple[float, float]],
    series: Mapping[str, Named],
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
    refs: dict[str, Any] = {"xref": axes[0], "yref": axes[1]}
    for code, at in zip(codes, apart([ends[code][1] for code in codes], heights, *limits), strict=True):
        if leaders and ends[code][0] < right:
            line = {"color": series[code].colour, "width": 1, "dash": "dot"}
            ends_at = (ends[code][0], right), (ends[code][1], at)
            canvas.line(Role.LEADER, *ends_at, code, line=line, layer="below", **refs)
        looks = {"bgcolor": VEIL, "font": {"size": 14, "color": TEXT}}
        where = {"x": right, "y": at, "xanchor": "left", "align": "left", "xshift": 10}
        canvas.words(Role.END, series[code].label, code, **where, **refs, **looks)
