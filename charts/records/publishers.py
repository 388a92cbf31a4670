"""Who says so: sources by kind of publisher, as bars from zero."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Number, Role
from cards.palette import BLUE, TEXT
from charts.canvas import Canvas
from charts.theme import safe, unchosen


def by_kind(counts: pd.DataFrame, *, names: Mapping[str, str], series: str) -> go.Figure:
    """Draw a bar for each kind of publisher, its number at its end.

    `counts` is queries.sources.by_kind; `names` words the kinds, `series` what is counted. A bar's custom value is `kind:` and its code.
    """
    canvas = Canvas(Kind.BARS, 20 + 34 * len(counts), l=8, r=44, t=4, b=8)
    canvas.bars(
        Role.BARS,
        series=series,
        number=Number(),
        x=counts["sources"].tolist(),
        y=[safe(names[kind]) for kind in counts["publisher_kind"]],
        orientation="h",
        width=0.68,
        marker={"color": BLUE},
        text=[str(n) for n in counts["sources"]],
        textposition="outside",
        textfont={"size": 14, "color": TEXT},
        cliponaxis=False,
        customdata=[[f"kind:{kind}"] for kind in counts["publisher_kind"]],
        hovertemplate="%{y}: %{x}<extra></extra>",
        unselected=unchosen(),
    )
    canvas.axis("x", visible=False, rangemode="tozero")
    canvas.axis("y", autorange="reversed", showgrid=False, tickfont={"size": 14}, ticklabelstandoff=6)
    return canvas.figure()
