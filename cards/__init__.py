"""The vocabulary of a page: what views write, ui draws and exports keep."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import plotly.graph_objects as go

from cards.deck_editor import DeckEditor


@dataclass(frozen=True, kw_only=True)
class Link:
    """Point to a view of the dashboard: its page, and the address behind the question mark."""

    label: str
    page: str
    query: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Name who says so, and where."""

    label: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Hold one cell of a table: the words shown, the bare value to download, and where it leads.

    `lang` is the language of the words where it is not the page's own. `ways` stand small after the words.
    """

    text: str
    value: str | int | float | None = None
    link: Link | Source | None = None
    lang: str = ""
    ways: tuple[Link | Source, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Column:
    """Head one column of a table."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Show values in rows; the first column names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Show a table as a card of its own, where a chart would say less."""

    key: str
    heading: str
    subtitle: str
    table: Table
    sources: tuple[Source, ...] = ()
    up_to: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Title:
    """Open a page: its one first-level heading, and a sentence beneath.

    `slide` is the kind of slide that the page as a whole can be on the deck.
    """

    heading: str
    lead: str = ""
    slide: str = ""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Say something in paragraphs or points, with ways onward; `picture` names a drawing in static/pictures."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    links: tuple[Link | Source, ...] = ()
    boxed: bool = False
    level: int = 2
    picture: str = ""
    picture_alt: str = ""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Tell the reader something about the state of the page. `kind`: info or error."""

    kind: str
    text: str
    points: tuple[str, ...] = ()
    link: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Headline:
    """State one number with its measure, its period and a way to what it rests on."""

    value: str
    label: str
    period: str
    link: Link


@dataclass(frozen=True, kw_only=True)
class Strip:
    """Set headlines side by side."""

    headlines: tuple[Headline, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Say one thing the data holds, the caution that belongs to it, and where to check it."""

    sentence: str
    caution: str
    source: str
    copy: str
    link: Link


@dataclass(frozen=True, kw_only=True)
class Findings:
    """Group findings under a heading."""

    heading: str
    subtitle: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Name one fact and its value; the value may be several lines, each with a way onward."""

    label: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Details:
    """List facts, each with its name."""

    heading: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True)
class RecordCard:
    """Show one record in short: when, what, the facts that place it, and who says so."""

    record: str
    title: str
    when: str
    facts: tuple[str, ...]
    text: str
    sources: str
    link: Link
    colour: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Records:
    """List records as cards."""

    heading: str
    subtitle: str
    records: tuple[RecordCard, ...]
    more: Link | None = None
    level: int = 2


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
    level: int = 2
    panels: bool = False

    @cached_property
    def figure(self) -> go.Figure:
        """Draw the chart for a wide screen."""
        return self.draw()

    @cached_property
    def narrow(self) -> go.Figure:
        """Draw the chart for a phone."""
        return self.draw(narrow=True)


@dataclass(frozen=True, kw_only=True)
class Switch:
    """Choose one of a few ways to look; `name` is the address's word for it."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, kw_only=True)
class Search:
    """Take words to search for; `name` is the address's word for them."""

    name: str
    label: str
    help: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Step through a long list; `name` is the address's word for the step."""

    name: str
    pages: int
    page: int
    previous: str
    following: str
    position: str


@dataclass(frozen=True, kw_only=True)
class File:
    """Offer one file; its bytes are made when asked for."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Downloads:
    """Offer files to take away."""

    heading: str
    subtitle: str
    files: tuple[File, ...]


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """Set cards on paper for a committee: what stands above them, the cards in order, the line at the foot.

    `name` is for the file, `address` says where the dashboard stands, blank when nobody has said. `between` stands
    between two sources.
    """

    name: str
    title: str
    lead: str
    cards: tuple[Findings | Chart | Sheet | Prose, ...]
    foot: str
    address: str = ""
    between: str = "; "


Card = (
    Title
    | Strip
    | Findings
    | Chart
    | Sheet
    | Records
    | Prose
    | Notice
    | Details
    | Switch
    | Search
    | Pager
    | Downloads
    | DeckEditor
)
