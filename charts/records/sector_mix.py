"""Then and now: how the records of two spans of years are shared among the sectors."""

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from cards.figures import Kind, Role
from cards.palette import BLUE, GREY
from charts.canvas import Canvas

_COLOURS = {"then": GREY, "now": BLUE}
_ROOM = 1.35  # of the longest bar, so that its label stands inside


def then_and_now(
    shares: pd.DataFrame, *, labels: Mapping[str, str], spans: Mapping[str, str], text: Callable[[float, int], str]
) -> go.Figure:
    """Draw two bars a sector, the earlier span above the later.

    `shares` has, by sector, then, now (counts) and then_share, now_share (0 to 1); `labels` names the sectors, `spans`
    the two spans, then and now; `text` words a share and its count at the end of a bar.
    """
    canvas = Canvas(Kind.BARS, 400, l=8, r=8, t=8, b=8)
    for span, name in spans.items():
        of_span, counts = shares[f"{span}_share"], shares[span]
        canvas.bars(
            Role.BARS,
            series=name,
            name=span,
            orientation="h",
            y=list(range(len(shares))),
            x=of_span.tolist(),
            text=[text(share, int(count)) for share, count in zip(of_span, counts, strict=True)],
            textposition="outside",
            constraintext="none",
            cliponaxis=False,
            marker={"color": _COLOURS[span]},
            hoverinfo="skip",
        )
    most = shares[[f"{span}_share" for span in spans]].max().max()
    canvas.layout(barmode="group", bargap=0.22, bargroupgap=0.06)
    canvas.axis("x", visible=False, range=[0, most * _ROOM])
    names, reach = [labels[sector] for sector in shares.index], [len(shares) - 0.5, -0.5]
    canvas.names("y", names, range=reach, showgrid=False, ticklabelstandoff=8, tickmode="array")
    return canvas.figure()
