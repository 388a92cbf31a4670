"""Lines of one release each, with single figures of other releases beside them, never joined."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Number, Role
from cards.palette import BLUE, SECOND, TEAL, TEXT
from charts.canvas import Canvas
from charts.lines import joined
from charts.theme import outline, pointed, safe, wrap
from charts.years import step, whole

WAYS = (BLUE, TEAL)  # the two ways of a flow, in the order they are named
_SYMBOLS = {"point": "circle-open", "customs": "diamond-open"}
_COLUMNS = ["part", "way", "shape", "year", "value", "note", "hover", "pick"]
_SMALL = {"size": 12, "color": SECOND}


def releases(
    figures: pd.DataFrame,
    *,
    years: tuple[int, int],
    parts: Mapping[str, str],
    names: Mapping[str, str],
    number: Number,
    singles: Mapping[str, str] = {},
    labels: Sequence[str] = (),
    ends: str = "",
    caution: str = "",
    gaps: Mapping[int, str] = {},
    narrow: bool = False,
) -> go.Figure:
    """Draw lines of one release each, and single figures of other releases beside them, never joined.

    `figures` has part, way, shape (line, or one of `singles`, which words them), year, value, note, hover and pick; a blank
    value breaks its line. `parts` titles the panels from the top, each on a scale of its own from zero; `names` names the
    ways; `labels` stand beside single figures, in the order of the rows. `ends` says where the release ends, `caution`
    marks a figure that has a note of its own, `gaps` why a year is blank; `number` writes the values. A mark's custom
    value is its pick.
    """
    drawn = figures[_COLUMNS].assign(label=list(labels) or "")
    released = drawn[drawn["shape"].eq("line")]
    last = int(released["year"].max()) if len(released) else years[1]
    crowded = len(released) < len(drawn)  # single figures stand where a line's end would be named
    side = "middle" if crowded else "over" if narrow and years[1] - last <= 4 else "after"
    over = bool(ends) and years[0] <= last < years[1]
    right = 8 if crowded or narrow or years[1] - last > 4 else 112
    top = 30 if over or narrow or any(parts.values()) else 14
    canvas = Canvas(Kind.LINES, (250 if narrow else 270) * len(parts) + 40, l=8, r=right, t=top, b=30)
    axes = canvas.rows(len(parts), 0.13)
    for x, y in axes:
        canvas.years(x, **whole(years, max(step(years), 3) if narrow else step(years)))
        canvas.values(y, number, zeroline=True, zerolinecolor=SECOND, zerolinewidth=1)
        if x != axes[-1][0]:
            canvas.axis(x, matches=axes[-1][0], showticklabels=False)
    for pair, (part, title) in zip(axes, parts.items(), strict=True):
        panel = drawn[drawn["part"].eq(part)]
        for colour, (way, name) in zip(WAYS, names.items(), strict=False):
            of_way = panel[panel["way"].eq(way)]
            line = of_way[of_way["shape"].eq("line")]
            if line["value"].notna().any():
                joined(canvas, line, "value", colour, name, number, name=way, xaxis=pair[0], yaxis=pair[1])
                _name(canvas, panel, way, name, pair, side, beyond=over)
                _cautions(canvas, line, caution, pair)
            for shape, marks in of_way[of_way["shape"].ne("line")].groupby("shape", sort=False):
                series = f"{name} · {singles[str(shape)]}"
                _singles(canvas, marks, pair, colour, series, number, narrow=narrow)
        if title:
            canvas.heading(pair, f"<b>{safe(title)}</b>", yshift=4)
    if over:
        _words(canvas, Role.CAPTION, safe(ends), axes[0], x=last + 0.5, xref="x", xanchor="right", font=_SMALL)
        for x, y in axes:
            looks = {"color": SECOND, "width": 1, "dash": "dot"}
            canvas.line(Role.RULE, (last + 0.5, last + 0.5), (0, 1), xref=x, yref=f"{y} domain", line=looks)
    for year, why in gaps.items():
        text = wrap(why, 8 if narrow else 12)
        _words(canvas, Role.LABEL, text, axes[0], x=year, xref="x", y=0, yref="y", yshift=0, font=_SMALL)
    return canvas.figure()


def _singles(
    canvas: Canvas,
    marks: pd.DataFrame,
    axes: tuple[str, str],
    colour: str,
    series: str,
    number: Number,
    *,
    narrow: bool,
) -> None:
    """Draw single figures as open marks, never joined."""
    shape = marks["shape"].iloc[0]
    canvas.scatter(
        Role.DOTS,
        series=series,
        number=number,
        x=marks["year"].tolist(),
        y=marks["value"].astype(float).tolist(),
        **pointed(marks["pick"], map(wrap, marks["hover"]), at="hovertext", words=SECOND),
        text=[safe(label) for label in marks["label"]],
        name=f"{marks['way'].iloc[0]}, {shape}",
        mode="markers" if narrow or not marks["label"].any() else "markers+text",
        textposition=["bottom right"] * (len(marks) - 1) + ["top right"],
        textfont=_SMALL,
        marker={"symbol": _SYMBOLS[str(shape)], "size": 9, "color": colour, "line": outline(colour)},
        cliponaxis=False,
        xaxis=axes[0],
        yaxis=axes[1],
    )


def _words(canvas: Canvas, role: Role, text: str, axes: tuple[str, str], whose: str = "", /, **where: object) -> None:
    """Write words above a panel, or where told."""
    x, y = axes
    above = {"x": 0, "xref": f"{x} domain", "y": 1, "yref": f"{y} domain", "yanchor": "bottom", "yshift": 4}
    canvas.words(role, text, whose, **{**above, **where})


def _name(
    canvas: Canvas, panel: pd.DataFrame, way: str, name: str, axes: tuple[str, str], side: str, *, beyond: bool
) -> None:
    """Name a line after its end, over its end, or in its middle, there on the side where no other line runs."""
    values = panel[panel["shape"].eq("line")].dropna(subset=["value"]).sort_values("year")
    own = values[values["way"].eq(way)]
    spot = own.iloc[len(own) // 2 if side == "middle" else -1]
    upper = spot["value"] >= values.loc[values["year"].eq(spot["year"]), "value"].max()
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
    role, looks = (Role.END if side == "after" else Role.LABEL), {"font": {"size": 14, "color": TEXT}}
    _words(canvas, role, safe(name), axes, way, xref=axes[0], yref=axes[1], **looks, **at, **where)


def _cautions(canvas: Canvas, line: pd.DataFrame, caution: str, axes: tuple[str, str]) -> None:
    """Mark each figure of a line that carries a note of its own."""
    noted = line[line["note"].notna() & line["value"].notna()] if caution else line.head(0)
    for year, value in zip(noted["year"], noted["value"], strict=True):
        at = {"x": int(year), "xref": axes[0], "y": float(value), "yref": axes[1]}
        _words(canvas, Role.LABEL, safe(caution), axes, font=_SMALL, **at)
