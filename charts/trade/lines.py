"""Lines of one release each, with single figures of other releases beside them, never joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts.records.dots import step
from charts.theme import BLUE, SECOND, TEAL, TEXT, blank, plain, wrapped, year_axis

WAYS = (BLUE, TEAL)  # the two ways of a flow, in the order they are named
_SYMBOLS = {"point": "circle-open", "customs": "diamond-open"}
_COLUMNS = ["part", "way", "shape", "year", "value", "note", "hover", "pick"]
_SMALL = {"size": 12, "color": SECOND}


def lines(
    figures: pd.DataFrame,
    *,
    years: tuple[int, int],
    parts: Mapping[str, str],
    names: Mapping[str, str],
    tick: tuple[str, str],
    labels: Sequence[str] = (),
    ends: str = "",
    caution: str = "",
    gaps: Mapping[int, str] = {},
    narrow: bool = False,
) -> go.Figure:
    """Draw lines of one release each, and single figures of other releases beside them, never joined.

    `figures` has part, way, shape (line, point, customs), year, value, note, hover and pick; a blank value breaks
    its line. `parts` titles the panels from the top, each on a scale of its own from zero; `names` names the ways;
    `labels` stand beside single figures, in the order of the rows. `ends` says where the release ends, `caution`
    marks a figure that has a note of its own, `gaps` why a year is blank; `tick` stands before and after each
    number of the axis. A mark's custom value is its pick.
    """
    drawn = figures[_COLUMNS].assign(hover=[wrapped(text) for text in figures["hover"]], label=list(labels) or "")
    released = drawn[drawn["shape"].eq("line")]
    last = int(released["year"].max()) if len(released) else years[1]
    crowded = len(released) < len(drawn)  # single figures stand where a line's end would be named
    over = bool(ends) and years[0] <= last < years[1]
    right = 8 if crowded or narrow or years[1] - last > 4 else 112
    top = 30 if over or narrow or any(parts.values()) else 14
    figure = blank((250 if narrow else 270) * len(parts) + 40, l=8, r=right, t=top, b=30)
    make_subplots(rows=len(parts), cols=1, shared_xaxes=True, vertical_spacing=0.13, figure=figure)
    year_axis(figure, *years, step=max(step(years), 3) if narrow else step(years))
    figure.update_yaxes(rangemode="tozero", nticks=6, tickprefix=tick[0], ticksuffix=f"{tick[1]} ")
    figure.update_yaxes(zeroline=True, zerolinecolor=SECOND, zerolinewidth=1)
    words: list[dict[str, Any]] = []
    for row, (part, title) in enumerate(parts.items(), 1):
        panel, axis = drawn[drawn["part"].eq(part)], "" if row == 1 else str(row)
        for colour, (way, name) in zip(WAYS, names.items(), strict=False):
            of_way = panel[panel["way"].eq(way)]
            line = of_way[of_way["shape"].eq("line")]
            if line["value"].notna().any():
                _line(figure, line, row, colour)
                words.append(
                    _name(panel, way, name, axis, _side(crowded, narrow and years[1] - last <= 4), beyond=over)
                )
                words += _cautions(line, caution, axis)
            _singles(figure, of_way[of_way["shape"].ne("line")], row, colour, narrow=narrow)
        if title:
            words.append(_word(f"<b>{plain(title)}</b>", axis, xanchor="left", font={"size": 15}))
    if over:
        words.append(_word(plain(ends), "", x=last + 0.5, xref="x", xanchor="right", font=_SMALL))
        figure.update_layout(shapes=[_end(last, "" if row == 1 else str(row)) for row in range(1, len(parts) + 1)])
    for year, why in gaps.items():
        text = wrapped(why, 8 if narrow else 12)
        words.append(_word(text, "", x=year, xref="x", y=0, yref="y", yshift=0, font=_SMALL))
    figure.update_layout(annotations=words)
    return figure


def _line(figure: go.Figure, part: pd.DataFrame, row: int, colour: str) -> None:
    """Draw one release's line; a year with no value breaks it."""
    held = part.set_index("year")
    whole = held.reindex(range(int(held.index.min()), int(held.index.max()) + 1))
    figure.add_scatter(
        x=whole.index.tolist(),
        y=[None if pd.isna(value) else float(value) for value in whole["value"]],
        customdata=[[name] for name in whole["pick"].fillna("")],
        text=whole["hover"].fillna("").tolist(),
        name=str(part["way"].iloc[0]),
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5},
        marker={"size": 6, "color": colour},
        hovertemplate="%{text}<extra></extra>",
        unselected={"marker": {"opacity": 0.6}},
        row=row,
        col=1,
    )


def _singles(figure: go.Figure, part: pd.DataFrame, row: int, colour: str, *, narrow: bool) -> None:
    """Draw single figures as open marks, never joined."""
    for shape, marks in part.groupby("shape", sort=False):
        figure.add_scatter(
            x=marks["year"].tolist(),
            y=marks["value"].astype(float).tolist(),
            customdata=[[name] for name in marks["pick"]],
            text=[plain(label) for label in marks["label"]],
            hovertext=marks["hover"].tolist(),
            name=f"{marks['way'].iloc[0]}, {shape}",
            mode="markers" if narrow or not marks["label"].any() else "markers+text",
            textposition=["bottom right"] * (len(marks) - 1) + ["top right"],
            textfont=_SMALL,
            marker={"symbol": _SYMBOLS[str(shape)], "size": 9, "color": colour, "line": {"width": 2.2}},
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
            unselected={"marker": {"opacity": 0.6}, "textfont": {"color": SECOND}},
            row=row,
            col=1,
        )


def _word(text: str, axis: str, **where: object) -> dict[str, Any]:
    """Write words above a panel, or where told."""
    above = {"x": 0, "xref": f"x{axis} domain", "y": 1, "yref": f"y{axis} domain", "yanchor": "bottom", "yshift": 4}
    return {**above, "text": text, "showarrow": False, **where}


def _side(crowded: bool, cramped: bool) -> str:
    """Choose where lines are named: in their middle, over their end, or after their end."""
    return "middle" if crowded else "over" if cramped else "after"


def _name(panel: pd.DataFrame, way: str, name: str, axis: str, side: str, *, beyond: bool) -> dict[str, Any]:
    """Name a line beside it; in its middle, on the side where no other line runs."""
    held = panel[panel["shape"].eq("line")].dropna(subset=["value"]).sort_values("year")
    own = held[held["way"].eq(way)]
    spot = own.iloc[len(own) // 2 if side == "middle" else -1]
    upper = spot["value"] >= held.loc[held["year"].eq(spot["year"]), "value"].max()
    after: dict[str, Any] = {"xanchor": "left", "xshift": 8, "yanchor": "middle", "yshift": 0}
    over: dict[str, Any] = {
        "xanchor": "right",
        "xshift": -6 if side == "middle" else 6,
        "yanchor": "bottom",
        "yshift": 4,
    }
    under: dict[str, Any] = {"xanchor": "left", "xshift": 8, "yanchor": "top", "yshift": -6}
    where = after if side == "after" else over if upper or side == "over" else under
    at = {"x": int(spot["year"]) + (0.5 if side == "after" and beyond else 0), "y": float(spot["value"])}
    return _word(plain(name), axis, xref=f"x{axis}", yref=f"y{axis}", font={"size": 14, "color": TEXT}, **at, **where)


def _cautions(line: pd.DataFrame, caution: str, axis: str) -> list[dict[str, Any]]:
    """Mark each figure of a line that carries a note of its own."""
    noted = line[line["note"].notna() & line["value"].notna()] if caution else line.head(0)
    return [
        _word(plain(caution), axis, x=int(year), xref=f"x{axis}", y=float(value), yref=f"y{axis}", font=_SMALL)
        for year, value in zip(noted["year"], noted["value"], strict=True)
    ]


def _end(last: int, axis: str) -> dict[str, Any]:
    """Rule off the year in which the release ends."""
    looks = {"color": SECOND, "width": 1, "dash": "dot"}
    where = {"x0": last + 0.5, "x1": last + 0.5, "xref": f"x{axis}", "y0": 0, "y1": 1, "yref": f"y{axis} domain"}
    return {"type": "line", "line": looks, **where}
