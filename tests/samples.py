"""One card of each kind that a page can hold; the deck editor is drawn by its own tests."""

from typing import get_args

import plotly.graph_objects as go

from cards import (
    Card,
    Cell,
    Chart,
    Column,
    Details,
    Downloads,
    File,
    Finding,
    Findings,
    Headline,
    KeyMark,
    Link,
    Notice,
    Pager,
    Pair,
    Prose,
    RecordCard,
    Records,
    Search,
    Sheet,
    Source,
    Strip,
    Switch,
    Table,
    Title,
)
from cards.deck_editor import DeckEditor
from cards.figures import Kind, Role
from cards.palette import BLUE
from charts.canvas import Canvas

LINK = Link(label="Way", page="timeline", query={"sector": "culture,sport"})
SOURCE = Source(label="A paper", url="https://example.org/?a=b&c=d")
TABLE = Table(
    caption="Counts by year",
    columns=(Column(label="Year"), Column(label="Count", numeric=True)),
    rows=((Cell(text="1999", link=LINK), Cell(text="1,204", value=1204, lang="en", ways=(SOURCE,))),),
)
RECORD = RecordCard(
    record="E001",
    title="Record",
    when="1999",
    facts=("Culture", "Direct"),
    text="Text",
    sources="2 sources",
    link=LINK,
    colour=BLUE,
    note="Note",
)


def _dots(*, narrow: bool = False) -> go.Figure:
    canvas = Canvas(Kind.DOTS, 180 if narrow else 200)
    canvas.scatter(Role.DOTS, x=[1, 2], y=[3, 4], mode="markers", marker={"color": BLUE})
    return canvas.figure()


CARDS: tuple[Card, ...] = (
    Title(heading="Title", lead="Lead"),
    Strip(headlines=(Headline(value="116", label="records", period="1999 to 2024", link=LINK),)),
    Findings(
        heading="Findings",
        subtitle="Beneath",
        findings=(Finding(sentence="Sentence.", caution="Caution", source="Source", copy="Copy", link=LINK),),
    ),
    Chart(
        key="chart",
        heading="Chart",
        subtitle="Beneath",
        draw=_dots,
        alt="A line",
        table=TABLE,
        sources=(SOURCE,),
        up_to="Data up to 1999",
        copy="",
        marks=(KeyMark(shape="dot", colour=BLUE, label="Culture"),),
        summary="Summary",
        notes=("Note",),
    ),
    Sheet(key="sheet", heading="Sheet", subtitle="Beneath", table=TABLE, sources=(SOURCE,), notes=("Note",)),
    Records(heading="Records", subtitle="Beneath", records=(RECORD,), more=LINK),
    Prose(heading="Prose", paragraphs=("Paragraph",), points=("Point",), links=(LINK, SOURCE), boxed=True),
    Notice(kind="info", text="Notice", points=("Point",), link=LINK),
    Details(heading="Details", pairs=(Pair(label="Name", values=(Cell(text="Value"),)),)),
    Switch(name="view", label="Look", options=(("when", "When"), ("who", "Who")), value="when"),
    Search(name="q", label="Search", help="Help", value=""),
    Pager(name="page", pages=3, page=2, previous="Before", following="After", position="2 of 3"),
    Downloads(
        heading="Files",
        subtitle="Beneath",
        files=(File(label="CSV", name="a.csv", mime="text/csv", make=lambda: b"a"),),
    ),
)
KINDS = frozenset(get_args(Card)) - {DeckEditor}
