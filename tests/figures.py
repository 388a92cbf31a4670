"""Every figure that the pages draw, in both of its forms."""

from collections.abc import Iterator
from types import ModuleType

import plotly.graph_objects as go

import loaders
from cards import Chart
from texts import Words
from views import outcomes
from views.choices import Choices
from views.context import Context
from views.overview import page as overview
from views.record import page as record
from views.students import page as students
from views.timeline import page as timeline
from views.trade import page as trade

SHOWN: tuple[tuple[ModuleType, dict[str, str]], ...] = (
    (overview, {}),
    (timeline, {"view": "who"}),
    (timeline, {"view": "where"}),
    (students, {}),
    (trade, {}),
    (outcomes, {}),
    (record, {"view": "gaps"}),
    (record, {"view": "sources"}),
)


def charts(package: loaders.Package, words: Words) -> Iterator[Chart]:
    """Give the charts of the pages, the signature chart first."""
    for view, own in SHOWN:
        for card in view.view(Context(package, Choices(own=own), words)):
            if isinstance(card, Chart):
                yield card


def figures(package: loaders.Package, words: Words) -> Iterator[tuple[str, go.Figure, bool]]:
    """Give each chart's key and figure, and whether it is the form for a phone."""
    for chart in charts(package, words):
        yield chart.key, chart.figure, False
        yield chart.key, chart.narrow, True
