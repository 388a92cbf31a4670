"""Who takes part: one dot for a partner and a sector, sized by the records held."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Number, Role
from cards.palette import RULE
from charts.canvas import Canvas
from charts.theme import pointed, safe, sector_colour

_ROW, _LARGEST = 44, 34  # px: the height of a row, and the diameter of the largest dot


def by_sector(
    counts: pd.DataFrame,
    *,
    names: Mapping[str, str],
    sectors: Mapping[str, str],
    hovers: Sequence[str],
    narrow: bool = False,
) -> go.Figure:
    """Draw partners in rows and sectors in columns; a dot's area is its number of records, which stands beside it.

    `counts` is queries.partners.by_sector; `names` words the organisations in order, `sectors` the columns in order;
    `hovers` speaks for the rows of `counts`. A dot's custom value is organisation.sector. `narrow` sets each name above its row.
    """
    rows, columns = list(names), list(sectors)
    canvas = Canvas(Kind.SIZES, round(_ROW * (1.35 if narrow else 1) * len(rows)) + 40, l=8, r=8, t=36, b=4)
    largest = int(counts["records"].max())
    canvas.scatter(
        Role.DOTS,
        series=[sectors[sector] for sector in counts["sector"]],
        number=Number(),
        x=[columns.index(sector) for sector in counts["sector"]],
        y=[rows.index(organisation) + (0.14 if narrow else 0) for organisation in counts["organisation_id"]],
        mode="markers+text",
        marker={
            "size": counts["records"].tolist(),
            "sizemode": "area",
            "sizeref": 2 * largest / (_LARGEST * (0.75 if narrow else 1)) ** 2,
            "sizemin": 5,
            "color": [sector_colour(sector) for sector in counts["sector"]],
            "line": {"width": 0},
            "opacity": 1,
        },
        text=[f"   {number}" for number in counts["records"]],
        textposition="middle right",
        textfont={"size": 13},
        cliponaxis=False,
        **pointed(counts["organisation_id"] + "." + counts["sector"], map(safe, hovers), at="hovertext"),
    )
    _axes(canvas, list(names.values()), list(sectors.values()), narrow=narrow)
    return canvas.figure()


def _axes(canvas: Canvas, rows: Sequence[str], columns: Sequence[str], *, narrow: bool) -> None:
    """Name the columns above, and each row at its left or, when narrow, above it; rule the rows."""
    type_ = {"tickangle": 0, "tickfont": {"size": 12 if narrow else 14}}
    canvas.names("x", columns, range=[-0.5, len(columns) - 0.35], side="top", **type_)
    canvas.axis("y", range=[len(rows) - 0.5, -0.65], showgrid=False, visible=not narrow)
    for row, name in enumerate(rows):
        ruled = (row + 0.5, row + 0.5)
        canvas.line(Role.RULE, (0, 1), ruled, xref="paper", line={"color": RULE, "width": 1}, layer="below")
        if narrow:
            where = {"x": 0, "xref": "paper", "xanchor": "left", "y": row - 0.46, "yanchor": "top"}
            canvas.words(Role.ROW, safe(name), font={"size": 13}, **where)
    if not narrow:
        canvas.names("y", rows, tickfont={"size": 14})
