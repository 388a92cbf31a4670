"""Students: totals by provider and one campus in small panels, counts of one country each by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from charts.lines import Canvas, Series, counted, end_labels, ticks, tinted, trace
from charts.records.dots import Span
from charts.theme import BLUE, GREY, ORANGE, PINK, TEAL, TEXT, plain, wrapped

PART_COLOURS = {
    "all": BLUE,
    "total": BLUE,
    "undergraduate": TEAL,
    "postgraduate": ORANGE,
    "registered": PINK,
    "on_campus": GREY,
}
_COLUMNS, _BETWEEN = 3, 0.06  # panels in a row, and the share of the width between two
TOTAL_COLOURS = {"non_uk_students": TEAL, "non_eu_students": PINK}


def _panels(count: int, each: int, *, narrow: bool) -> tuple[Canvas, list[tuple[str, str]]]:
    """Start a figure of small panels of `each` px, three in a row and the odd ones in the first; gives each panel's axes."""
    odd = count % _COLUMNS
    rows = [1] * count if narrow else [odd] * bool(odd) + [_COLUMNS] * (count // _COLUMNS)
    canvas = Canvas(each * len(rows) - 10, l=8, r=8, t=34, b=0)
    tall = each * len(rows) - 44  # px of the plot area
    axes: list[tuple[str, str]] = []
    for line, columns in enumerate(rows):
        width, top = (1 - _BETWEEN * (columns - 1)) / columns, 1 - line * each / tall
        for column in range(columns):
            number = str(len(axes) + 1) if axes else ""
            left = column * (width + _BETWEEN)
            canvas.axis(f"x{number}", domain=[left, min(1, left + width)], anchor=f"y{number}", showline=True)
            down = [max(0, top - (each - 76) / tall), top]
            canvas.axis(f"y{number}", domain=down, anchor=f"x{number}")
            axes.append((f"x{number}", f"y{number}"))
    return canvas, axes


def _panel_name(canvas: Canvas, axes: tuple[str, str], name: str) -> None:
    canvas.note(
        x=0,
        y=1,
        xref=f"{axes[0]} domain",
        yref=f"{axes[1]} domain",
        xanchor="left",
        yanchor="bottom",
        yshift=8,
        text=f"<b>{plain(name)}</b>",
        font={"size": 15},
    )


def totals(
    figures: pd.DataFrame,
    *,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    shown: Mapping[int, str],
    tints: Sequence[Span] = (),
    write: Callable[[float], str] = "{:,.0f}".format,
    narrow: bool = False,
) -> go.Figure:
    """Draw a small panel for each provider, from zero and to a scale of its own, with a line for each total.

    `figures` is queries.students.totals with `hover`, `pick`; `names` words the providers in order, `labels` each series' end.
    """
    canvas, axes = _panels(len(names), 220 if narrow else 250, narrow=narrow)
    years = min(shown), max(shown)
    room = (years[1] - years[0] + 1) * (0.5 if narrow else 0.42)  # years' worth of width for the labels
    for pair, (provider, name) in zip(axes, names.items(), strict=True):
        part = figures[figures["organisation_id"].eq(provider)]
        top = float(part["value"].max()) * 1.12
        ends = {}
        for code, rows in part.groupby("series_id", sort=False):
            colour = TOTAL_COLOURS[rows["measure"].iloc[0]]
            canvas.scatter(
                **trace(rows, "value"),
                name=str(code),
                mode="lines+markers",
                xaxis=pair[0],
                yaxis=pair[1],
                line={"color": colour, "width": 2.5},
                marker={"size": 6, "color": colour},
            )
            ends[str(code)] = (float(rows["year"].iloc[-1]), float(rows["value"].iloc[-1]))
        series = {code: Series(name=code, label=labels[code], colour=TEXT) for code in ends}
        end_labels(canvas, ends, series, right=years[1], unit=top / 150, axes=pair, limits=(0, top))
        canvas.axis(pair[0], range=[years[0] - 0.5, years[1] + room], **ticks(shown, -(-len(shown) // 4)))
        canvas.axis(pair[1], range=[0, top], **counted(top, write, 4))
        _panel_name(canvas, pair, name)
    tinted(canvas, tints, years, axes)
    return canvas.figure()


def country(
    figures: pd.DataFrame,
    *,
    series: Mapping[str, Series],
    shown: Mapping[int, str],
    tints: Sequence[Span] = (),
    write: Callable[[float], str] = "{:,.0f}".format,
    narrow: bool = False,
) -> go.Figure:
    """Draw counts of one country's students, each definition its own line or points, never joined.

    `figures` is queries.students.country with `hover` and `pick`; a series whose mark is `line` is joined, the rest are points.
    """
    years, height = (min(shown), max(shown)), 520 if narrow else 480
    canvas = Canvas(height, l=8, r=112 if narrow else 190, t=12, b=8)
    top = float(figures["value"].max()) * 1.1
    right, ends = years[1] + 0.6, {}
    for code, look in series.items():
        part = figures[figures["series_id"].eq(code)]
        line = part["mark"].iloc[0] == "line"
        mark = {
            "color": look.colour,
            "size": 6 if line else 10,
            "symbol": "circle" if line else "circle-open",
            "line": {"width": 0 if line else 2.2},
        }
        canvas.scatter(
            **trace(part, "value"),
            name=look.name,
            mode="lines+markers" if line else "markers",
            line={"color": look.colour, "width": 3},
            marker=mark,
        )
        ends[code] = (float(part["year"].iloc[-1]), float(part["value"].iloc[-1]))
    canvas.axis(
        "x", range=[years[0] - 0.6, right], showline=True, **ticks(shown, max(1, len(shown) // (3 if narrow else 6)))
    )
    canvas.axis("y", range=[0, top], **counted(top, write, 9))
    tinted(canvas, tints, years, [("x", "y")])
    end_labels(
        canvas, ends, series, right=right, unit=top / (height - 50), axes=("x", "y"), limits=(0, top), leaders=True
    )
    return canvas.figure()


def campus(
    figures: pd.DataFrame,
    *,
    parts: Mapping[str, str],
    groups: Mapping[str, str],
    shown: Mapping[int, str],
    tints: Sequence[Span] = (),
    write: Callable[[float], str] = "{:,.0f}".format,
    narrow: bool = False,
) -> go.Figure:
    """Draw what is known of one campus as points in three panels, never joined: filled where exact, a ring where a round number.

    `figures` is queries.students.campus with `hover` and `pick`; `parts` names the panels, `groups` the levels.
    """
    canvas, axes = _panels(len(parts), 240 if narrow else 300, narrow=narrow)
    years = min(shown), max(shown)
    for pair, (part, name) in zip(axes, parts.items(), strict=True):
        rows = figures[figures["part"].eq(part)]
        top = float(rows["value"].astype(float).max()) * 1.2
        for group, points in rows.groupby("group", sort=False):
            colour = PART_COLOURS[str(group)]
            canvas.scatter(
                x=points["year"].tolist(),
                y=points["value"].astype(float).tolist(),
                error_y=_range(points, colour),
                mode="markers",
                name=f"{part}.{group}",
                xaxis=pair[0],
                yaxis=pair[1],
                marker={
                    "color": colour,
                    "size": 10,
                    "symbol": ["circle" if exact else "circle-open" for exact in points["exact"]],
                    "line": {"width": 2.2, "color": colour},
                },
                customdata=[[pick] for pick in points["pick"]],
                text=[wrapped(text) for text in points["hover"]],
                hovertemplate="%{text}<extra></extra>",
                unselected={"marker": {"opacity": 0.35}},
            )
            last = points.sort_values("value").iloc[-1]
            _point_label(canvas, last, plain(groups[str(group)]), pair, years[1], below=group == "on_campus")
        canvas.axis(pair[0], range=[years[0] - 0.7, years[1] + 0.7], **ticks(shown, max(1, len(shown) // 3)))
        canvas.axis(pair[1], range=[0, top], **counted(top, write, 4))
        _panel_name(canvas, pair, name)
    tinted(canvas, tints, years, axes)
    return canvas.figure()


def _range(points: pd.DataFrame, colour: str) -> dict[str, object] | None:
    """Draw a range upwards from its lower end; without one there is nothing to draw."""
    if points["value_high"].isna().all():
        return None
    above = (points["value_high"] - points["value"]).fillna(0).tolist()
    return {"type": "data", "symmetric": False, "array": above, "color": colour, "thickness": 2, "width": 4}


def _point_label(canvas: Canvas, point: pd.Series, text: str, axes: tuple[str, str], last: int, *, below: bool) -> None:
    """Write a group's name over its highest point, or beneath it; near the edge it keeps inside the panel."""
    edge = int(point["year"]) > last - 2
    canvas.note(
        x=int(point["year"]),
        y=float(point["value"]),
        xref=axes[0],
        yref=axes[1],
        text=text,
        font={"size": 13},
        yanchor="top" if below else "bottom",
        yshift=-9 if below else 9,
        xanchor="right" if edge else "center",
        xshift=8 if edge else 0,
    )
