"""Students: totals by provider and one campus in small panels, counts of one country each by itself."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

import charts.lines
from cards.figures import Kind, Role
from cards.palette import BLUE, GREY, ORANGE, PINK, TEAL, TEXT
from charts.canvas import Box, Canvas
from charts.lines import Named, by_year, end_labels, joined, round_steps
from charts.theme import outline, pointed, safe, wrap
from charts.years import Span, periods

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


def _panels(
    names: Sequence[str],
    each: int,
    academic_years: Mapping[int, str],
    every: int,
    reach: tuple[float, float],
    *,
    narrow: bool,
) -> tuple[Canvas, list[tuple[str, str]]]:
    """Start a figure of small panels of `each` px, three in a row and the odd ones in the first; gives each panel's axes.

    Every panel runs over the years academic_years, every so many of them printed, from `reach` before the first to beyond the last.
    """
    odd = len(names) % _COLUMNS
    rows = [1] * len(names) if narrow else [odd] * bool(odd) + [_COLUMNS] * (len(names) // _COLUMNS)
    canvas = Canvas(Kind.LINES, each * len(rows) - 10, l=8, r=8, t=34, b=0)
    tall = each * len(rows) - 44  # px of the plot area
    boxes: list[Box] = []
    for line, columns in enumerate(rows):
        width, top = (1 - _BETWEEN * (columns - 1)) / columns, 1 - line * each / tall
        for column in range(columns):
            left = column * (width + _BETWEEN)
            boxes.append(((left, min(1, left + width)), (max(0, top - (each - 76) / tall), top)))
    axes, span = canvas.grid(boxes), [min(academic_years) - reach[0], max(academic_years) + reach[1]]
    for name, pair in zip(names, axes, strict=True):
        canvas.axis(pair[0], showline=True, range=span, **periods(academic_years, every))
        canvas.heading(pair, f"<b>{safe(name)}</b>", yshift=8)
    canvas.years("x", academic_years)
    return canvas, axes


def totals(
    figures: pd.DataFrame,
    *,
    names: Mapping[str, str],
    measures: Mapping[str, str],
    labels: Mapping[str, str],
    academic_years: Mapping[int, str],
    spans: Sequence[Span] = (),
    write: Callable[[float], str] = "{:,.0f}".format,
    narrow: bool = False,
) -> go.Figure:
    """Draw a small panel for each provider, from zero and to a scale of its own, with a line for each total.

    `figures` is queries.students.totals with `hover`, `pick`; `names` words the providers in order, `measures` what is
    counted, `labels` each series' end.
    """
    years = min(academic_years), max(academic_years)
    room = (years[1] - years[0] + 1) * (0.5 if narrow else 0.42)  # years' worth of width for the labels
    every = -(-len(academic_years) // 4)
    each = 220 if narrow else 250
    canvas, axes = _panels(list(names.values()), each, academic_years, every, (0.5, room), narrow=narrow)
    for pair, provider in zip(axes, names, strict=True):
        part = figures[figures["organisation_id"].eq(provider)]
        top = float(part["value"].max()) * 1.12
        steps, number = round_steps(top, write, 4)
        canvas.axis(pair[1], **steps)
        ends = {}
        for code, rows in part.groupby("series_id", sort=False):
            measure = rows["measure"].iloc[0]
            series, colour = measures[measure], TOTAL_COLOURS[measure]
            x, y = pair
            ends[str(code)] = joined(canvas, rows, "value", colour, series, number, name=code, xaxis=x, yaxis=y)
        named = {code: Named(name=code, label=labels[code], colour=TEXT) for code in ends}
        end_labels(canvas, ends, named, right=years[1], unit=top / 150, axes=pair, limits=(0, top))
    charts.lines.spans(canvas, spans, years, axes)
    return canvas.figure()


def country(
    figures: pd.DataFrame,
    *,
    series: Mapping[str, Named],
    academic_years: Mapping[int, str],
    spans: Sequence[Span] = (),
    write: Callable[[float], str] = "{:,.0f}".format,
    narrow: bool = False,
) -> go.Figure:
    """Draw counts of one country's students, each definition its own line or points, never joined.

    `figures` is queries.students.country with `hover` and `pick`; a series whose mark is `line` is joined, the rest are points.
    """
    years, height = (min(academic_years), max(academic_years)), 520 if narrow else 480
    canvas = Canvas(Kind.LINES, height, l=8, r=112 if narrow else 190, t=12, b=8)
    top = float(figures["value"].max()) * 1.1
    looks, number = round_steps(top, write, 9)
    right, ends = years[1] + 0.6, {}
    for code, look in series.items():
        part = figures[figures["series_id"].eq(code)]
        line = part["mark"].iloc[0] == "line"
        on_line = {"size": 6, "symbol": "circle", "line": {"width": 0}}
        single = {"size": 10, "symbol": "circle-open", "line": outline(look.colour)}
        canvas.scatter(
            Role.LINE if line else Role.DOTS,
            series=look.name,
            number=number,
            **by_year(part, "value"),
            name=look.name,
            mode="lines+markers" if line else "markers",
            line={"color": look.colour, "width": 3},
            marker={"color": look.colour, **(on_line if line else single)},
        )
        ends[code] = (float(part["year"].iloc[-1]), float(part["value"].iloc[-1]))
    printed = periods(academic_years, max(1, len(academic_years) // (3 if narrow else 6)))
    canvas.years("x", academic_years, range=[years[0] - 0.6, right], showline=True, **printed)
    canvas.axis("y", **looks)
    charts.lines.spans(canvas, spans, years, [("x", "y")])
    unit = top / (height - 50)
    end_labels(canvas, ends, series, right=right, unit=unit, axes=("x", "y"), limits=(0, top), leaders=True)
    return canvas.figure()


def campus(
    figures: pd.DataFrame,
    *,
    parts: Mapping[str, str],
    groups: Mapping[str, str],
    exactness: Mapping[bool, str],
    academic_years: Mapping[int, str],
    spans: Sequence[Span] = (),
    write: Callable[[float], str] = "{:,.0f}".format,
    narrow: bool = False,
) -> go.Figure:
    """Draw what is known of one campus as points in three panels, never joined: filled where exact, a ring where a round number.

    `figures` is queries.students.campus with `hover` and `pick`; `parts` names the panels, `groups` the levels,
    `exactness` a number that is exact and one that is not.
    """
    years = min(academic_years), max(academic_years)
    every = max(1, len(academic_years) // 3)
    each = 240 if narrow else 300
    canvas, axes = _panels(list(parts.values()), each, academic_years, every, (0.7, 0.7), narrow=narrow)
    for pair, part in zip(axes, parts, strict=True):
        rows = figures[figures["part"].eq(part)]
        top = float(rows["value"].astype(float).max()) * 1.2
        looks, number = round_steps(top, write, 4)
        canvas.axis(pair[1], **looks)
        for group, points in rows.groupby("group", sort=False):
            colour, name = PART_COLOURS[str(group)], groups[str(group)]
            canvas.scatter(
                Role.DOTS,
                series=[f"{name} · {exactness[bool(exact)]}" for exact in points["exact"]],
                number=number,
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
                    "line": outline(colour),
                },
                **pointed(points["pick"], map(wrap, points["hover"])),
            )
            last = points.sort_values("value").iloc[-1]
            _point_label(canvas, last, safe(name), pair, years[1], below=group == "on_campus")
    charts.lines.spans(canvas, spans, years, axes)
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
    place = {"x": int(point["year"]), "y": float(point["value"]), "xref": axes[0], "yref": axes[1]}
    up = {"yanchor": "top", "yshift": -9} if below else {"yanchor": "bottom", "yshift": 9}
    along = {"xanchor": "right", "xshift": 8} if edge else {"xanchor": "center", "xshift": 0}
    canvas.words(Role.LABEL, text, font={"size": 13}, **place, **up, **along)
