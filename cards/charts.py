"""A figure with its finding, its key, its table and its sources."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import plotly.graph_objects as go

from cards.links import Source
from cards.tables import Details, Records, Table


@dataclass(frozen=True, kw_only=True)
class KeyMark:
    """Explain one mark of a chart. `shape`: dot, ring, half, cross, diamond, line, dash or hatch."""

    shape: str
    colour: str
    label: str


class Draw(Protocol):
    """How a figure is drawn."""

    def __call__(self, *, narrow: bool = False) -> go.Figure:
        """Draw it for a wide screen or, `narrow`, for a phone."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Show a finding, its chart, the same data as a table, and where it comes from.

    The figure is drawn when it is asked for: `figure` for a wide screen, `narrow` for a phone. Choosing a mark opens what it rests on:
    the mark's first custom value is then the address's `pick`. Several `panels` side by side are too much for a slide.
    """

    key: str
    heading: str
    subtitle: str
    draw: Draw
    alt: str
    table: Table
    sources: tuple[Source, ...]
    up_to: str
    copy: str
    marks: tuple[KeyMark, ...] = ()
    summary: str = ""
    notes: tuple[str, ...] = ()
    picked: Records | Details | None = None
    panels: bool = False

    @cached_property
    def figure(self) -> go.Figure:
        """Draw the chart for a wide screen."""
        return self.draw()

    @cached_property
    def narrow(self) -> go.Figure:
        """Draw the chart for a phone."""
        return self.draw(narrow=True)
