"""The vocabulary of a page: what views write, ui draws and exports keep."""

from cards.briefing import Briefing
from cards.charts import Chart, KeyMark
from cards.controls import Downloads, File, Pager, Search, Switch
from cards.deck_editor import DeckEditor
from cards.facts import Box, Boxes, Details, Pair
from cards.findings import Finding, Findings, Headline, Strip
from cards.links import Link, Source
from cards.prose import Notice, Prose, Title
from cards.records import RecordCard, Records
from cards.slides import Slide, Talk
from cards.tables import Cell, Column, Sheet, Table

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
    | Boxes
    | Switch
    | Search
    | Pager
    | Downloads
    | DeckEditor
)

__all__ = [
    "Box",
    "Boxes",
    "Briefing",
    "Card",
    "Cell",
    "Chart",
    "Column",
    "DeckEditor",
    "Details",
    "Downloads",
    "File",
    "Finding",
    "Findings",
    "Headline",
    "KeyMark",
    "Link",
    "Notice",
    "Pager",
    "Pair",
    "Prose",
    "RecordCard",
    "Records",
    "Search",
    "Sheet",
    "Slide",
    "Source",
    "Strip",
    "Switch",
    "Table",
    "Talk",
    "Title",
]
