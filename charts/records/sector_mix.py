"""Then and now: how the records of two spans of years are shared among the sectors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BLUE, GREY, blank, plain

_SPANS = {"then": GREY, "now": BLUE}
_ROOM = 1.35  # of the longest bar, so that its label stands inside


def then_and_now(mix: pd.DataFrame, *, labels: Mapping[str, str], text: Callable[[float, int], str]) -> go.Figure:
    """Draw two bars a sector, the earlier span above the later.

    `mix` has, by sector, then, now (counts) and then_share, now_share (0 to 1); `labels` names the sectors, `text`
    words a share and its count at the end of a bar.
    """
    figure = blank(400, l=8, r=8, t=8, b=8)
    for span, colour in _SPANS.items():
        shares, counts = mix[f"{span}_share"], mix[span]
        figure.add_bar(
            name=span,
            orientation="h",
            y=list(range(len(mix))),
            x=shares.tolist(),
            text=[text(share, int(count)) for share, count in zip(shares, counts, strict=True)],
            textposition="outside",
            constraintext="none",
            cliponaxis=False,
            marker_color=colour,
            hoverinfo="skip",
        )
    most = mix[[f"{span}_share" for span in _SPANS]].max().max()
    figure.update_layout(barmode="group", bargap=0.22, bargroupgap=0.06)
    figure.update_xaxes(visible=False, range=[0, most * _ROOM])
    return figure.update_yaxes(
        range=[len(mix) - 0.5, -0.5],
        showgrid=False,
        ticklabelstandoff=8,
        tickmode="array",
        tickvals=list(range(len(mix))),
        ticktext=[plain(labels[sector]) for sector in mix.index],
    )
