"""Students: the index against the country with its row of boxes, totals by provider, counts of one country, one campus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.both_ways import Span
from charts.theme import BLUE, GREY, GROUND, ORANGE, PINK, RULE, SECOND, TEAL, TEXT, TINT, blank, plain, wrapped

LINE = 18  # px: the height of one line of a label
PART_COLOURS = {"all": BLUE, "undergraduate": TEAL, "postgraduate": ORANGE, "registered": PINK, "on_campus": GREY}
TOTAL_COLOURS = {"non_uk_students": TEAL, "non_eu_students": PINK}


@dataclass(frozen=True, kw_only=True)
class Series:
    """Word one series: its name, the label at its end, and the colour that stands for it."""

    name: str
    label: str
    colour: str


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


def _trace(part: pd.DataFrame, value: str, hover: str = "hover") -> dict[str, object]:
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


def _tinted(
    figure: go.Figure,
    tints: Sequence[Span],
    years: tuple[int, int],
    axes: Sequence[tuple[str, str]],
    *,
    named: bool = True,
) -> None:
    """Tint spans of years on each pair of axes, with their word at the foot of the first."""
    for tint in tints:
        start, end = max(tint.start, years[0] - 0.5), min(tint.end, years[1] + 0.5)
        if start >= end:
            continue
        for place, (x, y) in enumerate(axes):
            figure.add_shape(
                type="rect",
                x0=start,
                x1=end,
                y0=0,
                y1=1,
                xref=x,
                yref=f"{y} domain",
                fillcolor=TINT,
                line={"width": 0},
                layer="below",
            )
            if named and not place:
                figure.add_annotation(
                    x=(start + end) / 2,
                    y=0,
                    xref=x,
                    yref=f"{y} domain",
                    yanchor="bottom",
                    text=plain(tint.label),
                    showarrow=False,
                    font={"size": 12, "color": SECOND},
                )


def _ticks(shown: Mapping[int, str], step: int) -> dict[str, object]:
    years = list(shown)[::step]
    return {"tickmode": "array", "tickvals": years, "ticktext": [plain(shown[year]) for year in years], "tickangle": 0}


def _end_labels(
    figure: go.Figure,
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
    heights = [(series[code].label.count("<br>") + 1) * LINE * unit for code in codes]
    for code, at in zip(codes, apart([ends[code][1] for code in codes], heights, *limits), strict=True):
        if leaders and ends[code][0] < right - 0.5:
            figure.add_shape(
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
        figure.add_annotation(
            x=right,
            y=at,
            xref=axes[0],
            yref=axes[1],
            text=series[code].label,
            showarrow=False,
            xanchor="left",
            align="left",
            xshift=10,
            font={"size": 14, "color": TEXT},
        )


def tide(
    index: pd.DataFrame,
    boxes: pd.DataFrame,
    *,
    series: Mapping[str, Series],
    shown: Mapping[int, str],
    reach: tuple[int, int],
    row: str,
    tints: Sequence[Span] = (),
    narrow: bool = False,
) -> go.Figure:
    """Draw each series against its first year as 100, and beneath, on the same years, a box for each year of another count.

    `index` is queries.students.tide with `hover` and `pick`; `boxes` is queries.students.boxes with `hover`, `pick` and
    `text`; `series` words the lines in order, `row` names the boxes. A mark's custom value is its pick.
    """
    years = min(shown), max(shown)
    height, share = (470, 0.70) if narrow else (540, 0.68)
    figure = blank(height, l=8, r=100 if narrow else 215, t=12, b=8)
    figure.update_layout(
        xaxis={
            "range": [years[0] - 0.5, years[1] + 0.5],
            "anchor": "y",
            "showline": True,
            **_ticks(shown, 3 if narrow else 1),
        },
        yaxis={"range": list(reach), "domain": [1 - share, 1], "dtick": 20},
        yaxis2={"range": [0, 1], "domain": [0, 0.2], "visible": False, "anchor": "x"},
    )
    _tinted(figure, tints, years, [("x", "y"), ("x", "y2")])
    if reach[0] < 100 < reach[1]:
        figure.add_shape(
            type="line",
            x0=0,
            x1=1,
            xref="x domain",
            y0=100,
            y1=100,
            line={"color": SECOND, "width": 1.5},
            layer="below",
        )
    ends = {}
    for code, look in series.items():
        part = index[index["series_id"].eq(code)]
        figure.add_scatter(
            **_trace(part, "index"),
            name=look.name,
            mode="lines+markers",
            line={"color": look.colour, "width": 3},
            marker={"size": 8, "color": look.colour},
            cliponaxis=False,
        )
        ends[code] = (float(part["year"].iloc[-1]), float(part["index"].iloc[-1]))
    unit = (reach[1] - reach[0]) / ((height - 40) * share)
    _end_labels(
        figure,
        ends,
        series,
        right=years[1],
        unit=unit,
        axes=("x", "y"),
        limits=(float(reach[0]), reach[1] + LINE * unit),
    )
    _boxes(figure, boxes, row, narrow)
    return figure


def _boxes(figure: go.Figure, boxes: pd.DataFrame, row: str, narrow: bool) -> None:
    held = boxes["value"].notna()
    for year, there in zip(boxes["year"], held, strict=True):
        line = {"color": BLUE if there else GREY, "width": 2, "dash": "solid" if there else "dash"}
        fill = "#EAF0F6" if there else GROUND
        figure.add_shape(
            type="rect",
            x0=year - 0.43,
            x1=year + 0.43,
            y0=0.04,
            y1=0.62 if not narrow else 0.34,
            xref="x",
            yref="y2",
            line=line,
            fillcolor=fill,
        )
    for name, part in (("not_held", boxes[~held]), ("held", boxes[held])):
        figure.add_scatter(
            x=part["year"].tolist(),
            y=[0.33 if not narrow else 0.19] * len(part),
            yaxis="y2",
            name=name,
            mode="markers" if narrow else "markers+text",
            marker={"symbol": "square", "size": 20 if narrow else 44, "color": "rgba(0,0,0,0)"},
            text=part["text"].tolist(),
            textfont={"size": 13, "color": TEXT if name == "held" else SECOND},
            textposition="middle center",
            hovertext=[wrapped(text) for text in part["hover"]],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[[pick] for pick in part["pick"]] if name == "held" else None,
            unselected={"textfont": {"color": TEXT if name == "held" else SECOND}},
        )
    top = {"yref": "y2", "xref": "paper", "x": 0, "xanchor": "left", "showarrow": False}
    figure.add_annotation(
        **top, y=1, yanchor="top" if not narrow else "middle", text=row, align="left", font={"size": 14}
    )
    if narrow:
        for place in boxes[held].to_dict("records"):
            figure.add_annotation(
                x=float(place["year"]) + 0.43,
                y=0.38,
                yref="y2",
                yanchor="bottom",
                xanchor="right",
                text=place["text"].replace("<br>", ", "),
                showarrow=False,
                font={"size": 13},
            )


def _panels(
    count: int, columns: int, each: int, *, left: int = 8, between: float = 0.06
) -> tuple[go.Figure, list[tuple[str, str]]]:
    """Start a figure of small panels in rows of `columns`; gives the names of each panel's axes."""
    rows = -(-count // columns)
    figure = blank(each * rows, l=left, r=8, t=34, b=8)
    total = each * rows - 42
    width, step = (1 - between * (columns - 1)) / columns, each / total
    axes = []
    for place in range(count):
        number = "" if not place else str(place + 1)
        column, line = place % columns, place // columns
        x0, top = column * (width + between), 1 - line * step
        figure.update_layout(
            {
                f"xaxis{number}": {"domain": [x0, min(1, x0 + width)], "anchor": f"y{number}", "showline": True},
                f"yaxis{number}": {
                    "domain": [max(0, top - (each - 76) / total), top],
                    "anchor": f"x{number}",
                    "rangemode": "tozero",
                    "nticks": 4,
                },
            }
        )
        axes.append((f"x{number}", f"y{number}"))
    return figure, axes


def _panel_name(figure: go.Figure, axes: tuple[str, str], name: str) -> None:
    figure.add_annotation(
        x=0,
        y=1,
        xref=f"{axes[0]} domain",
        yref=f"{axes[1]} domain",
        xanchor="left",
        yanchor="bottom",
        yshift=8,
        showarrow=False,
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
    narrow: bool = False,
) -> go.Figure:
    """Draw a small panel for each provider, from zero and to a scale of its own, with a line for each total.

    `figures` is queries.students.totals with `hover`, `pick`; `names` words the providers in order, `labels` each series' end.
    """
    figure, axes = _panels(len(names), 1 if narrow else 3, 220 if narrow else 250)
    years = min(shown), max(shown)
    room = (years[1] - years[0] + 1) * (0.5 if narrow else 0.42)  # years' worth of width for the labels
    for pair, (provider, name) in zip(axes, names.items(), strict=True):
        part = figures[figures["organisation_id"].eq(provider)]
        top = float(part["value"].max()) * 1.12
        ends = {}
        for code, rows in part.groupby("series_id", sort=False):
            colour = TOTAL_COLOURS[rows["measure"].iloc[0]]
            figure.add_scatter(
                **_trace(rows, "value"),
                name=str(code),
                mode="lines+markers",
                xaxis=pair[0],
                yaxis=pair[1],
                line={"color": colour, "width": 2.5},
                marker={"size": 6, "color": colour},
            )
            ends[str(code)] = (float(rows["year"].iloc[-1]), float(rows["value"].iloc[-1]))
        series = {code: Series(name=code, label=labels[code], colour=TEXT) for code in ends}
        _end_labels(figure, ends, series, right=years[1], unit=top / 150, axes=pair, limits=(0, top))
        figure.update_layout(
            {
                f"xaxis{pair[0][1:]}": {
                    "range": [years[0] - 0.5, years[1] + room],
                    **_ticks(shown, max(1, (len(shown) - 1) // 2)),
                },
                f"yaxis{pair[1][1:]}": {"range": [0, top]},
            }
        )
        _panel_name(figure, pair, name)
    _tinted(figure, tints, years, axes)
    return figure


def country(
    figures: pd.DataFrame,
    *,
    series: Mapping[str, Series],
    shown: Mapping[int, str],
    tints: Sequence[Span] = (),
    narrow: bool = False,
) -> go.Figure:
    """Draw counts of one country's students, each definition its own line or points, never joined.

    `figures` is queries.students.country with `hover` and `pick`; a series whose mark is `line` is joined, the rest are points.
    """
    years, height = (min(shown), max(shown)), 520 if narrow else 480
    figure = blank(height, l=8, r=112 if narrow else 190, t=12, b=8)
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
        figure.add_scatter(
            **_trace(part, "value"),
            name=look.name,
            mode="lines+markers" if line else "markers",
            line={"color": look.colour, "width": 3},
            marker=mark,
        )
        ends[code] = (float(part["year"].iloc[-1]), float(part["value"].iloc[-1]))
    figure.update_xaxes(
        range=[years[0] - 0.6, right], showline=True, **_ticks(shown, max(1, len(shown) // (3 if narrow else 6)))
    )
    figure.update_yaxes(range=[0, top])
    _tinted(figure, tints, years, [("x", "y")])
    _end_labels(
        figure, ends, series, right=right, unit=top / (height - 50), axes=("x", "y"), limits=(0, top), leaders=True
    )
    return figure


def campus(
    figures: pd.DataFrame,
    *,
    parts: Mapping[str, str],
    groups: Mapping[str, str],
    shown: Mapping[int, str],
    tints: Sequence[Span] = (),
    narrow: bool = False,
) -> go.Figure:
    """Draw what is known of one campus as points in three panels, never joined: filled where exact, a ring where a round number.

    `figures` is queries.students.campus with `hover` and `pick`; `parts` names the panels, `groups` the levels.
    """
    figure, axes = _panels(len(parts), 1 if narrow else 3, 240 if narrow else 300)
    years = min(shown), max(shown)
    for pair, (part, name) in zip(axes, parts.items(), strict=True):
        rows = figures[figures["part"].eq(part)]
        top = float(rows[["value", "value_high"]].max(axis=None)) * 1.2
        for group, points in rows.groupby("group", sort=False):
            colour = PART_COLOURS[str(group)]
            figure.add_scatter(
                x=points["year"].tolist(),
                y=points["value"].astype(float).tolist(),
                error_y={
                    "type": "data",
                    "symmetric": False,
                    "array": (points["value_high"] - points["value"]).fillna(0).tolist(),
                    "color": colour,
                    "thickness": 2,
                    "width": 4,
                },
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
            last = points.iloc[-1]
            below = group == "on_campus"
            figure.add_annotation(
                x=int(last["year"]), y=float(last["value"]), xref=pair[0], yref=pair[1], showarrow=False, text=plain(groups[str(group)]), font={"size": 13},
                yanchor="top" if below else "bottom", yshift=-9 if below else 9, xanchor="right" if last["year"] > years[1] - 3 else "center", xshift=8 if last["year"] > years[1] - 3 else 0,
            )  # fmt: skip
        figure.update_layout(
            {
                f"xaxis{pair[0][1:]}": {
                    "range": [years[0] - 0.7, years[1] + 0.7],
                    **_ticks(shown, max(1, len(shown) // 3)),
                },
                f"yaxis{pair[1][1:]}": {"range": [0, top]},
            }
        )
        _panel_name(figure, pair, name)
    _tinted(figure, tints, years, axes)
    return figure
